"""Points with names: the description is data, the names collide with nothing at any width."""

from dataclasses import replace
from itertools import combinations

import pytest

from charts.from_relation import scatter_figure
from charts.lines import Axis
from charts.map.labels import overlap
from charts.point_names import HEIGHT, PHONE, WIDE, name_box, place_names, spots
from charts.scatter import FitLine, Point, domain
from data.service import relation

AXIS = Axis("", 0, (0.0, 10.0))
NORTH = "northern-midlands-mountains"


def point(code, x, y, **more):
    return Point(code, f"Tỉnh {code}", x, y, "", **more)


@pytest.fixture(scope="module")
def described(official):
    found = relation.relation(official, "dti_total", "poverty_rate_nso", "2023", "63", NORTH)
    return scatter_figure(found, "vi", home="02")


def boxes(figure, width, shows):
    at = spots(figure.points, figure.x, figure.y, width)
    return {
        one.code: name_box(one, figure.names[one.code].side, *at[one.code])
        for one in figure.points
        if one.code in figure.names and figure.names[one.code].shows in shows
    }


@pytest.mark.parametrize("width", [*PHONE, *WIDE, 310, 470, 580, 720, 870, 1250])
def test_no_two_names_collide_at_any_width(described, width):
    """Also at widths between those that were tried."""
    shows = ("always",) if width < WIDE[0] else ("always", "wide")
    names = boxes(described, width, shows)

    assert [
        (one, other)
        for (one, box), (other, second) in combinations(names.items(), 2)
        if overlap(box, second)
    ] == []
    assert all(box[0] >= 0 and box[2] <= width for box in names.values())
    assert all(box[1] >= 0 and box[3] <= HEIGHT for box in names.values())


def test_the_home_province_is_named_even_in_a_crowd():
    crowd = [point(f"{n}", 5 + n / 1000, 5, in_group=False) for n in range(30)]
    home = point("home", 5, 5, in_group=False, is_home=True)

    assert "home" in place_names([*crowd, home], AXIS, AXIS)


def test_a_name_that_does_not_fit_is_left_out():
    crowd = [point(f"{n}", 5 + n / 1000, 5) for n in range(30)]

    assert 0 < len(place_names(crowd, AXIS, AXIS)) < 10


def test_the_group_is_named_before_the_others():
    """Twenty points on one spot: whoever is named belongs to the group."""
    crowd = [point(f"{n}", 5, 5, in_group=n > 14) for n in range(20)]
    named = place_names(crowd, AXIS, AXIS)

    assert named
    assert all(int(code) > 14 for code in named)


def test_most_of_the_mountains_are_named_on_a_phone(described):
    members = {one.code for one in described.points if one.in_group}
    named = {code for code, name in described.names.items() if name.shows == "always"}

    assert len(members & named) >= 10
    assert "02" in named


def test_a_name_keeps_off_the_line_where_it_can():
    """To the right of the point runs the line; above and below there is room."""
    line = FitLine(((5.0, 5.0), (9.0, 5.0)), "")

    assert place_names([point("a", 5, 5, in_group=False)], AXIS, AXIS)["a"].side == "middle right"
    beside = place_names([point("a", 5, 5, in_group=False)], AXIS, AXIS, line)["a"].side
    assert beside == "top center"


def test_both_axes_have_air_around_the_values():
    low, high = domain([0.2, 0.8])

    assert low < 0.2
    assert high > 0.8
    assert domain([]) == (0.0, 1.0)
    assert domain([3.0])[0] < 3.0 < domain([3.0])[1]


def test_the_figure_names_series_period_list_and_source(described):
    assert described.title == "DTI và tỷ lệ hộ nghèo (khảo sát)"
    assert described.subtitle == "Năm 2023 · 63 tỉnh, thành phố (trước ngày 01/7/2025)"
    assert "bên thứ ba" in described.source
    assert "Cục Thống kê" in described.source
    assert "sơ bộ" in described.source


def test_hovering_says_both_values_as_they_are_shown(described):
    words = next(one.hover for one in described.points if one.code == "02")

    assert words.split("\n") == [
        "Hà Giang",
        "DTI: 0,6744 điểm",
        "Tỷ lệ hộ nghèo (khảo sát): 29,07% (sơ bộ)",
    ]


def test_the_line_ends_where_the_figures_end(described):
    (first, _), (last, _) = described.trend.ends

    assert first == min(one.x for one in described.points)
    assert last == max(one.x for one in described.points)


def test_the_line_under_converted_figures_names_the_rules(official):
    found = relation.relation(official, "dti_total", "poverty_rate_nso", "2023", "34", "country")
    source = scatter_figure(found, "vi").source

    assert "quy đổi: trung bình cộng các tỉnh, thành phố cũ" in source
    assert "quy đổi gần đúng theo dân số năm 2023" in source


def test_illustrative_values_mark_the_figure(official):
    found = relation.relation(official, "dti_total", "poverty_rate_nso", "2023", "63", "country")
    marked = replace(found, y=replace(found.y, illustrative=True))

    assert scatter_figure(marked, "vi").illustrative
