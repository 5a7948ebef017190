"""Figures over the years as findings: places of a group, values of a province and its median."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefings import finding_titles as titles
from briefings import phrases
from briefings.finding import Finding
from briefings.finding_notes import group_rows, notes, period_of
from briefings.finding_scope import Scope
from briefings.findings_one import finding, where
from briefings.group_lines import group_lines
from briefings.profile import place_of, short_period
from charts.from_ranking import line
from charts.lines import Axis, BreakMark, Line, LinesFigure
from charts.source_line import capital
from charts.table import Cell, Column, Table
from charts.table import Line as TableLine
from data import catalogue
from data.service.ranking import ranking as compare_with
from data.service.ranking_model import Ranking, Row
from data.service.series import grid
from indicators.change import Break, break_between
from language import dates, text
from language.numbers import number

MOST_NAMED = 16
ENDS = 3  # named at each end of a long list


def places_of(scope: Scope, indicator: str, period: str = "") -> Finding | None:
    """Show the places of a group's members over the years up to ``period``; None without any.

    A break is crossed by a dotted line only where places may be compared for reference.
    """
    lists = placed(scope, indicator, period)
    if not lists:
        return None
    lang = scope.lang
    drawn = _places_figure(scope, lists, marks(scope, lists))
    said = [phrases.for_reference(one, lang) for one in _place_breaks(lists)]
    return finding(
        scope,
        "lines",
        f"{indicator}-places-{lists[0].period}-{lists[-1].period}",
        _places_title(scope, lists),
        drawn.title,
        drawn,
        years_table(scope, lists, drawn.title),
        notes(
            scope,
            [group_rows(one) for one in lists],
            unit=text("finding.places_unit", lang),
            breaks=_reasons(lists),
        ),
        said,
    )


def course_of(scope: Scope, indicator: str, period: str) -> Finding | None:
    """Show the places over the years for a deck; None where there is one year only."""
    several = len(placed(scope, indicator, period)) > 1
    return places_of(scope, indicator, period) if several else None


def values_of(scope: Scope, indicator: str) -> Finding | None:
    """Show the values of a group's members over the years; breaks part the lines."""
    lists = _until(scope, indicator, "")
    if not lists:
        return None
    lang = scope.lang
    found = grid(
        scope.figures, indicator, scope.boundary, scope.group, lang=lang, ranked=scope.ranked
    )
    whole = group_lines(found, lang, home=scope.home)
    figure = replace(whole, title=where(scope, whole.title), subtitle="")
    return finding(
        scope,
        "lines",
        f"{indicator}-values-{lists[0].period}-{lists[-1].period}",
        titles.standing(lists[-1], lang, scope.home),
        figure.title,
        replace(figure, lines=_named(figure.lines, scope)),
        years_table(scope, lists, figure.title),
        notes(scope, [group_rows(one) for one in lists], breaks=_reasons(lists)),
    )


def placed(scope: Scope, indicator: str, period: str) -> list[Ranking]:
    """Rank the periods up to one, from the first to the last in which anybody has a place."""
    lists = _until(scope, indicator, period)
    has = [any(row.rank is not None for row in one.rows) for one in lists]
    if True not in has:
        return []
    return lists[has.index(True) : len(has) - has[::-1].index(True)]


def marks(scope: Scope, lists: Sequence[Ranking]) -> tuple[BreakMark, ...]:
    """Mark every change of method between two periods that follow each other."""
    found = []
    for position, (earlier, later) in enumerate(pairwise(lists), start=1):
        broken = _between(earlier, later)
        if broken is not None:
            joins = later.indicator in broken.place_of
            found.append(BreakMark(position, text(broken.reason, scope.lang), joins))
    return tuple(found)


def years_table(
    scope: Scope, lists: Sequence[Ranking], caption: str, rows: Sequence[Row] | None = None
) -> Table:
    """Give value and place of each member in each period, in the order of the newest ranking."""
    lang = scope.lang
    shown = lists[-1].rows if rows is None else rows
    heads = [Column(text("column.name", lang))]
    for one in lists:
        period = dates.period(one.period, lang)
        unit = catalogue.units()[one.unit].name[lang]
        heads.append(Column(f"{capital(period)} ({unit})", is_number=True))
        heads.append(Column(text("column.rank_in", lang, period=period, n=one.n), is_number=True))
    lines = tuple(_line(scope, lists, row) for row in shown)
    return Table(caption, tuple(heads), lines)


def source_of(scope: Scope, lists: Sequence[Ranking], rows: Sequence[Sequence[Row]]) -> str:
    """Write the line under figures of several periods."""
    known = [row for some in rows for row in some if row.value is not None]
    made = [(row.status, row.rule, row.weights, row.basis) for row in known]
    used = sorted({origin.source_id for row in known for origin in row.origins})
    release = scope.figures.release.id
    return line(lists[0].indicator, "", scope.boundary, release, made, used, scope.lang)


def _until(scope: Scope, indicator: str, period: str) -> list[Ranking]:
    known = [one for one in scope.periods(indicator) if not period or one <= period]
    return [scope.ranking(indicator, one) for one in known]


