"""A new workbook of the cells that were read, marked: for files that are no ``.xlsx``."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from data.ingest.book import Book, Cell, Fault, Sheet

# Text from a file is never a formula, a link or a number that only looks like one.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")


def fresh_copy(book: Book, marks: Mapping[str, Any]) -> bytes:
    """Write the visible cells of a workbook with notes and colours; the list stands first.

    ``marks`` are those of ``marked.marks_of``. Values only: nothing here computes.
    """
    target = BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    made.set_properties({"created": _CREATED})
    taken: set[str] = set()
    _write_list(made, marks["list"], _name(marks["list"]["name"], taken))
    for sheet in book.sheets:
        page = made.add_worksheet(_name(sheet.name, taken))
        _write_sheet(made, page, sheet, marks["sheets"].get(sheet.name, {}))
    made.close()
    return target.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """Make a name that Excel takes: short, without its forbidden letters, once in the book."""
    plain = _FORBIDDEN.sub(" ", wanted).strip()[:_LONGEST_NAME] or "1"
    number = 1
    name = plain
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: _LONGEST_NAME - 4]} {number}"
    taken.add(name.casefold())
    return name


def _write_list(made: Any, listed: Mapping[str, Any], name: str) -> None:
    page = made.add_worksheet(name)
    plain = made.add_format({"text_wrap": True, "valign": "top"})
    bold = made.add_format({"text_wrap": True, "valign": "top", "bold": True})
    for letter, width in listed["widths"].items():
        page.set_column(f"{letter}:{letter}", width)
    for row, words in enumerate(listed["rows"]):
        for column, word in enumerate(words):
            page.write_string(row, column, word, bold if row < listed["bold"] else plain)


def _write_sheet(made: Any, page: Any, sheet: Sheet, marks: Mapping[str, list[str]]) -> None:
    colours = {colour for _, colour in marks.values()}
    fills = {one: made.add_format({"bg_color": f"#{one}", "pattern": 1}) for one in colours}
    days = {
        one: made.add_format(
            {"num_format": "d/m/yyyy", **({"bg_color": f"#{one}", "pattern": 1} if one else {})}
        )
        for one in (*colours, "")
    }
    places = {_place(address): mark for address, mark in marks.items()}
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            colour = places.get((row, column), ["", ""])[1]
            _write(page, row, column, cell, fills.get(colour), days[colour])
    for (row, column), (words, colour) in places.items():
        if sheet.at(row, column) is None:
            page.write_blank(row, column, None, fills[colour])
        page.write_comment(row, column, words, {"width": 360, "height": 160})


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return int(address[len(letters) :]) - 1, column - 1


def _write(page: Any, row: int, column: int, cell: Cell, form: Any, day: Any) -> None:
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell, form)
    elif isinstance(cell, float):
        page.write_number(row, column, cell, form)
    elif isinstance(cell, str):
        page.write_string(row, column, cell[:32_000], form)
    elif isinstance(cell, Fault):
        page.write_string(row, column, cell.text or "#", form)
    elif cell is not None and cell.year >= 1900:
        page.write_datetime(row, column, datetime.combine(cell, time()), day)
    elif cell is not None:
        page.write_string(row, column, cell.isoformat(), form)
