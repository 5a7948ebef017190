"""What the browser's map reads of a release."""

import json
from typing import Any

import pytest

from charts.map.browser import values, values_json
from data.reference import groups


@pytest.fixture
def read(figures: Any) -> dict[str, Any]:
    return values(figures, "63", "vi")


def total(read: dict[str, Any], period: str) -> dict[str, Any]:
    return read["indicators"]["dti_total"]["periods"][period]


def test_values_are_rounded_as_they_are_shown(read: dict[str, Any]):
    assert total(read, "2024")["v"]["01"] == 0.92
    assert total(read, "2023")["v"]["02"] == 0.905


def test_places_say_of_how_many(read: dict[str, Any]):
    found = total(read, "2024")

    assert (found["r"]["02"], found["n"]) == (2, 63)


def test_an_incomplete_year_has_values_but_no_places(read: dict[str, Any]):
    found = total(read, "2022")

    assert "02" not in found["v"]
    assert found["r"] == {}
    assert found["n"] == 62


def test_official_figures_need_no_status_and_others_have_one(figures: Any, read: dict[str, Any]):
    illustrative = type(figures)({}, status="X")

    assert total(read, "2024")["s"] == {}
    found = total(values(illustrative, "63", "vi"), "2024")
    assert found["x"] is True
    assert set(found["s"].values()) == {"X"}


def test_the_line_under_the_map_is_that_of_the_year(read: dict[str, Any]):
    assert "Năm 2023 · 63 tỉnh, thành phố" in total(read, "2023")["line"]
    assert "Bản số liệu số 12" in total(read, "2023")["line"]


def test_groups_are_those_of_the_list(figures: Any):
    name = "northern-midlands-mountains"

    for boundary in ("63", "34"):
        read = values(figures, boundary, "vi")
        assert set(read["groups"][name]) == set(groups()[name].members[boundary])
        assert "country" not in read["groups"]


def test_words_keep_their_blanks(read: dict[str, Any]):
    assert read["words"]["rank"] == "thứ {rank}/{n}"
    assert read["words"]["islands"]["hoang_sa"]["name"] == "Quần đảo Hoàng Sa"


def test_english_has_its_own_marks(figures: Any):
    words = values(figures, "34", "en")["words"]

    assert (words["decimal"], words["thousands"]) == (".", ",")


def test_it_is_plain_json_without_missing_numbers(figures: Any):
    text = values_json(figures, "63", "vi")

    assert "NaN" not in text
    assert json.loads(text)["release"] == 12
