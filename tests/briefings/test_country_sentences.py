"""What is said when nobody's province is chosen."""

import pytest

from briefings import overview

NORTH = "northern-midlands-mountains"


def test_first_last_and_the_mean_of_the_63_are_said(said):
    text = said("", "2023", "63")

    assert "Năm 2023, Đà Nẵng (cũ) dẫn đầu với 0,8340 điểm DTI" in text
    assert "xếp cuối là Bạc Liêu (0,5208)" in text
    assert "trung bình 63 địa phương" in text
    assert "DTI quốc gia" not in text


def test_all_that_rose_furthest_are_named(said):
    """It named Hòa Bình and left out Bắc Kạn, which rose 26 places as well."""
    text = said("", "2024", "63")

    assert "tăng nhiều bậc nhất là Bắc Kạn và Hòa Bình (26 bậc)" in text
    assert "giảm nhiều bậc nhất là Tiền Giang (28 bậc)" in text
    assert "chỉ để tham khảo" in text


def test_the_largest_rise_of_a_group_is_not_said_of_the_country(said):
    text = said("", "2024", "63", "northern-mountain-border")

    assert "trong nhóm tăng nhiều bậc nhất là Lai Châu (18 bậc)" in text


def test_the_group_is_counted_and_its_ends_are_placed_in_the_country(said):
    text = said("", "2024", "34", NORTH)

    assert "Trong 9 tỉnh vùng Trung du và miền núi phía Bắc, Điện Biên đạt cao nhất" in text
    assert "thứ 6/34" in text
    assert "Cao Bằng thấp nhất (0,5128 điểm, thứ 34/34)" in text


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_an_incomplete_year_says_how_many_figures_there_are(said, boundary):
    """It said nothing at all."""
    text = said("", "2021", boundary)

    assert f"/{boundary} tỉnh, thành phố năm 2021" in text
    assert "dẫn đầu" not in text


def test_the_source_sentence_names_publisher_and_release(total, official):
    sentence = overview.source_sentence(total("2024", "34", NORTH), "vi")

    assert sentence.startswith("Nguồn: dti.gov.vn")
    assert sentence.endswith(f"bản số liệu số {official.release.id}.")


def test_a_group_without_a_figure_names_no_source(total, official):
    """It said "Nguồn: ; bản số liệu số 14."."""
    sentence = overview.source_sentence(total("2021", "63", "northern-mountain-border"), "vi")

    assert sentence == f"Bản số liệu số {official.release.id}."


def test_the_main_indices_are_five_foundations_and_three_activities():
    names = overview.main_indices()

    assert len(names) == 8
    assert not [name for name in names if "pillar" in name or "rank" in name]
