"""Turn the cells of a table into entries: one figure with its row, indicator, period and status."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import repeat
from typing import NamedTuple

from data.ingest import headings, periods
from data.ingest.answers import AS_IS
from data.ingest.book import Cell as Written
from data.ingest.book import address, text_of
from data.ingest.columns import Columns, FigureColumn, of_flow
from data.ingest.doubts import SILENT, Doubt, shown, tell
from data.ingest.issues import Issue
from data.ingest.merged import Boxes, merged_figures
from data.ingest.numerals import Figure, Problem, read_column
from data.ingest.questions import Given
from data.ingest.table import Row, RowKind, Table
from data.ingest.typed import is_possible
from indicators.model import Status

_PARTS = {"month": "tháng", "quarter": "quý"}
_STORED = frozenset((None, Problem.BLANK, Problem.MISSING))


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of a table, of a province or of a total; ``value`` ``None`` when missing."""

    sheet: str
    row: Row
    column: int
    heading: str
    indicator: str
    period: str
    value: float | None
    status: Status
    is_turned: bool = False

    @property
    def cell(self) -> str:
        """The cell in its table: ``B17``."""
        return address(self.row.index, self.column)

    @property
    def place(self) -> str:
        """The cell as a person finds it: ``DTI 2023!B17``."""
        row, column = self.row.index, self.column
        return f"{self.sheet}!{address(column, row) if self.is_turned else self.cell}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller knows beside the sheet: flow and period, and the period of the title."""

    flow: str | None
    period: str | None
    title_period: str | None

    @property
    def fallback(self) -> str | None:
        """The period of figures for which neither column nor row names one: a person's first."""
        return self.period or self.title_period


