"""Change under the rule of breaks: sentences 2, 9, 10 and 11 of the glossary."""

import pandas as pd
import pytest

from indicators.change import (
    Break,
    break_between,
    breaks_between,
    comparable,
    rank_change,
    value_change,
)

PLACE_OF_TOTAL = frozenset({"dti_total"})
FIRST = Break("2020", "2021", "dti_2021", PLACE_OF_TOTAL)
SECOND = Break("2023", "2024", "dti_2024", PLACE_OF_TOTAL)
POVERTY = Break("2021", "2022", "poverty_standard_2022_2025")
TOTAL_2022 = pd.Series({"02": 0.4790, "08": 0.5320})
TOTAL_2023 = pd.Series({"02": 0.6744, "08": 0.6735})
TOTAL_2024 = pd.Series({"02": 0.7292, "08": 0.6432})
PLACES_2023 = pd.Series({"02": 37, "08": 38}, dtype="Int64")
PLACES_2024 = pd.Series({"02": 25, "08": 49}, dtype="Int64")


def test_under_one_method_points_and_places_are_compared():
    allowed = comparable("dti_total", [FIRST, SECOND], "2022", "2023")

    assert (allowed.points, allowed.place, allowed.withheld) == (True, True, "")
    assert round(value_change(TOTAL_2022, TOTAL_2023, allowed)["02"], 4) == 0.1954


def test_across_a_break_the_total_keeps_its_place_and_loses_its_points():
    allowed = comparable("dti_total", [FIRST, SECOND], "2023", "2024")

    assert allowed.broken_by == SECOND
    assert value_change(TOTAL_2023, TOTAL_2024, allowed).isna().all()
    assert rank_change(PLACES_2023, PLACES_2024, allowed).to_dict() == {"02": 12, "08": -11}


def test_across_a_break_a_single_index_loses_its_place_too():
    allowed = comparable("dti_society_activity", [FIRST, SECOND], "2023", "2024")

    assert allowed.withheld == "break"
    assert rank_change(PLACES_2023, PLACES_2024, allowed).isna().all()
    assert rank_change(PLACES_2023, PLACES_2024, allowed).dtype == "Int64"


def test_two_poverty_standards_are_not_compared_at_all():
    allowed = comparable("poverty_rate_molisa", [POVERTY], "2021", "2023")

    assert (allowed.points, allowed.place) == (False, False)
    assert allowed.broken_by == POVERTY


def test_places_on_two_lists_of_provinces_are_not_compared():
    allowed = comparable("dti_total", [SECOND], "2024", "2024", boundaries=("63", "34"))

    assert (allowed.points, allowed.place, allowed.withheld) == (False, False, "list")


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        ("2023", "2024", SECOND),
        ("2024", "2023", SECOND),
        ("2022", "2023", None),
        ("2024", "2025", None),
        ("2023-Q4", "2024-Q1", SECOND),
        ("2023-01", "2023-12", None),
        ("2020", "2023", FIRST),
        ("2023-07/2024-06", "2024", SECOND),
        ("2024", "2024", None),
    ],
)
def test_a_break_lies_between_periods_on_both_sides_of_it(earlier, later, found):
    assert break_between([SECOND, FIRST], earlier, later) == found


def test_of_two_breaks_the_newest_is_named_and_allows_only_what_both_allow():
    silent = Break("2020", "2021", "dti_2021")

    newest = break_between([silent, SECOND], "2020", "2024")

    assert newest == Break("2023", "2024", "dti_2024", frozenset())
    assert breaks_between([SECOND, silent], "2020", "2024") == (silent, SECOND)


def test_change_is_missing_where_a_side_is_missing():
    allowed = comparable("dti_total", [], "2022", "2023")

    points = value_change(pd.Series({"02": 0.4}), pd.Series({"02": 0.5, "08": 0.6}), allowed)
    places = rank_change(
        pd.Series({"02": 2, "08": None}, dtype="Int64"),
        pd.Series({"02": 1, "08": 2}, dtype="Int64"),
        allowed,
    )

    assert points["02"] == pytest.approx(0.1)
    assert pd.isna(points["08"])
    assert places["02"] == 1
    assert pd.isna(places["08"])
