"""A ranking says who stands where, what changed, and why it does not say more."""

import pytest

from data.errors import UnknownGroup, UnknownPeriod
from data.reference import provinces
from data.service.ranking import ranking
from data.service.since import former_period

SEVEN = ("02", "04", "10", "11", "12", "14", "20")


def whole_list(value: float = 0.5, **known: float | None) -> dict[str, float | None]:
    """Give every province of the 63 a value; ``c02=0.9`` gives Hà Giang another one."""
    return dict.fromkeys(provinces("63"), value) | {code[1:]: x for code, x in known.items()}


def test_equal_scores_share_the_better_place_and_stand_in_vietnamese_order(official):
    rows = ranking(official, "dti_total", "2022", "63").rows

    assert [(row.rank, row.name) for row in rows[14:17]] == [
        (15, "Thanh Hóa"),
        (15, "Yên Bái"),
        (17, "Hậu Giang"),
    ]
    assert [row.tied for row in rows[14:17]] == [True, True, False]


def test_one_missing_province_withholds_all_places_but_not_those_of_a_complete_group(figures_of):
    figures = figures_of({("dti_total", "2022", "63"): whole_list(c01=None, c02=0.4)})

    found = ranking(figures, "dti_total", "2022", "63", "northern-mountain-border")

    assert (found.withheld, found.group_withheld) == ("incomplete", "")
    assert (found.n, found.size, found.missing) == (62, 63, ("01",))
    assert (found.row("02").rank, found.row("02").group_rank) == (None, 7)
    assert found.row("02").value == 0.4


def test_in_a_group_with_a_missing_member_nobody_has_a_place(figures_of):
    figures = figures_of({("dti_total", "2022", "63"): {"02": 0.4, "04": 0.5}})

    found = ranking(figures, "dti_total", "2022", "63", "northern-mountain-border")

    assert (found.group_withheld, found.group_n, found.group_size) == ("incomplete", 2, 7)
    assert {row.group_rank for row in found.everyone} == {None}
    assert found.median is None


def test_for_poverty_the_lowest_rate_leads(figures_of):
    figures = figures_of({("poverty_rate_nso", "2023", "63"): whole_list(10.0, c02=30.0, c01=1.0)})

    found = ranking(figures, "poverty_rate_nso", "2023", "63")

    assert (found.row("01").rank, found.row("02").rank) == (1, 63)
    assert found.leaders == ("01",)
    assert found.row("02").gap_to_leader == 29.0


def test_published_places_are_shown_and_not_ranked_again(official):
    found = ranking(official, "dti_total_rank_published", "2022", "63")

    assert (found.n, found.withheld) == (63, "not_ranked")
    assert {row.rank for row in found.everyone} == {None}
    assert found.row("02").value == 57.0


def test_gaps_are_measured_from_the_groups_leader_its_median_and_the_mean_of_all(official):
    found = ranking(official, "dti_total", "2022", "63", "northern-mountain-border")

    assert found.leaders == ("20",)
    assert found.row("02").gap_to_leader == pytest.approx(0.4790 - 0.6837)
    assert found.row("02").gap_to_median == pytest.approx(0.4790 - found.median)
    assert found.row("02").gap_to_mean == pytest.approx(0.4790 - found.mean)


def test_within_one_method_points_and_places_change(official):
    row = ranking(official, "dti_total", "2023", "63").row("02")

    assert row.value_change == pytest.approx(0.1954)
    assert (row.former_rank, row.rank, row.rank_change) == (57, 37, 20)


def test_across_a_break_only_the_place_of_the_total_is_compared(official):
    total = ranking(official, "dti_total", "2024", "63")
    part = ranking(official, "dti_infrastructure", "2024", "63")

    assert (total.former, total.change_withheld, total.rank_change_withheld) == (
        "2023",
        "break",
        "",
    )
    assert (total.row("02").rank_change, total.row("02").value_change) == (12, None)
    assert total.broken_by.reason == "break.dti_2024"
    assert part.rank_change_withheld == "break"
    assert {row.rank_change for row in part.everyone} == {None}


def test_no_place_changes_since_a_year_whose_table_is_incomplete(official):
    found = ranking(official, "dti_total", "2022", "63")

    assert (found.former, found.rank_change_withheld) == ("2021", "incomplete")
    assert {row.rank_change for row in found.everyone} == {None}


def test_the_first_period_has_nothing_to_compare_with(figures_of):
    figures = figures_of({("dti_total", "2022", "63"): whole_list()})

    found = ranking(figures, "dti_total", "2022", "63")

    assert (found.former, found.change_withheld) == (None, "no_former")


def test_nine_months_are_compared_with_nine_months_and_days_with_days(figures_of):
    points = "qr_transactions"
    periods = ["2025-01/2025-09", "2025", "2025-12-31", "2026-01/2026-03", "2026-01/2026-09"]
    figures = figures_of({(points, period, "34"): {"01": 1.0} for period in periods})

    assert former_period(figures, points, "2026-01/2026-09", "34") == "2025-01/2025-09"
    assert former_period(figures, points, "2026-01/2026-03", "34") is None
    assert former_period(figures, points, "2026-06-30", "34") == "2025-12-31"


def test_scores_within_a_hundredth_share_a_band_and_rates_have_none(official):
    dti = ranking(official, "dti_total", "2022", "63").everyone
    poverty = ranking(official, "poverty_rate_nso", "2023", "63").everyone

    first = [row.value for row in dti if row.band == 2]
    assert max(first) - min(first) < 0.01
    assert {row.band for row in poverty} == {None}


def test_values_are_plain_numbers_without_noise(official):
    row = ranking(official, "dti_total", "2024", "34").row("08")

    assert (row.value, type(row.value), type(row.rank)) == (0.6862, float, int)


def test_names_of_former_provinces_cannot_be_taken_for_their_successors(official):
    row = ranking(official, "dti_total", "2024", "63").row("08")

    assert (row.name, row.label) == ("Tuyên Quang", "Tuyên Quang (cũ)")


def test_a_group_needs_members_on_the_list_and_a_period_needs_figures(official):
    with pytest.raises(UnknownGroup, match="northern-mountain-border"):
        ranking(official, "dti_total", "2024", "63", "nowhere")
    with pytest.raises(UnknownPeriod, match="2022, 2023, 2024"):
        ranking(official, "dti_total", "2019", "63")
