"""Vietnamese order; the expected lists are those of ICU 78 with CLDR's rules for ``vi``."""

import pytest

from language.sorting import sort_key


def _in_order(names):
    return sorted(names, key=sort_key)


def test_letters_come_in_vietnamese_order():
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")

    assert _in_order(letters[::-1]) == letters


def test_tones_come_in_vietnamese_order():
    assert _in_order(["mạ", "má", "mã", "mả", "mà", "ma"]) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
    ]


def test_d_stands_before_dd_and_both_after_c():
    assert _in_order(["Đà Nẵng", "Dak", "Cần Thơ", "Điện Biên", "Em"]) == [
        "Cần Thơ",
        "Dak",
        "Đà Nẵng",
        "Điện Biên",
        "Em",
    ]


def test_provinces_stand_in_the_order_of_cldr():
    provinces = [
        "An Giang",
        "Bà Rịa - Vũng Tàu",
        "Bạc Liêu",
        "Bắc Giang",
        "Bắc Kạn",
        "Bến Tre",
        "Cà Mau",
        "Cao Bằng",
        "Cần Thơ",
        "Đà Nẵng",
        "Đắk Lắk",
        "Đắk Nông",
        "Điện Biên",
        "Hà Giang",
        "Hà Nội",
        "Hà Tĩnh",
        "Hải Dương",
        "Hậu Giang",
        "Hồ Chí Minh",
        "Huế",
        "Quảng Bình",
        "Quảng Nam",
        "Quảng Ngãi",
        "Quảng Ninh",
        "Thanh Hóa",
        "Thừa Thiên Huế",
    ]

    assert _in_order(provinces[::-1]) == provinces


def test_a_tone_decides_only_when_all_letters_agree():
    assert _in_order(["Hà Nội", "Hạ Long", "Ha Noi"]) == ["Hạ Long", "Ha Noi", "Hà Nội"]


def test_case_decides_last():
    assert _in_order(["mà", "Ma", "ma"]) == ["ma", "Ma", "mà"]


def test_signs_and_digits_stand_before_letters():
    names = ["A 1", "A 10", "A B", "A-B", "AB", "TP HCM", "TP. HCM"]

    assert _in_order(names[::-1]) == names


@pytest.mark.parametrize("other", ["Ho\u0300a Bình", "Hòa\u00a0Bình", " Hòa  Bình"])
def test_ways_of_typing_a_name_stand_at_one_place(other):
    assert sort_key(other)[:3] == sort_key("Hòa Bình")[:3]
