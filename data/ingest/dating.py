"""Of which period figures are, where sheet and person say different things, or nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from data.ingest import periods
from data.ingest.answers import LEAVE_OUT
from data.ingest.columns import Columns, FigureColumn
from data.ingest.entries import Asked, Said
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.table import RowKind, Table
from indicators.model import Status
from indicators.period import parse

_DATING = ("period", "month", "quarter")


@dataclass(frozen=True, slots=True)
class Dated:
    """Columns with the periods that hold for them, and what was asked on the way."""

    columns: Columns
    asked: Asked
    issues: tuple[Issue, ...]


def dated(
    table: Table, columns: Columns, flow: str | None, period: str | None, given: Given
) -> Dated:
    """Let the period that a person gives stand above the one that title or headings name.

    Headings of several periods, and rows that name theirs, keep what they say.
    """
    stated = table.by_title(periods.in_title)
    named = {one.period for one in columns.figures}
    has_rows = "period" in columns.roles
    if period and len(named) == 1 and None not in named and not has_rows:
        stated = named.pop()
        columns = _with_periods(columns, {one.column: None for one in columns.figures})
    issues = [*_period_differs(table, columns, period, stated)]
    if not period and not has_rows:
        issues += [*_two_periods(table, columns), *_title_differs(table, columns, stated)]
    held = given.settle(issues)
    if period and issues:
        period = held[issues[0].cell]
    else:
        columns = _decided(table, columns, held)
    return Dated(columns, Asked(flow, period, stated), tuple(issues))


def _with_periods(columns: Columns, by_column: dict[int, str | None]) -> Columns:
    figures = (
        replace(one, period=by_column.get(one.column, one.period)) for one in columns.figures
    )
    return replace(columns, figures=tuple(figures))


def _decided(table: Table, columns: Columns, held: dict[str, str | None]) -> Columns:
    """Give the columns that were asked about their period, or leave them out."""
    chosen = {
        one.column: held[place]
        for one in columns.figures
        if (place := table.place(table.header, one.column)) in held
    }
    kept = [one for one in columns.figures if chosen.get(one.column) != LEAVE_OUT]
    return _with_periods(replace(columns, figures=tuple(kept)), chosen)


def _period_differs(
    table: Table, columns: Columns, period: str | None, stated: str | None
) -> Iterator[Issue]:
    """Ask when the person and the title say different periods for the same figures."""
    is_open = any(one.period is None for one in columns.figures) and "period" not in columns.roles
    if is_open and period and stated and period != stated:
        yield Issue("issue.period_differs", table.place(0, 0), stated, period)


def _two_periods(table: Table, columns: Columns) -> Iterator[Issue]:
    """Ask about a heading that names several years, or one in words that nobody knows.

    The title's is not meant then: "tuần 3/2026" is not the year 2026.
    """
    for one in columns.figures:
        years = len(periods.years_in(one.heading)) if one.period is None else 0
        if years:
            code = "issue.two_periods" if years > 1 else "issue.period_unread"
            yield Issue(code, _head(table, one), one.heading)


def _title_differs(table: Table, columns: Columns, stated: str | None) -> Iterator[Issue]:
    """Ask when all figures are of one year by their headings and of another by the title."""
    named = {one.period for one in columns.figures}
    (only, *others) = named or {None}
    if only is None or others or stated is None or parse(only).year == parse(stated).year:
        return
    for one in columns.figures:
        yield Issue("issue.title_period_differs", _head(table, one), only, stated)


def _head(table: Table, column: FigureColumn) -> str:
    return table.place(table.header, column.column)


def with_fallbacks(
    table: Table, columns: Columns, rows: Iterable[Said], asked: Asked, given: Given
) -> tuple[Columns, list[Issue]]:
    """Ask for the period of figures that nothing dates."""
    listed = list(rows)
    if asked.fallback:
        return columns, []
    undated = [said for said in listed if said.period is None and not said.unread]
    issues = {
        one.column: Issue("issue.period_unknown", _head(table, one), one.heading)
        for one in columns.figures
        if one.period is None and any(_says_something(table, one, said) for said in undated)
    }
    held = given.settle(issues.values())
    chosen = {
        column: choice
        for column, issue in issues.items()
        if (choice := held[issue.cell]) and choice != LEAVE_OUT
    }
    figures = (replace(one, fallback=chosen.get(one.column)) for one in columns.figures)
    return replace(columns, figures=tuple(figures)), list(issues.values())


def with_unread(
    table: Table, columns: Columns, rows: Iterable[Said], given: Given
) -> tuple[list[Said], list[Issue]]:
    """Ask once for every period of a row that nobody knows; until then its figures have none."""
    listed = list(rows)
    asked: dict[str, Issue] = {}
    where = min((columns.roles[role] for role in _DATING if role in columns.roles), default=0)
    for said in listed:
        if said.unread and said.row.kind == RowKind.PROVINCE:
            place = table.place(said.row.index, where)
            asked.setdefault(said.unread, Issue("issue.period_unread", place, said.unread))
    held = given.settle(asked.values())
    chosen = {words: held[one.cell] for words, one in asked.items()}
    settled = [
        replace(said, period=choice, unread="")
        if (choice := chosen.get(said.unread)) and choice != LEAVE_OUT
        else said
        for said in listed
    ]
    return settled, list(asked.values())


def _says_something(table: Table, column: FigureColumn, said: Said) -> bool:
    """Whether a cell says something of a known indicator."""
    says = table.sheet.at(said.row.index, column.column) is not None or said.status == Status.M
    return says and len(column.indicators or said.indicators) == 1
