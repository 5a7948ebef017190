"""The unit that a sheet states for its figures, and the factor that brings them to ours."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from data.catalogue import indicators, units
from data.ingest import headings, phrases
from data.ingest.answers import LEAVE_OUT
from data.ingest.book import Cell
from data.ingest.columns import Columns
from data.ingest.entries import Entry
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.table import Table
from language.folding import clean, fold

_LINE = re.compile(r"(?:đơn vị tính|đvt|\bunits?(?: of measure)?\b)\s*[:.]?\s*(.*)", re.I)
_BODY = re.compile(r"^đơn vị\s*[:.]?\s*(.*)", re.I)  # a unit, or an office: "Đơn vị: Sở Y tế"


_MANY = 1_000  # of ours, when the largest possible number is read in a smaller unit

Key = tuple[str, str, Cell]
"""What decides the unit of a figure: indicator, heading, and the cell of its row's unit."""


class Units:
    """The units that a table states for its figures."""

    def __init__(self, table: Table) -> None:
        self._lines = tuple(_unit_lines(table))

    def stated(self, indicator: str, heading: str, cell: Cell = None) -> str:
        """Give the words nearest to a figure that say its unit; empty when nothing does.

        ``cell`` is that of its row in the column of units.
        """
        in_row = [cell] if isinstance(cell, str) else []
        around = (*_brackets(indicator, heading), *_for(indicator, self._lines))
        return next(iter([*in_row, *around]), "")

    def factor(self, indicator: str, heading: str, cell: Cell = None) -> float:
        """Give what brings a figure to our unit; zero for words that its unit does not know."""
        stated = self.stated(indicator, heading, cell)
        return _factor(indicator, stated) if stated else _unsaid(indicator)


def in_our_unit(
    table: Table, columns: Columns, entries: Iterable[Entry], given: Given
) -> tuple[list[Entry], list[Issue]]:
    """Multiply by the unit that a row, a heading or the table's unit line states.

    The statement nearest to the figure counts. Of one that the indicator's unit does not know,
    the person is asked; until then the figures come back as if they were in our unit.
    """
    where = columns.roles.get("unit")
    units_of = Units(table)
    factors: dict[Key, float] = {}
    asked: dict[Key, Issue] = {}
    listed = [(entry, _key(table, entry, where)) for entry in entries]
    for entry, key in listed:
        if key not in factors and key not in asked:
            stated = units_of.stated(*key)
            factor = units_of.factor(*key)
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


def _unknown(table: Table, entry: Entry, where: int | None, cell: Cell, stated: str) -> Issue:
    place = table.place(table.header, entry.column)
    if isinstance(cell, str) and where is not None:
        place = table.place(entry.row.index, where)
    ours = indicators()[entry.indicator].unit
    code = "issue.unit_unknown" if stated else "issue.unit_unsaid"
    return Issue(code, place, stated, ours, entry.indicator)


def _chosen(issue: Issue, choice: str | None) -> float:
    """The factor of the unit that was chosen; zero leaves the figures out."""
    if choice is None or choice == LEAVE_OUT:
        return 0
    return _known(issue.about).get(_same(choice), 1)


def scaled(entry: Entry, factor: float) -> Entry:
    """Multiply the value of an entry."""
    if factor == 1 or entry.value is None:
        return entry
    # Twelve digits: 854679 people are 854.679 thousand, and not 854.6790000000001.
    return replace(entry, value=float(f"{entry.value * factor:.12g}"))


@cache
def _known(indicator: str) -> Mapping[str, float]:
    """The factors of the units in which figures of an indicator may stand, by their words."""
    unit = units()[indicators()[indicator].unit]
    names = (unit.name.vi, unit.name.en, unit.suffix.vi, unit.suffix.en)
    own = {_same(name): 1.0 for name in names if name}
    return own | {_same(text): factor for text, factor in unit.written.items()}


def _same(text: str) -> str:
    """What two spellings of a unit have in common: "Tr.đồng", "tr. đồng"; "%" has no words."""
    return headings.key(text) or fold(text).strip()


def _factor(indicator: str, stated: str) -> float:
    """The factor of a statement, or of the one part of it that is a unit of this; else zero."""
    known = _known(indicator)
    found = [known[_same(part)] for part in phrases.pieces(stated) if _same(part) in known]
    return found[0] if len(set(found)) == 1 else 0


@cache
def _unsaid(indicator: str) -> float:
    """The factor of figures without any unit: zero, which asks, where a smaller unit would fit too.

    Money in millions is possible as billions; people are not possible as thousands of people.
    """
    about = indicators()[indicator]
    smaller = [factor for factor in _known(indicator).values() if factor < 1]
    is_open = any(about.range[1] * factor >= _MANY for factor in smaller)
    return 0 if about.merge == "total" and is_open else 1


def _brackets(indicator: str, heading: str) -> Iterator[str]:
    """Yield what a heading says of its unit, the lowest first: in brackets, behind a comma, or as
    a line of its own."""
    known = _known(indicator)
    for part in reversed(heading.split(" / ")):
        is_name = bool(headings.candidates_as_written(part))
        for words in reversed(phrases.in_brackets(part)):
            # Brackets may belong to the name: "(rà soát hằng năm)".
            if _same(words) in known or (not is_name and _is_unit(words)):
                yield words
        if tail := phrases.behind(part):
            yield tail
        if phrases.is_unit(part):
            yield part


def _is_unit(words: str) -> bool:
    return headings.names_unit(words) or phrases.is_scale(words)


def _for(indicator: str, lines: tuple[str, ...]) -> Iterator[str]:
    """The unit lines that speak of an indicator, those that it knows first.

    Places have no unit, "Đơn vị tính: điểm" or not.
    """
    if indicators()[indicator].unit == "place":
        return
    yield from (line for line in lines if _factor(indicator, line))
    yield from lines


def _unit_lines(table: Table) -> Iterator[str]:
    """Yield what lines say after "Đơn vị tính", with or without a colon; above the table also
    what is nothing but a unit: "Triệu đồng", "... năm 2024 (triệu đồng)"."""
    for line in map(clean, (*table.context, *table.around)):
        yield from _units_in(line, _is_alone)
    for line in map(clean, table.lines):
        # Below a table stand sentences too: "Đơn vị tính là % số hộ; riêng ..." is none.
        yield from filter(_is_alone, _units_in(line, lambda _: False))


def _units_in(line: str, is_bare: Callable[[str], bool]) -> Iterator[str]:
    for words in (*phrases.in_brackets(line), phrases.without_brackets(line)):
        body, stated = _BODY.match(words.strip()), _LINE.search(words)
        if stated and stated[1].strip():
            yield stated[1].strip()
        elif body and headings.names_unit(body[1]):
            yield body[1].strip()
        elif is_bare(words):
            yield words.strip()


def _is_alone(words: str) -> bool:
    return any(map(phrases.is_unit, phrases.pieces(words)))
