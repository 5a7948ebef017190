"""One figure's numbers as an Excel workbook: a table of real numbers, its chart, its notes.

Every cell reads as the page shows it ("15 (đồng hạng)", "tăng 12") and holds the plain number:
words beside a number stand in its format. The sheet says that it was computed, so that nobody
loads it as a delivery by mistake.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from briefings import figure_chart, sheets
from briefings.finding import Finding
from charts.table import Cell, Column, Line
from language import Lang, text

HEAD = 5  # row of the headings, counted from zero
_NAME, _NUMBER, _WORDS, _LONG = 24, 15, 24, 40  # widths of columns, in characters
_ARROW = 3  # characters that the button of a filter takes from its heading
_NUMERAL = re.compile(r"\d(?:[\d.,]*\d)?")
_POINT = {"vi": ",", "en": "."}
_LONGEST = 80  # Excel takes 255 letters for all three parts of a format
_NEAR = 1e-6


def workbook(finding: Finding, lang: Lang) -> bytes:
    """Write the numbers of a finding, and beside them whatever must not be lost, as .xlsx.

    What is missing or withheld stays the word that the page shows, never a zero. The same finding
    gives the same bytes.
    """
    target = BytesIO()
    book = sheets.new_book(target, finding.title)
    sheet = book.add_worksheet(text("export.numbers", lang))
    _above(book, sheet, finding, lang)
    columns, lines = finding.numbers.columns, finding.numbers.lines
    widths = _headings(book, sheet, columns)
    form = cache(lambda pattern: book.add_format({"num_format": pattern, "valign": "top"}))
    words = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    for at, line in enumerate(lines, start=HEAD + 1):
        _row(sheet, at, line, columns, widths, lang, form, words)
    sheets.as_table(sheet, HEAD, len(lines), len(columns), fixed=1)
    figure_chart.add(book, finding, lang)
    sheets.notes_sheet(book, text("table.notes", lang), list(_notes(finding, lang)))
    book.close()
    return target.getvalue()


def _above(book: Any, sheet: Any, finding: Finding, lang: Lang) -> None:
    """Write the title, what is shown, what kind of sheet this is, and the mark that is due."""
    bold = book.add_format({"bold": True, "font_size": 13})
    sheet.write_string(0, 0, finding.title, bold)
    sheet.write_string(1, 0, finding.subtitle)
    sheet.write_string(2, 0, text("book.computed", lang), book.add_format({"italic": True}))
    if finding.notes.illustrative:
        sheet.write_string(3, 0, text("chart.watermark", lang), bold)


def _headings(book: Any, sheet: Any, columns: Sequence[Column]) -> list[int]:
    """Write the headings; give the widths of the columns."""
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    widths = [_width(place, column) for place, column in enumerate(columns)]
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(HEAD, place, column.label, head)
    said = [(one.label, float(width - _ARROW)) for one, width in zip(columns, widths, strict=True)]
    sheet.set_row(HEAD, sheets.height(said))
    return widths


def _width(place: int, column: Column) -> int:
    if not place:
        return _NAME
    if column.is_number:
        return _NUMBER
    return _LONG if column.is_long else _WORDS


def _row(
    sheet: Any,
    at: int,
    line: Line,
    columns: Sequence[Column],
    widths: Sequence[int],
    lang: Lang,
    form: Any,
    words: Any,
) -> None:
    said = [(cell.text, float(width)) for cell, width in zip(line.cells, widths, strict=True)]
    sheet.set_row(at, sheets.height(said))
    for place, (cell, column) in enumerate(zip(line.cells, columns, strict=True)):
        pattern = number_form(cell, lang) if column.is_number else ""
        if pattern:
            sheet.write_number(at, place, cell.order, form(pattern))
        elif cell.text:
            sheet.write_string(at, place, cell.text, words)


def number_form(cell: Cell, lang: Lang) -> str:
    """Give the format in which Excel shows a cell's number as its text says it.

    "" where the text is not about that number: then the words count.
    """
    if cell.order is None or len(cell.text) > _LONGEST or '"' in cell.text:
        return ""
    found = _NUMERAL.search(cell.text)
    if found is None:  # "giữ nguyên": no change of places
        return ";".join([f'"{cell.text}"'] * 3) if cell.order == 0 and cell.text else ""
    decimals = _decimals(found[0], lang)
    if abs(_value(found[0], lang) - abs(cell.order)) > 0.5 * 10**-decimals + _NEAR:
        return ""
    before, after = cell.text[: found.start()], cell.text[found.end() :]
    tail = "." + "0" * decimals if decimals else ""
    whole = "#,##0" if _is_grouped(found[0], lang) else "0"
    shown = _quoted(before) + whole + tail + _quoted(after)
    # the same for numbers above, below and at zero: the sign stands in the words
    return ";".join([shown] * 3) if before else shown


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""


def _decimals(numeral: str, lang: Lang) -> int:
    return len(numeral.partition(_POINT[lang])[2])


def _is_grouped(numeral: str, lang: Lang) -> bool:
    return ("." if _POINT[lang] == "," else ",") in numeral


def _value(numeral: str, lang: Lang) -> float:
    whole, _, part = numeral.partition(_POINT[lang])
    return float(whole.replace(".", "").replace(",", "") + (f".{part}" if part else ""))


def _notes(finding: Finding, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what was found, then every note that stands beside the figure."""
    yield text("field.result", lang), "\n".join((finding.title, finding.subtitle, *finding.said))
    yield from finding.notes.fields(lang)
