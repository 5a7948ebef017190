"""The sentences of the overview, against the model sentences of the project's glossary.

Places and values were typed from the published tables, not from the program.
"""

import re
from dataclasses import replace

import pytest

from briefings.province_sentences import province_sentences

BORDER = "northern-mountain-border"
NORTH = "northern-midlands-mountains"
OF_BORDER = "tỉnh vùng Trung du và miền núi phía Bắc có biên giới đất liền"


def test_ha_giang_2022_is_57th_of_63_and_6th_of_7_behind_lang_son(said):
    """Model sentence 1."""
    text = said("02", "2022", "63", BORDER)

    assert (
        "Năm 2022, Hà Giang đạt 0,4790 điểm DTI, xếp thứ 57/63 tỉnh, thành phố "
        f"và thứ 6/7 {OF_BORDER}."
    ) in text
    assert "thấp hơn tỉnh dẫn đầu nhóm là Lạng Sơn (0,6837) 0,2047 điểm" in text


def test_the_two_former_provinces_of_2024_moved_12_up_and_11_down(said):
    """Model sentence 2."""
    text = said("08", "2024", "34", NORTH)

    assert (
        "Theo 63 tỉnh, thành phố trước sắp xếp: "
        "Hà Giang (cũ) đạt 0,7292 điểm, xếp thứ 25/63, tăng 12 bậc; "
        "Tuyên Quang (cũ) đạt 0,6432 điểm, xếp thứ 49/63, giảm 11 bậc so với năm 2023."
    ) in text
    assert "thay đổi thứ hạng chỉ để tham khảo" in text


def test_tuyen_quang_on_the_34_is_22nd_and_7th_of_9_by_the_official_rule(said):
    """Model sentence 3, without the variant by population."""
    text = said("08", "2024", "34", NORTH)

    assert "Theo 34 tỉnh, thành phố từ ngày 01/7/2025" in text
    assert "Tuyên Quang (gồm Hà Giang và Tuyên Quang trước sắp xếp) đạt 0,6862 điểm DTI" in text
    assert "tương ứng thứ 22/34 tỉnh, thành phố và thứ 7/9 tỉnh vùng" in text
    assert "Số quy đổi: trung bình cộng" in text
    assert "cách Bộ Khoa học và Công nghệ áp dụng" in text


def test_ha_giang_2023_rose_by_0_1954_and_20_places(said):
    """Model sentence 5, its first half."""
    text = said("02", "2023", "63", BORDER)

    assert "Hà Giang tăng 20 bậc (từ thứ 57 lên thứ 37)" in text
    assert "Điểm tăng 0,1954 (cùng trọng số các chỉ số chính)." in text
    assert "thấp nhất về hoạt động chính quyền số (thứ 58/63)" in text


def test_places_of_the_new_tuyen_quang_are_read_on_one_list(said):
    """Model sentence 10: 28, 19, 22 of 34; never "49/63, then 22/34"."""
    places = {
        year: re.search(r"thứ (\d+)/34", said("08", year, "34", NORTH))[1]
        for year in ("2022", "2023", "2024")
    }

    assert places == {"2022": "28", "2023": "19", "2024": "22"}


def test_places_in_the_group_of_seven_are_6_4_3(said):
    """Model sentence 12: never second."""
    for year, place in {"2022": 6, "2023": 4, "2024": 3}.items():
        assert f"thứ {place}/7 {OF_BORDER}" in said("02", year, "63", BORDER)


@pytest.mark.parametrize(("province", "boundary"), [("02", "63"), ("08", "34"), ("01", "34")])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_growth_of_points_is_said_across_the_break_of_2024(said, province, boundary, lang):
    text = said(province, "2024", boundary, NORTH, lang)

    assert not re.search(r"Điểm (tăng|giảm)|[Ss]core is (up|down)", text)
    assert "%" not in text
    assert ("chỉ để tham khảo" if lang == "vi" else "for reference only") in text


def test_a_tie_says_dong_hang(said):
    """It said "xếp thứ 15 (đồng hạng)/63"."""
    assert "xếp đồng hạng 15/63 tỉnh, thành phố và thứ 4/14" in said("15", "2022", "63", NORTH)
    assert "đồng hạng 13/63 tỉnh, thành phố và đồng hạng 3/14" in said("15", "2024", "63", NORTH)
    assert "tied at rank 15 of 63" in said("15", "2022", "63", NORTH, "en")


