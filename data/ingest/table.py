"""Find the table in a sheet: the column of provinces, the rows under it, the headings above it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from data.ingest import headings
from data.ingest.book import Cell, Sheet, text_of
from data.ingest.header import Heading, header_rows, read_headings
from data.reference import is_former, is_total, lists_with, region_of_row

T = TypeVar("T")
_SEARCHED = 30
_SEARCHED_COLUMNS = 30
_SEARCHED_ROWS = 200
_LOOKED_UP = 10_000
_LONGEST = 60
_FOOTNOTE = re.compile(r"\s*(?:\(\d{1,2}\)|[*†‡¹²³⁴]+|\d\))\s*$")


class RowKind(StrEnum):
    """What the name of a row is."""

    PROVINCE = "province"
    TOTAL = "total"
    REGION = "region"
    FORMER = "former"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; ``name`` is as written, without a footnote mark."""

    index: int
    name: str
    kind: RowKind


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a sheet. ``context`` holds the lines above it, ``lines`` those below."""

    sheet: Sheet
    names: int
    header: int
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    context: tuple[str, ...]
    lines: tuple[str, ...]

    def place(self, row: int, column: int) -> str:
        """Name a cell: ``DTI 2023!B17``."""
        return self.sheet.place(row, column)

    def by_title(self, read: Callable[[Iterable[str]], T]) -> T:
        """Ask the lines above the table, and only where they are silent the sheet's name."""
        return read(self.context) or read((self.sheet.name,))


def find_table(sheet: Sheet, looked_up: "Names | None" = None) -> Table | None:
    """Find the table of a sheet; ``None`` when no row of it is a province.

    ``looked_up`` holds what is known of the names of the workbook's other sheets. Raises
    ``TooManyNamesError`` when it is full.
    """
    looked_up = Names() if looked_up is None else looked_up
    codes = _column_of_codes(sheet)
    names = _column_of_names(sheet, _Kinds(sheet, None, looked_up))
    if names is None:
        names = codes
    if names is None:
        return None
    kinds = _Kinds(sheet, names if names == codes else None, looked_up)
    first = _first_row(sheet, names, kinds)
    if first is None:
        return None
    top, bottom = header_rows(sheet, names, first)
    return Table(
        sheet=sheet,
        names=names,
        header=max(bottom, 0),
        headings=tuple(read_headings(sheet, top, bottom)),
        rows=tuple(_rows(sheet, names, first, kinds)),
        context=tuple(_lines(sheet, range(top))),
        lines=tuple(_lines(sheet, range(first, len(sheet.rows)))),
    )


def bare(name: str) -> str:
    """Take a footnote mark off a name: "Hà Giang (1)", "Hà Giang*"; a mark alone stays."""
    return _FOOTNOTE.sub("", name) or name


class TooManyNamesError(Exception):
    """A workbook has more different texts than are worth looking up as names of provinces."""


class Names:
    """What the texts of a workbook name, each looked up once and at most ``_LOOKED_UP`` of them."""

    def __init__(self) -> None:
        self._known: dict[str, RowKind] = {}

    def kind(self, text: str) -> RowKind:
        """Give what a text names; a text that is long or has no letter names nothing."""
        if len(text) > _LONGEST:
            return RowKind.UNKNOWN
        if text not in self._known:
            if len(self._known) >= _LOOKED_UP:
                raise TooManyNamesError
            self._known[text] = _kind(bare(text))
        return self._known[text]


class _Kinds:
    """What the cells of a sheet name.

    ``codes`` is the column in which digits name provinces, where no column has their names.
    """

    def __init__(self, sheet: Sheet, codes: int | None, names: Names) -> None:
        self._sheet = sheet
        self._codes = codes
        self._names = names

    def of(self, row: int, column: int) -> RowKind | None:
        """The kind of a cell; ``None`` for an empty cell and for one that is no name."""
        cell = self._sheet.at(row, column)
        if column == self._codes:
            cell = text_of(cell)
            return self._names.kind(cell) if cell else None
        if not isinstance(cell, str) or not any(letter.isalpha() for letter in cell):
            return None
        return self._names.kind(cell)

    def is_row(self, row: int, column: int) -> bool:
        """Whether a cell names a province, a region or a total."""
        return self.of(row, column) in (RowKind.PROVINCE, RowKind.TOTAL, RowKind.REGION)


