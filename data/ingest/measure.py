"""Ask where the scale of figures is not sure, and where a figure is impossible."""

from collections.abc import Iterable
from itertools import groupby

from data.catalogue import indicators
from data.ingest.entries import Entry, is_possible
from data.ingest.issues import Issue
from data.ingest.stated import scaled
from data.ingest.table import RowKind, Table

_FACTORS = (10, 100, 1_000, 1_000_000)
_FEW = 3


def check_scale(table: Table, entries: Iterable[Entry]) -> tuple[list[Entry], list[Issue]]:
    """Ask about values outside the range: once where a whole column is on another scale.

    The entries of such a column come back on the indicator's scale: that is what a person
    accepts with the answer. Single values come back as found.
    """

    def what(entry: Entry) -> tuple[int, str]:
        return entry.column, entry.indicator

    kept: list[Entry] = []
    issues: list[Issue] = []
    for _, group in groupby(sorted(entries, key=what), key=what):
        column = list(group)
        factor = 1 if _says_percent(table, column) else _scale(column)
        if factor == 1:
            issues += [_out_of_range(one) for one in column if _is_outside(one)]
        else:
            issues.append(_scale_unsure(table, column, factor))
            column = [scaled(one, factor) for one in column]
        kept += column
    return kept, issues


def _says_percent(table: Table, column: Iterable[Entry]) -> bool:
    """Whether every figure is written with its sign: "0,7%" is no share of one."""
    cells = (table.sheet.at(one.row.index, one.column) for one in column if one.value is not None)
    return all(isinstance(cell, str) and cell.strip().endswith("%") for cell in cells)


def _scale(column: list[Entry]) -> float:
    """The factor that brings a whole column into range; 1 when it is there, or none does.

    Percents that are all at most one may be shares, be they ever so few; zero alone is zero.
    """
    values = _values(column)
    indicator = column[0].indicator
    if indicators()[indicator].range == (0, 100) and values and 0 < max(values) <= 1:
        return 100 if min(values) >= 0 else 1
    if len(values) < _FEW or any(is_possible(value, indicator) and value for value in values):
        return 1
    fitting = (f for step in _FACTORS for f in (1 / step, step))
    return next((f for f in fitting if _all_possible(values, f, indicator)), 1)


def _values(column: Iterable[Entry]) -> list[float]:
    rows = (one for one in column if one.row.kind == RowKind.PROVINCE)
    return [one.value for one in rows if one.value is not None]


def _all_possible(values: Iterable[float], factor: float, indicator: str) -> bool:
    return all(is_possible(value * factor, indicator) for value in values)


def _is_outside(entry: Entry) -> bool:
    if entry.value is None or entry.row.kind != RowKind.PROVINCE:
        return False
    return not is_possible(entry.value, entry.indicator)


def _out_of_range(entry: Entry) -> Issue:
    value = entry.value or 0.0
    scaled = (value * f for step in _FACTORS for f in (1 / step, step))
    right = next((one for one in scaled if value and is_possible(one, entry.indicator)), None)
    expected = "" if right is None else f"{right:.12g}"
    return Issue("issue.out_of_range", entry.place, f"{value:.12g}", expected, entry.indicator)


def _scale_unsure(table: Table, column: list[Entry], factor: float) -> Issue:
    values = sorted(_values(column))
    found = f"{values[0]:.12g}–{values[-1]:.12g}"
    expected = f"{values[0] * factor:.12g}–{values[-1] * factor:.12g}"
    place = table.place(table.header, column[0].column)
    return Issue("issue.scale_unsure", place, found, expected, column[0].indicator)
