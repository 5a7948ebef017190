"""Find the table in a sheet: the column of provinces, the rows under it, the headings above it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from data.ingest import headings
from data.ingest.beside import columns_of_names
from data.ingest.book import Cell, Sheet, text_of
from data.ingest.header import Heading, header_rows, read_headings
from data.ingest.named import Kinds, Names, RowKind, TooManyNamesError, bare
from data.ingest.numerals import is_figure, says_figure
from data.ingest.pasted import with_joined_names
from data.reference import lists_with

__all__ = ["Names", "Row", "RowKind", "Table", "TooManyNamesError", "find_table"]

T = TypeVar("T")
_SEARCHED = 30
_FEW = 3  # provinces that stand alone above rows of their parts


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; ``name`` is as written, without a footnote mark."""

    index: int
    name: str
    kind: RowKind


@dataclass(frozen=True)
class Table:
    """A table in a sheet. ``context`` holds the lines above it, ``lines`` those below.

    ``around`` are lines further off, that speak for several tables. ``total`` is the label of the
    total row, where the rows are parts of one province: then that row has the province's name.
    ``nameless`` are rows between provinces that have figures and no name.
    """

    sheet: Sheet
    names: int
    header: int
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    context: tuple[str, ...]
    lines: tuple[str, ...]
    around: tuple[str, ...] = ()
    total: str = ""
    nameless: tuple[int, ...] = ()

    @cached_property
    def indexes(self) -> list[int]:
        """The rows of the table in its sheet, from zero."""
        return [row.index for row in self.rows]

    def cells(self, column: int) -> list[Cell]:
        """Give the cells of a column, one for each row of the table."""
        return self.sheet.down(self.indexes, column)

    def place(self, row: int, column: int) -> str:
        """Name a cell: ``DTI 2023!B17``."""
        return self.sheet.place(row, column)

    def by_title(self, read: Callable[[Iterable[str]], T]) -> T:
        """Ask the lines above the table; where they are silent those further off, then the sheet's
        name."""
        return read(self.context) or read(self.around) or read((self.sheet.name,))


def find_table(sheet: Sheet, looked_up: "Names | None" = None) -> Table | None:
    """Find the table of a sheet; ``None`` when no row of it is a province.

    ``looked_up`` holds what is known of the names of the workbook's other sheets. Raises
    ``TooManyNamesError`` when it is full.
    """
    looked_up = Names() if looked_up is None else looked_up
    codes = _column_of_codes(sheet, _SEARCHED)
    _, names = columns_of_names(sheet, Kinds(sheet, None, looked_up))
    if names is not None:
        sheet = with_joined_names(sheet, names, looked_up)
    else:
        names = codes = _column_of_codes(sheet, len(sheet.rows))
    if names is None:
        return None
    kinds = Kinds(sheet, names if names == codes else None, looked_up)
    first = _first_row(sheet, names, kinds)
    if first is None:
        return None
    top, bottom = header_rows(sheet, names, first)
    rows = tuple(_rows(sheet, names, first, kinds))
    return Table(
        sheet=sheet,
        names=names,
        header=max(bottom, 0),
        headings=tuple(read_headings(sheet, top, bottom)),
        rows=rows,
        context=tuple(lines_among(sheet, range(top))),
        lines=tuple(lines_among(sheet, range(first, len(sheet.rows)))),
        nameless=tuple(_nameless(sheet, names, rows)),
    )


def _nameless(sheet: Sheet, names: int, rows: tuple[Row, ...]) -> Iterator[int]:
    """Yield the rows between provinces that have figures and belong to none of them."""
    listed = {row.index for row in rows}
    last = max((row.index for row in rows if row.kind == RowKind.PROVINCE), default=0)
    for row in range(min(listed, default=0), last):
        is_open = row not in listed and sheet.at(row, names) is None
        if is_open and any(is_figure(cell) for cell in sheet.rows[row]):
            yield row


