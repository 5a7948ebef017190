"""Find the rows of headings above the figures, and read them with their merged cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from data.ingest import headings
from data.ingest.book import Sheet, text_of

_MAX_HEADER = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above one column, from top to bottom, each once."""

    column: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All words, for a reader."""
        return " / ".join(self.parts)


def header_rows(sheet: Sheet, names: int, first: int) -> tuple[int, int]:
    """First and last row of the headings, ``(first, first - 1)`` when there are none."""
    bottom = first - 1
    while bottom >= 0 and (_is_blank(sheet, bottom) or _is_numbering(sheet, bottom)):
        bottom -= 1
    top = bottom + 1
    while top > 0 and bottom - top + 1 < _MAX_HEADER and _is_header(sheet, top - 1, names):
        top -= 1
    return (top, bottom) if top <= bottom else (first, first - 1)


def _is_blank(sheet: Sheet, row: int) -> bool:
    return all(cell is None for cell in sheet.rows[row])


def _is_numbering(sheet: Sheet, row: int) -> bool:
    """Whether a row numbers the columns: A, B, 1, 2 or (1), (2), (3)."""
    cells = [cell for cell in sheet.rows[row] if cell is not None]
    words = [
        str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
        for cell in cells
    ]
    short = all(re.fullmatch(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?", word.strip()) for word in words)
    return len(words) > 1 and short


def _is_header(sheet: Sheet, row: int, names: int) -> bool:
    """Whether a row above the figures has headings; titles and units stand alone in theirs."""
    filled = [column for column, cell in enumerate(sheet.rows[row]) if cell is not None]
    if not filled:
        return False
    first = sheet.rows[row][filled[0]]
    if isinstance(first, str) and any(
        headings.begins_with(first, kind) for kind in ("unit", "source", "note")
    ):
        return len(filled) > 1 and headings.role(first) != ""
    # Alone in its row, only a heading over the figures themselves is one: "Sơ bộ 2023".
    return len(filled) > 1 or filled[0] > names


def read_headings(sheet: Sheet, top: int, bottom: int) -> Iterator[Heading]:
    """Yield the heading of every column, merged cells filled; years that are numbers as texts."""
    width = max((len(row) for row in sheet.rows), default=0)
    grid = _header_grid(sheet, top, bottom, width)
    for column in range(width):
        parts = [part for line in grid if (part := line[column])]
        yield Heading(column, tuple(dict.fromkeys(parts)))


def _header_grid(sheet: Sheet, top: int, bottom: int, width: int) -> list[list[str]]:
    """Texts of the header rows with merged cells filled."""
    rows = range(top, bottom + 1)
    grid = [[text_of(sheet.at(row, column)) for column in range(width)] for row in rows]
    merged = [box for box in sheet.merged if top <= box[0] <= bottom]
    for box_top, left, box_bottom, right in merged:
        for row in range(box_top, min(box_bottom, bottom) + 1):
            last = min(right, width - 1)
            grid[row - top][left : last + 1] = [grid[box_top - top][left]] * (last + 1 - left)
    if not merged:
        for upper, lower in pairwise(grid):
            _fill_right(upper, lower)
    return grid


def _fill_right(upper: list[str], lower: list[str]) -> None:
    """Let a heading reach over the empty cells to its right, as a merged one would."""
    for column in range(1, len(upper)):
        if not upper[column] and upper[column - 1] and lower[column - 1] and lower[column]:
            upper[column] = upper[column - 1]
