"""Turn the cells of a table into entries: one figure with its row, indicator, period and status."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.catalogue import indicators
from data.ingest import headings, periods
from data.ingest.book import address, text_of
from data.ingest.columns import Columns, FigureColumn, of_flow
from data.ingest.doubts import SILENT, Doubt, shown, tell
from data.ingest.issues import Issue
from data.ingest.merged import merged_figures
from data.ingest.numerals import Figure, Problem, read_column
from data.ingest.table import Row, RowKind, Table
from indicators.model import Status

_STORED = frozenset((None, Problem.BLANK, Problem.MISSING, Problem.DASH))


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

    @property
    def cell(self) -> str:
        """The cell in its sheet: ``B17``."""
        return address(self.row.index, self.column)

    @property
    def place(self) -> str:
        """The cell as a person finds it: ``DTI 2023!B17``."""
        return f"{self.sheet}!{self.cell}"


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

    ``unknown_status`` holds the words of a status cell that is not in the dictionary.
    """

    row: Row
    period: str | None
    status: Status | None
    words: str
    indicators: frozenset[str]
    unknown_status: str = ""


def read_rows(table: Table, columns: Columns, asked: Asked) -> list[Said]:
    """Read the cells of each row that are no figures: period, status, indicator."""
    return [_said(table, columns, asked, row) for row in table.rows]


def _said(table: Table, columns: Columns, asked: Asked, row: Row) -> Said:
    cells = {role: table.sheet.at(row.index, column) for role, column in columns.roles.items()}
    period, status, words = (cells.get(role) for role in ("period", "status", "indicator"))
    stated = text_of(status)
    meant = headings.status_of(stated) if stated else None
    unknown = stated if meant is None else ""
    if meant is None and isinstance(period, str):
        meant = headings.status_in(period)
    text = words if isinstance(words, str) else ""
    ids = of_flow(headings.candidates(text), asked.flow) if text else frozenset()
    return Said(row, periods.of_cell(period), meant, text, ids, unknown)


def check_statuses(table: Table, columns: Columns, rows: Iterable[Said]) -> Iterator[Issue]:
    """Ask once for every status that is not in the dictionary; accepted, it is provisional."""
    first: dict[str, int] = {}
    for said in rows:
        if said.unknown_status and said.row.kind == RowKind.PROVINCE:
            first.setdefault(said.unknown_status, said.row.index)
    for words, row in first.items():
        yield Issue("issue.status_unknown", table.place(row, columns.roles["status"]), words)


def periods_of(columns: Columns, rows: Iterable[Said], asked: Asked) -> frozenset[str]:
    """Give the periods of which a table can have figures, whatever its cells say."""
    of_columns = {one.period for one in columns.figures}
    of_rows = {said.period for said in rows}
    pairs = {one or other or asked.fallback for one in of_columns for other in of_rows}
    return frozenset(period for period in pairs if period)


@dataclass(slots=True)
class Reading:
    """What the cells of a table say; ``spans`` holds the rows that say something, by span."""

    entries: list[Entry]
    issues: list[Issue]
    spans: dict[Span, set[int]]


def read_entries(
    table: Table, columns: Columns, rows: list[Said], asked: Asked, places: Mapping[int, str]
) -> Reading:
    """Read every column of figures; what is not a figure becomes an issue."""
    boxed, issues = merged_figures(table, (one.column for one in columns.figures))
    reading = Reading([], [*check_statuses(table, columns, rows), *issues], {})
    for column in columns.figures:
        named = _indicators(column, rows)
        reading.issues += dict.fromkeys(_unnamed(table, columns, column, rows))
        figures = [
            Figure(problem=Problem.MERGED) if (said.row.index, column.column) in boxed else figure
            for said, figure in zip(rows, _figures(table, column, rows), strict=True)
        ]
        _read_column(
            table, column, list(zip(rows, figures, named, strict=True)), asked, places, reading
        )
    return reading


def _figures(table: Table, column: FigureColumn, rows: Iterable[Said]) -> list[Figure]:
    return read_column(table.sheet.at(said.row.index, column.column) for said in rows)


def _indicators(column: FigureColumn, rows: Iterable[Said]) -> list[str | None]:
    """The one indicator of each cell, by its column or in a long table by its row."""
    ids = (column.indicators or said.indicators for said in rows)
    return [next(iter(one)) if len(one) == 1 else None for one in ids]


def _unnamed(
    table: Table, columns: Columns, column: FigureColumn, rows: Iterable[Said]
) -> Iterator[Issue]:
    """Tell of cells without an indicator, and ask where there are several."""
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
        place = table.place(*cell)
        names = "; ".join(indicators()[one].name.vi for one in sorted(ids))
        code = "issue.indicator_unclear" if ids else "issue.column_left_out"
        yield Issue(code, place, words, names)


def _read_column(
    table: Table,
    column: FigureColumn,
    cells: list[tuple[Said, Figure, str | None]],
    asked: Asked,
    places: Mapping[int, str],
    reading: Reading,
) -> None:
    """Read one column into ``reading``: row, figure and indicator of each of its cells."""
    doubts: list[Doubt] = []
    contradicted: list[Issue] = []
    lacks_period = False
    for said, read, indicator in cells:
        if indicator is None or _says_nothing(said, read):
            continue
        figure = _in_range(read, indicator)
        period = column.period or said.period or asked.fallback
        if said.row.index in places:
            if figure.problem not in SILENT:
                doubts.append(Doubt(said.row, figure, indicator))
            elif said.status == Status.M and figure.value is not None:
                contradicted.append(_contradicted(table, column, said, indicator))
        if period is None:
            lacks_period = True
            continue
        reading.spans.setdefault(Span(period, column.column, indicator), set()).add(said.row.index)
        if figure.problem in _STORED:
            reading.entries.append(_entry(table, column, said, figure, indicator, period))
    if lacks_period:
        place = table.place(table.header, column.column)
        reading.issues.append(Issue("issue.period_unknown", place, column.heading))
    reading.issues += [*tell(table, column, doubts), *contradicted]


def _says_nothing(said: Said, figure: Figure) -> bool:
    """A blank cell takes no figure away, unless the status of its row says "missing"."""
    return figure.problem == Problem.BLANK and said.status != Status.M


def _contradicted(table: Table, column: FigureColumn, said: Said, indicator: str) -> Issue:
    place = table.place(said.row.index, column.column)
    found = shown(table, said.row.index, column.column)
    return Issue("issue.status_contradicts_value", place, found, about=indicator)


def _entry(
    table: Table, column: FigureColumn, said: Said, figure: Figure, indicator: str, period: str
) -> Entry:
    """Make an entry; its status is the row's, else the heading's, else official."""
    unsure = Status.P if said.unknown_status else None
    status = said.status or unsure or column.status or Status.A
    if figure.value is None:
        status = Status.M
    return Entry(
        sheet=table.sheet.name,
        row=said.row,
        column=column.column,
        heading=column.heading,
        indicator=indicator,
        period=period,
        value=None if status == Status.M else figure.value,
        status=status,
    )


def _in_range(figure: Figure, indicator: str) -> Figure:
    """Take the one reading of an unclear number that the indicator can have."""
    if figure.problem != Problem.UNCLEAR:
        return figure
    possible = [value for value in figure.readings if is_possible(value, indicator)]
    return Figure(possible[0]) if len(possible) == 1 else figure


def is_possible(value: float, indicator: str) -> bool:
    """Whether a value lies within the range of its indicator."""
    low, high = indicators()[indicator].range
    return low <= value <= high
