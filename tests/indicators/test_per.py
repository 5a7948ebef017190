"""Counts per 1,000 people."""

import pandas as pd
import pytest

from indicators.errors import CalculationError
from indicators.per import per_1000


def test_qr_points_of_ha_tinh_are_divided_by_its_people():
    points = pd.Series({"42": 42_189.0})

    assert per_1000(points, pd.Series({"42": 1_329.825}))["42"] == pytest.approx(31.725, abs=0.001)


def test_provinces_are_matched_by_code_and_not_by_their_place_in_the_table():
    result = per_1000(pd.Series({"02": 10.0, "42": 20.0}), pd.Series({"42": 2.0, "02": 5.0}))

    assert result.to_dict() == {"02": 2.0, "42": 10.0}


def test_a_count_or_a_population_that_is_missing_stays_missing():
    result = per_1000(pd.Series({"02": None, "42": 20.0, "45": 5.0}), pd.Series({"02": 5.0}))

    assert result.isna().all()
    assert list(result.index) == ["02", "42", "45"]


def test_a_population_of_zero_names_the_province():
    with pytest.raises(CalculationError, match="population of 42"):
        per_1000(pd.Series({"42": 20.0}), pd.Series({"42": 0.0}))


def test_a_population_that_is_not_needed_does_no_harm():
    assert per_1000(pd.Series({"42": None}), pd.Series({"42": 0.0})).isna().all()
