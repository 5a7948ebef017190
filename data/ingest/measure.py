"""Bring figures to the unit of their indicator, and ask where the scale is not sure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from data.catalogue import indicators, units
from data.ingest import headings
from data.ingest.book import Cell
from data.ingest.columns import Columns
from data.ingest.entries import Entry, is_possible
from data.ingest.issues import Issue
from data.ingest.table import RowKind, Table
from language.folding import fold

_BRACKETS = re.compile(r"\(([^()]*)\)")
_FACTORS = (10, 100, 1_000, 1_000_000)
_FEW = 3


def in_our_unit(table: Table, columns: Columns, entries: Iterable[Entry]) -> list[Entry]:
    """Multiply by the unit that a row, a heading or the table's unit line states."""
    where = columns.roles.get("unit")
    lines = tuple(_unit_lines(table))
    found: dict[tuple[str, str, Cell], float] = {}
    converted = []
    for entry in entries:
        cell = table.sheet.at(entry.row.index, where) if where is not None else None
        key = (entry.indicator, entry.heading, cell)
        if key not in found:
            brackets = reversed(_BRACKETS.findall(entry.heading))
            stated = [*([cell] if isinstance(cell, str) else []), *brackets, *lines]
            found[key] = _factor(entry.indicator, stated)
        converted.append(_converted(entry, found[key]))
    return converted


def _factor(indicator: str, stated: Iterable[str]) -> float:
    """The factor of the first stated unit that the indicator's unit knows; 1 without one."""
    known = units()[indicators()[indicator].unit].written
    written = {fold(text): factor for text, factor in known.items()}
    return next((written[fold(text)] for text in stated if fold(text) in written), 1.0)


def _unit_lines(table: Table) -> Iterator[str]:
    """Yield what the lines above the table say after "Đơn vị tính:"."""
    for line in table.context:
        for words in (line, *_BRACKETS.findall(line)):
            if headings.begins_with(words, "unit"):
                yield words.partition(":")[2]


def _converted(entry: Entry, factor: float) -> Entry:
    if factor == 1 or entry.value is None:
        return entry
    # Twelve digits: 854679 people are 854.679 thousand, and not 854.6790000000001.
    return replace(entry, value=float(f"{entry.value * factor:.12g}"))


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
        factor = _scale(column)
        if factor == 1:
            issues += [_out_of_range(one) for one in column if _is_outside(one)]
        else:
            issues.append(_scale_unsure(table, column, factor))
            column = [_converted(one, factor) for one in column]
        kept += column
    return kept, issues


def _scale(column: list[Entry]) -> float:
    """The factor that brings a whole column into range; 1 when it is there, or none does."""
    values = _values(column)
    if len(values) < _FEW:
        return 1
    indicator = column[0].indicator
    if not any(is_possible(value, indicator) and value for value in values):
        fitting = (f for step in _FACTORS for f in (1 / step, step))
        return next((f for f in fitting if _all_possible(values, f, indicator)), 1)
    is_percent = indicators()[indicator].range == (0, 100)
    return 100 if is_percent and 0 < max(values) <= 1 else 1


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
