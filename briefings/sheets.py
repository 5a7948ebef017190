"""What every workbook of ours has in common: plain text, a heading seen whole, pages of A4."""

from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from data.catalogue import Indicator

# Text from figures is never a formula, a link or a number that only looks like one.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same figures give the same bytes: the file carries no clock and no author.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_LINE = 15.0  # points: a line of the font that Excel and LibreOffice start with
_ROOM = 1.02  # letters of Vietnamese and of bold text are wider than the digits that widths count
_A4 = 9


def new_book(target: BytesIO, title: str) -> Any:
    """Start a workbook that says its title and nothing about who made it."""
    book = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    book.set_properties({"title": title, "created": _CREATED})
    return book


def number_form(about: Indicator) -> str:
    """Give the number format of an indicator's values: "0.0000" for indices, "#,##0" for counts."""
    decimals = "0." + "0" * about.decimals if about.decimals else "0"
    return decimals if about.decimals > 2 else f"#,##{decimals}"


def height(texts: list[tuple[str, float]]) -> float:
    """Give the height of a row in points, so that its wrapped texts are seen whole.

    ``texts``: words with the width of their column in characters. Programs do not agree on fitting
    rows to wrapped text when they open a file, so every such row says its height.
    """
    return _LINE * max((_lines(words, width) for words, width in texts), default=1)


def _lines(words: str, width: float) -> int:
    return sum(max(1, ceil(len(part) * _ROOM / width)) for part in words.split("\n"))


def notes_sheet(book: Any, name: str, notes: list[tuple[str, str]]) -> None:
    """Add the sheet of notes: what a note is about, and its words, wrapped, on A4."""
    sheet = book.add_worksheet(name)
    widths = (22, 74)
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for line, pair in enumerate(notes):
        sheet.set_row(line, height(list(zip(pair, widths, strict=True))))
        sheet.write_string(line, 0, pair[0], bold)
        sheet.write_string(line, 1, pair[1], wrap)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def as_table(sheet: Any, head: int, rows: int, columns: int, *, fixed: int) -> None:
    """Freeze the heading and the first columns, offer filters, print on A4 with the heading.

    ``head`` is the row of the headings, counted from zero; ``rows`` follow it.
    """
    sheet.freeze_panes(head + 1, fixed)
    sheet.autofilter(head, 0, head + rows, columns - 1)
    sheet.repeat_rows(head)
    on_a4(sheet)


def on_a4(sheet: Any) -> None:
    """Print all columns of a sheet on one page across."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
