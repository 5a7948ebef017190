"""Which indicator figures are of, where headings leave it open; and what a person says to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.ingest import headings
from data.ingest.answers import LEAVE_OUT
from data.ingest.choices import indicator_option
from data.ingest.columns import Columns, FigureColumn, read_columns
from data.ingest.entries import Said
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.table import Table

_LEFT_OUT = "issue.column_left_out"


def columns_of(table: Table, flow: str | None, taught: Mapping[str, str], given: Given) -> Columns:
    """Read the columns; a heading that a person explains is as if it had been taught."""
    columns = read_columns(table, flow, taught)
    told = [one for one in columns.issues if one.code == _LEFT_OUT]
    held = given.settle(told)
    explained = {
        headings.key(one.found): choice
        for one in told
        if (choice := held[one.cell]) and choice != LEAVE_OUT
    }
    if not explained:
        return columns
    again = read_columns(table, flow, {**taught, **explained})
    kept = [one for one in told if one not in again.issues and given.is_answered(one)]
    return replace(again, issues=(*again.issues, *kept))


@dataclass(frozen=True, slots=True)
class _Point:
    """Words that name no indicator, or several, and where they stand."""

    words: str
    of_row: bool
    issue: Issue


def settle_indicators(
    table: Table, columns: Columns, rows: list[Said], given: Given
) -> tuple[Columns, list[Said], list[Issue]]:
    """Ask where words name no indicator, or several; the answer makes them name one."""
    points = list(_points(table, columns, rows))
    held = given.settle(dict.fromkeys(one.issue for one in points))
    of_columns = {one.words: held[one.issue.cell] for one in points if not one.of_row}
    of_rows = {one.words: held[one.issue.cell] for one in points if one.of_row}
    figures = tuple(
        replace(one, indicators=_meant(of_columns.get(one.heading), one.indicators))
        for one in columns.figures
    )
    settled = [
        replace(one, indicators=_meant(of_rows[one.words], one.indicators))
        if one.words in of_rows
        else one
        for one in rows
    ]
    issues = list(dict.fromkeys(one.issue for one in points))
    return replace(columns, figures=figures), settled, issues


def _meant(choice: str | None, ids: frozenset[str]) -> frozenset[str]:
    return frozenset((choice,)) if choice and choice != LEAVE_OUT else ids


def _points(table: Table, columns: Columns, rows: Iterable[Said]) -> Iterator[_Point]:
    listed = list(rows)
    for column in columns.figures:
        yield from _of_column(table, columns, column, listed)


def _of_column(
    table: Table, columns: Columns, column: FigureColumn, rows: Iterable[Said]
) -> Iterator[_Point]:
    """Yield each text once that leaves the indicator of cells of this column open."""
    if len(column.indicators) == 1:
        return
    where = columns.roles.get("indicator", column.column)
    seen: set[str] = set()
    for said in rows:
        of_row = not column.indicators and bool(said.words)
        ids = said.indicators if of_row else column.indicators
        words = said.words if of_row else column.heading
        if len(ids) == 1 or words in seen:
            continue
        seen.add(words)
        cell = (said.row.index, where) if of_row else (table.header, column.column)
        yield _Point(words, of_row, _issue(table.place(*cell), words, ids))


def _issue(place: str, words: str, ids: frozenset[str]) -> Issue:
    options = tuple(indicator_option(one) for one in sorted(ids))
    names = "; ".join(one.words.vi for one in options)
    code = "issue.indicator_unclear" if ids else _LEFT_OUT
    return Issue(code, place, words, names, options=options)
