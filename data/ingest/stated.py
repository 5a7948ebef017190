"""The unit that a sheet states for its figures, and the factor that brings them to ours."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from data.catalogue import indicators, units
from data.ingest import headings
from data.ingest.answers import LEAVE_OUT
from data.ingest.book import Cell
from data.ingest.columns import Columns
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.table import Table
from language.folding import clean, fold

_BRACKETS = re.compile(r"\(([^()]*)\)")
_LINE = re.compile(r"(?:đơn vị tính|đvt|\bunits?(?: of measure)?\b)\s*[:.]?\s*(.*)", re.I)
_BODY = re.compile(r"^đơn vị\s*[:.]?\s*(.*)", re.I)  # a unit, or an office: "Đơn vị: Sở Y tế"


Key = tuple[str, str, Cell]
"""What decides the unit of a figure: indicator, heading, and the cell of its row's unit."""


def in_our_unit(
    table: Table, columns: Columns, entries: Iterable[Entry], given: Given
) -> tuple[list[Entry], list[Issue]]:
    """Multiply by the unit that a row, a heading or the table's unit line states.

    The statement nearest to the figure counts. Of one that the indicator's unit does not know,
    the person is asked; until then the figures come back as if they were in our unit.
    """
    where = columns.roles.get("unit")
    lines = tuple(_unit_lines(table))
    factors: dict[Key, float] = {}
    asked: dict[Key, Issue] = {}
    listed = [(entry, _key(table, entry, where)) for entry in entries]
    for entry, key in listed:
        if key not in factors and key not in asked:
            stated = _stated(entry, key[2], lines)
            factor = _known(entry.indicator).get(fold(stated), 0) if stated else 1
            if factor:
                factors[key] = factor
            else:
                asked[key] = _unknown(table, entry, where, key[2], stated)
    held = given.settle(asked.values())
    for key, issue in asked.items():
        factors[key] = _chosen(issue, held[issue.cell])
    converted = [scaled(entry, factors[key]) for entry, key in listed if factors[key]]
    return converted, list(asked.values())


def _key(table: Table, entry: Entry, where: int | None) -> Key:
    cell = table.sheet.at(entry.row.index, where) if where is not None else None
    return entry.indicator, entry.heading, cell


def _stated(entry: Entry, cell: Cell, lines: tuple[str, ...]) -> str:
    """The words nearest to a figure that say its unit; empty when nothing does."""
    in_row = [cell] if isinstance(cell, str) else []
    return next(iter([*in_row, *_brackets(entry), *_for(entry, lines)]), "")


def _unknown(table: Table, entry: Entry, where: int | None, cell: Cell, stated: str) -> Issue:
    place = table.place(table.header, entry.column)
    if isinstance(cell, str) and where is not None:
        place = table.place(entry.row.index, where)
    ours = indicators()[entry.indicator].unit
    return Issue("issue.unit_unknown", place, stated, ours, entry.indicator)


def _chosen(issue: Issue, choice: str | None) -> float:
    """The factor of the unit that was chosen; zero leaves the figures out."""
    if choice is None or choice == LEAVE_OUT:
        return 0
    return _known(issue.about).get(fold(choice), 1)


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