class Span(NamedTuple):
    """Figures that should cover the whole list: of one period, column and indicator."""

    period: str
    column: int
    indicator: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says for all its figures; ``words`` is its cell of the indicator.

    ``unknown_status`` holds the words of a status cell that is not in the dictionary, ``unread``
    those of a period that is none: no figure of such a row has a period of the title.
    """

    row: Row
    period: str | None
    status: Status | None
    words: str
    indicators: frozenset[str]
    unknown_status: str = ""
    unread: str = ""


def read_rows(table: Table, columns: Columns, asked: Asked) -> list[Said]:
    """Read the cells of each row that are no figures: period, status, indicator."""
    read = lru_cache(maxsize=None, typed=True)(partial(_said, columns, asked))
    cells = (
        table.cells(columns.roles[role]) if role in columns.roles else repeat(None)
        for role in ("period", "status", "indicator", *_PARTS)
    )
    said = map(read, *cells)
    return [Said(row, *one) for row, one in zip(table.rows, said, strict=False)]


_Words = tuple[str | None, Status | None, str, frozenset[str], str, str]
"""What a row says, as ``Said`` holds it."""


def _said(
    columns: Columns,
    asked: Asked,
    period: Written,
    status: Written,
    words: Written,
    *parts: Written,
) -> _Words:
    """Read the cells of one row; the rows of a long table say the same in many of them."""
    stated = text_of(status)
    meant = headings.status_of(stated) if stated else None
    unknown = stated if meant is None else ""
    if meant is None and isinstance(period, str):
        meant = headings.status_in(period)
    text = words if isinstance(words, str) else ""
    ids = of_flow(columns.named(text), asked.flow) if text else frozenset()
    written = dict(zip(_PARTS.values(), parts, strict=True))
    when, unread = periods.of_row(period, written, (asked.title_period or "")[:4])
    return when, meant, text, ids, unknown, unread


def with_statuses(
    table: Table, columns: Columns, rows: Iterable[Said], given: Given
) -> tuple[list[Said], list[Issue]]:
    """Ask once for every status that is not in the dictionary; until then it is provisional."""
    listed = list(rows)
    asked: dict[str, Issue] = {}
    for said in listed:
        if said.unknown_status and said.row.kind == RowKind.PROVINCE:
            place = table.place(said.row.index, columns.roles["status"])
            words = said.unknown_status
            asked.setdefault(words, Issue("issue.status_unknown", place, words))
    held = given.settle(asked.values())
    meant = {words: Status(held[one.cell] or Status.P) for words, one in asked.items()}
    settled = [
        replace(said, status=said.status or meant.get(said.unknown_status, Status.P))
        if said.unknown_status
        else said
        for said in listed
    ]
    return settled, list(asked.values())


def periods_of(columns: Columns, rows: Iterable[Said], asked: Asked) -> frozenset[str]:
    """Give the periods of which a table can have figures, whatever its cells say."""
    of_columns = {(one.period, one.fallback) for one in columns.figures}
    of_rows = {said.period for said in rows}
    pairs = {
        one or other or fallback or asked.fallback
        for one, fallback in of_columns
        for other in of_rows
    }
    return frozenset(period for period in pairs if period)


@dataclass(slots=True)
class Reading:
    """What the cells of a table say; ``spans`` holds the rows that say something, by span."""

    entries: list[Entry]
    issues: list[Issue]
    spans: dict[Span, set[int]]


class Cell(NamedTuple):
    """One cell of figures: what its row says, what it holds, what it is of and when."""

    column: FigureColumn
    said: Said
    figure: Figure
    indicator: str
    period: str | None

    @property
    def place(self) -> tuple[int, int]:
        """Row and column."""
        return self.said.row.index, self.column.column


def read_entries(
    table: Table,
    columns: Columns,
    rows: list[Said],
    asked: Asked,
    places: Mapping[int, str],
    given: Given,
) -> Reading:
    """Read every column of figures; what is not a figure becomes an issue."""
    boxes = merged_figures(table, (one.column for one in columns.figures), given)
    cells = [cell for one in columns.figures for cell in _cells(table, one, rows, asked, boxes)]
    doubts = [
        Doubt(one.said.row, one.column, one.figure, one.indicator)
        for one in cells
        if one.figure.problem not in SILENT and one.said.row.index in places
    ]
    settled = tell(table, doubts, given)
    contradicted = _contradictions(table, cells, places)
    held = given.settle(contradicted.values())
    reading = Reading([], [*boxes.issues, *settled.issues, *contradicted.values()], {})
    right = {place for place, issue in contradicted.items() if held[issue.cell] == AS_IS}
    rows_of: dict[tuple[str, int, str], set[int]] = {}
    for cell in cells:
        if cell.period is None:
            continue
        row, column = cell.said.row.index, cell.column.column
        rows_of.setdefault((cell.period, column, cell.indicator), set()).add(row)
        figure = settled.figures.get((row, column), cell.figure)
        if figure.problem in _STORED:
            reading.entries.append(_entry(table, cell, figure, is_right=(row, column) in right))
    reading.spans.update({Span(*span): rows for span, rows in rows_of.items()})
    return reading


def _cells(
    table: Table, column: FigureColumn, rows: list[Said], asked: Asked, boxes: Boxes
) -> Iterator[Cell]:
    """Yield the cells of a column that say something of a known indicator."""
    places = [(said.row.index, column.column) for said in rows]
    found = table.sheet.down([row for row, _ in places], column.column)
    if boxes.filled:
        found = [boxes.filled.get(at, cell) for at, cell in zip(places, found, strict=True)]
    for said, place, read in zip(rows, places, read_column(found), strict=True):
        ids = column.indicators or said.indicators
        figure = Figure(problem=Problem.MERGED) if place in boxes.empty else read
        if len(ids) != 1 or _says_nothing(said, figure):
            continue
        (indicator,) = ids
        if figure.problem == Problem.UNCLEAR:
            figure = in_range(figure, indicator)
        around = None if said.unread else column.fallback or asked.fallback
        period = column.period or said.period or around
        yield Cell(column, said, figure, indicator, period)


def _says_nothing(said: Said, figure: Figure) -> bool:
    """A blank cell takes no figure away, unless the status of its row says "missing"."""
    return figure.problem is Problem.BLANK and said.status is not Status.M


def _contradictions(
    table: Table, cells: Iterable[Cell], places: Mapping[int, str]
) -> dict[tuple[int, int], Issue]:
    """Ask about figures in rows that say "missing"."""
    return {
        one.place: Issue(
            "issue.status_contradicts_value",
            table.place(*one.place),
            shown(table, *one.place),
            about=one.indicator,
        )
        for one in cells
        if one.said.status is Status.M
        and one.said.row.index in places
        and one.figure.value is not None
    }


def _entry(table: Table, cell: Cell, figure: Figure, *, is_right: bool) -> Entry:
    """Make the entry of a cell; its status is the row's, else the heading's, else official.

    ``is_right``: a person says that the figure stands, whatever its row calls it.
    """
    status = (None if is_right else cell.said.status) or cell.column.status or Status.A
    if figure.value is None:
        status = Status.M
    return Entry(
        sheet=table.sheet.name,
        row=cell.said.row,
        column=cell.column.column,
        heading=cell.column.heading,
        indicator=cell.indicator,
        period=cell.period or "",
        value=None if status == Status.M else figure.value,
        status=status,
        is_turned=table.sheet.is_turned,
    )


def in_range(figure: Figure, indicator: str) -> Figure:
    """Take the one reading of an unclear number that the indicator can have, if it is one."""
    possible = [value for value in figure.readings if is_possible(value, indicator)]
    return Figure(possible[0]) if len(possible) == 1 else figure
