"""Cut a sheet into pieces whose cells keep their addresses."""

from collections.abc import Container, Iterable
from dataclasses import replace

from data.ingest import headings
from data.ingest.book import Cell, Sheet


def only(sheet: Sheet, rows: range, columns: range | None = None) -> Sheet:
    """Keep the cells of some rows and columns; all others are empty, and none moves."""
    grid = tuple(
        _within(cells, columns) if row in rows else () for row, cells in enumerate(sheet.rows)
    )
    across = range(_width(sheet)) if columns is None else columns
    merged = tuple(box for box in sheet.merged if box[0] in rows and box[1] in across)
    return replace(sheet, rows=grid, merged=merged)


def _within(cells: tuple[Cell, ...], columns: range | None) -> tuple[Cell, ...]:
    if columns is None:
        return cells
    return (None,) * min(columns.start, len(cells)) + cells[columns.start : columns.stop]


def _width(sheet: Sheet) -> int:
    return max((len(row) for row in sheet.rows), default=0)


def without_rows(sheet: Sheet, gone: Container[int]) -> Sheet:
    """Empty some rows; the sheet itself where there are none."""
    if not any(row in gone for row in range(len(sheet.rows))):
        return sheet
    rows = tuple(() if row in gone else cells for row, cells in enumerate(sheet.rows))
    return replace(sheet, rows=rows)


def end_of_table(sheet: Sheet, last: int) -> int:
    """The first row below a table that is not empty and no source or note of it."""
    row = last + 1
    while row < len(sheet.rows) and _belongs_above(sheet.rows[row]):
        row += 1
    return row


def _belongs_above(cells: tuple[Cell, ...]) -> bool:
    first = next((cell for cell in cells if cell is not None), None)
    return first is None or (
        isinstance(first, str)
        and any(headings.begins_with(first, kind) for kind in ("source", "note"))
    )


def with_cells(sheet: Sheet, cells: Iterable[tuple[int, int, Cell]]) -> Sheet:
    """Put cells (row, column, cell) in place of others."""
    listed = list(cells)
    if not listed:
        return sheet
    grid = [list(row) for row in sheet.rows]
    for row, column, cell in listed:
        grid[row].extend([None] * (column + 1 - len(grid[row])))
        grid[row][column] = cell
    return replace(sheet, rows=tuple(map(tuple, grid)))
