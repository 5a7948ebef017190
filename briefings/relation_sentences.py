"""How two indicators go together, in sentences that an official could say aloud.

The words for the strength of a correlation are ours (docs/method.md): under 0.4 weak, under 0.7
middling, else strong; where the interval holds zero, nothing is said but that.
"""

from briefings import phrases
from charts.from_relation import line_of, lower
from data import catalogue, reference
from data.service.ranking import Ranking
from data.service.relation import Association, Relation
from indicators.relate import LEAST, Correlation
from language import Lang, text
from language.numbers import number

COUNTRY = "country"
DECIMALS = 2
WEAK, MIDDLING = 0.4, 0.7


def relation_sentences(relation: Relation, lang: Lang) -> tuple[str, ...]:
    """Say what the list and the group show; the last sentence names sources and release."""
    said = [_everyone(relation, lang), _members(relation, lang)]
    if relation.everyone.pearson.r is not None:
        said += [_without(relation, lang), _order(relation, lang)]
    if any(one.pearson.r is not None for one in (relation.everyone, relation.members)):
        said.append(text("relation.no_cause", lang))
    return tuple(sentence for sentence in (*said, line_of(relation, lang)) if sentence)


def coefficient(found: float | None, lang: Lang) -> str:
    """Write a coefficient with two decimals and a true minus sign; "–" where there is none."""
    return "–" if found is None else number(found, DECIMALS, lang)


def too_few(found: Correlation, lang: Lang, *, group: bool) -> str:
    """Say that there are too few provinces for a correlation."""
    key = "relation.too_few_group" if group else "relation.too_few"
    return text(key, lang, n=found.n, least=LEAST)


def without_words(found: Association, lang: Lang) -> str:
    """Say which province moves r most when it is left out; "" where there is no r."""
    if found.without is None:
        return ""
    return text(
        "relation.without_short",
        lang,
        name=found.without.label,
        r=coefficient(found.without.r, lang),
    )


def _everyone(relation: Relation, lang: Lang) -> str:
    found = relation.everyone.pearson
    if found.r is None:
        return _nothing(found, lang, group=False)
    key = "relation.unclear" if not found.excludes_zero else f"relation.{strength(found.r)}"
    y, x = (_plain(one, lang) for one in (relation.y, relation.x))
    return text(
        key,
        lang,
        when=phrases.when(relation.y, lang),
        x=x,
        y=y,
        other=text("relation.lower" if found.r < 0 else "relation.higher", lang),
        n=found.n,
        **_interval(found, lang),
    )


def _plain(ranking: Ranking, lang: Lang) -> str:
    """Name the indicator without its series: the last sentence says that in full."""
    return lower(catalogue.indicator(ranking.indicator).short[lang]).split(" (")[0]


def _members(relation: Relation, lang: Lang) -> str:
    found = relation.members.pearson
    if relation.group == COUNTRY:
        return ""
    if found.r is None:
        return _nothing(found, lang, group=True)
    ending = "relation.group_clear" if found.excludes_zero else "relation.group_unclear"
    phrase = reference.group(relation.group).phrase[lang]
    return text(ending, lang, n=found.n, phrase=phrase, **_interval(found, lang))


def _nothing(found: Correlation, lang: Lang, *, group: bool) -> str:
    """Say why there is no coefficient: too few pairs, or one indicator is the same everywhere."""
    return too_few(found, lang, group=group) if found.n < LEAST else text("relation.same", lang)


def _without(relation: Relation, lang: Lang) -> str:
    left, r = relation.everyone.without, relation.everyone.pearson.r
    if left is None:
        return ""
    now, then = coefficient(r, lang), coefficient(left.r, lang)
    return text("relation.without", lang, name=left.label, now=now, then=then)


def _order(relation: Relation, lang: Lang) -> str:
    found = relation.everyone.spearman
    return text("relation.order", lang, n=found.n, **_interval(found, lang))


def _interval(found: Correlation, lang: Lang) -> dict[str, str]:
    values = {"r": found.r, "low": found.low, "high": found.high}
    return {name: coefficient(value, lang) for name, value in values.items()}


def strength(r: float) -> str:
    """Give the key of the word for a coefficient: weak, middling or strong."""
    if abs(r) < WEAK:
        return "weak"
    return "middling" if abs(r) < MIDDLING else "strong"
