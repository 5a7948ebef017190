"""Titles that state what was found: a sentence of a group's figure, computed from its ranking.

None of them compares across a change of method, and nobody leads a list that is incomplete.
"""

from collections.abc import Sequence

from briefings import phrases
from briefings.finding_scope import COUNTRY
from briefings.movers import movers
from briefings.profile import short_period, with_unit
from briefings.relation_sentences import coefficient, strength
from charts.from_relation import lower
from charts.source_line import capital
from data import catalogue
from data.service.ranking_model import Ranking, Row
from data.service.relation import Relation
from language import Lang, dates, text
from language.sorting import sort_key

PLACE = "place"
MOST_LEADERS = 3  # named in a title; of more only how many


def what(ranking: Ranking, lang: Lang) -> dict[str, str]:
    """Give the blanks that nearly every title has: what is shown, and when."""
    about = catalogue.indicator(ranking.indicator)
    return {"what": about.short[lang], "period": dates.period(ranking.period, lang)}


def among(ranking: Ranking, lang: Lang, *, short: bool = False) -> str:
    """Say who is compared: "nhóm", or "63 tỉnh, thành phố", in short "cả nước"."""
    if ranking.group != COUNTRY:
        return text("finding.among_group", lang)
    return text(f"finding.among_country{'_short' if short else ''}", lang, n=ranking.size)


def standing(ranking: Ranking, lang: Lang, home: str = "") -> str:
    """Say who leads and, of a province that is asked for, its place."""
    said = _partial(ranking, lang) or _first(ranking, lang)
    return _with_home(said, ranking, lang, home)


def spread(ranking: Ranking, lang: Lang) -> str:
    """Say how far the first and the last of the group are apart, and the median."""
    known = _known(ranking)
    if len(known) < 3 or _partial(ranking, lang) or ranking.median is None:
        return standing(ranking, lang)
    high, low = _by_value(known)
    return text(
        "finding.title.spread",
        lang,
        **what(ranking, lang),
        first=_named(ranking, high, lang),
        last=_named(ranking, low, lang),
        gap=gap_words(ranking, phrases.gap(ranking, high.value, low.value), lang),
        median=with_unit(ranking, ranking.median, lang),
    )


def extremes(ranking: Ranking, lang: Lang) -> str:
    """Say who has the most and who the least; of a rate that is bad, the least first."""
    high, low = _by_value(_known(ranking))
    first, last = (low, high) if ranking.direction < 0 else (high, low)
    return text(
        "finding.title.extremes_less" if ranking.direction < 0 else "finding.title.extremes",
        lang,
        **what(ranking, lang),
        first=_named(ranking, first, lang),
        first_value=with_unit(ranking, first.value, lang),
        last=_named(ranking, last, lang),
        last_value=with_unit(ranking, last.value, lang),
    )


def widest(ranking: Ranking, lang: Lang) -> str:
    """Say between whom the members differ most."""
    high, low = _by_value(_known(ranking))
    return text(
        "finding.title.widest",
        lang,
        **what(ranking, lang),
        first=_named(ranking, high, lang),
        first_value=phrases.value(ranking, high.value, lang),
        last=_named(ranking, low, lang),
        last_value=phrases.value(ranking, low.value, lang),
    )


def moved(ranking: Ranking, lang: Lang) -> str:
    """Say who rose most and who fell most since the former period."""
    rises, falls = movers(ranking)
    up, down = (_most(ranking, found, lang) for found in (rises, falls))
    key = f"moved{'' if up and down else '_up' if up else '_down'}" if up or down else "stayed"
    return text(
        f"finding.title.{key}",
        lang,
        former=dates.period(ranking.former or ranking.period, lang),
        among=among(ranking, lang, short=True),
        up=up,
        up_count=rises[0].rank_change or 0 if rises else 0,
        down=down,
        down_count=abs(falls[0].rank_change or 0) if falls else 0,
    )


def over_years(rankings: Sequence[Ranking], since_first: Ranking | None, lang: Lang) -> str:
    """Say who rose most since the first year with places, else who led in how many of them.

    ``since_first`` is the last ranking compared with the first period; None: not comparable.
    """
    if since_first is not None and len(rankings) > 2 and (rises := movers(since_first)[0]):
        return _risen(since_first, rises, lang)
    return _led(rankings, lang)


def above_mean(ranking: Ranking, lang: Lang) -> str:
    """Say how many of the group lie above the mean of the list."""
    known = _known(ranking)
    if _partial(ranking, lang) or ranking.mean is None:
        return standing(ranking, lang)
    above = [row for row in known if (phrases.gap(ranking, row.value, ranking.mean) or 0) > 0]
    return text(
        "finding.title.above_mean" + ("_country" if ranking.group == COUNTRY else ""),
        lang,
        **what(ranking, lang),
        count=len(above),
        of=len(known),
        n=ranking.n,
        mean=with_unit(ranking, ranking.mean, lang),
    )


def related(relation: Relation, lang: Lang) -> str:
    """Say how strongly two indicators go together in the whole list."""
    found = relation.everyone.pearson
    key = "too_few"
    if found.r is not None:
        key = strength(found.r) if found.excludes_zero else "unclear"
    x, y = (catalogue.indicator(one.indicator).short[lang] for one in (relation.x, relation.y))
    return text(
        f"finding.title.{key}",
        lang,
        period=capital(dates.period(relation.period, lang)),
        x=lower(x).split(" (")[0],
        y=lower(y).split(" (")[0],
        other=text("relation.lower" if (found.r or 0) < 0 else "relation.higher", lang),
        r=coefficient(found.r, lang),
        n=found.n,
    )


