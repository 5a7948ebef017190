"""A ranking described as figures, and the words about how its values came about."""

from typing import Any

import pytest

from charts.from_ranking import bars_figure, line, map_figure
from data.service.ranking import Ranking, ranking

NORTH = "northern-midlands-mountains"
WHERE = ("dti_total", "2023", "34", 12)


@pytest.fixture
def ranked(figures: Any) -> Ranking:
    return ranking(figures, "dti_total", "2022", "63", NORTH)


def test_a_rule_says_what_was_done_and_the_status_does_not_repeat_it():
    words = line(*WHERE, [("D", "plain_mean", "", "")], ["mst"], "vi")

    assert words.count("Quy đổi: trung bình cộng các tỉnh, thành phố cũ") == 1
    assert "Tình trạng số liệu" not in words


def test_an_approximate_rule_names_its_weights():
    words = line(*WHERE, [("D", "weighted_mean", "population/2023", "")], ["mst"], "vi")

    assert "Quy đổi gần đúng theo dân số năm 2023" in words


def test_quoted_figures_say_so_once():
    words = line(*WHERE, [("Q", "", "", ""), ("A", "", "", ""), ("Q", "", "", "")], ["mst"], "vi")

    assert words.count("trích theo công bố") == 1


def test_the_map_shows_the_group_and_knows_the_others(ranked: Ranking):
    figure = map_figure(ranked, "vi", home="02")

    assert figure.view == "north"
    assert len(figure.members) == 14
    assert len(figure.names) == 63
    assert "02" not in figure.values
    assert figure.title == "Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2022"


def test_the_bars_are_the_groups_best_first(figures: Any):
    figure = bars_figure(ranking(figures, "dti_total", "2024", "63", NORTH), "vi", home="02")

    assert [(bar.name, bar.rank) for bar in figure.bars][:2] == [("Hà Giang", 2), ("Cao Bằng", 3)]
    assert figure.ranked == 63
    assert figure.bands["02"] == 1


def test_the_missing_come_last(ranked: Ranking):
    figure = bars_figure(ranked, "vi", home="02")

    assert [(bar.code, bar.value) for bar in figure.bars][-1] == ("02", None)
    assert figure.median == pytest.approx(ranked.median)


def test_a_mean_of_provisional_figures_says_so():
    """Merged population of 2024 was "converted" only: that its parts are provisional was lost."""
    words = line(*WHERE, [("D", "weighted_mean", "population/2023", "P")], ["mst"], "vi")

    assert "từ số sơ bộ" in words
