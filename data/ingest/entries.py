"""Turn the cells of a table into entries: one figure with its row, indicator, period and status."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.catalogue import indicators
from data.ingest import headings, periods
from data.ingest.book import address
from data.ingest.columns import Columns, FigureColumn, of_flow
from data.ingest.issues import Issue
from data.ingest.numerals import Figure, Problem, read_column
from data.ingest.table import Row, Table
from indicators.model import Status


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
        """The period of figures for which neither column nor row names one."""
        return self.title_period or self.period


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says for all its figures; ``words`` is its cell of the indicator."""

    row: Row
    period: str | None
    status: Status | None
    words: str
    indicators: frozenset[str]


def read_rows(table: Table, columns: Columns, asked: Asked) -> list[Said]:
    """Read the cells of each row that are no figures: period, status, indicator."""
    return [_said(table, columns, asked, row) for row in table.rows]


def _said(table: Table, columns: Columns, asked: Asked, row: Row) -> Said:
    cells = {role: table.sheet.at(row.index, column) for role, column in columns.roles.items()}
    period, status, words = (cells.get(role) for role in ("period", "status", "indicator"))
    meant = headings.status_of(status) if isinstance(status, str) else None
    if meant is None and isinstance(period, str):
        meant = headings.status_in(period)
    text = words if isinstance(words, str) else ""
    ids = of_flow(headings.candidates(text), asked.flow) if text else frozenset()
    return Said(row, periods.of_cell(period), meant, text, ids)


def rows_by_period(columns: Columns, rows: Iterable[Said], asked: Asked) -> dict[str, set[int]]:
    """Indices of the rows that have a cell for each period, whatever the cell says."""
    found: dict[str, set[int]] = {}
    of_columns = {one.period for one in columns.figures}
    for said in rows:
        for period in {one or said.period or asked.fallback for one in of_columns}:
            if period:
                found.setdefault(period, set()).add(said.row.index)
    return found


def read_entries(
    table: Table, columns: Columns, rows: list[Said], asked: Asked, places: Mapping[int, str]
) -> tuple[list[Entry], list[Issue]]:
    """Read every column of figures; what is not a figure becomes an issue."""
    entries: list[Entry] = []
    issues: list[Issue] = []
    for column in columns.figures:
        named = _indicators(column, rows)
        issues += dict.fromkeys(_unnamed(table, columns, column, rows))
        found, told = _read_column(table, column, rows, named, asked, places)
        entries += found
        issues += told
    return entries, issues


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
        ids, words = column.indicators, column.heading
        place = table.place(table.header, column.column)
        if not ids and said.words:
            ids, words, place = said.indicators, said.words, table.place(said.row.index, where)
        if len(ids) == 1 or words in seen:
            continue
        seen.add(words)
        names = "; ".join(indicators()[one].name.vi for one in sorted(ids))
        code = "issue.indicator_unclear" if ids else "issue.column_left_out"
        yield Issue(code, place, words, names)


def _read_column(
    table: Table,
    column: FigureColumn,
    rows: list[Said],
    named: list[str | None],
    asked: Asked,
    places: Mapping[int, str],
) -> tuple[list[Entry], list[Issue]]:
    figures = read_column(table.sheet.at(said.row.index, column.column) for said in rows)
    entries: list[Entry] = []
    doubts: list[tuple[Row, Figure, str]] = []
    lacks_period = False
    for said, read, indicator in zip(rows, figures, named, strict=True):
        if indicator is None:
            continue
        figure = _in_range(read, indicator)
        period = column.period or said.period or asked.fallback
        if figure.problem and said.row.index in places:
            doubts.append((said.row, figure, indicator))
        lacks_period = lacks_period or period is None
        if period and figure.problem in (None, Problem.MISSING, Problem.DASH):
            entries.append(_entry(table, column, said, figure, indicator, period))
    issues = list(_told(table, column, doubts))
    if lacks_period:
        place = table.place(table.header, column.column)
        issues.insert(0, Issue("issue.period_unknown", place, column.heading))
    return entries, issues


def _entry(
    table: Table, column: FigureColumn, said: Said, figure: Figure, indicator: str, period: str
) -> Entry:
    """Make an entry; its status is the row's, else the heading's, else official."""
    status = said.status or column.status or Status.A
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


def _told(
    table: Table, column: FigureColumn, doubts: Iterable[tuple[Row, Figure, str]]
) -> Iterator[Issue]:
    """Say what is doubtful: cell by cell, or once for a column where one answer serves all."""
    once: dict[Problem, tuple[str, str]] = {}
    for row, figure, indicator in doubts:
        place = table.place(row.index, column.column)
        found = _shown(table, row.index, column.column)
        if figure.problem in (Problem.DASH, Problem.UNCLEAR, Problem.FORMULA):
            once.setdefault(figure.problem, (place, found))
        elif figure.problem not in (None, Problem.MISSING):
            yield Issue(f"issue.{figure.problem}", place, found, about=indicator)
    for problem, (place, found) in once.items():
        expected = _readings(found) if problem == Problem.UNCLEAR else ""
        yield Issue(f"issue.{problem}", place, found, expected, column.heading)


def _readings(text: str) -> str:
    """The two readings of "1.234", in words that need no language: "1234 / 1,234"."""
    digits = text.replace(".", "").replace(",", "")
    return f"{digits} / {text.replace('.', ',')}"


def _shown(table: Table, row: int, column: int) -> str:
    """Give a cell as its words, for an issue."""
    cell = table.sheet.at(row, column)
    if isinstance(cell, float):
        return f"{cell:.12g}"
    text = getattr(cell, "text", cell)
    return "" if text is None else str(text)[:80]
