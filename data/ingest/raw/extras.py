"""What a look at a workbook found and its reader did not give: put into the sheet."""

from typing import Any

Json = dict[str, Any]


def add(sheet: Json, extra: Json, rows: int, columns: int, merged: int) -> None:
    """Add to a visible sheet what its reader did not give, within its size.

    ``rows`` and ``columns`` are the most a sheet may have, ``merged`` the most merged cells.
    """
    cells = [(row, column, {"error": text}) for row, column, text in extra.get("errors", ())]
    cells += [(row, column, {"formula": True}) for row, column in extra.get("formulas", ())]
    for row, column, cell in cells:
        if 0 <= row < rows and 0 <= column < columns:
            put(sheet["rows"], row, column, cell)
    for row, column, whole, plain in extra.get("raised", ()):
        replace(sheet["rows"], row, column, whole, plain)
    height, width = len(sheet["rows"]), max(map(len, sheet["rows"]), default=0)
    for key, most in (("hidden_rows", height), ("hidden_columns", width)):
        for first, last in extra.get(key, ()):
            sheet[key] += range(first, min(last + 1, most))
    if not sheet["merged"]:
        sheet["merged"] = extra.get("merged", [])[:merged]


def put(rows: list[list[Any]], row: int, column: int, cell: Json) -> None:
    """Put a cell where a reader gave an empty one or none."""
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend([None] * (column + 1 - len(rows[row])))
    if rows[row][column] is None:
        rows[row][column] = cell


def replace(rows: list[list[Any]], row: int, column: int, whole: str, plain: str) -> None:
    """Put a text without its footnote mark where the reader gave the whole of it."""
    if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
        cell = rows[row][column]
        if isinstance(cell, str) and "".join(cell.split()) == "".join(whole.split()):
            rows[row][column] = plain.strip()
