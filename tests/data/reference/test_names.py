"""Written names find their province by letters or listed variants; nothing is guessed."""

import pytest

from data import reference
from data.reference import Resolved


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_every_official_name_and_code_resolves_exactly(boundary: str):
    for code, one in reference.provinces(boundary).items():
        for written in (code, one.name.vi, one.name.vi.upper(), f"Tỉnh {one.name.vi}"):
            assert reference.resolve(written, boundary) == Resolved(code, exact=True), written


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_every_listed_variant_resolves(boundary: str):
    for code, one in reference.provinces(boundary).items():
        for written in one.variants:
            assert reference.resolve(written, boundary).code == code, written


@pytest.mark.parametrize(
    "written",
    ["Hà Tĩnh", "Tỉnh Hà Tĩnh", "TỈNH HÀ TĨNH", "UBND tỉnh Hà Tĩnh", "ha tinh", "Tinh Ha Tinh"],
)
def test_stripping_the_word_province_does_not_eat_ha_tinh(written: str):
    """Removing accents first turns "Hà Tĩnh" into "ha tinh", and "tinh" is the word "tỉnh"."""
    assert reference.resolve(written, "63").code == "42"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2", "02"),
        (" Hà  Giang ", "02"),
        ("1. Hà Nội", "01"),
        ("TP. Hồ Chí Minh", "79"),
        ("T.P Hồ Chí Minh", "79"),
        ("Thành phố Cần Thơ", "92"),
        ("Ủy ban nhân dân thành phố Đà Nẵng", "48"),
        ("Ðắk Lắk", "66"),  # Icelandic eth
        ("Bà Rịa–Vũng Tàu", "77"),  # en dash without spaces
        ("Bà Rịa -Vũng Tàu", "77"),
        ("Tuyên Quang (cũ)", "08"),
        ("Hòa Bình", "17"),  # combining accents
    ],
)
def test_spaces_dashes_case_and_titles_leave_a_name_exact(written: str, code: str):
    assert reference.resolve(written, "63") == Resolved(code, exact=True)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Hoà Bình", "17"),
        ("Khánh Hoà", "56"),
        ("Đăk Lăk", "66"),
        ("Đắc Lắc", "66"),
        ("Đắc Nông", "67"),
        ("Bắc Cạn", "06"),
        ("Kontum", "62"),
        ("Thừa Thiên-Huế", "46"),
        ("TT. Huế", "46"),
        ("Huế", "46"),
        ("TP.HCM", "79"),
        ("TPHCM", "79"),
        ("Ho Chi Minh City", "79"),
        ("Cao Bang", "04"),
        ("Ha Giang province", "02"),
        ("BR-VT", "77"),
    ],
)
def test_variants_tone_placement_and_missing_accents_are_shown_as_not_exact(
    written: str, code: str
):
    assert reference.resolve(written, "63") == Resolved(code, exact=False)


@pytest.mark.parametrize(
    ("written", "boundary"),
    [
        ("Hà Giang", "34"),
        ("Tuyên Quang (cũ)", "34"),
        ("Lào Cai (mới)", "63"),
        ("Hà Tây", "63"),
        ("Hà Giag", "63"),
        ("Bắc", "63"),
        ("03", "63"),
        ("02", "34"),
        ("CẢ NƯỚC", "63"),
        ("Tỉnh", "63"),
        ("", "63"),
    ],
)
def test_what_is_not_on_the_list_is_not_found(written: str, boundary: str):
    assert reference.resolve(written, boundary) is None


def test_hue_is_found_under_both_its_names_on_both_lists():
    for boundary in ("63", "34"):
        for written in ("Huế", "TP. Huế", "Thừa Thiên Huế", "Thừa Thiên - Huế"):
            assert reference.resolve(written, boundary).code == "46"


def test_the_lists_that_know_a_name_are_told():
    assert reference.lists_with("Hà Giang") == ("63",)
    assert reference.lists_with("Cao Bằng") == ("63", "34")
    assert reference.lists_with("Tây Nguyên") == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [("Hà Giag", "Hà Giang"), ("Lạng Sn", "Lạng Sơn"), ("Quảng Nihn", "Quảng Ninh")],
)
def test_a_misspelt_name_gets_a_suggestion(written: str, name: str):
    assert reference.nearest(written, "63").name.vi == name


@pytest.mark.parametrize(
    "written", ["Hà Giang", "Hà Tây", "CẢ NƯỚC", "Đồng bằng sông Hồng", "Tỉnh"]
)
def test_a_name_that_is_right_elsewhere_gets_none(written: str):
    """difflib would offer "An Giang" for "Hà Giang" on the list of 34."""
    assert reference.nearest(written, "34") is None


@pytest.mark.parametrize(
    "written", ["CẢ NƯỚC", "TỔNG SỐ", "Toàn quốc", "Tổng cộng:", "Whole country"]
)
def test_rows_of_totals_are_recognised(written: str):
    assert reference.is_total(written)
    assert reference.region_of_row(written) is None


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("Đồng bằng sông  Hồng", "red-river-delta"),
        ("TRUNG DU VÀ MIỀN NÚI PHÍA BẮC", "northern-midlands-mountains"),
        ("Trung du miền núi phía Bắc", "northern-midlands-mountains"),
        ("Bắc Trung Bộ và Duyên hải miền Trung", "north-central-and-central-coast"),
        ("II. Vùng Tây Nguyên", "central-highlands"),
        ("Đông Nam Bộ", "southeast"),
        ("Mekong River Delta", "mekong-river-delta"),
        ("Bắc Trung Bộ", "north-central"),
        ("Duyên hải Nam Trung Bộ và Tây Nguyên", "south-central-coast-and-central-highlands"),
        ("Miền núi Tây Bắc", "northwest"),
    ],
)
def test_rows_of_regions_old_and_new_are_recognised(written: str, region: str):
    assert reference.region_of_row(written).id == region
    assert reference.resolve(written, "63") is None


def test_no_province_is_taken_for_a_total_a_region_or_a_former_province():
    for boundary in ("63", "34"):
        for one in reference.provinces(boundary).values():
            for written in (one.name.vi, *one.variants):
                assert not reference.is_total(written)
                assert not reference.is_former(written)
                assert reference.region_of_row(written) is None


def test_ha_tay_is_a_former_province():
    assert reference.is_former("Hà Tây")
    assert reference.is_former("Tỉnh Hà Tây")
