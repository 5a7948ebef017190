"""What is said of two indicators, in words that fit the strength and the interval."""

from dataclasses import replace

import pytest

from briefings.relation_sentences import relation_sentences
from data.service import relation
from indicators.relate import Correlation

NORTH = "northern-midlands-mountains"


@pytest.fixture(scope="module")
def found(official):
    return relation.relation(official, "dti_total", "poverty_rate_nso", "2023", "63", NORTH)


def first(found, r, low, high):
    made = Correlation("pearson", 63, r, low, high)
    return relation_sentences(replace(found, everyone=replace(found.everyone, pearson=made)), "vi")[
        0
    ]


@pytest.mark.parametrize(
    ("r", "words"),
    [
        (-0.39, "nhưng liên hệ yếu"),
        (-0.4, "liên hệ ở mức trung bình"),
        (-0.7, "liên hệ chặt"),
    ],
)
def test_the_words_follow_the_strength(found, r, words):
    assert words in first(found, r, r - 0.1, r + 0.1)


def test_more_with_more_is_said_the_other_way_round(found):
    assert "thường có điểm DTI cao hơn" in first(found, 0.5, 0.3, 0.7)


def test_an_interval_that_holds_zero_gives_no_tendency(found):
    said = first(found, -0.2, -0.4, 0.1)

    assert said.startswith("Năm 2023, chưa đủ căn cứ để kết luận")
    assert "thường có" not in said


def test_the_last_sentence_names_the_series_in_full(found):
    last = relation_sentences(found, "vi")[-1]

    assert "tỷ lệ hộ nghèo đa chiều (khảo sát mức sống, Cục Thống kê)" in last
    assert f"Bản số liệu số {found.y.release}" in last


def test_the_list_of_34_says_that_it_is_not_the_list_of_that_year(official):
    on_34 = relation.relation(official, "dti_total", "poverty_rate_nso", "2023", "34", "country")

    assert relation_sentences(on_34, "vi")[0].startswith(
        "Theo 34 tỉnh, thành phố từ ngày 01/7/2025, năm 2023,"
    )
    assert "quy đổi gần đúng theo dân số năm 2023" in relation_sentences(on_34, "vi")[-1]
