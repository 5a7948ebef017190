"""Ask where the scale of figures is not sure, and where a figure is impossible."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from data.catalogue import indicators
from data.ingest.answers import AS_IS, CONVERT, LEAVE_OUT, MISSING
from data.ingest.choices import named
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.stated import scaled
from data.ingest.table import RowKind, Table
from data.ingest.typed import is_possible, number_in
from indicators.model import Status

_FACTORS = (10, 100, 1_000, 1_000_000)
_FEW = 3


def check_scale(
    table: Table, entries: Iterable[Entry], given: Given
) -> tuple[list[Entry], list[Issue]]:
    """Ask about values outside the range: once where a whole column is on another scale.

    The entries come back as the answers say, until then on the indicator's scale. A single value
    that is impossible comes back as suggested; without a suggestion it is left out.
    """

    def what(entry: Entry) -> tuple[int, str]:
        return entry.column, entry.indicator

    groups = [list(group) for _, group in groupby(sorted(entries, key=what), key=what)]
    factors = [1 if _says_percent(table, one) else _scale(one) for one in groups]
    asked = [
        _scale_unsure(table, one, factor) if factor != 1 else None
        for one, factor in zip(groups, factors, strict=True)
    ]
    held = given.settle(filter(None, asked))
    kept: list[Entry] = []
    for column, factor, issue in zip(groups, factors, asked, strict=True):
        choice = held[issue.cell] if issue else AS_IS
        if choice != LEAVE_OUT:
            kept += [scaled(one, factor) if choice == CONVERT else one for one in column]
    settled, impossible = _settled(kept, given)
    return settled, [*filter(None, asked), *impossible]


def _settled(entries: list[Entry], given: Given) -> tuple[list[Entry], list[Issue]]:
    """Ask about every impossible value; none of them is ever kept."""
    outside = {one.place: _out_of_range(one) for one in entries if _is_outside(one)}
    if not outside:
        return entries, []
    held = given.settle(outside.values())
    if not outside:
        return entries, []
    kept: list[Entry] = []
    for one in entries:
        if one.place in outside:
            kept += _corrected(one, outside[one.place], held[one.place])
        else:
            kept.append(one)
    return kept, list(outside.values())


def _corrected(entry: Entry, issue: Issue, choice: str | None) -> Iterator[Entry]:
    if choice == MISSING:
        yield replace(entry, value=None, status=Status.M)
    elif choice == CONVERT:
        yield replace(entry, value=float(issue.expected))
    elif choice and choice != LEAVE_OUT:
        yield replace(entry, value=number_in(choice, entry.indicator))


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
    found = f"{value:.12g}"
    for factor in (f for step in _FACTORS for f in (1 / step, step)):
        right = float(f"{value * factor:.12g}")
        if value and is_possible(right, entry.indicator):
            expected = f"{right:.12g}"
            about, alike = entry.indicator, f"{factor:g}"
            return Issue("issue.out_of_range", entry.place, found, expected, about, alike=alike)
    return Issue("issue.out_of_range", entry.place, found, about=entry.indicator)


def _scale_unsure(table: Table, column: list[Entry], factor: float) -> Issue:
    """Ask whether a column is on another scale; as it stands only where that is possible."""
    values = sorted(_values(column))
    found = f"{values[0]:.12g}–{values[-1]:.12g}"
    expected = f"{values[0] * factor:.12g}–{values[-1] * factor:.12g}"
    place, about = table.place(table.header, column[0].column), column[0].indicator
    options = (CONVERT, AS_IS) if _all_possible(values, 1, about) else (CONVERT,)
    return Issue(
        "issue.scale_unsure",
        place,
        found,
        expected,
        about,
        options=tuple(map(named, options)),
        alike=f"{factor:g}",
    )
