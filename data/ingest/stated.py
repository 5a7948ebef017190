"""The unit that a sheet states for its figures, and the factor that brings them to ours."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from data.catalogue import indicators, units
from data.ingest import headings
from data.ingest.book import Cell
from data.ingest.columns import Columns
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.table import Table
from language.folding import clean, fold

_BRACKETS = re.compile(r"\(([^()]*)\)")
_LINE = re.compile(r"(?:đơn vị tính|đvt|\bunits?(?: of measure)?\b)\s*[:.]?\s*(.*)", re.I)
_BODY = re.compile(r"^đơn vị\s*[:.]?\s*(.*)", re.I)  # a unit, or an office: "Đơn vị: Sở Y tế"


def in_our_unit(
    table: Table, columns: Columns, entries: Iterable[Entry]
) -> tuple[list[Entry], list[Issue]]:
    """Multiply by the unit that a row, a heading or the table's unit line states.

    The statement nearest to the figure counts. Of one that the indicator's unit does not know,
    the person is asked; the figures come back as if they were in our unit.
    """
    where = columns.roles.get("unit")
    lines = tuple(_unit_lines(table))
    found: dict[tuple[str, str, Cell], float] = {}
    converted: list[Entry] = []
    issues: list[Issue] = []
    for entry in entries:
        cell = table.sheet.at(entry.row.index, where) if where is not None else None
        key = (entry.indicator, entry.heading, cell)
        if key not in found:
            stated = [
                *([cell] if isinstance(cell, str) else []),
                *_brackets(entry),
                *_for(entry, lines),
            ]
            found[key] = _known(entry.indicator).get(fold(stated[0]), 0) if stated else 1
            if not found[key]:
                column = where if isinstance(cell, str) and where is not None else entry.column
                row = entry.row.index if isinstance(cell, str) else table.header
                ours = indicators()[entry.indicator].unit
                place = table.place(row, column)
                issues.append(Issue("issue.unit_unknown", place, stated[0], ours, entry.indicator))
        converted.append(scaled(entry, found[key] or 1))
    return converted, issues


def scaled(entry: Entry, factor: float) -> Entry:
    """Multiply the value of an entry."""
    if factor == 1 or entry.value is None:
        return entry
    # Twelve digits: 854679 people are 854.679 thousand, and not 854.6790000000001.
    return replace(entry, value=float(f"{entry.value * factor:.12g}"))


@cache
def _known(indicator: str) -> Mapping[str, float]:
    """The factors of the units in which figures of an indicator may stand, folded."""
    unit = units()[indicators()[indicator].unit]
    names = (unit.name.vi, unit.name.en, unit.suffix.vi, unit.suffix.en)
    own = {fold(name): 1.0 for name in names if name}
    return own | {fold(text): factor for text, factor in unit.written.items()}


def _brackets(entry: Entry) -> Iterator[str]:
    """Yield what stands in brackets behind the name in a heading and is a unit, last first."""
    known = _known(entry.indicator)
    for part in reversed(entry.heading.split(" / ")):
        if headings.candidates_as_written(part):
            continue  # the brackets belong to the name: "(rà soát hằng năm)"
        for words in reversed(_BRACKETS.findall(part)):
            if fold(words) in known or headings.names_unit(words):
                yield words


def _for(entry: Entry, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The unit lines that speak of an entry: places have no unit, "Đơn vị tính: điểm" or not."""
    return () if indicators()[entry.indicator].unit == "place" else lines


def _unit_lines(table: Table) -> Iterator[str]:
    """Yield what the lines above the table say after "Đơn vị tính", with or without a colon."""
    for line in map(clean, table.context):
        for words in (*_BRACKETS.findall(line), _BRACKETS.sub(" ", line)):
            body, stated = _BODY.match(words.strip()), _LINE.search(words)
            if stated and stated[1].strip():
                yield stated[1].strip()
            elif body and headings.names_unit(body[1]):
                yield body[1].strip()
