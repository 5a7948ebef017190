"""Sentences about the DTI of the country and of a group: who leads, who is last, who moved most."""

from collections.abc import Sequence

from briefings import phrases
from briefings.movers import movers
from briefings.ranking_table import withheld_sentences
from data import reference
from data.service.ranking import Ranking, Row
from language import Lang, dates, text
from language.sorting import sort_key

COUNTRY = "country"


def country_sentences(ranking: Ranking, lang: Lang) -> tuple[str, ...]:
    """Say who leads and who is last, in the country and in the group, and who moved most.

    Where the table is incomplete nobody leads: it says how many figures there are.
    """
    if ranking.withheld:
        return tuple(withheld_sentences(ranking, lang))
    found = [_leader(ranking, lang), _group_leader(ranking, lang), _movers(ranking, lang)]
    if ranking.is_reconstructed:
        found.insert(1, phrases.converted_places(ranking, lang))
    return tuple(sentence for sentence in found if sentence)


def _leader(ranking: Ranking, lang: Lang) -> str:
    ranked = [row for row in ranking.everyone if row.rank is not None]
    if not ranked:
        return ""
    first, last = ranked[0], ranked[-1]
    return text(
        "sentence.country_leader",
        lang,
        when=phrases.when(ranking, lang),
        first=phrases.label(ranking, first.province_code, lang),
        value=phrases.value(ranking, first.value, lang),
        last=phrases.label(ranking, last.province_code, lang),
        last_value=phrases.value(ranking, last.value, lang),
        country=phrases.country_mean(ranking, lang),
        mean=phrases.value(ranking, ranking.mean, lang),
    )


def _group_leader(ranking: Ranking, lang: Lang) -> str:
    ranked = [row for row in ranking.rows if row.rank is not None]
    if ranking.group == COUNTRY or len(ranked) < 2:
        return ""
    first, last = ranked[0], ranked[-1]
    return text(
        "sentence.group_leader",
        lang,
        count=ranking.group_n,
        phrase=reference.groups()[ranking.group].phrase[lang],
        first=phrases.label(ranking, first.province_code, lang),
        value=phrases.value(ranking, first.value, lang),
        rank=str(first.rank),
        n=ranking.n,
        last=phrases.label(ranking, last.province_code, lang),
        last_value=phrases.value(ranking, last.value, lang),
        last_rank=str(last.rank),
        median=phrases.value(ranking, ranking.median, lang),
    )


def _movers(ranking: Ranking, lang: Lang) -> str:
    up, down = movers(ranking)
    if not up or not down:
        return ""
    said = text(
        "sentence.movers" if ranking.group == COUNTRY else "sentence.movers_group",
        lang,
        former=dates.period(ranking.former or "", lang),
        up=_most(ranking, up, lang),
        up_count=str(up[0].rank_change),
        down=_most(ranking, down, lang),
        down_count=str(abs(down[0].rank_change or 0)),
    )
    notes = [phrases.former_converted(ranking, lang)]
    if ranking.broken_by is not None:
        notes.append(phrases.for_reference(ranking.broken_by, lang))
    return " ".join([said, *(note for note in notes if note)])


def _most(ranking: Ranking, moved: Sequence[Row], lang: Lang) -> str:
    """Name all that moved as far as the first, in Vietnamese order."""
    far = [row for row in moved if row.rank_change == moved[0].rank_change]
    far.sort(key=lambda row: sort_key(row.name))
    return phrases.joined([phrases.label(ranking, row.province_code, lang) for row in far], lang)
