"""A group's lines over the years: gaps stay gaps, breaks are told."""

from briefings.group_lines import group_lines
from data.service.series import grid

NORTH = "northern-midlands-mountains"


def test_every_member_has_its_line_and_home_is_the_strong_one(official):
    figure = group_lines(grid(official, "dti_total", "34", NORTH), "vi", home="08")

    home = [line.name for line in figure.lines if line.is_home]
    assert (len(figure.lines), home) == (9, ["Tuyên Quang"])
    assert figure.axis.title == "DTI (điểm, thang 0–1)"


def test_a_change_of_method_parts_the_lines_and_says_why(official):
    figure = group_lines(grid(official, "dti_total", "34", NORTH), "vi", home="08")

    before = [figure.periods[mark.before] for mark in figure.breaks]
    assert before == ["2021", "2024"]
    assert "405/QĐ-BKHCN" in figure.breaks[-1].words


def test_a_year_without_a_figure_is_a_gap_and_says_nothing(official):
    figure = group_lines(grid(official, "dti_total", "63", NORTH), "vi", home="02")
    home = next(line for line in figure.lines if line.is_home)

    assert home.values[0] is None
    assert home.hover[0] == ""
    assert home.hover[-1] == "Hà Giang, năm 2024: 0,7292 điểm, thứ 25/63"
