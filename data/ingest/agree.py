"""Checks of a table against itself: totals, the parts of the DTI, ranks beside values."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from data.catalogue import indicators
from data.ingest.book import Cell
from data.ingest.columns import Columns
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.table import RowKind, Table
from data.reference import provinces, region_of_row
from language.folding import fold

_ROUNDING = 1e-4  # counts that were rounded before they were added
Series = dict[str, Entry]
"""The entries of one indicator and period by province code."""


def check_totals(
    entries: Iterable[Entry], codes: Mapping[int, str], boundary: str
) -> Iterator[Issue]:
    """Compare rows of the country and of regions with their provinces.

    Counts must add up within rounding; a mean row must be the mean; any other rate must lie
    between its provinces' lowest and highest. Where a province is missing nothing is compared.
    """
    listed = list(entries)
    if not any(entry.row.kind in (RowKind.TOTAL, RowKind.REGION) for entry in listed):
        return
    for group in _series(listed):
        parts = by_province(group, codes)
        for entry in group:
            members = _members(entry, boundary)
            values = [parts[c].value for c in members if c in parts]
            known = [value for value in values if value is not None]
            if members and entry.value is not None and len(known) == len(members):
                yield from _compare(entry, known)


def _series(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    def what(entry: Entry) -> tuple[str, str, int]:
        return entry.indicator, entry.period, entry.column

    for _, group in groupby(sorted(entries, key=what), key=what):
        yield list(group)


def by_province(entries: Iterable[Entry], codes: Mapping[int, str]) -> Series:
    """Index entries by province code; the first of two stays."""
    found: Series = {}
    for entry in entries:
        if entry.row.index in codes:
            found.setdefault(codes[entry.row.index], entry)
    return found


def _members(entry: Entry, boundary: str) -> list[str]:
    known = provinces(boundary)
    if entry.row.kind == RowKind.TOTAL:
        return list(known)
    if entry.row.kind != RowKind.REGION:
        return []
    region = region_of_row(entry.row.name)
    return [code for code, one in known.items() if region and one.region.id == region.id]


def _compare(entry: Entry, parts: list[float]) -> Iterator[Issue]:
    value = entry.value if entry.value is not None else 0.0
    total, mean = sum(parts), sum(parts) / len(parts)
    # Every printed number may be off by half of its last digit.
    own, each = _half(value), min(map(_half, parts))
    if indicators()[entry.indicator].merge == "total":
        if abs(value - total) > own + len(parts) * each + _ROUNDING * abs(total):
            yield _differs(entry, value, total)
    elif _says_mean(entry.row.name):
        if abs(value - mean) > own + each:
            yield _differs(entry, value, mean)
    elif not min(parts) - each <= value <= max(parts) + each:
        yield _differs(entry, value, mean)


def _says_mean(name: str) -> bool:
    return any(word in fold(name) for word in ("trung binh", "binh quan", "mean", "average"))


def _differs(entry: Entry, value: float, right: float) -> Issue:
    return Issue(
        "issue.total_differs", entry.place, f"{value:.12g}", f"{right:.6g}", entry.row.name
    )


def _half(value: float) -> float:
    """Half of the last digit that a number is written with, up to six decimals."""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return 0.5 * 10.0**-decimals + 1e-9


def check_ranks(
    table: Table,
    columns: Columns,
    entries: Iterable[Entry],
    codes: Mapping[int, str],
    boundary: str,
) -> Iterator[Issue]:
    """Compare ranks beside values; a rank column is a check and never a figure."""
    listed = list(entries)
    for column, figures in columns.ranks.items():
        mine = [one for one in listed if one.column == figures.column]
        for group in _series(mine):
            yield from _compare_ranks(table, column, by_province(group, codes), boundary)


def _compare_ranks(table: Table, column: int, found: Series, boundary: str) -> Iterator[Issue]:
    """A rank is wrong when no order of equal and absent values could give it.

    Values are rounded in print and ranks are not: equal values may have different ranks.
    """
    values = {code: one.value for code, one in found.items() if one.value is not None}
    absent = len(provinces(boundary)) - len(values)
    for code, value in values.items():
        entry = found[code]
        sign = indicators()[entry.indicator].direction
        better = sum(sign * other > sign * value for other in values.values())
        equal = sum(other == value for other in values.values())
        rank = _rank(table.sheet.at(entry.row.index, column))
        if rank is not None and not better < rank <= better + equal + absent:
            place = table.place(entry.row.index, column)
            yield Issue("issue.rank_contradicts_value", place, str(rank), str(better + 1))


def _rank(cell: Cell) -> int | None:
    if isinstance(cell, float) and not isinstance(cell, bool) and cell.is_integer():
        return int(cell)
    return int(cell) if isinstance(cell, str) and cell.strip().isdecimal() else None
