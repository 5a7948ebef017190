"""A sheet as data, and the writer that draws it: same bytes from the same figures, no author."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import ceil
from pathlib import Path

import xlsxwriter

Cell = str | float | date | None
Box = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted in the header."""

_CREATED = datetime(2026, 11, 23)
_BASE = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in one sheet, from top to bottom. Columns of ``body`` match ``header``.

    ``formats`` and ``widths`` are by column; ``bold`` are rows of the body. ``beside`` stands
    right of the table, along all of its rows.
    """

    name: str
    titles: Sequence[str]
    header: Sequence[Sequence[str]]
    body: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    formats: Sequence[str]
    unit: str = ""
    merged: Sequence[Box] = ()
    bold: frozenset[int] = field(default=frozenset())
    footer: Sequence[str] = ()
    beside: str = ""


def write(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook; nothing in it depends on the moment, the person or the machine."""
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED, "author": "", "company": ""})
        for sheet in sheets:
            _draw(book, sheet)


def _draw(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    row = _titles(book, page, sheet)
    _header(book, page, sheet, row)
    row += len(sheet.header)
    _for_print(page, sheet, row)
    _body(book, page, sheet, row)
    if sheet.beside:
        _beside(book, page, sheet, row)
    _footer(book, page, sheet, row + len(sheet.body) + 1)


def _for_print(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, top: int) -> None:
    """Keep the header in sight, on the screen and on every A4 page; all columns on one page."""
    page.freeze_panes(top, 0)
    page.repeat_rows(top - len(sheet.header), top - 1)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if sum(sheet.widths) > 100:
        page.set_landscape()


def _titles(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet) -> int:
    """Write the lines above the table; give the row where its header begins."""
    last = len(sheet.widths) - 1
    for row, title in enumerate(sheet.titles):
        look = book.add_format(_BASE | {"bold": row == 0, "align": "center"})
        page.merge_range(row, 0, row, last, title, look)
    row = len(sheet.titles) + 1
    if sheet.unit:
        look = book.add_format(_BASE | {"italic": True, "align": "right"})
        page.write_string(row, last, f"Đơn vị tính: {sheet.unit}", look)
        row += 1
    return row


def _header(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, top: int
) -> None:
    look = book.add_format(
        _BASE | {"bold": True, "align": "center", "border": 1, "text_wrap": True}
    )
    height = 18 if len(sheet.header) == 1 else 54
    for row, words in enumerate(sheet.header):
        page.set_row(top + row, height if row == len(sheet.header) - 1 else 24)
        for column, text in enumerate(words):
            page.write_string(top + row, column, text, look)
    for first, left, last, right in sheet.merged:
        text = sheet.header[first][left]
        page.merge_range(top + first, left, top + last, right, text, look)


def _body(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, top: int
) -> None:
    looks = {
        (bold, column): book.add_format(_look(sheet, column, bold=bold))
        for bold in (False, True)
        for column in range(len(sheet.widths))
    }
    for number, cells in enumerate(sheet.body):
        page.set_row(top + number, 18 * _lines(sheet, cells))
        for column, cell in enumerate(cells):
            _cell(page, top + number, column, cell, looks[number in sheet.bold, column])


def _lines(sheet: Sheet, cells: Sequence[Cell]) -> int:
    """Estimate how many lines the longest text of a row takes in its column."""
    texts = [
        (len(cell), width)
        for cell, width in zip(cells, sheet.widths, strict=True)
        if isinstance(cell, str) and width > 40
    ]
    return max((ceil(1.15 * length / width) for length, width in texts), default=1) or 1


def _look(sheet: Sheet, column: int, *, bold: bool) -> dict[str, object]:
    """Make the format of a column's cells: wide texts wrap, narrow ones stand in the middle."""
    look = _BASE | {"border": 1, "bold": bold, "num_format": sheet.formats[column]}
    width = sheet.widths[column]
    if width < 10:
        return look | {"align": "center"}
    if sheet.formats[column] != "@":
        return look | {"align": "right"}
    return look | {"text_wrap": width > 40}


def _cell(
    page: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: Cell,
    look: xlsxwriter.format.Format,
) -> None:
    if cell is None:
        page.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        page.write_string(row, column, cell, look)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), look)
    else:
        page.write_number(row, column, cell, look)


def _beside(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, top: int
) -> None:
    column = len(sheet.widths) + 1
    look = _BASE | {"bold": True, "font_size": 20, "font_color": "#C00000", "rotation": 90}
    box = book.add_format(look | {"align": "center"})
    page.merge_range(top, column, top + len(sheet.body) - 1, column, sheet.beside, box)


def _footer(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, row: int
) -> None:
    look = book.add_format(_BASE | {"italic": True})
    for number, line in enumerate(sheet.footer):
        page.write_string(row + number, 0, line, look)
