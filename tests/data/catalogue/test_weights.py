"""Weights of the DTI by year, and the days of publication that are known."""

import pytest

from data import catalogue


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_three_years_share_decision_922(year: int):
    weights = catalogue.weights(year)

    assert "922/QĐ-BTTTT" in weights.decision.vi
    assert weights.of == "main_indices"
    assert weights.shares["dti_government_activity"] == pytest.approx(0.20)
    assert weights.shares["dti_security"] == pytest.approx(0.10)
    assert sum(weights.shares.values()) == pytest.approx(1)


def test_2020_weighs_the_pillars():
    weights = catalogue.weights("2020")

    assert weights.of == "pillars"
    assert list(weights.shares.values()) == pytest.approx([0.4, 0.3, 0.3])


def test_weights_of_2024_are_not_known_and_not_guessed():
    assert catalogue.weights(2024) is None


def test_the_only_known_day_of_publication_is_that_of_2024():
    assert catalogue.published_on("dti", "2024") == "2025-10-21"
    assert catalogue.published_on("dti", "2023") is None
    assert catalogue.published_on("poverty", "2023") is None
