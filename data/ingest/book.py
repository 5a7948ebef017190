"""What the child read: sheets of typed cells, and the words for a place in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import compress, repeat, zip_longest
from typing import cast


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a value: an Excel error such as ``#DIV/0!``, or a formula never computed."""

    text: str
    is_formula: bool = False


Cell = float | str | bool | date | Fault | None
Box = tuple[int, int, int, int]
"""A merged cell: top, left, bottom, right, both ends included."""


@dataclass(frozen=True)
class Sheet:
    """One visible sheet. Rows and columns count from zero; rows may differ in length.

    ``merged`` is empty also where the reader does not know. ``hidden_rows`` and
    ``hidden_columns`` had something in them that was left out: their cells are empty here.
    ``is_raw``: every letter stands for a byte of an encoding that is not known yet.
    ``is_turned``: rows and columns have changed places; places are named as in the file.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Box, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_text: bool = False
    is_raw: bool = False
    is_turned: bool = False

    @cached_property
    def columns(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells column by column, each column as long as there are rows."""
        return tuple(zip_longest(*self.rows))

    def at(self, row: int, column: int) -> Cell:
        """Give a cell; ``None`` outside the sheet too."""
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        return self.rows[row][column]

    def down(self, rows: Sequence[int], column: int) -> list[Cell]:
        """Give the cells of one column in some rows, in order; ``None`` outside the sheet too."""
        cells = self.columns[column] if 0 <= column < len(self.columns) else ()
        last = len(cells)
        if rows and rows[0] >= 0 and rows[-1] < last and rows[-1] - rows[0] == len(rows) - 1:
            return list(cells[rows[0] : rows[-1] + 1])  # the rows of a long table, without a gap
        return [cells[row] if 0 <= row < last else None for row in rows]

    def place(self, row: int, column: int) -> str:
        """Name a cell as a person finds it: ``DTI 2023!B17``."""
        return f"{self.name}!{self.address(row, column)}"

    def address(self, row: int, column: int) -> str:
        """Name a cell within the sheet: ``B17``."""
        return address(column, row) if self.is_turned else address(row, column)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text of the sheet once, in the order in which they first stand, row by row."""
        first: dict[str, tuple[int, int]] = {}
        for number, cells in enumerate(self.columns):
            is_text = list(map(isinstance, cells, repeat(str)))
            rows = list(compress(range(len(cells)), is_text))
            # of the same text the upper one comes last, and stays
            worded = cast("list[str]", list(compress(cells, is_text)))
            for text, row in dict(zip(reversed(worded), reversed(rows), strict=True)).items():
                first[text] = min(first.get(text, (row, number)), (row, number))
        return tuple(sorted(first, key=first.__getitem__))


@dataclass(frozen=True, slots=True)
class Book:
    """The visible sheets of a workbook, and the names of those left out."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = field(default=())


def text_of(cell: Cell) -> str:
    """Give a cell as words: whole numbers without a point, dates as ISO days, else empty."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def address(row: int, column: int) -> str:
    """Name a cell: ``(16, 1)`` is ``B17``."""
    return f"{letters_of(column)}{row + 1}"


@cache
def letters_of(column: int) -> str:
    """Name a column: 27 is ``AB``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
