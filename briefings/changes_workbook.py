"""What a release changes as an Excel workbook: each figure before and after, then whole lists.

Numbers are numbers and words are never formulas; the same changes give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from data import catalogue, reference
from data.service.preview import Differences, Extent, Line, Summary
from language import Lang, dates, text

# Text from figures is never a formula, a link or a number that only looks like one.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same changes give the same bytes: the file carries no clock and no author.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_HEAD = 2
_LINES = (
    ("kind", 12),
    ("indicator", 40),
    ("period", 18),
    ("boundary", 34),
    ("code", 7),
    ("province", 22),
    ("before", 14),
    ("before_status", 14),
    ("after", 14),
    ("after_status", 14),
    ("difference", 14),
    ("unit", 18),
    ("place", 20),
)
_SUMMARIES = (
    ("indicator", 40),
    ("period", 18),
    ("boundary", 34),
    ("state", 26),
    ("count", 10),
    ("total", 16),
    ("mean", 14),
    ("median", 14),
    ("minimum", 14),
    ("minimum_at", 26),
    ("maximum", 14),
    ("maximum_at", 26),
    ("unit", 18),
)
Row = Sequence[float | str | None]


def changes_to_xlsx(found: Differences, title: str, lang: Lang) -> bytes:
    """Write every figure that changes, and each table as a whole beside the year before.

    Unchanged figures are left out. Missing values stay empty cells.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    book.set_properties({"title": title, "created": _CREATED})
    changed = (line for line in found.lines if line.kind != "unchanged")
    _sheet(book, title, "lines", _LINES, (_line(line, lang) for line in changed), lang)
    wholes = (row for one in found.summaries for row in _wholes(one, lang))
    _sheet(book, title, "wholes", _SUMMARIES, wholes, lang)
    book.close()
    return target.getvalue()


def _sheet(
    book: Any,
    title: str,
    name: str,
    heads: Sequence[tuple[str, int]],
    rows: Iterable[Row],
    lang: Lang,
) -> None:
    sheet = book.add_worksheet(text(f"changes_file.{name}", lang))
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 13}))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for column, (head, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEAD, column, text(f"changes_file.{head}", lang), bold)
    last = _HEAD
    for last, row in enumerate(rows, start=_HEAD + 1):
        for column, cell in enumerate(row):
            _write(sheet, last, column, cell)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.autofilter(_HEAD, 0, last, len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)


def _write(sheet: Any, row: int, column: int, cell: float | str | None) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _line(line: Line, lang: Lang) -> Row:
    is_both = line.old is not None and line.new is not None
    about = catalogue.indicator(line.indicator_id)
    return (
        text(f"changes_file.{line.kind}", lang),
        *_table(line, lang),
        line.province_code,
        reference.provinces(line.boundary)[line.province_code].label(lang),
        line.old,
        _status(line.old_status, lang),
        line.new,
        _status(line.new_status, lang),
        round((line.new or 0) - (line.old or 0), about.decimals + 6) if is_both else None,
        catalogue.units()[about.unit].name[lang],
        line.place,
    )


def _table(one: Line | Summary, lang: Lang) -> tuple[str, str, str]:
    return (
        catalogue.indicator(one.indicator_id).name[lang],
        dates.period(one.period, lang),
        reference.boundary(one.boundary).name[lang],
    )


def _status(status: str, lang: Lang) -> str:
    return text(f"status.{status}", lang) if status else ""


def _wholes(one: Summary, lang: Lang) -> Iterator[Row]:
    """Yield the list after publishing, before it, and a year before, as far as they are there."""
    states = [("state_after", "", one.after), ("state_before", "", one.before)]
    if one.former_period:
        key = "state_converted" if one.converted else "state_former"
        states.append((key, dates.period(one.former_period, lang), one.year_before))
    for key, period, extent in states:
        if extent is not None:
            state = text(f"changes_file.{key}", lang, period=period)
            yield *_table(one, lang), state, *_measures(one, extent, lang)


def _measures(one: Summary, extent: Extent, lang: Lang) -> Row:
    """Give the measures; rates have no total."""
    unit = catalogue.units()[catalogue.indicator(one.indicator_id).unit].name[lang]
    return (
        extent.n,
        extent.total if one.how == "total" else None,
        round(extent.mean, 6),
        round(extent.median, 6),
        extent.minimum,
        _names(extent.minimum_at, one, lang),
        extent.maximum,
        _names(extent.maximum_at, one, lang),
        unit,
    )


def _names(codes: Iterable[str], one: Summary, lang: Lang) -> str:
    known = reference.provinces(one.boundary)
    return ", ".join(known[code].label(lang) for code in codes)