def _column_of_codes(sheet: Sheet, most: int) -> int | None:
    """The column that a heading calls one of province codes, if codes stand under it.

    It is looked for in ``most`` rows from the first that is not empty.
    """
    top = next((row for row, cells in enumerate(sheet.rows) if cells), 0)
    for row, cells in enumerate(sheet.rows[top : top + most], start=top):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and headings.role(cell) == "code":
                below = (text_of(sheet.at(under, column)) for under in range(row + 1, row + 4))
                return (
                    column if any(text.isdecimal() and lists_with(text) for text in below) else None
                )
    return None


def _first_row(sheet: Sheet, names: int, kinds: Kinds) -> int | None:
    """The first province with something beside it, or the totals and regions just above it.

    Where no province has, it may be that the rows below each are of its parts.
    """
    every = range(len(sheet.rows))
    named = (row for row in every if kinds.of(row, names) == RowKind.PROVINCE)
    first = next((row for row in named if _is_beside(sheet, row, names)), None)
    if first is None:
        over = [row for row in every if _is_over_parts(sheet, row, names, kinds)]
        first = over[0] if len(over) >= _FEW else None
    while first and kinds.is_row(first - 1, names):
        first -= 1
    return first


def _is_beside(sheet: Sheet, row: int, names: int) -> bool:
    """Whether a row says more than its name: "UBND TỈNH HÀ GIANG" alone is a letterhead."""
    return any(says_figure(cell) for column, cell in enumerate(sheet.rows[row]) if column != names)


def _is_over_parts(sheet: Sheet, row: int, names: int, kinds: Kinds) -> bool:
    """Whether the row below a province has words and something beside them: "Chung"."""
    is_named = kinds.of(row, names) == RowKind.PROVINCE
    has_words = is_named and isinstance(sheet.at(row + 1, names), str)
    return has_words and _is_beside(sheet, row + 1, names)


def _rows(sheet: Sheet, names: int, first: int, kinds: Kinds) -> Iterator[Row]:
    above = _names_above(sheet, names, first, kinds)
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


def _names_above(sheet: Sheet, names: int, first: int, kinds: Kinds) -> Mapping[int, int]:
    """For rows under a name that stands once, the row that holds it."""
    merged = _merged_names(sheet, names)
    return merged or _names_once(sheet, names, first, kinds)


def _names_once(sheet: Sheet, names: int, first: int, kinds: Kinds) -> Mapping[int, int]:
    """Rows without a name belong to the province above, where each has as many of them."""
    found: dict[int, int] = {}
    counts: dict[int, int] = {}
    holder = None
    for row in range(first, len(sheet.rows)):
        if sheet.at(row, names) is not None:
            holder = row if kinds.of(row, names) == RowKind.PROVINCE else None
            counts |= {row: 0} if holder is not None else {}
        elif holder is not None and _is_beside(sheet, row, names):
            found[row] = holder
            counts[holder] += 1
    return found if len(counts) > 1 and len(set(counts.values())) == 1 else {}


def _merged_names(sheet: Sheet, names: int) -> Mapping[int, int]:
    """For rows under a merged name, the row that holds the name; of two boxes the upper counts."""
    found: dict[int, int] = {}
    done = 0
    for top, left, bottom, right in sorted(sheet.merged):
        if left <= names <= right and top < bottom:
            last = min(bottom, len(sheet.rows) - 1)
            found |= dict.fromkeys(range(max(top, done), last + 1), top)
            done = max(done, last + 1)
    return found


def lines_among(sheet: Sheet, rows: range) -> Iterator[str]:
    """Yield the lines of words among rows: those that hold only text."""
    for row in rows:
        if float in map(type, sheet.rows[row]):
            continue  # nearly every row of a long table
        cells = [cell for cell in sheet.rows[row] if cell is not None]
        if cells and len(cells) <= 3 and all(isinstance(cell, str) for cell in cells):
            yield " ".join(text_of(cell) for cell in cells)
