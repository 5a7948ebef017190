"""Sheets computed from the figures: a ranking, the years side by side, the newest of everything.

Each says under its title that it was computed, so that reading the workbook back leaves it out.
Charts are Excel's own and read the cells of their sheet.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

from briefings import finding_titles, sheets, workbook
from briefings.book_figures import sheet_name
from charts.theme import LIGHT
from data import catalogue, reference
from data.catalogue import Indicator
from data.service.figures import Figures
from data.service.profile import Ranked
from data.service.ranking import Ranking
from data.service.series import Grid, grid
from indicators.model import Status
from language import Lang, dates, text

_LEAD = 2  # columns before the figures: code and name
_MOST_LINES = 15
_ON_A_PAGE = 10  # columns of figures that are readable across a page of A4
_SHORT = 20  # rows of a table that leaves room for a chart below it on the screen
_VALUE = 2  # column of the value in the sheet of a ranking
_ROW = 20.0  # pixels of a row of the sheet
# Fifteen colours that are told apart in pairs; lines are named at the chart and in the table.
_COLOURS = (
    *("#1b406e", "#cc7e3d", "#3f95cb", "#69321e", "#79bde0", "#b3261e", "#53606c", "#e4af72"),
    *("#226aa4", "#a05429", "#2f7d5b", "#8a5a9e", "#95cde9", "#15202b", "#c3cad1"),
)


def ranking_sheet(book: Any, ranking: Ranking, lang: Lang) -> None:
    """Add the ranking of a group with a bar for each member."""
    name = sheet_name(text("book.ranking", lang), book)
    columns = workbook.table_sheet(book, ranking, lang, name=name, note=text("book.computed", lang))
    known = sum(row.value is not None for row in ranking.rows)
    if known:
        chart = _bars(book, name, ranking, known, lang)
        place = _beside(len(ranking.rows), columns)
        book.get_worksheet_by_name(name).insert_chart(*place, chart)


def _beside(rows: int, columns: int) -> tuple[int, int]:
    """Give the cell of a chart: below a short table, where it prints large, else on its right."""
    below = workbook.HEAD + rows + 2
    return (below, 1) if rows <= _SHORT else (workbook.HEAD, columns + 1)


def _bars(book: Any, name: str, ranking: Ranking, known: int, lang: Lang) -> Any:
    about = catalogue.indicator(ranking.indicator)
    first, last = workbook.HEAD + 1, workbook.HEAD + known
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": about.short[lang],
            "categories": [name, first, 1, last, 1],
            "values": [name, first, _VALUE, last, _VALUE],
            "fill": {"color": LIGHT.more[2]},
            "gap": 40,
            "data_labels": {"value": True, "num_format": sheets.number_form(about)},
        }
    )
    said = finding_titles.spread(ranking, lang)  # what is shown stands above the table
    chart.set_title({"name": said, "name_font": {"size": 11}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0, "major_gridlines": {"visible": False}, "visible": False})
    chart.set_size({"width": 640, "height": 90 + _ROW * known})
    return chart


def years_sheet(
    book: Any,
    give: Ranked,
    figures: Figures,
    about: Indicator,
    boundary: str,
    group: str,
    lang: Lang,
) -> None:
    """Add an indicator over the periods, a row for each member, and its lines.

    A line is broken where the method changed: the points of both sides are not joined.
    """
    found = grid(figures, about.id, boundary, group, lang=lang, ranked=give)
    if not found.columns:
        return
    name = sheet_name(text("book.years", lang), book)
    sheet = book.add_worksheet(name)
    are_years = all(column.period.isdecimal() for column in found.columns)
    heads = [
        column.period if are_years else dates.period(column.period, lang)
        for column in found.columns
    ]
    title = text("book.years_title", lang, indicator=about.name[lang], boundary=_on(boundary, lang))
    _above(book, sheet, title, heads, lang, illustrative=found.illustrative)
    form = book.add_format({"num_format": sheets.number_form(about)})
    for line, member in enumerate(found.lines, start=workbook.HEAD + 1):
        sheet.write_string(line, 0, member.province_code)
        sheet.write_string(line, 1, member.label)
        for place, one in enumerate(member.places, start=_LEAD):
            if one.value is not None:
                sheet.write_number(line, place, one.value, form)
    sheets.as_table(sheet, workbook.HEAD, len(found.lines), _LEAD + len(heads), fixed=_LEAD)
    if are_years and 1 < len(found.lines) <= _MOST_LINES:
        chart = _lines(book, name, title, about, found)
        sheet.insert_chart(*_beside(len(found.lines), _LEAD + len(heads)), chart)


def stretches(found: Grid) -> list[tuple[int, int]]:
    """Give the columns (first, last) within which points may be joined."""
    starts = [0, *(n for n, one in enumerate(found.columns) if one.break_before)]
    return [(a, b - 1) for a, b in pairwise([*starts, len(found.columns)])]


def _lines(book: Any, name: str, title: str, about: Indicator, found: Grid) -> Any:
    """Draw a line for each member and stretch of years; the legend names each member once."""
    chart = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    spans = stretches(found)
    for number in range(len(found.lines)):
        colour = _COLOURS[number % len(_COLOURS)]
        for span in spans:
            chart.add_series(_stretch(name, workbook.HEAD + 1 + number, span, colour))
    years = [int(column.period) for column in found.columns]
    again = [n for n in range(len(found.lines) * len(spans)) if n % len(spans)]
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"position": "right", "delete_series": again})
    axis = {"min": years[0], "max": years[-1], "major_unit": 1, "num_format": "0"}
    chart.set_x_axis({**axis, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"num_format": sheets.number_form(about), "min": _floor(found)})
    chart.set_size({"width": 700, "height": 340})
    return chart


def _stretch(name: str, row: int, span: tuple[int, int], colour: str) -> dict[str, Any]:
    first, last = _LEAD + span[0], _LEAD + span[1]
    return {
        "name": [name, row, 1],
        "categories": [name, workbook.HEAD, first, workbook.HEAD, last],
        "values": [name, row, first, row, last],
        "line": {"color": colour, "width": 1.75},
        "marker": {"type": "circle", "size": 5, "fill": {"color": colour}},
    }


def _floor(found: Grid) -> float:
    """Begin the axis at the tenth part of the range below the lowest point; never beyond zero."""
    known = [one.value for line in found.lines for one in line.places if one.value is not None]
    low, high = min(known), max(known)
    step = 10 ** floor(log10(high - low)) if high > low else 1.0
    return step * floor(low / step)


def newest_sheet(
    book: Any, ranked: Ranked, figures: Figures, boundary: str, group: str, lang: Lang
) -> None:
    """Add every indicator in its newest period, a row for each member of the group."""
    found = [
        ranked(name, figures.periods(name, boundary)[-1], boundary, group)
        for name in figures.indicators(boundary)
    ]
    if not found:
        return
    sheet = book.add_worksheet(sheet_name(text("book.newest", lang), book))
    heads = [_newest_head(one, lang) for one in found]
    title = text("book.newest_title", lang, boundary=_on(boundary, lang))
    _above(book, sheet, title, heads, lang, illustrative=any(one.illustrative for one in found))
    codes = [row.province_code for row in found[0].rows]
    for line, code in enumerate(sorted(codes), start=workbook.HEAD + 1):
        sheet.write_string(line, 0, code)
        sheet.write_string(line, 1, reference.province(code, boundary).label(lang))
    for place, one in enumerate(found, start=_LEAD):
        _column(book, sheet, place, one, sorted(codes))
    sheets.as_table(sheet, workbook.HEAD, len(codes), _LEAD + len(heads), fixed=_LEAD)
    # Many columns: on as many pages across as stay readable, each with the names.
    sheet.repeat_columns(0, _LEAD - 1)
    sheet.fit_to_pages(ceil(len(heads) / _ON_A_PAGE), 0)


def _column(book: Any, sheet: Any, place: int, one: Ranking, codes: Sequence[str]) -> None:
    """Write a column; what is not official stands in italics."""
    number = sheets.number_form(catalogue.indicator(one.indicator))
    form = book.add_format({"num_format": number})
    marked = book.add_format({"num_format": number, "italic": True})
    for line, code in enumerate(codes, start=workbook.HEAD + 1):
        row = one.row(code)
        if row.value is not None:
            sheet.write_number(line, place, row.value, form if row.status == Status.A else marked)


def _newest_head(one: Ranking, lang: Lang) -> str:
    about = catalogue.indicator(one.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    return f"{about.name[lang]} ({unit}), {dates.period(one.period, lang)}"


def _above(
    book: Any, sheet: Any, title: str, heads: Sequence[str], lang: Lang, *, illustrative: bool
) -> None:
    """Write the title, what kind of sheet this is, and the headings."""
    bold = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.write_string(0, 0, title, bold)
    sheet.write_string(1, 0, text("book.computed", lang), book.add_format({"italic": True}))
    if illustrative:
        sheet.write_string(2, 0, text("chart.watermark", lang), bold)
    lead = [(text("column.code", lang), 7), (text("column.name", lang), 26)]
    words = [*lead, *((one, 16) for one in heads)]
    for place, (one, width) in enumerate(words):
        sheet.set_column(place, place, width)
        if one.isdecimal():
            sheet.write_number(workbook.HEAD, place, int(one), head)
        else:
            sheet.write_string(workbook.HEAD, place, one, head)
    sheet.set_row(workbook.HEAD, sheets.height([(one, width - 3) for one, width in words]))


def _on(boundary: str, lang: Lang) -> str:
    return reference.boundary(boundary).name[lang]
