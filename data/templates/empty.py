"""Make an empty workbook that loads without a question once it is filled in.

The reader of deliveries decides its shape: the title names the list of provinces, the line under it
takes the period, headings are names of the catalogue, and a unit stands in brackets below each, so
that an office that counts in another unit writes that one instead.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from data.catalogue import Indicator, dataflows, indicators, units
from data.reference import boundary, provinces
from data.templates.notes import notes
from language import Lang, text

Format = Any

FIRST_COLUMN = 3  # of figures: number, code and name stand before them
HEAD = 4  # row of the headings, counted from 0; units stand below it
FIRST_ROW = HEAD + 2
# Text from figures is never a formula, a link or a number that only looks like one.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same template gives the same bytes: the file carries no clock and no author.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)


def columns(flow: str) -> tuple[Indicator, ...]:
    """Give what is delivered of a dataflow: not what is computed, and no places."""
    return tuple(
        one
        for one in indicators().values()
        if one.dataflow == flow and one.derived is None and one.unit != "place"
    )


def file_name(flow: str, boundary_id: str) -> str:
    """Name the file of a template: ``mau_qr_34.xlsx``."""
    return f"mau_{flow}_{boundary_id}.xlsx"


def empty_workbook(flow: str, boundary_id: str, lang: Lang = "vi") -> bytes:
    """Write the template of a dataflow on one list of provinces, as .xlsx.

    Provinces stand in it by name, so that only figures and the period are missing. ``KeyError`` for
    a dataflow and ``UnknownName`` for a list that do not exist.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    title = text("template.title", lang, flow=dataflows()[flow].name[lang], boundary=boundary_id)
    book.set_properties({"title": title, "created": _CREATED})
    sheet = book.add_worksheet(text("template.sheet", lang))
    guide = text("template.guide", lang)
    _lines_above(book, sheet, title, lang)
    _headings(book, sheet, columns(flow), lang)
    _rows(book, sheet, columns(flow), boundary_id, lang)
    _source_line(sheet, boundary_id, lang)
    first, last = _guide(book, guide, flow, boundary_id, lang)
    _checks(sheet, columns(flow), boundary_id, f"='{guide}'!$A${first}:$A${last}", lang)
    book.close()
    return target.getvalue()


def _lines_above(book: Any, sheet: Any, title: str, lang: Lang) -> None:
    """Write the title, and the cell that takes the period as text: 2025, quý III năm 2025."""
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 13}))
    sheet.write_string(1, 0, text("template.period", lang), book.add_format({"bold": True}))
    filled = book.add_format({"num_format": "@", "border": 1, "bg_color": "#FFF6D6"})
    sheet.write_blank(1, 2, None, filled)
    hint = {"input_title": text("template.period", lang), "input_message": _hint(lang)}
    sheet.data_validation(1, 2, 1, 2, {"validate": "any", **hint})


def _hint(lang: Lang) -> str:
    return text("template.period_hint", lang)


def _headings(book: Any, sheet: Any, shown: tuple[Indicator, ...], lang: Lang) -> None:
    """Write two rows: what a column holds, and in brackets in which unit."""
    look = {"border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    bold, plain = book.add_format({**look, "bold": True}), book.add_format({**look, "italic": True})
    lead = ("number", "code", "name")
    for place, (name, width) in enumerate(zip(lead, (6, 8, 26), strict=True)):
        sheet.merge_range(HEAD, place, HEAD + 1, place, text(f"template.{name}", lang), bold)
        sheet.set_column(place, place, width)
    for place, about in enumerate(shown, start=FIRST_COLUMN):
        sheet.write_string(HEAD, place, about.name[lang], bold)
        sheet.write_string(HEAD + 1, place, f"({units()[about.unit].name[lang]})", plain)
    sheet.set_column(FIRST_COLUMN, FIRST_COLUMN + len(shown) - 1, 18)
    sheet.set_row(HEAD, 64)
    sheet.freeze_panes(FIRST_ROW, FIRST_COLUMN)


def _rows(
    book: Any, sheet: Any, shown: tuple[Indicator, ...], boundary_id: str, lang: Lang
) -> None:
    """Write a row for each province, its figures left empty."""
    words, center = book.add_format({"border": 1}), book.add_format({"border": 1, "align": "right"})
    code = book.add_format({"border": 1, "num_format": "@", "align": "center"})
    forms = [book.add_format({"border": 1, "num_format": _format(one)}) for one in shown]
    for row, province in enumerate(provinces(boundary_id).values(), start=FIRST_ROW):
        sheet.write_number(row, 0, row - FIRST_ROW + 1, center)
        sheet.write_string(row, 1, province.code, code)
        sheet.write_string(row, 2, province.name[lang], words)
        for place, form in enumerate(forms, start=FIRST_COLUMN):
            sheet.write_blank(row, place, None, form)


def _format(about: Indicator) -> str:
    return "#,##0" + ("." + "0" * about.decimals if about.decimals else "")


def _source_line(sheet: Any, boundary_id: str, lang: Lang) -> None:
    """Leave room for the document: below the table, where its date is taken for no period."""
    last = FIRST_ROW + len(provinces(boundary_id))
    sheet.write_string(last + 1, 0, text("template.source", lang))


def _guide(book: Any, name: str, flow: str, boundary_id: str, lang: Lang) -> tuple[int, int]:
    """Write the notes, then the list of provinces; give its first and last row as Excel counts."""
    sheet = book.add_worksheet(name)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True})
    sheet.set_column(0, 0, 110)
    row = 0
    for line in notes(dataflows()[flow], columns(flow), boundary(boundary_id), lang):
        sheet.write_string(row, 0, line.words, bold if line.is_heading else wrap)
        row += 1
    for place, province in enumerate(provinces(boundary_id).values()):
        sheet.write_string(row + place, 0, province.name[lang])
    return row + 1, row + len(provinces(boundary_id))


def _checks(
    sheet: Any, shown: tuple[Indicator, ...], boundary_id: str, names: str, lang: Lang
) -> None:
    """Let Excel offer the names of the list, and warn of figures outside the range."""
    last = FIRST_ROW + len(provinces(boundary_id)) - 1
    wrong = {"error_title": text("template.wrong_title", lang), "error_type": "warning"}
    said = text("template.wrong_name", lang)
    listed = {"validate": "list", "source": names, "error_message": said, **wrong}
    sheet.data_validation(FIRST_ROW, 2, last, 2, listed)
    for place, about in enumerate(shown, start=FIRST_COLUMN):
        low, high = about.range
        between = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        said = text("template.wrong_number", lang, low=f"{low:g}", high=f"{high:.12g}")
        sheet.data_validation(
            FIRST_ROW, place, last, place, {**between, "error_message": said, **wrong}
        )
