"""One province on everything known of it: the published figures, and figures typed here."""

import pytest

from data.errors import UnknownProvince
from data.reference import groups, provinces
from data.service.profile import became, predecessors, profile, side
from data.service.ranking import ranking
from data.service.series import series
from data.service.trend import trend

NORTH = "northern-midlands-mountains"
BORDER = "northern-mountain-border"


def by_id(found):
    return {one.ranking.indicator: one for one in found.standings}


def test_each_indicator_stands_with_its_newest_period(official):
    found = by_id(profile(official, "08", "34", NORTH))

    assert found["dti_total"].ranking.period == "2024"
    assert (found["dti_total"].row.rank, found["dti_total"].row.group_rank) == (22, 7)
    assert found["poverty_rate_nso"].ranking.period == "2023"
    assert found["dti_government_pillar"].ranking.period == "2023"  # no weights for 2024


def test_its_rows_are_those_of_the_ranking(official):
    for one in profile(official, "02", "63", BORDER).standings:
        asked = (one.ranking.indicator, one.ranking.period, "63", BORDER)
        assert one.row == ranking(official, *asked).row("02")


def test_the_newest_period_is_the_newest_in_which_the_province_itself_has_a_value(figures_of):
    figures = figures_of(
        {
            ("dti_society_activity", "2023", "34"): dict.fromkeys(provinces("34"), 0.5),
            ("dti_society_activity", "2024", "34"): {"01": 0.9},
        }
    )

    found = by_id(profile(figures, "08", "34"))["dti_society_activity"]
    assert (found.ranking.period, found.row.value) == ("2023", 0.5)


def test_what_is_never_known_of_a_province_is_missing_not_left_out(official):
    found = by_id(profile(official, "08", "34", NORTH))

    assert found["dti_awareness"].row.value is None
    assert found["dti_awareness"].distance is None


def test_ha_giang_is_strong_in_services_and_weak_in_computers(official):
    found = profile(official, "02", "63", BORDER)

    assert found.strengths[0].ranking.indicator == "papi_egov_responsiveness"
    assert found.weaknesses[0].ranking.indicator == "household_computer_rate"
    assert len(found.weaknesses) == 5
    assert all(side(one) == 1 for one in found.strengths)


def test_a_high_poverty_rate_is_a_weakness(official):
    one = by_id(profile(official, "02", "63", BORDER))["poverty_rate_nso"]

    assert one.row.gap_to_median > 0 > one.distance


def test_size_places_totals_and_pillars_are_no_strength(official):
    found = by_id(profile(official, "79", "63"))

    for name in ("population", "area", "poor_households_molisa", "dti_total_rank_published"):
        assert found[name].distance is None, name
    assert found["dti_total"].distance is None
    assert found["dti_government_pillar"].distance is None
    assert found["dti_government_activity"].distance is not None


def test_what_is_shown_as_no_difference_is_neither(official):
    """PAPI 2024: 0.4151 against a median of 0.4158 was a weakness of "0,00 points"."""
    found = profile(official, "08", "34", NORTH)

    assert side(by_id(found)["papi_egov_responsiveness"]) == 0
    assert "papi_egov_responsiveness" not in [one.ranking.indicator for one in found.weaknesses]


def test_a_group_of_three_gives_neither_strengths_nor_weaknesses(official):
    found = profile(official, "79", "34", "southeast")

    assert len(groups()["southeast"].members["34"]) == 3
    assert found.strengths == found.weaknesses == ()


def test_rankings_are_taken_from_where_they_are_kept(official):
    asked = []

    def ranked(*what):
        asked.append(what)
        return ranking(official, *what)

    profile(official, "08", "34", NORTH, ranked=ranked)
    assert ("dti_total", "2024", "34", NORTH) in asked


def test_an_unknown_province_is_refused(official):
    with pytest.raises(UnknownProvince):
        profile(official, "02", "34")


def test_a_trend_says_what_the_series_says_and_where_not_to_join(official):
    found = trend(official, "dti_total", "02", "63", BORDER)
    points = series(official, "dti_total", "02", "63").points

    assert [(m.row.value, m.row.rank, m.break_before) for m in found.moments] == [
        (one.value, one.rank, one.break_before) for one in points
    ]
    assert [m.joined for m in found.moments] == [False, False, True, True, False]


def test_a_year_without_figures_is_a_gap(official):
    """The review of poor households: 2019, then 2021."""
    moments = trend(official, "poverty_rate_molisa", "02", "63").moments
    by_period = {one.ranking.period: one for one in moments}

    assert not by_period["2021"].joined
    assert by_period["2023"].joined


def test_predecessors_and_what_became_of_a_province():
    assert predecessors("08", "34") == ("63", ("08", "02"))
    assert predecessors("01", "34") == ("", ())
    assert predecessors("02", "63") == ("", ())
    assert became("02", "63") == ("34", "08")
    assert became("01", "63") == ("", "")
    assert became("08", "34") == ("", "")
