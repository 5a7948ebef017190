"""What the program computes from the published workbooks equals what the ministry printed."""

import pytest

from data.service.figures import Figures
from data.service.ranking import ranking

PUBLISHED_34 = {"01": 0.8241, "46": 0.7951, "31": 0.7857, "79": 0.7770, "15": 0.7167}


def published_ranks(figures: Figures, indicator: str, period: str, boundary: str) -> dict[str, int]:
    table = figures.table(f"{indicator}_rank_published", period, boundary)
    return {code: int(cell.value) for code, cell in table.items() if cell.value is not None}


def computed_ranks(figures: Figures, indicator: str, period: str, boundary: str) -> dict[str, int]:
    rows = ranking(figures, indicator, period, boundary).everyone
    return {row.province_code: row.rank for row in rows if row.rank is not None}


@pytest.mark.parametrize(
    ("indicator", "period", "boundary", "at_least"),
    [
        ("dti_total", "2022", "63", 63),
        ("dti_government_pillar", "2022", "63", 3),
        ("dti_economy_pillar", "2022", "63", 3),
        ("dti_society_pillar", "2022", "63", 3),
        ("dti_government_pillar", "2023", "63", 4),
        ("dti_economy_pillar", "2023", "63", 4),
        ("dti_society_pillar", "2023", "63", 4),
        ("dti_total", "2024", "34", 11),
    ],
)
def test_computed_places_are_the_published_places(official, indicator, period, boundary, at_least):
    printed = published_ranks(official, indicator, period, boundary)
    computed = computed_ranks(official, indicator, period, boundary)

    assert len(printed) >= at_least
    assert {code: computed[code] for code in printed} == printed


def test_thanh_hoa_and_yen_bai_share_place_15_in_2022_and_nobody_is_16th(official):
    rows = ranking(official, "dti_total", "2022", "63").everyone

    places = [row.rank for row in rows]
    assert places[13:18] == [14, 15, 15, 17, 18]
    assert [row.name for row in rows if row.tied] == ["Thanh Hóa", "Yên Bái"]


@pytest.mark.parametrize(("period", "place"), [("2022", 6), ("2023", 4), ("2024", 3)])
def test_ha_giang_among_the_seven_northern_border_provinces(official, period, place):
    found = ranking(official, "dti_total", period, "63", "northern-mountain-border")

    assert (found.row("02").group_rank, found.group_n, found.n) == (place, 7, 63)


@pytest.mark.parametrize(("period", "place"), [("2022", 28), ("2023", 19), ("2024", 22)])
def test_tuyen_quang_on_the_list_of_34(official, period, place):
    row = ranking(official, "dti_total", period, "34").row("08")

    assert (row.rank, row.status, row.rule) == (place, "D", "plain_mean")


@pytest.mark.parametrize("code", PUBLISHED_34)
def test_the_plain_mean_of_the_63_equals_the_totals_published_for_the_34(official, code):
    computed = official.merged("dti_total", "2024", "34")[code]

    assert computed.value == pytest.approx(PUBLISHED_34[code], abs=0.00015)
    assert official.table("dti_total", "2024", "34")[code].value == PUBLISHED_34[code]


def test_the_means_of_all_provinces_are_the_published_ones(official):
    assert ranking(official, "dti_total", "2023", "63").mean == pytest.approx(0.6783, abs=0.00005)
    assert ranking(official, "dti_total", "2024", "63").mean == pytest.approx(0.6961, abs=0.00005)


def test_every_figure_of_the_official_release_knows_its_file_sheet_and_cell(official):
    for name in official.indicators("63"):
        for period in official.periods(name, "63"):
            for cell in official.table(name, period, "63").values():
                assert cell.value is None or all(
                    one.file and one.sheet and one.cell and one.source_id for one in cell.origins
                )
                assert cell.value is None or cell.origins
