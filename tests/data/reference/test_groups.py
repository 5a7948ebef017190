"""Groups: listed members, definitions in both languages, phrases for a sentence."""

import pytest

from data import reference
from data.errors import UnknownGroup


@pytest.mark.parametrize(
    ("group", "old", "new"),
    [
        ("country", 63, 34),
        ("northern-midlands-mountains", 14, 9),
        ("northern-mountain-border", 7, 7),
    ],
)
def test_named_groups_have_their_sizes(group: str, old: int, new: int):
    members = reference.group(group).members

    assert (len(members["63"]), len(members["34"])) == (old, new)


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_listed_members_agree_with_the_attributes_of_the_provinces(boundary: str):
    known = reference.provinces(boundary)
    mountains = [code for code, one in known.items() if one.mountainous]
    border = [code for code in mountains if known[code].land_border]
    region = [c for c, one in known.items() if one.region.id == "northern-midlands-mountains"]

    assert list(reference.group("northern-midlands-mountains").members[boundary]) == mountains
    assert mountains == region
    assert list(reference.group("northern-mountain-border").members[boundary]) == border


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_the_groups_of_regions_share_the_provinces_out(boundary: str):
    regions = {one.region.id for one in reference.provinces(boundary).values()}
    members = [c for region in regions for c in reference.group(region).members[boundary]]

    assert sorted(members) == sorted(reference.provinces(boundary))
    assert len(regions) == 6


def test_bac_giang_left_the_mountains_when_it_joined_bac_ninh():
    mountains = reference.group("northern-midlands-mountains").members

    assert "24" in mountains["63"]
    assert reference.successor("24") == "24"
    assert "24" not in mountains["34"]


def test_quang_ninh_borders_china_and_is_no_mountain_province():
    assert reference.province("22", "63").land_border
    assert "22" not in reference.group("northern-mountain-border").members["63"]


def test_a_region_of_one_list_is_no_group_of_the_other():
    assert "central-highlands" in reference.groups_on("63")
    assert "central-highlands" not in reference.groups_on("34")


def test_the_phrase_follows_a_place_in_a_sentence():
    phrase = reference.group("northern-mountain-border").phrase["vi"]

    assert f"thứ 3/7 {phrase}" == (
        "thứ 3/7 tỉnh vùng Trung du và miền núi phía Bắc có biên giới đất liền"
    )


def test_every_group_is_defined_in_both_languages_with_its_source():
    for group in reference.groups().values():
        for words in (group.name, group.phrase, group.definition, group.source):
            assert all(words), group.id


def test_an_unknown_group_tells_which_exist():
    with pytest.raises(UnknownGroup, match="northern-mountain-border"):
        reference.group("north")
