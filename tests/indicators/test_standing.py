"""Distances from the group's median on one scale."""

import pandas as pd
import pytest

from indicators.standing import distance_from_median, spread

FIVE = pd.Series({"01": 1.0, "02": 2.0, "03": 3.0, "04": 4.0, "05": 5.0})


def test_the_median_has_distance_zero_and_the_spread_is_the_scaled_mad():
    found = distance_from_median(FIVE, list(FIVE.index))

    assert found["03"] == 0
    assert found["05"] == pytest.approx(2 / 1.4826)  # deviations 2 1 0 1 2, their median 1


def test_less_is_better_turns_the_sign():
    found = distance_from_median(FIVE, list(FIVE.index), direction=-1)

    assert found["01"] > 0 > found["05"]


def test_one_extreme_province_does_not_move_the_others():
    wild = FIVE.copy()
    wild["05"] = 500.0

    assert distance_from_median(wild, list(FIVE.index))["01"] == pytest.approx(
        distance_from_median(FIVE, list(FIVE.index))["01"]
    )


def test_a_ceiling_shared_by_most_still_gives_a_spread():
    """Infrastructure 2024: many at exactly 1, so the median deviation is zero."""
    ceiling = pd.Series({"01": 1.0, "02": 1.0, "03": 1.0, "04": 1.0, "05": 0.5})

    assert spread(ceiling) == pytest.approx(1.2533 * 0.1)
    assert distance_from_median(ceiling, list(ceiling.index))["05"] < -3


def test_four_values_or_all_equal_give_no_distance():
    four = FIVE.copy()
    four["05"] = None

    assert distance_from_median(four, list(FIVE.index)).isna().all()
    assert distance_from_median(FIVE * 0 + 2, list(FIVE.index)).isna().all()


def test_a_province_outside_the_group_is_measured_by_the_group():
    scores = pd.concat([FIVE, pd.Series({"99": 6.0, "98": None})])
    found = distance_from_median(scores, list(FIVE.index))

    assert found["99"] == pytest.approx(3 / 1.4826)
    assert pd.isna(found["98"])
