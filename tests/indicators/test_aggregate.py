"""Sums and pillars, against the official figures of 2022 (Decision 922/QĐ-BTTTT)."""

import pandas as pd
import pytest

from indicators.aggregate import foundation_share, foundations, pillar, weighted_sum
from indicators.errors import WeightsError

GOVERNMENT, ECONOMY, SOCIETY = (
    "dti_government_activity",
    "dti_economy_activity",
    "dti_society_activity",
)
WEIGHTS = {
    "dti_awareness": 0.10,
    "dti_institutions": 0.10,
    "dti_infrastructure": 0.10,
    "dti_human_resources": 0.10,
    "dti_security": 0.10,
    GOVERNMENT: 0.20,
    ECONOMY: 0.15,
    SOCIETY: 0.15,
}
TOTAL = pd.Series({"84": 0.6077, "02": 0.4790})
ACTIVITIES = pd.DataFrame(
    {GOVERNMENT: [0.6350, 0.4404], ECONOMY: [0.6083, 0.5119], SOCIETY: [0.3240, 0.2581]},
    index=["84", "02"],
)
COMPLETE_2022 = pd.DataFrame(
    {
        "dti_awareness": [0.9581, 0.9500, 1.0000, 0.8917, 0.9000],
        "dti_institutions": [0.9000, 0.9000, 0.9000, 0.9000, 0.8000],
        "dti_infrastructure": [0.7648, 0.6823, 0.8253, 0.8258, 0.7233],
        "dti_human_resources": [0.6250, 0.6794, 0.8487, 0.6267, 0.7376],
        "dti_security": [0.5382, 0.6423, 0.7578, 0.5580, 0.7226],
        GOVERNMENT: [0.8385, 0.8262, 0.8575, 0.8406, 0.7325],
        ECONOMY: [0.5904, 0.6787, 0.7836, 0.7611, 0.7556],
        SOCIETY: [0.4505, 0.3001, 0.5197, 0.3590, 0.2947],
    },
    index=["22", "46", "48", "79", "92"],
)
TOTAL_2022 = pd.Series({"22": 0.7024, "46": 0.6975, "48": 0.8002, "79": 0.7163, "92": 0.6924})


@pytest.mark.parametrize(
    ("activity", "published"), [(GOVERNMENT, 0.6683), (ECONOMY, 0.6647), (SOCIETY, 0.5991)]
)
def test_pillars_of_tra_vinh_are_those_it_published(activity, published):
    pillars = pillar(activity, TOTAL, ACTIVITIES, WEIGHTS)

    assert pillars["84"] == pytest.approx(published, abs=0.0001)


def test_a_pillar_is_another_number_than_its_activity():
    assert pillar(SOCIETY, TOTAL, ACTIVITIES, WEIGHTS)["84"] > ACTIVITIES[SOCIETY]["84"] + 0.27


def test_weighted_components_give_the_official_total():
    difference = (weighted_sum(COMPLETE_2022, WEIGHTS) - TOTAL_2022).abs()

    assert (difference < 0.0001).all()


def test_the_foundations_are_what_the_activities_leave():
    single = COMPLETE_2022.drop(columns=[GOVERNMENT, ECONOMY, SOCIETY])
    activities = COMPLETE_2022[[GOVERNMENT, ECONOMY, SOCIETY]]

    left = foundations(TOTAL_2022, activities, WEIGHTS)

    assert foundation_share(activities, WEIGHTS) == pytest.approx(0.5)
    assert (left - 0.1 * single.sum(axis="columns")).abs().max() < 0.0001


def test_the_three_pillars_of_2020_are_weighted_by_themselves():
    pillars = pd.DataFrame({"g": [0.4], "e": [0.3], "s": [0.2]}, index=["48"])

    assert weighted_sum(pillars, {"g": 0.4, "e": 0.3, "s": 0.3})["48"] == pytest.approx(0.31)


def test_a_missing_part_makes_sum_and_pillar_missing():
    activities = ACTIVITIES.copy()
    activities.loc["02", SOCIETY] = None

    assert pd.isna(pillar(GOVERNMENT, TOTAL, activities, WEIGHTS)["02"])
    assert pd.notna(pillar(GOVERNMENT, TOTAL, activities, WEIGHTS)["84"])
    assert pd.isna(pillar(GOVERNMENT, TOTAL, activities.drop(index="02"), WEIGHTS)["02"])
    assert pd.isna(weighted_sum(activities, {GOVERNMENT: 0.5, SOCIETY: 0.5})["02"])


def test_a_component_of_weight_zero_needs_no_values():
    assert weighted_sum(ACTIVITIES, {GOVERNMENT: 1.0, "smart_city": 0.0})["84"] == 0.6350


def test_weights_must_be_whole_and_complete():
    with pytest.raises(WeightsError, match=r"sum to 0\.5"):
        foundations(TOTAL, ACTIVITIES, {GOVERNMENT: 0.20, ECONOMY: 0.15, SOCIETY: 0.15})
    with pytest.raises(WeightsError, match="no weights for dti_society_activity"):
        foundations(TOTAL, ACTIVITIES, {GOVERNMENT: 0.5, ECONOMY: 0.5})
    with pytest.raises(WeightsError, match="no values for dti_awareness"):
        weighted_sum(ACTIVITIES, WEIGHTS)
    with pytest.raises(WeightsError, match="below zero"):
        weighted_sum(ACTIVITIES, {GOVERNMENT: 1.2, ECONOMY: -0.2})
