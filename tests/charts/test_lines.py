"""Lines described as data, and the names at their ends."""

from dataclasses import replace
from itertools import pairwise

import pytest

from charts.line_ends import APART, place_ends, span
from charts.lines import Axis, BreakMark, Line, LinesFigure

YEARS = ("2022", "2023", "2024")


def figure(*lines, **more):
    axis = more.pop("axis", Axis("điểm", 4, (0.0, 1.0)))
    return LinesFigure("Tên", "", YEARS, lines, axis, "Nguồn", "", **more)


def test_a_line_that_does_not_fit_the_periods_is_refused():
    with pytest.raises(ValueError, match="2 values for 3 periods"):
        figure(Line("Hà Giang", (0.4, 0.6)))


def test_a_break_lies_between_two_periods():
    with pytest.raises(ValueError, match="no period before"):
        figure(Line("Hà Giang", (0.4, 0.6, 0.7)), breaks=(BreakMark(0, "bộ chỉ số mới"),))


def test_names_at_the_ends_do_not_touch():
    lines = [Line(f"Tỉnh {n}", (None, None, 0.5 + n / 1000)) for n in range(3)]
    ends = place_ends(figure(*lines), 300)
    heights = sorted((1 - end.value) * 300 - end.shift for end in ends)

    assert len(ends) == 3
    assert all(b - a >= APART - 1e-9 for a, b in pairwise(heights))


def test_a_name_that_would_stray_is_left_out_but_home_stays():
    lines = [Line(f"Tỉnh {n}", (None, None, 0.5)) for n in range(8)]
    home = Line("Hà Giang", (None, None, 0.499), is_home=True)
    names = [end.name for end in place_ends(figure(*lines, home), 300)]

    assert "Hà Giang" in names
    assert len(names) < 9


def test_faint_lines_and_lines_without_values_have_no_name():
    faint = Line("Lai Châu", (0.1, 0.2, 0.3), is_faint=True)

    assert place_ends(figure(faint, Line("Lào Cai", (None, None, None))), 300) == []


def test_places_count_downwards():
    axis = Axis("thứ hạng", 0, (1.0, 63.0), reverse=True)
    first, last = Line("Đầu", (None, None, 1.0)), Line("Cuối", (None, None, 63.0))

    assert [end.name for end in place_ends(figure(last, first, axis=axis), 300)] == ["Đầu", "Cuối"]


def test_an_axis_without_a_domain_takes_what_the_values_need():
    low, high = span(replace(figure(Line("a", (1.0, 3.0, None))), axis=Axis("", 0)))

    assert low < 1.0
    assert high > 3.0
