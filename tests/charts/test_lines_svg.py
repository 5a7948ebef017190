"""Lines drawn for files: gaps stay gaps, breaks part lines, every name has its own place."""

import itertools
import re

import pytest
from defusedxml.ElementTree import fromstring

from charts import lines_svg
from charts.axis_svg import apart, ticks
from charts.lines import Axis, BreakMark, Line, LinesFigure
from charts.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
RED = LIGHT.accent
RANKS = Axis("Thứ hạng (trong 34)", 0, (0.5, 34.5), reverse=True)


def figure(*lines, breaks=(), axis=RANKS, illustrative=False):
    return LinesFigure(
        "Thứ hạng",
        "",
        ("2022", "2023", "2024"),
        lines,
        axis,
        "Nguồn: dti.gov.vn",
        "Thứ hạng qua các năm",
        breaks,
        illustrative,
    )


def drawn(found, width=700.0):
    return fromstring(lines_svg.svg(found, "vi", LIGHT, width))


def steps(root, colour):
    """Give the segments of the lines of a colour as (x0, y0, x1, y1)."""
    paths = [one for one in root.iter(f"{SVG}path") if one.get("stroke") == colour]
    found = [re.findall(r"M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)", one.get("d")) for one in paths]
    return [tuple(map(float, step)) for some in found for step in some]


def heights(root, *names):
    return [
        float(one.get("y"))
        for name in names
        for one in root.iter(f"{SVG}text")
        if (one.text or "").startswith(name)
    ]


def test_the_first_place_stands_on_top():
    root = drawn(figure(Line("Điện Biên", (3, 2, 1)), Line("Cao Bằng", (34, 34, 34))))

    first, last = heights(root, "Điện Biên", "Cao Bằng")
    assert first < last
    assert heights(root, "1")[0] < heights(root, "30")[0]


def test_a_missing_value_is_a_gap_and_not_a_line():
    home = Line("Hà Giang", (5, None, 7), is_home=True)
    root = drawn(figure(home))

    assert [one for one in steps(root, LIGHT.more[4]) if one[2] - one[0] > 100] == []
    assert len(list(root.iter(f"{SVG}circle"))) == 2


def test_no_line_crosses_a_break_unless_it_may_be_compared_for_reference():
    home = Line("Hà Giang", (57, 37, 25), is_home=True)
    apart_ = drawn(figure(home, breaks=(BreakMark(2, "bộ chỉ số mới"),)))
    joined = drawn(figure(home, breaks=(BreakMark(2, "bộ chỉ số mới", joins=True),)))

    def dotted(root):
        paths = root.iter(f"{SVG}path")
        return [one for one in paths if one.get("stroke-dasharray") == "1.5 4"]

    assert len(dotted(apart_)) == 0
    assert len(dotted(joined)) == 1
    for root in (apart_, joined):
        assert [one for one in root.iter(f"{SVG}path") if one.get("stroke") == RED]
        assert "bộ chỉ số mới" in [one.text for one in root.iter(f"{SVG}text")]


def test_names_of_lines_that_end_at_one_place_do_not_collide():
    root = drawn(figure(*(Line(f"Tỉnh {place}", (place, 20, 20)) for place in range(1, 10))))

    found = sorted(heights(root, *(f"Tỉnh {place}" for place in range(1, 10))))
    assert len(found) == 9
    assert min(b - a for a, b in itertools.pairwise(found)) >= 14.9


def test_faint_lines_have_no_name_and_dashed_ones_stand_in_the_legend():
    median = Line("trung vị", (17, 17, 17), is_dashed=True)
    root = drawn(
        figure(Line("Hà Giang", (57, 37, 25)), Line("Yên Bái", (1, 2, 3), is_faint=True), median)
    )

    words = [one.text for one in root.iter(f"{SVG}text")]
    assert "trung vị" in words
    assert not [one for one in words if (one or "").startswith("Yên Bái")]


def test_a_single_period_is_drawn_in_the_middle_and_nothing_divides_by_zero():
    one = LinesFigure("Một năm", "", ("2024",), (Line("Huế", (0.79,)),), Axis("điểm", 4), "", "")

    assert "Huế 0,7900" in [each.text for each in drawn(one).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("low", "high", "whole", "found"),
    [
        (0.5, 34.5, True, [1, 10, 20, 30]),
        (0.5, 9.5, True, [1, 2, 4, 6, 8]),
        (0.5871, 0.7951, False, [0.6, 0.65, 0.7, 0.75]),
        (0, 30, False, [0, 5, 10, 15, 20, 25, 30]),
    ],
)
def test_ticks_are_round_and_places_begin_with_the_first(low, high, whole, found):
    assert ticks(low, high, 7, whole=whole) == pytest.approx(found)


def test_places_moved_apart_stay_in_order_and_inside():
    found = apart([10, 11, 12, 99, 100], 15, 0, 100)

    assert found == sorted(found)
    assert found[0] >= 0
    assert found[-1] <= 100
    assert min(b - a for a, b in itertools.pairwise(found)) >= 15
