"""Ask where the scale of figures is not sure, and where a figure is impossible."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from data.catalogue import indicators
from data.ingest.answers import AS_IS, CONVERT, LEAVE_OUT, MISSING
from data.ingest.choices import named, scale_option
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.stated import scaled
from data.ingest.table import RowKind, Table
from data.ingest.typed import is_possible, number_in
from indicators.model import Status

_FACTORS = (10, 100, 1_000, 1_000_000)
_NARROW = ((0, 1), (0, 100))
_FEW = 3


def check_scale(
    table: Table, entries: Iterable[Entry], given: Given
) -> tuple[list[Entry], list[Issue]]:
    """Ask about values outside the range: once where a whole column is on another scale.

    The entries come back as the answers say, until then on the one scale that is likely; where
    several would do they are left out, and nothing is suggested. So is a single value that is
    impossible: as suggested, or left out.
    """

    def what(entry: Entry) -> tuple[int, str]:
        return entry.column, entry.indicator

    groups = [list(group) for _, group in groupby(sorted(entries, key=what), key=what)]
    factors = [[] if _says_percent(table, one) else _scales(one) for one in groups]
    asked = [
        _scale_unsure(table, one, fitting) if fitting else None
        for one, fitting in zip(groups, factors, strict=True)
    ]
    held = given.settle(filter(None, asked))
    kept: list[Entry] = []
    for column, fitting, issue in zip(groups, factors, asked, strict=True):
        by_choice = {CONVERT: fitting[0] if fitting else 1, AS_IS: 1}
        by_choice |= {scale_option(one).value: one for one in fitting}
        factor = by_choice.get(held[issue.cell] or LEAVE_OUT if issue else AS_IS)
        # Without an answer there is no figure where several scales would fit.
        kept += [scaled(one, factor) for one in column] if factor else []
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


def _says_percent(table: Table, column: list[Entry]) -> bool:
    """Whether every percent is written with its sign: "0,7%" is no share of one."""
    if any(indicators()[one.indicator].range != (0, 100) for one in column):
        return False
    cells = (table.sheet.at(one.row.index, one.column) for one in column if one.value is not None)
    return all(isinstance(cell, str) and cell.strip().endswith("%") for cell in cells)


def _scales(column: list[Entry]) -> list[float]:
    """The factors that bring a whole column into range; none when it is there, or none does.

    A narrow range has one scale that offices mistake for it; in a wide one many scales would do.

    Percents that are all at most one may be shares, be they ever so few; zero alone is zero.
    """
    values = _values(column)
    indicator = column[0].indicator
    if in_scale(values, indicator):
        return []
    if _may_be_shares(values, indicator):
        return [100] if min(values) >= 0 else []
    return _fitting(values, indicator)


def _fitting(values: list[float], indicator: str) -> list[float]:
    """The factors that bring all values into range, the smallest step first; one if narrow."""
    tried = (factor for step in _FACTORS for factor in (1 / step, step))
    found = [factor for factor in tried if _all_possible(values, factor, indicator)]
    return found[:1] if indicators()[indicator].range in _NARROW else found


def in_scale(values: list[float], indicator: str) -> bool:
    """Whether values show by themselves that they stand on the scale of their indicator."""
    if _may_be_shares(values, indicator):
        return False
    return len(values) < _FEW or any(is_possible(one, indicator) and one for one in values)


def _may_be_shares(values: list[float], indicator: str) -> bool:
    return indicators()[indicator].range == (0, 100) and bool(values) and 0 < max(values) <= 1


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
    fitting = _fitting([value], entry.indicator) if value else []
    if len(fitting) == 1:
        expected = f"{value * fitting[0]:.12g}"
        about, alike = entry.indicator, f"{fitting[0]:g}"
        return Issue("issue.out_of_range", entry.place, found, expected, about, alike=alike)
    return Issue("issue.out_of_range", entry.place, found, about=entry.indicator)


def _scale_unsure(table: Table, column: list[Entry], fitting: list[float]) -> Issue:
    """Ask on which scale a column is; as it stands only where that is possible."""
    values = sorted(_values(column))
    place, about = table.place(table.header, column[0].column), column[0].indicator
    as_is = (named(AS_IS),) if _all_possible(values, 1, about) else ()
    is_sure = len(fitting) == 1
    return Issue(
        "issue.scale_unsure",
        place,
        _span(values, 1),
        _span(values, fitting[0]) if is_sure else "",
        about,
        options=(*((named(CONVERT),) if is_sure else map(scale_option, fitting)), *as_is),
        alike=" ".join(f"{factor:g}" for factor in fitting),
    )


def _span(values: list[float], factor: float) -> str:
    return f"{values[0] * factor:.12g}–{values[-1] * factor:.12g}"
