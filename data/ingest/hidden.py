"""Rows and columns that are hidden in a visible sheet: left out, and named."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from data.ingest.book import Box, Cell, Sheet, letters_of
from data.ingest.issues import Issue

_LONGEST = 80


def without_hidden(sheet: Sheet, rows: Collection[int], columns: Collection[int]) -> Sheet:
    """Empty the hidden cells; the text of a merged cell moves to where it is seen."""
    if not rows and not columns:
        return sheet
    grid = [list(cells) for cells in sheet.rows]
    merged = tuple(_seen(grid, box, rows, columns) for box in sheet.merged)
    gone_rows = [row for row in sorted(rows) if row < len(grid) and _is_filled(grid[row])]
    gone = [one for one in sorted(columns) if _is_filled(r[one] for r in grid if one < len(r))]
    for row in gone_rows:
        grid[row] = []
    for cells in grid:
        for column in gone:
            if column < len(cells):
                cells[column] = None
    return replace(
        sheet,
        rows=tuple(map(tuple, grid)),
        merged=merged,
        hidden_rows=tuple(gone_rows),
        hidden_columns=tuple(gone),
    )


def _is_filled(cells: Iterable[Cell]) -> bool:
    return any(cell is not None for cell in cells)


def _seen(grid: list[list[Cell]], box: Box, rows: Collection[int], columns: Collection[int]) -> Box:
    """Make a merged cell as large as it is seen, with its text in the first cell of that."""
    top, left, bottom, right = box
    if top not in rows and left not in columns:
        return box
    down = [row for row in range(top, min(bottom + 1, len(grid))) if row not in rows]
    across = [column for column in range(left, right + 1) if column not in columns]
    if not down or not across or left >= len(grid[top]):
        return box
    cells = grid[down[0]]
    cells.extend([None] * (across[0] + 1 - len(cells)))
    cells[across[0]], grid[top][left] = grid[top][left], None
    return down[0], across[0], down[-1], across[-1]


def tell_hidden(sheet: Sheet) -> Iterator[Issue]:
    """Name the hidden rows and columns of a sheet that were left out."""
    if sheet.hidden_columns:
        found = _ranges(sheet.hidden_columns, letters_of)
        yield Issue("issue.hidden_columns", f"{sheet.name}!", found)
    if sheet.hidden_rows:
        found = _ranges(sheet.hidden_rows, lambda row: str(row + 1))
        yield Issue("issue.hidden_rows", f"{sheet.name}!", found)


def _ranges(numbers: tuple[int, ...], name: Callable[[int], str]) -> str:
    """Write rising numbers shortly: "C, E–G"."""
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if b != a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b != a + 1), numbers[-1]]
    parts = (
        name(a) if a == b else f"{name(a)}–{name(b)}" for a, b in zip(starts, ends, strict=True)
    )
    words = ", ".join(parts)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
