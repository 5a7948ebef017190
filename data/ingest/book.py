"""What the child read: sheets of typed cells, and the words for a place in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a value: an Excel error such as ``#DIV/0!``, or a formula never computed."""

    text: str
    is_formula: bool = False


Cell = float | str | bool | date | Fault | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet. Rows and columns count from zero; rows may differ in length.

    ``merged`` holds (top, left, bottom, right), both ends included; it is empty also where the
    reader does not know.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def at(self, row: int, column: int) -> Cell:
        """Give a cell; ``None`` outside the sheet too."""
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        return self.rows[row][column]

    def place(self, row: int, column: int) -> str:
        """Name a cell as a person finds it: ``DTI 2023!B17``."""
        return f"{self.name}!{address(row, column)}"

    def texts(self) -> Iterator[str]:
        """Yield every text of the sheet, row by row."""
        return (cell for row in self.rows for cell in row if isinstance(cell, str))


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
    return f"{_letters(column)}{row + 1}"


@cache
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def position(name: str) -> tuple[int, int]:
    """Give row and column of ``B17``: ``(16, 1)``."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]) - 1, column - 1
