"""The workbook of one figure carries Excel's own chart, which reads the cells beside it."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from briefings.figure_book import workbook
from briefings.figure_chart import HEAD
from data.ingest import read_delivery
from tests.briefings import figures_by_hand as by_hand

KINDS = {
    "bars": by_hand.bars(),
    "values over the years": by_hand.lines(),
    "places over the years": by_hand.lines(reverse=True),
    "points": by_hand.scatter(),
    "parts": by_hand.stacked(),
}


def chart_sheet(finding, lang="vi"):
    """Open the second sheet of a figure's workbook, that of its chart."""
    book = openpyxl.load_workbook(BytesIO(workbook(finding, lang)))
    assert book.sheetnames == ["Số liệu", "Biểu đồ", "Ghi chú"]
    return book["Biểu đồ"]


def shown(sheet, reference):
    """Give what stands in the cells that a chart refers to."""
    name, _, cells = reference.rpartition("!")
    assert name.strip("'") == sheet.title
    west, north, east, south = range_boundaries(cells.replace("$", ""))
    found = sheet.iter_rows(north, south, west, east, values_only=True)
    return [cell for row in found for cell in row]


def drawn(sheet):
    """Give name, categories and values of each series, read from the cells it refers to."""
    (chart,) = sheet._charts  # openpyxl has no public name for the charts that it read
    for series in chart.series:
        x = series.xVal.numRef if series.cat is None else series.cat.strRef or series.cat.numRef
        y = series.val or series.yVal
        name = shown(sheet, series.tx.strRef.f)
        yield name[0], shown(sheet, x.f), shown(sheet, y.numRef.f)


def test_bars_are_drawn_from_the_cells_beside_them_and_a_missing_one_is_empty():
    sheet = chart_sheet(by_hand.bars())

    names = ["Lạng Sơn · 1/63", "Hà Giang · 2/63", "Cao Bằng · chưa có số liệu"]
    assert list(drawn(sheet)) == [("điểm", names, [0.7601, 0.7292, None])]


def test_a_year_without_a_value_and_a_break_stay_gaps():
    found = list(drawn(chart_sheet(by_hand.lines())))

    periods = ["2022", "2023", "(*)", "2024"]
    assert found == [
        ("Hà Giang", periods, [0.5, 0.67, None, 0.73]),
        ("Lạng Sơn", periods, [0.6, None, None, 0.76]),
    ]
    (chart,) = chart_sheet(by_hand.lines())._charts
    assert chart.display_blanks == "gap"


def test_places_run_downwards():
    (chart,) = chart_sheet(by_hand.lines(reverse=True))._charts

    assert chart.y_axis.scaling.orientation == "maxMin"


def test_points_stand_by_kind_and_the_line_has_its_two_ends():
    found = {name: (x, y) for name, x, y in drawn(chart_sheet(by_hand.scatter()))}

    assert found == {
        "tỉnh khác": ([0.0], [0.802]),
        "2 tỉnh của vùng": ([6.1], [0.7601]),
        "Hà Giang": ([28.9], [0.6744]),
        "xu hướng chung": ([0.0, 28.9], [0.79, 0.68]),
    }


def test_a_bar_whose_parts_do_not_add_up_has_none():
    found = list(drawn(chart_sheet(by_hand.stacked())))

    names = ["Hà Giang", "Cao Bằng · chưa có số liệu"]
    assert found == [
        ("Hạ tầng số", names, [0.3, None]),
        ("Chính quyền số", names, [0.4, None]),
    ]


def test_a_map_and_a_table_have_no_chart():
    for one in (by_hand.map_(), by_hand.table()):
        book = openpyxl.load_workbook(BytesIO(workbook(one, "vi")))
        assert book.sheetnames == ["Số liệu", "Ghi chú"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_filters_a_frozen_heading_and_no_formula(kind):
    sheet = chart_sheet(KINDS[kind])

    assert sheet.auto_filter.ref is not None
    assert sheet.freeze_panes == f"B{HEAD + 2}"
    assert not [one for row in sheet.iter_rows() for one in row if one.data_type == "f"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_that_begins_like_a_formula_is_shown_as_a_cell(kind):
    sheet = chart_sheet(replace(KINDS[kind], title=by_hand.BAD))

    (chart,) = sheet._charts
    assert shown(sheet, chart.title.tx.strRef.f) == [by_hand.BAD]


@pytest.mark.parametrize("kind", KINDS)
def test_loading_it_again_takes_nothing_of_it_for_figures(kind):
    delivery = read_delivery(workbook(KINDS[kind], "vi"), "hinh.xlsx")

    assert delivery.observations == ()
