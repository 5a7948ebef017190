"""Gaps and bands; scores of the seven border provinces are those of 2022."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.compare import (
    close_bands,
    gap_to_leader,
    gap_to_mean,
    gap_to_median,
    leaders,
    quantile_bands,
)
from indicators.errors import CalculationError

SCORES = pd.Series(
    {
        "02": 0.4790,
        "04": 0.4081,
        "10": 0.5652,
        "11": 0.5735,
        "12": 0.5032,
        "14": 0.5478,
        "20": 0.6837,
        "48": 0.8002,
    }
)
SEVEN = ("02", "04", "10", "11", "12", "14", "20")

scores_of_many = st.lists(st.integers(0, 10_000), min_size=1, max_size=40).map(
    lambda points: pd.Series(
        [point / 10_000 for point in points], index=map(str, range(len(points)))
    )
)


def test_ha_giang_stands_behind_the_leader_of_its_group():
    assert leaders(SCORES, SEVEN) == ("20",)
    assert round(gap_to_leader(SCORES, SEVEN)["02"], 4) == -0.2047


def test_without_a_group_the_leader_is_that_of_all():
    assert leaders(SCORES) == ("48",)
    assert gap_to_leader(SCORES)["48"] == 0


def test_for_poverty_the_lowest_rate_leads():
    rates = pd.Series({"02": 29.07, "04": 21.24, "12": 28.12})

    assert leaders(rates, direction=-1) == ("04",)
    assert gap_to_leader(rates, direction=-1)["02"] == pytest.approx(7.83)


def test_leaders_can_tie_and_can_be_nobody():
    assert leaders(pd.Series({"02": 0.5, "04": 0.5, "10": None})) == ("02", "04")
    assert leaders(pd.Series({"02": None}, dtype="float64")) == ()


def test_the_median_is_that_of_the_group():
    assert gap_to_median(SCORES, SEVEN)["14"] == 0
    assert round(gap_to_median(SCORES, SEVEN)["02"], 4) == -0.0688


def test_three_known_members_have_a_median():
    known = SCORES.where(SCORES.index.isin(["02", "04", "20"]))

    assert gap_to_median(known, SEVEN)["02"] == 0


def test_two_known_members_have_no_median():
    known = SCORES.where(SCORES.index.isin(["02", "04"]))

    assert gap_to_median(known, SEVEN).isna().all()


def test_the_mean_counts_each_known_province_once():
    gaps = gap_to_mean(pd.Series({"02": 0.4, "04": None, "20": 0.8}))

    assert gaps["20"] == pytest.approx(0.2)
    assert pd.isna(gaps["04"])


def test_close_scores_share_a_band_that_does_not_chain():
    scores = pd.Series({"a": 0.700, "b": 0.695, "c": 0.689, "d": 0.680, "e": 0.679})

    assert close_bands(scores).to_dict() == {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3}


def test_a_difference_of_exactly_the_width_is_not_close():
    """0.71 - 0.70 is 0.01000000000000000888 as doubles; 0.81 - 0.80 too; both are 0,01."""
    assert list(close_bands(pd.Series({"a": 0.71, "b": 0.70}))) == [1, 2]
    assert list(close_bands(pd.Series({"a": 0.5, "b": 0.4901}))) == [1, 1]


def test_for_poverty_the_first_band_is_that_of_the_lowest_rate():
    rates = pd.Series({"02": 29.07, "04": 21.24, "12": 28.12})

    assert close_bands(rates, width=1, direction=-1).to_dict() == {"02": 2, "04": 1, "12": 2}


def test_a_province_without_a_score_is_in_no_band():
    scores = pd.Series({"a": 0.7, "b": None, "c": 0.5})

    assert pd.isna(close_bands(scores)["b"])
    assert pd.isna(quantile_bands(scores, 2)["b"])
    assert close_bands(pd.Series({"a": None}, dtype="float64")).isna().all()
    assert quantile_bands(pd.Series({"a": None}, dtype="float64"), 5).isna().all()


@given(scores_of_many)
def test_provinces_of_one_band_differ_by_less_than_its_width(scores):
    bands = close_bands(scores, width=0.01)

    widths = scores.groupby(bands).agg(lambda band: band.max() - band.min())
    assert (widths.round(9) < 0.01).all()
    assert sorted(set(bands)) == list(range(1, bands.max() + 1))


def test_six_provinces_part_into_three_equal_bands_best_first():
    scores = pd.Series({"a": 0.1, "b": 0.9, "c": 0.3, "d": 0.8, "e": 0.5, "f": 0.4})

    assert quantile_bands(scores, 3).to_dict() == {"b": 1, "d": 1, "e": 2, "f": 2, "c": 3, "a": 3}


def test_a_tie_at_the_edge_of_two_bands_stays_together():
    scores = pd.Series({"a": 0.9, "b": 0.8, "c": 0.8, "d": 0.1})

    assert quantile_bands(scores, 2).to_dict() == {"a": 1, "b": 1, "c": 1, "d": 2}


@given(scores_of_many, st.integers(1, 7))
def test_equal_scores_are_never_parted_and_better_ones_never_lower(scores, k):
    for bands in (quantile_bands(scores, k), close_bands(scores)):
        ordered = bands[scores.sort_values(ascending=False).index]
        assert ordered.is_monotonic_increasing
        assert (bands.groupby(scores).nunique() == 1).all()
    assert quantile_bands(scores, k).between(1, k).all()


def test_bands_need_a_width_and_a_number():
    with pytest.raises(CalculationError, match="width 0"):
        close_bands(SCORES, width=0)
    with pytest.raises(CalculationError, match="0 bands"):
        quantile_bands(SCORES, 0)