def gap_words(ranking: Ranking, gap: float | None, lang: Lang) -> str:
    """Write how large a difference is, with the unit that differences have."""
    change = catalogue.units()[ranking.unit].change[lang]
    return f"{phrases.size_of(ranking, gap, lang)}{change}"


def _known(ranking: Ranking) -> list[Row]:
    return [row for row in ranking.rows if row.value is not None]


def _by_value(known: Sequence[Row]) -> tuple[Row, Row]:
    """Give the row of the highest and of the lowest value, in the order of the ranking."""
    return (
        max(known, key=lambda row: row.value or 0.0),
        min(reversed(known), key=lambda row: row.value or 0.0),
    )


def _partial(ranking: Ranking, lang: Lang) -> str:
    known = _known(ranking)
    if not known:
        return text("finding.title.nothing", lang, **what(ranking, lang))
    if len(known) == ranking.group_size and ranking.unit != PLACE and len(known) > 1:
        return ""
    whole = {"count": ranking.group_n, "of": ranking.group_size}
    if len(known) == 1:
        row = known[0]
        named = {"first": _named(ranking, row, lang), "first_value": _value(ranking, row, lang)}
        return text("finding.title.only", lang, **what(ranking, lang), **named, **whole)
    if ranking.withheld != "incomplete":
        return "" if ranking.unit != PLACE and not ranking.group_withheld else _plain(ranking, lang)
    return text("finding.title.partial", lang, **what(ranking, lang), **whole)


def _plain(ranking: Ranking, lang: Lang) -> str:
    whole = {"count": ranking.group_n, "of": ranking.group_size}
    return text("finding.title.partial_plain", lang, **what(ranking, lang), **whole)


def _value(ranking: Ranking, row: Row, lang: Lang) -> str:
    return with_unit(ranking, row.value, lang)


def _first(ranking: Ranking, lang: Lang) -> str:
    first = [row for row in ranking.rows if row.province_code in ranking.leaders]
    if ranking.unit != "index" or ranking.group_withheld or not first:
        return extremes(ranking, lang)
    names = sorted((_named(ranking, row, lang) for row in first), key=sort_key)
    many = "_many" if len(names) > MOST_LEADERS else "_several" if len(names) > 1 else ""
    who = {"count": len(names)} if many == "_many" else {"names": phrases.joined(names, lang)}
    return text(
        f"finding.title.leader{many}",
        lang,
        **what(ranking, lang),
        **who,
        among=among(ranking, lang),
        value=_value(ranking, first[0], lang),
    )


def _with_home(said: str, ranking: Ranking, lang: Lang, home: str) -> str:
    rows = [row for row in ranking.rows if row.province_code == home]
    if not rows or home in ranking.leaders:
        return said
    row, everyone = rows[0], ranking.group == COUNTRY
    rank = row.rank if everyone else row.group_rank
    if rank is None:
        return said
    return text(
        "finding.title.own",
        lang,
        said=said,
        name=_named(ranking, row, lang),
        placed=phrases.placed(row.tied if everyone else row.group_tied, lang),
        rank=str(rank),
        n=ranking.n if everyone else ranking.group_n,
    )


def _named(ranking: Ranking, row: Row, lang: Lang) -> str:
    return phrases.label(ranking, row.province_code, lang)


def _most(ranking: Ranking, found: Sequence[Row], lang: Lang) -> str:
    """Name those that moved as far as the first; of more than two, how many."""
    far = [row for row in found if row.rank_change == found[0].rank_change]
    if len(far) > 2:
        return text("table.close_many", lang, count=len(far))
    names = sorted((_named(ranking, row, lang) for row in far), key=sort_key)
    return phrases.joined(names, lang)


def _risen(ranking: Ranking, rises: Sequence[Row], lang: Lang) -> str:
    row = rises[0]
    return text(
        "finding.title.risen",
        lang,
        first=dates.period(ranking.former or ranking.period, lang),
        last=dates.period(ranking.period, lang),
        name=_named(ranking, row, lang),
        count=row.rank_change or 0,
        n=ranking.n,
        among=among(ranking, lang, short=True),
        **{"from": str(row.former_rank), "to": str(row.rank)},
    )


def _led(rankings: Sequence[Ranking], lang: Lang) -> str:
    """Say who led the group in most years with all figures."""
    full = [one for one in rankings if not one.group_withheld and one.leaders]
    if not full:
        return standing(rankings[-1], lang)
    times: dict[tuple[str, ...], int] = {}
    for one in full:
        times[one.leaders] = times.get(one.leaders, 0) + 1
    leaders = max(times, key=lambda codes: times[codes])
    newest = full[-1]
    names = sorted((phrases.label(newest, code, lang) for code in leaders), key=sort_key)
    return text(
        "finding.title.first_again",
        lang,
        names=phrases.joined(names, lang),
        among=among(newest, lang),
        count=times[leaders],
        of=len(full),
        years=", ".join(short_period(one.period, lang) for one in full),
    )
