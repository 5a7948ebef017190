"""Make observations of the figures of one table, in the order of its cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from typing import TypeVar

from data.catalogue import indicators
from data.ingest.book import letters_of
from data.ingest.columns import Columns
from data.ingest.entries import Entry
from data.ingest.places import Places
from data.ingest.plain import Lines, Run
from data.ingest.sources import source_lines, source_of
from data.ingest.table import Table
from indicators.model import Observation, Status, in_bulk

K = TypeVar("K")
_WIDTH = 20_000  # more columns than a sheet has: row * _WIDTH + column is the place of a cell


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of columns that share them: those of provinces, and what of them observations say.

    ``kept`` tells which of the lines they are. ``words`` are those of their sources.
    """

    kept: list[bool]
    codes: list[str]
    periods: list[str]
    numbers: list[str]
    starts: list[int]
    words: list[str]
    statuses: list[Status | None]


class Observed:
    """Makes observations of figures whose rows have a province; other rows are left out.

    ``is_sample``: the workbook says that all its figures are illustrative.
    """

    def __init__(self, table: Table, columns: Columns, places: Places, *, is_sample: bool) -> None:
        self._sheet, self._places, self._is_sample = table.sheet, places, is_sample
        self._source = columns.roles.get("source")
        self._lines = source_lines([*table.context, *table.lines])

    def of(self, entries: Iterable[Entry], runs: Iterable[Run]) -> list[Observation]:
        """Give the observations of all figures, row by row."""
        kept = [one for one in entries if one.row.index in self._places.codes]
        found = list(map(self._of_entry, kept))
        groups = list(self._alike(runs))
        for rows, group in groups:
            made = [self._of_run(run, rows) for run in group]
            found += chain.from_iterable(zip(*made, strict=True))
        if len(groups) == 1 and not kept:
            return found  # they stand row by row already
        placed = [one.row.index * _WIDTH + one.column for one in kept]
        for rows, group in groups:
            columns = [run.column.column for run in group]
            placed += [start + column for start in rows.starts for column in columns]
        order = sorted(range(len(found)), key=placed.__getitem__)
        return list(map(found.__getitem__, order))

    def _alike(self, runs: Iterable[Run]) -> Iterator[tuple[_Rows, list[Run]]]:
        """Yield the columns that share their rows together, in their order."""
        groups: dict[int, list[Run]] = {}
        for run in sorted(runs, key=lambda one: one.column.column):
            groups.setdefault(id(run.lines), []).append(run)
        yield from ((self._rows(group[0].lines), group) for group in groups.values())

    def _of_entry(self, entry: Entry) -> Observation:
        unit = indicators()[entry.indicator].unit
        return Observation(
            province_code=self._places.codes[entry.row.index],
            boundary=self._places.boundary,
            indicator_id=entry.indicator,
            period=entry.period,
            value=entry.value,
            unit=unit,
            status=Status.M if entry.value is None else self._status(entry.status, unit),
            source_id=source_of(self._words(entry.row.index), entry.indicator),
            sheet=entry.sheet,
            cell=entry.cell,
        )

    def _of_run(self, run: Run, rows: _Rows) -> list[Observation]:
        unit = indicators()[run.indicator].unit
        final = {one: self._status(one or run.other_status, unit) for one in set(rows.statuses)}
        sources = {words: source_of(words, run.indicator) for words in set(rows.words)}
        return in_bulk(
            province_code=rows.codes,
            boundary=self._places.boundary,
            indicator_id=run.indicator,
            period=rows.periods,
            value=list(compress(run.values, rows.kept)),
            unit=unit,
            status=_by(final, rows.statuses),
            source_id=_by(sources, rows.words),
            sheet=self._sheet.name,
            cell=list(map(letters_of(run.column.column).__add__, rows.numbers)),
        )

    def _rows(self, lines: Lines) -> _Rows:
        codes = self._places.codes
        kept = [index in codes for index in lines.indexes]
        indexes = list(compress(lines.indexes, kept))
        return _Rows(
            kept,
            codes=[codes[index] for index in indexes],
            periods=list(compress(lines.periods, kept)),
            numbers=[str(index + 1) for index in indexes],
            starts=[index * _WIDTH for index in indexes],
            words=[self._words(index) for index in indexes],
            statuses=list(compress(lines.statuses, kept)),
        )

    def _words(self, row: int) -> str:
        """The words that say the source of a row's figures: its own, else those of the sheet."""
        cell = self._sheet.at(row, self._source) if self._source is not None else None
        return (cell if isinstance(cell, str) else "") or self._lines

    def _status(self, status: Status, unit: str) -> Status:
        """Illustrative covers everything; a place is quoted, whatever the file calls it."""
        if self._is_sample:
            return Status.X
        return Status.Q if unit == "place" else status


def _by(known: Mapping[K, str], keys: list[K]) -> Sequence[str]:
    """Translate a column; where all of it is one thing, that one stands for all."""
    return next(iter(known.values())) if len(known) == 1 else [known[key] for key in keys]
