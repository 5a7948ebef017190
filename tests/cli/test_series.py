"""`dti series`: one province over time."""

from tests.shell import answer


def test_series_gives_one_province_with_its_breaks(dti):
    found = answer(dti("series", "dti_total", "--province", "02", "--json"))

    assert (found["name"], found["boundary"]) == ("Hà Giang", "63")
    assert found["points"][-1] == {
        "period": "2024",
        "value": 0.7292,
        "status": "A",
        "rule": "",
        "rank": 25,
        "n": 63,
        "withheld": "",
        "break_before": "break.dti_2024",
    }


def test_series_finds_a_province_by_name_on_the_newest_list_that_knows_it(dti):
    assert (
        answer(dti("series", "dti_total", "--province", "Hà Giang", "--json"))["boundary"] == "63"
    )
    assert answer(dti("series", "dti_total", "--province", "15", "--json"))["name"] == "Lào Cai"
