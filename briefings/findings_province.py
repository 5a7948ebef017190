"""What a deck about a province shows: its place, its years, its standings, what it was made of."""

from collections.abc import Sequence
from dataclasses import replace

from briefings import even_years, overview, phrases, profile_years
from briefings import finding_titles as titles
from briefings.finding import Finding
from briefings.finding_notes import Shown, notes
from briefings.finding_scope import Scope
from briefings.findings_indices import indices
from briefings.findings_one import bars_of, finding, map_of, where
from briefings.findings_standings import far_of, standings_of
from briefings.findings_years import course_of, marks, source_of, years_table
from briefings.profile import (
    short_period,
    with_unit,
)
from briefings.profile_page import kin
from briefings.province_sentences import province_sentences
from charts.lines import Axis, Line, LinesFigure
from charts.source_line import capital
from data import catalogue, reference
from data.service.profile import predecessors, profile
from data.service.ranking_model import Ranking, Row
from data.service.trend import Trend
from language import dates, text


def province_findings(scope: Scope, period: str) -> tuple[Finding, ...]:
    """Give what is known of the home province, in the order in which it is told.

    ``UnknownPeriod`` when nobody on the list has a total in the period.
    """
    total = scope.ranking(overview.TOTAL, period)
    whole = profile(
        scope.figures,
        scope.home,
        scope.boundary,
        scope.group,
        lang=scope.lang,
        ranked=scope.ranked,
    )
    found = (
        map_of(scope, total, own_title(total, scope), own_sentences(scope, total)),
        years_of(scope, total),
        course_of(scope, overview.TOTAL, period) if _has_place(total, scope.home) else None,
        standings_of(scope, whole),
        far_of(scope, whole),
        kin_of(scope, period),
        bars_of(scope, total, _against(scope, total)),
    )
    return tuple(one for one in found if one is not None)


def own_title(ranking: Ranking, scope: Scope) -> str:
    """State the value and the places of the home province; converted places are "tương ứng"."""
    lang, row = scope.lang, ranking.row(scope.home)
    blanks = titles.what(ranking, lang) | {"name": scope.name_of(scope.home)}
    if row.value is None:
        return text("finding.title.own_missing", lang, **blanks)
    blanks["value"] = with_unit(ranking, row.value, lang)
    if row.rank is None:
        return text("finding.title.own_value", lang, **blanks)
    converted = row.status == "D" or ranking.is_reconstructed
    in_group = row.in_group and row.group_rank is not None and scope.group != "country"
    key = ("own_converted" if converted else "own_place") + ("_group" if in_group else "")
    return text(
        f"finding.title.{key}",
        lang,
        placed=phrases.placed(row.tied, lang),
        rank=str(row.rank),
        n=ranking.n,
        group_placed=phrases.placed(row.group_tied, lang),
        group_rank=str(row.group_rank),
        group_n=ranking.group_n,
        **blanks,
    )


def own_sentences(scope: Scope, ranking: Ranking) -> tuple[str, ...]:
    """Say what an official can say aloud of the home province."""
    before, codes = predecessors(scope.home, scope.boundary)
    former = None
    if codes and ranking.period in scope.figures.periods(overview.TOTAL, before):
        former = scope.ranked(overview.TOTAL, ranking.period, before, "country")
    found = indices(scope, ranking.period)
    return province_sentences(ranking, scope.home, scope.lang, indices=found, former_list=former)


def trend_of(scope: Scope, indicator: str) -> Finding | None:
    """Show a province in all periods of an indicator, as its profile does.

    It begins with the first value of the province or median of its group; the title is about the
    newest value of the province. None where it has none.
    """
    lists = [scope.ranking(indicator, one) for one in scope.periods(indicator)]
    own = [one for one in lists if one.row(scope.home).value is not None]
    if not own:
        return None
    known = [one in own or one.median is not None for one in lists]
    return _years(scope, lists[known.index(True) :], _over_median(scope, own[-1]))


def years_of(scope: Scope, newest: Ranking) -> Finding | None:
    """Show the province's value and its group's median over the years; breaks part the lines.

    None where the province has no value in any period up to that of ``newest``.
    """
    lists = [scope.ranking(newest.indicator, one) for one in _until(scope, newest)]
    has = [one.row(scope.home).value is not None for one in lists]
    if True not in has:
        return None
    return _years(scope, lists[has.index(True) :], _over_median(scope, newest))


def _years(scope: Scope, lists: Sequence[Ranking], title: str) -> Finding:
    """Draw the home province and the median over rankings of one indicator, oldest first."""
    lang, newest = scope.lang, lists[-1]
    rows = [[one.row(scope.home)] for one in lists]
    about = catalogue.indicator(newest.indicator)
    first, last = short_period(lists[0].period, lang), short_period(newest.period, lang)
    subtitle = where(
        scope,
        scope.name_of(scope.home),
        about.short[lang],
        f"{first}–{last}" if first != last else last,
    )
    figure = LinesFigure(
        title=subtitle,
        subtitle="",
        periods=tuple(short_period(one.period, lang) for one in lists),
        lines=_own_lines(scope, lists),
        axis=Axis(
            f"{about.short[lang]} ({catalogue.units()[about.unit].name[lang]})", about.decimals
        ),
        source=source_of(scope, lists, rows),
        description=subtitle,
        breaks=tuple(replace(mark, joins=False) for mark in marks(scope, lists)),
        illustrative=any(one.illustrative for one in lists),
    )
    reasons = _reasons(scope, lists)
    shown: list[Shown] = [(one, [one.row(scope.home)]) for one in lists]
    return finding(
        scope,
        "lines",
        f"{newest.indicator}-own-{lists[0].period}-{newest.period}",
        title,
        subtitle,
        even_years.spread(figure, [one.period for one in lists]),
        years_table(scope, lists, subtitle, _own_rows(newest, scope.home)),
        notes(scope, shown, breaks=reasons),
    )


