"""Parts of sentences."""

from dataclasses import replace

from briefings import phrases
from data.catalogue import indicator

FIRST_BREAK = indicator("dti_total").breaks[0]


def test_names_are_joined_as_in_speech():
    assert phrases.joined([], "vi") == ""
    assert phrases.joined(["Lai Châu"], "vi") == "Lai Châu"
    assert (
        phrases.joined(["Lai Châu", "Sơn La", "Hà Giang"], "vi") == "Lai Châu, Sơn La và Hà Giang"
    )
    assert phrases.joined(["Lai Châu", "Sơn La"], "en") == "Lai Châu and Sơn La"


def test_the_list_is_said_only_where_another_could_be_meant(total):
    """Figures of 2024 were published on both lists."""
    assert phrases.when(total("2023", "63"), "vi") == "Năm 2023"
    assert phrases.when(total("2024", "63"), "vi") == (
        "Theo 63 tỉnh, thành phố trước sắp xếp, năm 2024"
    )
    assert phrases.when(total("2024", "34"), "vi") == (
        "Theo 34 tỉnh, thành phố từ ngày 01/7/2025, năm 2024"
    )


def test_a_gap_is_said_in_words_and_never_with_a_sign(total):
    found = total("2024", "63")

    assert phrases.against(found, 0.6432, 0.6961, "X", "vi") == "thấp hơn X 0,0529 điểm"
    assert phrases.against(found, 0.7292, 0.6961, "X", "vi") == "cao hơn X 0,0331 điểm"
    assert phrases.against(found, 0.69612, 0.69608, "X", "vi") == "bằng X"


def test_moves_are_said_in_places():
    assert [phrases.move(places, "vi") for places in (12, -11, 0)] == [
        "tăng 12 bậc",
        "giảm 11 bậc",
        "giữ nguyên thứ hạng",
    ]


def test_a_withheld_difference_is_a_dash_and_a_known_one_has_its_sign(total):
    found = total("2023", "63")

    assert phrases.difference(found, None, "vi") == "–"
    assert phrases.difference(found, -0.0036, "vi") == "−0,0036"
    assert phrases.difference(found, 0.1954, "en") == "+0.1954"


def test_what_is_not_known_is_not_called_equal(total):
    """With a value missing it said that the two were level."""
    found = total("2023", "63")

    assert phrases.against(found, None, 0.5, "trung vị nhóm", "vi") == (
        "chưa so được với trung vị nhóm"
    )
    assert phrases.against(found, 0.50001, 0.5, "trung vị nhóm", "vi") == "bằng trung vị nhóm"


def test_names_that_live_on_are_marked_on_the_old_list_only(total):
    assert phrases.label(total("2024", "63"), "08", "vi") == "Tuyên Quang (cũ)"
    assert phrases.label(total("2024", "63"), "02", "vi") == "Hà Giang"
    assert phrases.label(total("2024", "34"), "08", "vi") == "Tuyên Quang"
    assert phrases.former_label(total("2024", "63"), "02", "vi") == "Hà Giang (cũ)"


def test_close_is_for_indices_only(total):
    found = total("2023", "63", "northern-mountain-border")
    home = found.row("02")

    assert [one.name for one in phrases.close_to(found, home)] == ["Lào Cai"]
    assert phrases.close_to(found, replace(home, band=None)) == []
    assert phrases.close_to(found, replace(home, value=None)) == []


def test_a_break_is_named_with_its_reason():
    said = phrases.for_reference(FIRST_BREAK, "vi")

    assert "Bộ chỉ số đổi từ năm đánh giá" in said
    assert said.endswith("nên thay đổi thứ hạng chỉ để tham khảo.")


def test_city_or_province_is_that_of_the_day(total):
    """Đồng Nai became a city on 30/4/2026; in the figures of 2024 it is a province."""
    assert phrases.kind("75", total("2024", "34"), "vi") == "tỉnh"
    assert phrases.kind("75", replace(total("2024", "34"), period="2026"), "vi") == "thành phố"
    assert phrases.kind("01", total("2024", "34"), "vi") == "thành phố"
