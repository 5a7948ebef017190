"""Figures carried from 63 provinces to 34, against what the ministry published for 2024."""

import pandas as pd
import pytest

from indicators.errors import WeightsError
from indicators.harmonise import plain_mean, total, weighted_mean

PARTS = {
    "08": ("08", "02"),
    "01": ("01",),
    "46": ("46",),
    "31": ("31", "30"),
    "79": ("79", "74", "77"),
    "15": ("10", "15"),
}
TOTAL_2024 = pd.Series(
    {
        "08": 0.6432,
        "02": 0.7292,
        "01": 0.8241,
        "46": 0.7951,
        "31": 0.8253,
        "30": 0.7461,
        "79": 0.8373,
        "74": 0.7161,
        "77": 0.7774,
        "10": 0.6751,
        "15": 0.7583,
        "04": 0.5128,
    }
)
PEOPLE_2024 = pd.Series({"02": 911.355, "08": 820.305})  # thousand


def test_tuyen_quang_has_the_plain_mean_of_its_two_parts():
    assert plain_mean(TOTAL_2024, PARTS)["08"] == pytest.approx(0.6862, abs=1e-9)


@pytest.mark.parametrize(
    ("code", "published"),
    [("01", 0.8241), ("46", 0.7951), ("31", 0.7857), ("79", 0.7770), ("15", 0.7167)],
)
def test_merged_totals_are_those_the_ministry_published(code, published):
    assert plain_mean(TOTAL_2024, PARTS)[code] == pytest.approx(published, abs=0.00015)


def test_by_population_tuyen_quang_has_another_total():
    assert round(weighted_mean(TOTAL_2024, PARTS, PEOPLE_2024)["08"], 4) == 0.6885


def test_people_are_added_up():
    people = total(PEOPLE_2024, PARTS)

    assert people["08"] == pytest.approx(1731.659, abs=0.001)
    assert pd.isna(people["15"])  # its parts have no people in this table


def test_a_province_that_did_not_change_keeps_its_value():
    assert plain_mean(TOTAL_2024, {"04": ("04",)})["04"] == TOTAL_2024["04"]


def test_codes_that_changed_their_meaning_are_not_confused():
    """15 was Yên Bái and is Lào Cai, formed of Lào Cai (10) and Yên Bái (15)."""
    merged = plain_mean(pd.Series({"10": 0.2, "15": 0.8}), {"15": ("10", "15")})

    assert merged.to_dict() == {"15": pytest.approx(0.5)}


@pytest.mark.parametrize("known", [{"08": 0.6}, {"08": 0.6, "02": None}])
def test_one_missing_part_makes_the_whole_missing(known):
    parts = {"08": ("08", "02")}
    values, ones = pd.Series(known), pd.Series({"08": 1.0, "02": 1.0})

    assert pd.isna(plain_mean(values, parts)["08"])
    assert pd.isna(total(values, parts)["08"])
    assert pd.isna(weighted_mean(values, parts, ones)["08"])


def test_a_missing_weight_makes_the_whole_missing():
    values = pd.Series({"08": 20.0, "02": 30.0})

    assert pd.isna(weighted_mean(values, {"08": ("08", "02")}, pd.Series({"08": 1.0}))["08"])


def test_a_rate_weighted_by_its_own_denominator_is_exact():
    """100 poor of 1,000 households and 90 of 300 are 190 of 1,300."""
    rates, households = pd.Series({"08": 10.0, "02": 30.0}), pd.Series({"08": 1000.0, "02": 300.0})

    merged = weighted_mean(rates, {"08": ("08", "02")}, households)

    assert merged["08"] == pytest.approx(100 * 190 / 1300)


def test_weights_below_zero_or_all_zero_are_refused():
    values, parts = pd.Series({"08": 20.0, "02": 30.0}), {"08": ("08", "02")}

    with pytest.raises(WeightsError, match="02 is -1"):
        weighted_mean(values, parts, pd.Series({"08": 1.0, "02": -1.0}))
    with pytest.raises(WeightsError, match="of 08 are zero"):
        weighted_mean(values, parts, pd.Series({"08": 0.0, "02": 0.0}))


def test_new_provinces_stand_in_the_order_of_the_list():
    merged = plain_mean(
        pd.Series({"10": 0.2, "15": 0.8, "04": 0.5}), {"15": ("10", "15"), "04": ("04",)}
    )

    assert list(merged.index) == ["15", "04"]
