"""Which figure stands for a province, and what it says about itself."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from data.errors import UnknownIndicator, UnknownName
from data.service.figures import Figures
from indicators.model import Status

DTI = "dti_total"
# Tuyên Quang of today (08) was formed of Tuyên Quang (08) and Hà Giang (02); Cao Bằng (04) did not
# change.
FORMER = {"02": 0.7292, "08": 0.6432, "04": 0.5128}


def test_a_merged_province_is_the_plain_mean_of_its_parts_and_says_so(figures_of):
    found = figures_of({(DTI, "2024", "63"): FORMER}).values(DTI, "2024", "34").loc["08"]

    assert found["value"] == pytest.approx(0.6862)
    assert (found["status"], found["rule"]) == ("D", "plain_mean")
    assert [origin.province_code for origin in found["origins"]] == ["08", "02"]
    assert [origin.cell for origin in found["origins"]] == ["C08", "C02"]
    assert found["cell"] == ""


def test_a_province_that_did_not_change_keeps_its_figure_and_its_cell(figures_of):
    found = figures_of({(DTI, "2024", "63"): FORMER}).values(DTI, "2024", "34").loc["04"]

    assert (found["value"], found["status"], found["rule"]) == (0.5128, "A", "")
    assert (found["file"], found["sheet"], found["cell"]) == ("book.xlsx", "Bảng", "C04")


def test_what_was_published_for_the_merged_province_comes_before_what_we_compute(figures_of):
    figures = figures_of({(DTI, "2024", "63"): FORMER, (DTI, "2024", "34"): {"08": 0.69}})

    assert figures.values(DTI, "2024", "34").loc["08", "status"] == "A"
    assert figures.values(DTI, "2024", "34").loc["08", "value"] == 0.69
    assert figures.merged(DTI, "2024", "34")["08"].value == pytest.approx(0.6862)


def test_a_published_gap_is_filled_by_what_can_be_computed(figures_of):
    figures = figures_of({(DTI, "2024", "63"): FORMER, (DTI, "2024", "34"): {"08": None}})

    assert figures.values(DTI, "2024", "34").loc["08", "status"] == "D"


def test_a_merged_province_is_missing_when_one_part_is(figures_of):
    figures = figures_of({(DTI, "2024", "63"): {"02": 0.7292, "08": None, "04": 0.5128}})

    found = figures.values(DTI, "2024", "34").loc["08"]
    assert found["status"] == "M"
    assert found.isna()["value"]


def test_nothing_is_carried_back_from_the_new_list_to_the_old_one(figures_of):
    figures = figures_of({(DTI, "2025", "34"): {"08": 0.7}})

    assert figures.periods(DTI, "63") == ()
    assert figures.values(DTI, "2025", "63").empty


def test_every_province_of_a_list_has_a_row_and_the_unknown_are_missing(figures_of):
    found = figures_of({(DTI, "2024", "63"): FORMER}).values(DTI, "2024", "63")

    assert len(found) == 63
    assert found.loc["01", "status"] == "M"
    assert found["value"].count() == 3


def test_a_period_in_which_all_is_missing_is_not_offered(figures_of):
    figures = figures_of({(DTI, "2024", "63"): FORMER, (DTI, "2023", "63"): {"02": None}})

    assert figures.periods(DTI, "63") == ("2024",)


def test_periods_stand_oldest_first_by_their_end(figures_of):
    points = "qr_acceptance_points"
    periods = ["2024-08-31", "2024", "2022-09-30", "2024-Q3"]
    figures = figures_of({(points, period, "63"): {"02": 1.0} for period in periods})

    assert figures.periods(points, "63") == ("2022-09-30", "2024-08-31", "2024-Q3", "2024")


def test_counts_are_added_up(figures_of):
    figures = figures_of({("population", "2023", "63"): {"02": 900.0, "08": 800.0}})

    found = figures.values("population", "2023", "34").loc["08"]
    assert (found["value"], found["status"], found["rule"]) == (1700.0, "D", "total")


def test_a_rate_is_weighted_by_the_population_of_its_year(figures_of):
    rate = {("poverty_rate_nso", "2023", "63"): {"02": 30.0, "08": 10.0}}
    people = {("population", "2023", "63"): {"02": 300.0, "08": 100.0}}

    found = figures_of(rate | people).values("poverty_rate_nso", "2023", "34").loc["08"]

    assert found["value"] == 25.0
    assert (found["rule"], found["weights"]) == ("weighted_mean", "population/2023")


def test_a_rate_of_a_year_without_population_takes_the_newest_year_before_and_names_it(figures_of):
    rate = {("poverty_rate_molisa", "2025", "63"): {"02": 30.0, "08": 10.0}}
    people = {("population", year, "63"): {"02": 1.0, "08": 1.0} for year in ("2023", "2024")}

    found = figures_of(rate | people).values("poverty_rate_molisa", "2025", "34").loc["08"]

    assert (found["value"], found["weights"]) == (20.0, "population/2024")


def test_a_rate_without_any_population_is_not_merged(figures_of):
    rate = {("poverty_rate_nso", "2023", "63"): {"02": 30.0, "08": 10.0, "04": 21.24}}

    found = figures_of(rate).values("poverty_rate_nso", "2023", "34")

    assert found.loc["08", "status"] == "M"
    assert found.loc["04", "value"] == 21.24


def test_a_published_place_of_the_old_list_is_no_place_of_the_new_one(figures_of):
    figures = figures_of({("dti_total_rank_published", "2021", "63"): {"04": 61.0}})

    assert figures.periods("dti_total_rank_published", "34") == ()


def test_counts_for_1000_people_use_the_population_of_the_same_year_and_list(figures_of):
    points = {("qr_acceptance_points", "2024-08-31", "63"): {"02": 1800.0, "08": 1500.0}}
    people = {("population", "2024", "63"): {"02": 900.0, "08": 600.0}}
    figures = figures_of(points | people)

    old = figures.values("qr_acceptance_points_per_1000", "2024-08-31", "63").loc["02"]
    new = figures.values("qr_acceptance_points_per_1000", "2024-08-31", "34").loc["08"]

    assert (old["value"], old["status"], old["rule"]) == (2.0, "D", "per_1000")
    assert new["value"] == pytest.approx(3300 / 1500)


def test_counts_are_not_divided_by_the_population_of_another_year(figures_of):
    points = {("qr_acceptance_points", "2025", "63"): {"02": 1800.0}}
    people = {("population", "2024", "63"): {"02": 900.0}}

    assert figures_of(points | people).periods("qr_acceptance_points_per_1000", "63") == ()


def test_what_is_computed_from_invented_figures_stays_illustrative(figures_of):
    figures_of({("population", "2024", "63"): {"02": 900.0, "08": 600.0}})
    points = {("qr_acceptance_points", "2024", "63"): {"02": 1800.0, "08": 1500.0}}
    figures = figures_of(points, status=Status.X)

    assert figures.values("qr_acceptance_points_per_1000", "2024", "63").loc["02", "status"] == "X"
    assert figures.values("qr_acceptance_points", "2024", "34").loc["08", "status"] == "X"


def test_a_pillar_that_was_published_comes_before_the_one_we_derive(official: Figures):
    pillars = official.table("dti_society_pillar", "2022", "63")

    assert (pillars["84"].value, pillars["84"].rule) == (0.5991, "")
    assert (pillars["02"].status, pillars["02"].rule) == ("D", "pillar")


def test_no_pillar_is_derived_for_a_year_whose_weights_are_not_known(official: Figures):
    assert "2023" in official.periods("dti_economy_pillar", "63")
    assert "2024" not in official.periods("dti_economy_pillar", "63")


def test_older_figures_do_not_change_when_somebody_publishes(figures_of):
    before = figures_of({(DTI, "2024", "63"): FORMER})
    figures_of({(DTI, "2024", "63"): {"02": 0.1}})

    assert before.values(DTI, "2024", "63").loc["02", "value"] == 0.7292


def test_unknown_names_say_which_exist(figures_of):
    figures = figures_of({(DTI, "2024", "63"): FORMER})

    with pytest.raises(UnknownIndicator, match="dti_total"):
        figures.values("dti", "2024", "63")
    with pytest.raises(UnknownName, match="63, 34"):
        figures.values(DTI, "2024", "62")


def test_a_frame_that_somebody_changes_changes_nothing_for_others(figures_of):
    figures = figures_of({(DTI, "2024", "63"): FORMER})
    mine = figures.values(DTI, "2024", "63")
    mine.loc["02", "value"] = 9.0

    assert figures.values(DTI, "2024", "63").loc["02", "value"] == 0.7292


def test_threads_that_ask_at_once_get_the_same_table(official_store, official):
    fresh = Figures(official_store, official.release)
    with ThreadPoolExecutor(8) as pool:
        tables = list(
            pool.map(lambda _: fresh.table("dti_economy_pillar", "2023", "34"), range(32))
        )

    assert all(table is tables[0] for table in tables)