def kin_of(scope: Scope, period: str) -> Finding | None:
    """Show a merged province beside its predecessors on the list before; None for others."""
    family = kin(scope.figures, scope.home, scope.boundary, scope.group, scope.ranked)
    family = tuple(_upto(one, period) for one in family)
    if not any(profile_years.has_values(one) for one in family[:-1]):
        return None
    lang = scope.lang
    table = profile_years.kin_table(family, lang)
    shown: list[Shown] = [
        (one.ranking, [one.row]) for each in family for one in each.moments if one.row.value
    ]
    beside = notes(scope, shown, breaks=_kin_breaks(family))
    before = reference.boundary(family[0].boundary).name[lang]
    subtitle = where(scope, scope.name_of(scope.home), text("finding.kin", lang))
    return finding(
        scope,
        "table",
        f"{overview.TOTAL}-before-after-{period}",
        _kin_title(scope, family, period),
        subtitle,
        table,
        table,
        replace(beside, boundary=f"{beside.boundary}; {before}"),
        (text("profile.kin_note", lang),),
    )


def _until(scope: Scope, newest: Ranking) -> list[str]:
    return [one for one in scope.periods(newest.indicator) if one <= newest.period]


def _has_place(ranking: Ranking, code: str) -> bool:
    return ranking.row(code).rank is not None


def _own_rows(ranking: Ranking, code: str) -> Sequence[Row]:
    return [ranking.row(code)]


def _own_lines(scope: Scope, lists: Sequence[Ranking]) -> tuple[Line, ...]:
    lang = scope.lang
    group = reference.group(scope.group).name[lang]
    own = Line(
        scope.name_of(scope.home),
        tuple(one.row(scope.home).value for one in lists),
        is_home=True,
    )
    medians = tuple(one.median for one in lists)
    if not any(one is not None for one in medians):
        return (own,)
    return own, Line(text("chart.trend.median", lang, group=group), medians, is_dashed=True)


def _reasons(scope: Scope, lists: Sequence[Ranking]) -> list[str]:
    return [
        one.broken_by.reason
        for one in lists[1:]
        if one.broken_by is not None and one.former in scope.periods(one.indicator)
    ]


def _over_median(scope: Scope, ranking: Ranking) -> str:
    """State the newest value against the group's median, in its own year only."""
    lang, row = scope.lang, ranking.row(scope.home)
    blanks = titles.what(ranking, lang) | {"name": scope.name_of(scope.home)}
    if row.value is None:
        return text("finding.title.own_missing", lang, **blanks)
    blanks["value"] = with_unit(ranking, row.value, lang)
    if ranking.median is None:
        return text("finding.title.own_value", lang, **blanks)
    return text("finding.title.over_median", lang, median=_median(ranking, row, scope), **blanks)


def _median(ranking: Ranking, row: Row, scope: Scope) -> str:
    key = "sentence.group_median" if scope.group != "country" else "profile.median_country"
    other = text(key, scope.lang)
    return phrases.against(
        ranking, row.value, ranking.median, f"{other[:1].lower()}{other[1:]}", scope.lang
    )


def _against(scope: Scope, ranking: Ranking) -> str:
    """State how far home lies behind the leader and from the median; "" when it has no place."""
    lang, row = scope.lang, ranking.row(scope.home)
    if row.value is None or not row.in_group or ranking.group_withheld or ranking.median is None:
        return ""
    blanks = titles.what(ranking, lang) | {"name": scope.name_of(scope.home)}
    blanks["median"] = _median(ranking, row, scope)
    if scope.home in ranking.leaders:
        return text("finding.title.against_first", lang, **blanks)
    leader = ranking.row(ranking.leaders[0])
    gap = phrases.gap(ranking, row.value, leader.value)
    behind = text(
        "finding.title.behind" if gap else "finding.title.level",
        lang,
        leader=leader.label,
        gap=titles.gap_words(ranking, gap, lang),
    )
    return text("finding.title.against", lang, leader=behind, **blanks)


def _upto(trend: Trend, period: str) -> Trend:
    return replace(trend, moments=tuple(m for m in trend.moments if m.ranking.period <= period))


def _kin_breaks(family: Sequence[Trend]) -> list[str]:
    return [one.break_before for one in family[-1].moments[1:] if one.break_before]


def _kin_title(scope: Scope, family: Sequence[Trend], period: str) -> str:
    """State the places of the parts in the period, on their own list."""
    lang = scope.lang
    said = []
    for each in family[:-1]:
        newest = next((one for one in each.moments if one.ranking.period == period), None)
        if newest is None or newest.row.value is None:
            continue
        name = phrases.former_label(newest.ranking, each.province_code, lang)
        if newest.row.rank is None:
            value = with_unit(newest.ranking, newest.row.value, lang)
            said.append(text("finding.title.kin_value", lang, name=name, value=value))
        else:
            place = f"{newest.row.rank}/{newest.ranking.n}"
            said.append(text("finding.title.kin_part", lang, name=name, rank=place))
    if not said:
        return capital(text("finding.kin", lang))
    parts = "; ".join(said)
    return text("finding.title.kin", lang, period=dates.period(period, lang), parts=parts)
