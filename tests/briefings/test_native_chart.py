"""Native charts carry the numbers of their finding, and nothing that acts as a formula."""

import re
from datetime import date
from pathlib import Path

import pytest

import briefings
from briefings import native_chart, native_names
from briefings.documents import About, briefing
from briefings.finding import Finding
from briefings.slides import Cover, deck
from charts.lines import Axis
from charts.scatter import Point
from tests.briefings import figures_by_hand as by_hand
from tests.briefings.office_parts import C, Chart, charts

COVER = Cover("DTI", "Năm 2024", (), date(2026, 11, 23))


def drawn(finding: Finding) -> Chart:
    return charts(deck([finding], COVER, "vi"))[0]


def test_bars_carry_the_values_and_a_missing_one_is_an_empty_cell():
    chart = drawn(by_hand.bars())

    names = ["Lạng Sơn · 1/63", "Hà Giang · 2/63", "Cao Bằng · chưa có số liệu"]
    assert chart.column(0) == names
    assert chart.column(1) == [0.7601, 0.7292, None]
    assert chart.cached("cat") == [names]
    assert chart.cached("val") == [["0.7601", "0.7292", None]]


def test_bars_begin_at_zero_with_the_first_on_top_and_the_home_province_in_another_colour():
    chart = drawn(by_hand.bars())

    assert chart.val("valAx/scaling/min") == "0.0"
    assert chart.val("catAx/scaling/orientation") == "maxMin"
    assert [one.find(f"{C}idx").get("val") for one in chart.xml.iter(f"{C}dPt")] == ["1"]
    colours = [one.get("val") for one in chart.xml.find(f".//{C}ser").iter("{*}schemeClr")]
    assert colours == ["accent1", "accent2"]


def test_values_are_written_with_the_decimals_of_the_indicator_by_the_readers_own_system():
    chart = drawn(by_hand.bars())

    assert chart.xml.find(f".//{C}dLbls/{C}numFmt").get("formatCode") == "0.0000"
    assert chart.val("lang") == "vi-VN"


def test_a_name_that_looks_like_a_formula_or_markup_stays_text():
    chart = drawn(by_hand.bars(first=by_hand.BAD))

    assert chart.column(0)[0] == f"{by_hand.BAD} · 1/63"
    assert chart.cached("cat")[0][0] == f"{by_hand.BAD} · 1/63"
    assert chart.formulas == []


def test_sixty_three_bars_stand_in_two_charts_with_one_axis():
    first, second = charts(deck([by_hand.bars(count=63)], COVER, "vi"))

    assert len(first.column(1)) == 32
    assert len(second.column(1)) == 31
    assert first.val("valAx/scaling/max") == second.val("valAx/scaling/max") != None  # noqa: E711


def test_a_gap_stays_a_gap_and_a_break_parts_the_lines_with_an_empty_place():
    chart = drawn(by_hand.lines())

    assert chart.column(0) == ["2022", "2023", "(*)", "2024"]
    assert chart.column(1) == [0.5, 0.67, None, 0.73]
    assert chart.column(2) == [0.6, None, None, 0.76]
    assert chart.val("dispBlanksAs") == "gap"


def test_places_run_downwards_and_the_periods_stay_below():
    chart = drawn(by_hand.lines(reverse=True))

    assert chart.val("valAx/scaling/orientation") == "maxMin"
    assert chart.val("catAx/crosses") == "max"
    assert chart.column(1) == [57, 37, None, 25]


def test_a_scatter_names_its_points_and_begins_at_zero_where_nothing_is_negative():
    chart = drawn(by_hand.scatter())

    assert chart.cached("xVal") == [["0.0"], ["6.1"], ["28.9"], ["0.0", "28.9"]]
    assert chart.cached("yVal") == [["0.802"], ["0.7601"], ["0.6744"], ["0.79", "0.68"]]
    assert [row[2] for row in chart.rows if row[2]] == ["TP. Hồ Chí Minh", "Lạng Sơn", "Hà Giang"]
    assert chart.val("valAx/scaling/min") == "0.0"
    labels = {"".join(one.itertext()).strip() for one in chart.xml.iter(f"{C}rich")}
    assert {"Hà Giang", "Lạng Sơn", "TP. Hồ Chí Minh"} <= labels


def test_names_beside_points_do_not_meet_and_the_home_province_is_always_named():
    crowd = [Point(str(n), f"Tỉnh {n}", 5 + n / 50, 0.5, "") for n in range(20)]
    home = Point("02", "Hà Giang", 5.01, 0.5, "", is_home=True)
    axes = Axis("", 0, (0.0, 10.0)), Axis("", 0, (0.0, 1.0))

    placed = native_names.place([*crowd, home], *axes, (400.0, 200.0), 9.0)

    assert "02" in placed
    assert len(placed) < 10


def test_a_row_that_misses_a_part_has_no_bar():
    chart = drawn(by_hand.stacked())

    assert chart.column(0) == ["Hà Giang", "Cao Bằng · chưa có số liệu"]
    assert [chart.column(1), chart.column(2)] == [[0.3, None], [0.4, None]]
    assert chart.val("barChart/grouping") == "stacked"
    assert chart.val("valAx/scaling/min") == "0.0"
    assert chart.val("valAx/crosses") == "max"


@pytest.mark.parametrize("make", [by_hand.bars, by_hand.lines, by_hand.stacked])
def test_a_document_has_the_same_chart_as_a_slide(make):
    finding = make()
    on_slide = drawn(finding)
    (in_document,) = charts(briefing([finding], About("DTI", COVER.made), "vi"))

    assert in_document.rows == on_slide.rows
    assert in_document.cached("val") == on_slide.cached("val")
    assert in_document.val("valAx/scaling/max") == on_slide.val("valAx/scaling/max")


def test_maps_and_tables_are_no_charts():
    with pytest.raises(ValueError, match="no chart: table"):
        native_chart.chart_data(by_hand.table(), "vi")


def test_an_axis_of_even_steps_holds_every_value():
    chart = drawn(by_hand.lines())

    ends = [float(chart.val(f"valAx/scaling/{end}") or "nan") for end in ("min", "max")]
    assert ends == [0.4, 0.8]
    assert float(chart.val("valAx/majorUnit") or "nan") == 0.1
    assert all(ends[0] <= value <= ends[1] for value in chart.column(1) if value is not None)


def test_no_other_module_reaches_below_the_surface_of_the_office_libraries():
    folder = Path(briefings.__file__).parent
    names = ("slide", "native_", "office_", "document", "decree30", "small_print")
    modules = [one for one in folder.glob("*.py") if one.name.startswith(names)]

    private = [
        f"{module.name}: {found}"
        for module in modules
        if module.name != "native_chart.py"
        for found in re.findall(r"(?<!self)\._[a-z]\w*", module.read_text("utf-8"))
    ]
    assert len(modules) > 15
    assert private == []
