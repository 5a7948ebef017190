"""Columns in which every cell is a figure and none asks anything: they are read as a whole.

Nearly every column of a long table is one. Each check of the stages behind is decided here for the
column; where one could have anything to say, the column goes cell by cell, as ``entries`` reads it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, compress
from math import isfinite
from typing import cast

from data.catalogue import indicators
from data.ingest.book import Cell
from data.ingest.columns import Columns, FigureColumn
from data.ingest.entries import Asked, Entry, Said, Span
from data.ingest.measure import in_scale
from data.ingest.slips import is_count, is_percent_of_index
from data.ingest.stated import Units
from data.ingest.table import Row, RowKind, Table
from indicators.model import Status

_PLAIN = frozenset((float, type(None)))


@dataclass(frozen=True)
class Lines:
    """What the rows of figures say of them, one item a row; columns without a gap share theirs."""

    rows: list[Row]
    periods: list[str]
    statuses: list[Status | None]

    @cached_property
    def indexes(self) -> list[int]:
        """The rows in their sheet, from zero."""
        return [row.index for row in self.rows]

    @cached_property
    def are_provinces(self) -> list[bool]:
        """Which of the rows are those of provinces."""
        return [row.kind == RowKind.PROVINCE for row in self.rows]

    @cached_property
    def by_period(self) -> Mapping[str, set[int]]:
        """The rows of each period."""
        found: dict[str, set[int]] = {}
        for index, period in zip(self.indexes, self.periods, strict=True):
            found.setdefault(period, set()).add(index)
        return found

    def only(self, kept: list[bool]) -> "Lines":
        """Leave rows out."""
        return Lines(
            rows=list(compress(self.rows, kept)),
            periods=list(compress(self.periods, kept)),
            statuses=list(compress(self.statuses, kept)),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one column, in the indicator's unit and on its scale: a value for each row."""

    column: FigureColumn
    indicator: str
    lines: Lines
    values: list[float]

    @property
    def other_status(self) -> Status:
        """The status of figures whose row has none: the heading's, else official."""
        return self.column.status or Status.A

    @property
    def spans(self) -> dict[Span, set[int]]:
        """The rows that say something, by what they say it of."""
        of = self.lines.by_period.items()
        return {Span(at, self.column.column, self.indicator): rows for at, rows in of}

    def entries(self, sheet: str, *, is_turned: bool = False) -> Iterator[Entry]:
        """Yield the figures one by one, for checks across columns."""
        lines, column = self.lines, self.column
        for row, period, value, status in zip(
            lines.rows, lines.periods, self.values, lines.statuses, strict=True
        ):
            yield Entry(
                *(sheet, row, column.column, column.heading),
                *(self.indicator, period, value, status or self.other_status),
                is_turned=is_turned,
            )


def plain_runs(
    table: Table, columns: Columns, rows: list[Said], asked: Asked
) -> tuple[list[Run], Columns]:
    """Read the columns that ask nothing, and give those that are left."""
    if table.total or "unit" in columns.roles or any(one.status is Status.M for one in rows):
        return [], columns
    finder = _Finder(table, columns, rows, asked)
    runs = {one.column: run for one in columns.figures if (run := finder.run(one))}
    rest = tuple(one for one in columns.figures if one.column not in runs)
    return list(runs.values()), replace(columns, figures=rest)


def with_runs(table: Table, entries: list[Entry], runs: Iterable[Run]) -> Iterable[Entry]:
    """Give all figures one by one where rows of totals must be compared with them."""
    if not any(row.kind in (RowKind.TOTAL, RowKind.REGION) for row in table.rows):
        return []
    name, is_turned = table.sheet.name, table.sheet.is_turned
    return chain(entries, *(run.entries(name, is_turned=is_turned) for run in runs))


class _Finder:
    """Looks at the columns of one table; what their rows share is gathered once."""

    def __init__(self, table: Table, columns: Columns, rows: list[Said], asked: Asked) -> None:
        self._table, self._rows, self._asked = table, rows, asked
        self._ranked = {one.column for one in columns.ranks.values()}
        self._boxes = [box for box in table.sheet.merged if box[2] > table.header]
        self._units = Units(table)
        self._lines: dict[tuple[str | None, str | None], tuple[list[bool], Lines]] = {}

    def run(self, column: FigureColumn) -> Run | None:
        """Give the figures of a column; ``None`` where one of them could be asked about."""
        if len(column.indicators) != 1 or self._is_special(column.column):
            return None
        (indicator,) = column.indicators
        cells = self._table.cells(column.column)
        kinds = set(map(type, cells))
        if float not in kinds or not kinds <= _PLAIN:
            return None
        lines, values = self._figures(column, cells)
        if not _asks_nothing(lines, values, indicator):
            return None
        if is_percent_of_index(column.heading, indicator):
            return None
        is_ours = self._units.factor(indicator, column.heading) == 1
        return Run(column, indicator, lines, values) if is_ours else None

    def _is_special(self, column: int) -> bool:
        """Whether ranks stand beside a column, or a merged cell stands in it."""
        return column in self._ranked or any(box[1] <= column <= box[3] for box in self._boxes)

    def _figures(self, column: FigureColumn, cells: list[Cell]) -> tuple[Lines, list[float]]:
        """Leave out the rows without a figure, and those without a period."""
        dated, lines = self._dated(column)
        said = cells if all(dated) else list(compress(cells, dated))
        if None in said:
            filled = [cell is not None for cell in said]
            lines, said = lines.only(filled), list(compress(said, filled))
        return lines, cast("list[float]", said)  # ``run`` has looked: figures or nothing

    def _dated(self, column: FigureColumn) -> tuple[list[bool], Lines]:
        """Say which rows have a period, and what those say."""
        key = column.period, column.fallback or self._asked.fallback
        if key not in self._lines:
            found = [_period(said, *key) for said in self._rows]
            dated = [one is not None for one in found]
            kept = list(compress(self._rows, dated))
            periods = [one for one in found if one is not None]
            lines = Lines([one.row for one in kept], periods, [one.status for one in kept])
            self._lines[key] = dated, lines
        return self._lines[key]


def _period(said: Said, own: str | None, around: str | None) -> str | None:
    return own or said.period or (None if said.unread else around)


def _asks_nothing(lines: Lines, values: list[float], indicator: str) -> bool:
    """Whether all values are possible, on the indicator's scale, and whole where things are."""
    if not values or not isfinite(sum(values)):
        return False
    low, high = indicators()[indicator].range
    if min(values) < low or max(values) > high:
        return False
    if is_count(indicator) and not all(map(float.is_integer, values)):
        return False
    return in_scale(list(compress(values, lines.are_provinces)), indicator)
