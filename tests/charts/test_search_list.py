"""What the search box finds."""

import json

from charts.search_list import indicators, provinces, search_json
from data.catalogue import indicators as catalogue


def named(label, lang="vi"):
    return next(item for item in provinces(lang) if item.label == label)


def test_former_provinces_say_so_and_name_what_they_became():
    item = named("Hà Giang (cũ)")

    assert (item.id, item.lists) == ("02", ("63",))
    assert "nay thuộc Tuyên Quang" in item.note


def test_a_name_that_lives_on_stands_twice_and_is_told_apart():
    assert named("Tuyên Quang").lists == ("34",)
    assert named("Tuyên Quang (cũ)").lists == ("63",)
    assert "Hà Giang" in named("Tuyên Quang").note


def test_an_unchanged_province_stands_once_for_both_lists():
    assert named("Cao Bằng").lists == ("34", "63")
    assert "Cao Bằng (cũ)" not in [item.label for item in provinces("vi")]


def test_every_province_of_both_lists_can_be_found():
    found = {(item.id, one) for item in provinces("vi") for one in item.lists}

    assert sum(1 for _, one in found if one == "34") == 34
    assert sum(1 for _, one in found if one == "63") == 63


def test_names_are_folded_and_vietnamese_names_are_found_in_english():
    assert "dak lak" in named("Đắk Lắk").keys
    assert "ty le ho ngheo (ra soat hang nam)" in next(
        item.keys for item in indicators("en") if item.id == "poverty_rate_molisa"
    )


def test_every_indicator_can_be_found_and_the_list_is_json():
    found = json.loads(search_json("en"))

    assert {one["id"] for one in found if one["kind"] == "indicator"} == set(catalogue())
