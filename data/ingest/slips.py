"""Figures that a spreadsheet has changed on the way: a thousand turned into decimals, a percent
into a share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from data.catalogue import indicators
from data.ingest.answers import AS_IS, CONVERT, LEAVE_OUT, MISSING
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.numerals import Problem, read_column
from data.ingest.questions import Given
from data.ingest.table import RowKind, Table
from data.ingest.typed import is_possible, number_in
from indicators.model import Status

_THOUSAND, _HUNDRED = 1_000, 100


def check_slips(
    table: Table, read: Iterable[Entry], entries: Iterable[Entry], given: Given
) -> tuple[list[Entry], list[Issue]]:
    """Ask about counts with decimals, shares among percents, and percents of an index.

    A program with English settings reads "12.480" as 12.48, and a cell of 28,94 % holds 0.2894.
    "0,6744%" of an index from 0 to 1 may be 0.6744 with a sign too many, or 0.006744.
    ``read`` are the figures as they stand in the cells; those that a stated unit has changed since
    are not asked about, nor those whose decimal mark a person has named.
    """
    listed = list(entries)
    suspects = [one for one in listed if one.value is not None and _is_suspect(table, one)]
    if not suspects:
        return listed, []
    columns = {one.column for one in suspects}
    written = {one.place: one.value for one in read if one.column in columns}
    is_decided = any(one.code == "issue.decimal_unclear" for one in given.used)
    plain = [
        one
        for one in listed
        if one.column in columns and one.value is not None and written[one.place] == one.value
        if not (is_decided and _is_unclear(table, one))
    ]
    asked = {
        one.cell: one for one in (*_counts(plain), *_shares(table, plain), *_index(table, plain))
    }
    held = given.settle(asked.values())
    kept: list[Entry] = []
    for one in listed:
        found = asked.get(one.place)
        kept += _settled(one, found, held[one.place]) if found else [one]
    return kept, list(asked.values())


def _is_suspect(table: Table, entry: Entry) -> bool:
    """Whether a figure makes its column worth a look: a count with decimals, a "%"."""
    is_broken = is_count(entry.indicator) and not float(entry.value or 0).is_integer()
    return (
        is_broken or _is_signed(table, entry) or is_percent_of_index(entry.heading, entry.indicator)
    )


def is_percent_of_index(heading: str, indicator: str) -> bool:
    """Whether a heading says "%" of an index from 0 to 1."""
    return "%" in heading and indicators()[indicator].range == (0, 1)


@cache
def is_count(indicator: str) -> bool:
    """Whether an indicator counts things that are whole."""
    about = indicators()[indicator]
    return about.merge == "total" and about.decimals == 0


def _is_unclear(table: Table, entry: Entry) -> bool:
    """Whether a cell has two readings by itself: a person has then said which it is."""
    (figure,) = read_column([table.sheet.at(entry.row.index, entry.column)])
    return figure.problem == Problem.UNCLEAR


def _counts(entries: Iterable[Entry]) -> Iterator[Issue]:
    """Counts that are not whole."""
    for one in entries:
        if is_count(one.indicator) and one.value is not None and not one.value.is_integer():
            yield from _ask("issue.count_not_whole", one, one.value, _THOUSAND)


def _shares(table: Table, entries: Iterable[Entry]) -> Iterator[Issue]:
    """Figures of at most one, without a sign, in a column where others have "%" behind them."""
    signed = {(one.column, one.indicator) for one in entries if _is_signed(table, one)}
    for one in entries:
        is_among = (one.column, one.indicator) in signed and not _is_signed(table, one)
        is_rate = indicators()[one.indicator].range == (0, 100)
        if is_among and is_rate and one.value is not None and 0 < one.value <= 1:
            yield from _ask("issue.percent_unsure", one, one.value, _HUNDRED)


def _index(table: Table, entries: Iterable[Entry]) -> Iterator[Issue]:
    """Figures on the scale of an index with "%" behind them or in their heading."""
    for one in entries:
        is_index = indicators()[one.indicator].range == (0, 1)
        is_percent = is_index and ("%" in one.heading or _is_signed(table, one))
        if is_percent and one.value is not None and 0 < one.value <= 1:
            yield from _ask("issue.percent_of_index", one, one.value, 1 / _HUNDRED)


def _is_signed(table: Table, entry: Entry) -> bool:
    cell = table.sheet.at(entry.row.index, entry.column)
    return isinstance(cell, str) and "%" in cell


def _ask(code: str, entry: Entry, value: float, factor: float) -> Iterator[Issue]:
    if entry.row.kind != RowKind.PROVINCE:
        return
    right = float(f"{value * factor:.12g}")
    is_whole = factor != _THOUSAND or right.is_integer()
    fits = is_whole and is_possible(right, entry.indicator)
    expected = f"{right:.12g}" if fits else ""
    yield Issue(code, entry.place, f"{value:.12g}", expected, entry.indicator, alike=f"{factor:g}")


def _settled(entry: Entry, issue: Issue, choice: str | None) -> Iterator[Entry]:
    """The entry as the answer says; nothing where nobody has answered and nothing is likely."""
    fixed: Mapping[str | None, Entry] = {
        AS_IS: entry,
        MISSING: replace(entry, value=None, status=Status.M),
    }
    if choice in fixed:
        yield fixed[choice]
    elif choice == CONVERT:
        yield replace(entry, value=float(issue.expected))
    elif choice and choice != LEAVE_OUT:
        yield replace(entry, value=number_in(choice, entry.indicator))