def _kind(name: str) -> RowKind:
    if lists_with(name):
        return RowKind.PROVINCE
    if is_total(name):
        return RowKind.TOTAL
    if region_of_row(name):
        return RowKind.REGION
    return RowKind.FORMER if is_former(name) else RowKind.UNKNOWN


def _column_of_names(sheet: Sheet, kinds: _Kinds) -> int | None:
    """The column with most provinces; of equals, the one furthest to the left.

    Names stand in front: only the first columns are searched, some rows at a time, until one has
    provinces.
    """
    width = min(max((len(row) for row in sheet.rows), default=0), _SEARCHED_COLUMNS)
    for start in range(0, len(sheet.rows), _SEARCHED_ROWS):
        rows = range(start, min(start + _SEARCHED_ROWS, len(sheet.rows)))
        counts = [
            sum(kinds.of(row, column) == RowKind.PROVINCE for row in rows)
            for column in range(width)
        ]
        best = max(counts, default=0)
        if best:
            return counts.index(best)
    return None


def _column_of_codes(sheet: Sheet) -> int | None:
    """The column that a heading calls one of province codes, if codes stand under it."""
    for row, cells in enumerate(sheet.rows[:_SEARCHED]):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and headings.role(cell) == "code":
                below = (text_of(sheet.at(under, column)) for under in range(row + 1, row + 4))
                return (
                    column if any(text.isdecimal() and lists_with(text) for text in below) else None
                )
    return None


def _first_row(sheet: Sheet, names: int, kinds: _Kinds) -> int | None:
    """The first province with something beside it, or the totals and regions just above it."""
    rows = (
        row
        for row in range(len(sheet.rows))
        if kinds.of(row, names) == RowKind.PROVINCE and _is_beside(sheet, row, names)
    )
    first = next(rows, None)
    while first and kinds.is_row(first - 1, names):
        first -= 1
    return first


def _is_beside(sheet: Sheet, row: int, names: int) -> bool:
    """Whether a row says more than its name: "UBND TỈNH HÀ GIANG" alone is a letterhead."""
    return any(
        (cell is not None and not isinstance(cell, str)) or _is_figure(cell)
        for column, cell in enumerate(sheet.rows[row])
        if column != names
    )


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, str) and (
        any(letter.isdigit() for letter in cell) or headings.is_missing(cell) or cell.strip() == "-"
    )


def _rows(sheet: Sheet, names: int, first: int, kinds: _Kinds) -> Iterator[Row]:
    above = _names_above(sheet, names)
    for row in range(first, len(sheet.rows)):
        source = above.get(row, row)
        cell = sheet.at(source, names)
        kind = kinds.of(source, names)
        if kind is None and isinstance(cell, (str, float)) and _is_beside(sheet, row, names):
            kind = RowKind.UNKNOWN
        if kind is None:
            continue
        if kind == RowKind.UNKNOWN and not _is_beside(sheet, row, names):
            continue  # a line of words: source, notes, signature
        yield Row(row, bare(text_of(cell)), kind)


def _names_above(sheet: Sheet, names: int) -> Mapping[int, int]:
    """For rows under a merged name, the row that holds the name; of two boxes the upper counts."""
    found: dict[int, int] = {}
    done = 0
    for top, left, bottom, right in sorted(sheet.merged):
        if left <= names <= right and top < bottom:
            last = min(bottom, len(sheet.rows) - 1)
            found |= dict.fromkeys(range(max(top, done), last + 1), top)
            done = max(done, last + 1)
    return found


def _lines(sheet: Sheet, rows: range) -> Iterator[str]:
    """Yield the lines of words among rows: those that hold only text."""
    for row in rows:
        cells = [cell for cell in sheet.rows[row] if cell is not None]
        if cells and len(cells) <= 3 and all(isinstance(cell, str) for cell in cells):
            yield " ".join(text_of(cell) for cell in cells)
