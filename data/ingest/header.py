"""Find the rows of headings above the figures, and read them with their merged cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from data.ingest import headings, periods
from data.ingest.book import Cell, Sheet, text_of

_MAX_HEADER = 4
_LOOKED_AT = 3
_HEADS = frozenset(("name", "code"))


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
    while bottom >= 0 and (_is_blank(sheet, bottom) or is_numbering(sheet, bottom)):
        bottom -= 1
    top = bottom + 1
    while top > 0 and bottom - top + 1 < _MAX_HEADER and _is_header(sheet, top - 1, names):
        top -= 1
    return (top, bottom) if top <= bottom else (first, first - 1)


def _is_blank(sheet: Sheet, row: int) -> bool:
    return all(cell is None for cell in sheet.rows[row])


def is_numbering(sheet: Sheet, row: int) -> bool:
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


def is_head(cells: tuple[Cell, ...]) -> bool:
    """Whether a row is of headings: it says "Tỉnh", "STT" or "Mã", or only years above figures."""
    return names_columns(cells) or dates_columns(cells)


def names_columns(cells: tuple[Cell, ...]) -> bool:
    """Whether a row has words only, years aside, and one of the first is "Tỉnh", "STT" or "Mã"."""
    if not all(isinstance(cell, str) or cell is None or _is_year(cell) for cell in cells):
        return False
    filled = [cell for cell in cells if cell is not None]
    if len(filled) < 2:
        return False
    roles = [headings.role(cell) for cell in filled[:_LOOKED_AT] if isinstance(cell, str)]
    # "No" is a number of the row in front, and an answer anywhere else.
    return roles[:1] == ["index"] or any(role in _HEADS for role in roles)


def dates_columns(cells: tuple[Cell, ...]) -> bool:
    """Whether a row has nothing but years or other periods, and none in the first column."""
    if not cells or cells[0] is not None:
        return False
    filled = [cell for cell in cells if cell is not None]
    return bool(filled) and all(map(_is_period, filled))


def _is_year(cell: Cell) -> bool:
    return isinstance(cell, float) and not isinstance(cell, bool) and bool(periods.of_cell(cell))


def _is_period(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return _is_year(cell)
    read = periods.in_text(cell) if len(cell) < 40 else None
    return read is not None and not read.rest


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
    if not any(box[1] < box[3] for box in merged):
        # From below: a row of headings reaches as far as the filled row under it.
        for upper, lower in reversed(list(pairwise(grid))):
            _fill_right(upper, lower)
    return grid


def _fill_right(upper: list[str], lower: list[str]) -> None:
    """Let a heading reach over the empty cells to its right, as a merged one would."""
    for column in range(1, len(upper)):
        if not upper[column] and upper[column - 1] and lower[column - 1] and lower[column]:
            upper[column] = upper[column - 1]
