"""`dti rank`: who stands where."""

import pytest

from tests.shell import answer


def test_rank_gives_all_63_official_places_of_2022(dti):
    found = answer(dti("rank", "dti_total", "--period", "2022", "--json"))
    printed = answer(dti("rank", "dti_total_rank_published", "--period", "2022", "--json"))

    official = {row["province_code"]: row["value"] for row in printed["rows"]}
    assert {row["province_code"]: row["rank"] for row in found["rows"]} == official
    assert [row["rank"] for row in found["rows"]][13:18] == [14, 15, 15, 17, 18]
    assert len(found["rows"]) == 63


def test_rank_prints_the_object_of_the_contract(dti):
    found = answer(
        dti(
            "rank", "dti_total", "--period", "2024", "--group", "northern-mountain-border", "--json"
        )
    )

    assert {key: found[key] for key in ("indicator", "period", "boundary", "group")} == {
        "indicator": "dti_total",
        "period": "2024",
        "boundary": "63",
        "group": "northern-mountain-border",
    }
    assert (found["n"], found["group_n"], found["unit"]) == (63, 7, "index")
    assert found["source"][0]["url"].startswith("https://dti.gov.vn")
    assert [row["group_rank"] for row in found["rows"]] == [1, 2, 3, 4, 5, 6, 7]
    assert found["rows"][2] == {
        "province_code": "02",
        "name": "Hà Giang",
        "value": 0.7292,
        "status": "A",
        "rule": "",
        "rank": 25,
        "group_rank": 3,
    }


@pytest.mark.parametrize(("period", "place"), [("2022", 6), ("2023", 4), ("2024", 3)])
def test_rank_puts_ha_giang_among_the_seven(dti, period, place):
    words = (
        "rank",
        "dti_total",
        "--period",
        period,
        "--group",
        "northern-mountain-border",
        "--json",
    )
    rows = answer(dti(*words))["rows"]

    assert [row["name"] for row in rows].index("Hà Giang") == place - 1


def test_the_default_list_is_the_one_in_force_in_the_period(dti):
    assert answer(dti("rank", "dti_total", "--period", "2022", "--json"))["boundary"] == "63"
    assert (
        answer(dti("rank", "poverty_rate_molisa", "--period", "2025", "--json"))["boundary"] == "34"
    )


def test_rank_on_the_34_names_the_rule(dti):
    rows = answer(dti("rank", "dti_total", "--period", "2024", "--boundary", "34", "--json"))[
        "rows"
    ]

    tuyen_quang = next(row for row in rows if row["province_code"] == "08")
    assert (tuyen_quang["rank"], tuyen_quang["value"]) == (22, 0.6862)
    assert (tuyen_quang["status"], tuyen_quang["rule"]) == ("D", "plain_mean")


def test_people_read_a_vietnamese_table_with_places_of_n_and_the_source(dti):
    lines = dti("rank", "dti_total", "--period", "2022").stdout.splitlines()

    assert "năm 2022" in lines[0]
    assert any(line.split() == ["57/63", "57/63", "Hà", "Giang", "0,4790"] for line in lines)
    assert lines[-1].startswith("Nguồn: ")


def test_english_is_there_when_asked_for(dti):
    said = dti("rank", "dti_total", "--period", "2023", "--lang", "en").stdout

    assert "Place" in said
    assert "0.6744" in said


def test_an_incomplete_year_says_why_nobody_has_a_place(dti):
    assert "/63 tỉnh, thành phố" in dti("rank", "dti_total", "--period", "2021").stdout
