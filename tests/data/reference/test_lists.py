"""Lists of provinces by date, and what became of each province."""

import pytest

from data import reference
from data.errors import UnknownName, UnknownProvince


@pytest.mark.parametrize(
    ("period", "boundary"),
    [
        ("2024", "63"),
        ("2025-06-30", "63"),
        ("2025-Q2", "63"),
        ("2025-07-01", "34"),
        ("2025", "34"),
        ("2026-01/2026-09", "34"),
        ("1999", "63"),
    ],
)
def test_a_period_stands_on_the_list_in_force_on_its_last_day(period: str, boundary: str):
    assert reference.boundary_of(period).id == boundary


def test_the_lists_follow_each_other_without_a_gap():
    old, new = reference.boundaries()

    assert (old.valid_to, new.valid_from, new.valid_to) == ("2025-06-30", "2025-07-01", "")


def test_resolution_202_left_eleven_unchanged_and_formed_twenty_three_of_fifty_two():
    parts = reference.parts()
    formed = {code: olds for code, olds in parts.items() if len(olds) > 1}

    assert (len(parts), len(formed)) == (34, 23)
    assert sum(map(len, formed.values())) == 52
    assert sum(map(len, parts.values())) == len(reference.provinces("63")) == 63


def test_every_old_province_is_part_of_its_successor():
    for code in reference.provinces("63"):
        assert code in reference.parts()[reference.successor(code)]


def test_one_code_is_two_provinces_on_two_lists():
    changed = {
        code
        for code in reference.provinces("34")
        if reference.province(code, "63").name.vi != reference.province(code, "34").name.vi
    }

    assert changed == {"15", "24", "44", "46", "52", "80", "82", "91"}
    assert reference.province("15", "63").name.vi == "Yên Bái"
    assert reference.province("15", "34").name.vi == "Lào Cai"


def test_a_name_that_lives_on_with_more_land_is_marked_on_the_old_list():
    tuyen_quang = reference.province("08", "63")

    assert tuyen_quang.label("vi") == "Tuyên Quang (cũ)"
    assert tuyen_quang.label("en") == "Tuyên Quang (former)"
    assert tuyen_quang.titled("vi", "2024-12-31") == "tỉnh Tuyên Quang (cũ)"


@pytest.mark.parametrize(
    ("code", "boundary", "label"),
    [
        ("02", "63", "Hà Giang"),  # its name is gone
        ("04", "63", "Cao Bằng"),  # nothing changed
        ("46", "63", "Thừa Thiên Huế"),  # the land is the same
        ("08", "34", "Tuyên Quang"),  # the new one bears the bare name
    ],
)
def test_other_names_stand_without_a_mark(code: str, boundary: str, label: str):
    assert reference.province(code, boundary).label("vi") == label


def test_as_many_old_names_are_marked_as_provinces_were_formed():
    """Each of the 23 keeps the name of one of its parts."""
    assert sum(one.lives_on for one in reference.provinces("63").values()) == 23
    assert not any(one.lives_on for one in reference.provinces("34").values())


def test_kinds_change_by_date():
    hue, dong_nai = reference.province("46", "63"), reference.province("75", "34")

    assert [hue.kind_on(day).id for day in ("2024-12-31", "2025-01-01")] == ["province", "city"]
    assert [dong_nai.kind_on(day).id for day in ("2026-04-29", "2026-04-30")] == [
        "province",
        "city",
    ]
    assert dong_nai.titled("vi", "2026-05-01") == "thành phố Đồng Nai"


def test_every_province_has_an_iso_code_of_its_own_on_the_old_list():
    codes = [one.iso3166_2 for one in reference.provinces("63").values()]

    assert len(set(codes)) == len(codes)
    assert all(code.startswith("VN-") for code in codes)


def test_an_unknown_list_or_province_is_named():
    with pytest.raises(UnknownName, match="64"):
        reference.provinces("64")
    with pytest.raises(UnknownProvince, match="02"):
        reference.province("02", "34")