def _between(earlier: Ranking, later: Ranking) -> Break | None:
    breaks = catalogue.indicator(later.indicator).breaks
    return break_between(breaks, earlier.period, later.period)


def _breaks(lists: Sequence[Ranking]) -> list[Break]:
    found = (_between(earlier, later) for earlier, later in pairwise(lists))
    return [one for one in found if one is not None]


def _reasons(lists: Sequence[Ranking]) -> list[str]:
    return [one.reason for one in _breaks(lists)]


def _place_breaks(lists: Sequence[Ranking]) -> list[Break]:
    return [one for one in _breaks(lists) if lists[0].indicator in one.place_of]


def _places_figure(
    scope: Scope, lists: Sequence[Ranking], breaks: tuple[BreakMark, ...]
) -> LinesFigure:
    lang, about = scope.lang, catalogue.indicator(lists[0].indicator)
    sizes = {one.n for one in lists if not one.withheld}
    n = max(sizes)
    key = "finding.places_axis" if len(sizes) == 1 else "finding.places_axis_plain"
    lines = tuple(_places(scope, lists, row) for row in lists[-1].rows)
    ranks = [value for one in lines for value in one.values if value is not None]
    return LinesFigure(
        title=where(
            scope,
            text("finding.places", lang, short=about.short[lang]),
            capital(period_of(scope, lists)),
        ),
        subtitle="",
        periods=tuple(short_period(one.period, lang) for one in lists),
        lines=_named(lines, scope),
        axis=Axis(text(key, lang, n=n), 0, (min(ranks) - 0.5, max(ranks) + 0.5), reverse=True),
        source=source_of(scope, lists, [one.rows for one in lists]),
        description=text("chart.places.label", lang, title=about.name[lang]),
        breaks=breaks,
        illustrative=any(one.illustrative for one in lists),
    )


def _places(scope: Scope, lists: Sequence[Ranking], row: Row) -> Line:
    rows = [one.row(row.province_code) for one in lists]
    hover = [
        f"{short_period(one.period, scope.lang)}: {place_of(each, one, scope.lang)}"
        for one, each in zip(lists, rows, strict=True)
    ]
    return Line(
        name=row.label,
        values=tuple(None if one.rank is None else float(one.rank) for one in rows),
        hover=tuple(hover),
        is_home=row.province_code == scope.home,
    )


def _named(lines: Sequence[Line], scope: Scope) -> tuple[Line, ...]:
    """Name all lines of a small group; of a long list the first, the last and home."""
    if len(lines) <= MOST_NAMED:
        return tuple(replace(line, is_faint=False) for line in lines)
    named = {*range(ENDS), *range(len(lines) - ENDS, len(lines))}
    return tuple(
        replace(line, is_faint=position not in named and not line.is_home)
        for position, line in enumerate(lines)
    )


def _places_title(scope: Scope, lists: Sequence[Ranking]) -> str:
    """State how the home province moved, else who rose most since the first year."""
    newest = lists[-1]
    codes = {row.province_code for row in newest.rows}
    if scope.home in codes:
        return _home_title(scope, newest, newest.row(scope.home))
    first = None
    if len(lists) > 2 and not newest.rank_change_withheld:
        first = _since(scope, newest, lists[0].period)
    return titles.over_years(lists, first, scope.lang)


def _since(scope: Scope, newest: Ranking, period: str) -> Ranking | None:
    """Compare the newest ranking with another former period; None where that is not allowed."""
    where_ = (newest.indicator, newest.period, newest.boundary, newest.group)
    found = compare_with(scope.figures, *where_, against=period, lang=scope.lang)
    return None if found.rank_change_withheld else found


def _home_title(scope: Scope, newest: Ranking, row: Row) -> str:
    lang = scope.lang
    blanks = titles.what(newest, lang) | {"name": scope.name_of(row.province_code)}
    if row.rank is None:
        return text("finding.title.own_missing", lang, **blanks)
    to, n = str(row.rank), newest.n
    if row.rank_change is None or row.former_rank is None or newest.former is None:
        placed_ = phrases.placed(row.tied, lang)
        return text("finding.title.place_now", lang, placed=placed_, rank=to, n=n, **blanks)
    former = dates.period(newest.former, lang)
    if not row.rank_change:
        return text("finding.title.place_same", lang, former=former, to=to, n=n, **blanks)
    return text(
        "finding.title.place_over",
        lang,
        former=former,
        move=phrases.move(row.rank_change, lang),
        way=text(f"finding.title.{'up' if row.rank_change > 0 else 'down'}", lang),
        to=to,
        n=n,
        **blanks,
        **{"from": str(row.former_rank)},
    )


def _line(scope: Scope, lists: Sequence[Ranking], row: Row) -> TableLine:
    cells = [Cell(row.label)]
    for one in lists:
        each = one.row(row.province_code)
        missing = text("value.missing", scope.lang)
        value = missing if each.value is None else number(each.value, one.decimals, scope.lang)
        cells.append(Cell(value, each.value))
        cells.append(Cell("–" if each.rank is None else str(each.rank), each.rank))
    return TableLine(tuple(cells), is_home=row.province_code == scope.home)