def test_a_province_without_a_figure_is_said_so_and_nothing_else(said):
    only = said("02", "2021", "63", BORDER)

    assert only == "Năm 2021, điểm DTI của Hà Giang chưa có trong số liệu đã nạp."
    assert said("02", "2021", "63", BORDER, "en").startswith("In 2021, ")


def test_a_value_on_an_incomplete_list_has_no_place(said, total):
    known = next(row for row in total("2021", "63").everyone if row.value is not None)

    text = said(known.province_code, "2021", "63")

    assert "không xếp hạng vì chỉ có số của 4/63 tỉnh, thành phố" in text
    assert "thứ" not in text


def test_a_province_outside_the_group_is_compared_with_the_country(said):
    """It said that Hà Nội, first of 34, was below Điện Biên, the leader of a group it is not in."""
    text = said("01", "2024", "34", NORTH)

    assert "Hà Nội dẫn đầu cả nước" in text
    assert "Điện Biên" not in text
    assert "trong nhóm" not in text.lower()
    assert "là Hà Nội (0,8241)" in said("79", "2024", "34", NORTH)


def test_a_leading_city_is_not_called_a_province(said):
    """It said "tỉnh dẫn đầu nhóm là Hà Nội"."""
    assert "thấp hơn thành phố dẫn đầu nhóm là Hà Nội" in said(
        "33", "2024", "34", "red-river-delta"
    )


def test_all_best_indices_are_named_when_several_share_a_place(said):
    """It named one of two first places, by the alphabet of the program's names."""
    text = said("01", "2024", "34")

    assert "xếp cao nhất về hoạt động kinh tế số và hoạt động xã hội số (thứ 1/34)" in text


def test_nothing_is_highest_and_lowest_at_once(total):
    found = total("2024", "63")
    same = dict.fromkeys(("dti_infrastructure", "dti_economy_activity"), found)

    text = "\n".join(province_sentences(found, "02", "vi", indices=same))

    assert "xếp cao nhất" not in text


def test_parts_stand_in_vietnamese_order(said):
    """Đ stands after D: it said "gồm Quảng Nam và Đà Nẵng"."""
    assert "gồm Đà Nẵng và Quảng Nam trước sắp xếp" in said("48", "2024", "34")


def test_a_province_that_did_not_change_names_no_parts_and_is_not_converted(said):
    text = said("11", "2024", "34", NORTH)

    assert "Điện Biên đạt 0,7651 điểm DTI" in text
    assert "gồm" not in text
    assert "trung bình cộng" not in text


def test_three_to_five_sentences_are_said(said, total):
    for code in ("02", "08", "15", "20"):
        lines = said(code, "2024", "63", NORTH).splitlines()
        assert 3 <= len(lines) <= 5, lines
    for row in total("2024", "34").everyone:
        lines = said(row.province_code, "2024", "34").splitlines()
        assert 3 <= len(lines) <= 5, lines


def test_the_former_list_may_have_no_figures(total):
    """From 2025 on there will be figures for the 34 only."""
    found = total("2024", "34", NORTH)

    text = "\n".join(province_sentences(found, "08", "vi", indices={}, former_list=None))

    assert "22/34" in text
    assert "trước sắp xếp:" not in text


def test_without_a_former_period_no_change_is_said(total):
    found = total("2022", "63", BORDER)
    row = found.row("02")

    assert row.rank_change is None
    text = "\n".join(province_sentences(found, "02", "vi", indices={}))
    assert "So với" not in text
    assert "bậc" not in text


def test_an_unchanged_place_says_so(total):
    found = total("2023", "63")
    still = replace(found.row("02"), rank_change=0, former_rank=37, value_change=0.0012)
    found = replace(
        found,
        everyone=tuple(still if row.province_code == "02" else row for row in found.everyone),
    )

    text = "\n".join(province_sentences(found, "02", "vi", indices={}))

    assert "Hà Giang giữ nguyên thứ hạng (thứ 37/63). Điểm tăng 0,0012" in text


@pytest.mark.parametrize("period", ["2021", "2022", "2023", "2024"])
@pytest.mark.parametrize("boundary", ["63", "34"])
def test_english_says_as_many_sentences_with_the_same_numbers(said, total, period, boundary):
    for row in total(period, boundary).everyone:
        vietnamese = said(row.province_code, period, boundary, NORTH)
        english = said(row.province_code, period, boundary, NORTH, "en")
        assert len(vietnamese.splitlines()) == len(english.splitlines())
        numbers = sorted(re.findall(r"\d,\d{4}", vietnamese))
        assert numbers == sorted(one.replace(".", ",") for one in re.findall(r"\d\.\d{4}", english))
        assert "{" not in vietnamese + english
