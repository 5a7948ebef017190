"""Places. Scores and official places of 2022 are those of dti.gov.vn/xep-hang-2022."""

import pandas as pd

from indicators.rank import is_rankable, is_tied, rank, rank_within

AROUND_THE_TIE_2022 = pd.Series(
    {"31": 0.6352, "38": 0.6350, "15": 0.6350, "93": 0.6342, "26": 0.6341}
)
SEVEN = ("02", "04", "10", "11", "12", "14", "20")
BORDER = pd.DataFrame(
    {
        "2022": [0.4790, 0.4081, 0.5652, 0.5735, 0.5032, 0.5478, 0.6837],
        "2023": [0.6744, 0.5249, 0.6783, 0.7030, 0.6185, 0.6538, 0.7601],
        "2024": [0.7292, 0.5128, 0.6751, 0.7651, 0.7056, 0.6640, 0.7480],
    },
    index=list(SEVEN),
)


def test_thanh_hoa_and_yen_bai_share_a_place_and_the_next_is_skipped():
    places = rank(AROUND_THE_TIE_2022) + 13  # thirteen provinces stand before these five

    assert places.to_dict() == {"31": 14, "38": 15, "15": 15, "93": 17, "26": 18}
    assert list(is_tied(places)) == [False, True, True, False, False]


def test_ha_giang_rises_from_sixth_to_third_of_the_seven_border_provinces():
    places = {year: rank_within(BORDER[year], SEVEN)["02"] for year in BORDER}

    assert places == {"2022": 6, "2023": 4, "2024": 3}


def test_a_rank_within_a_group_leaves_others_without_one():
    scores = pd.Series({"02": 0.4790, "20": 0.6837, "48": 0.8002})

    places = rank_within(scores, ["02", "20"])

    assert places[["20", "02"]].to_list() == [1, 2]
    assert pd.isna(places["48"])


def test_no_data_is_not_last_place():
    places = rank(pd.Series({"02": 0.5, "04": None, "20": 0.7}))

    assert places[["20", "02"]].to_list() == [1, 2]
    assert pd.isna(places["04"])
    assert places.dtype == "Int64"
    assert not is_tied(places)["04"]


def test_several_provinces_without_data_do_not_tie():
    assert not is_tied(rank(pd.Series({"02": None, "04": None, "20": 0.7}))).any()


def test_less_poverty_is_the_better_place():
    assert rank(pd.Series({"02": 29.07, "79": 0.3}), direction=-1).to_dict() == {"02": 2, "79": 1}


def test_means_that_are_equal_on_paper_tie():
    """(0.1 + 0.2) / 2 differs from 0.15 in the last bit; a reader sees 0,1500 twice."""
    scores = pd.Series({"08": (0.1 + 0.2) / 2, "15": 0.15, "19": 0.1})

    assert scores["08"] != scores["15"]
    assert rank(scores).to_dict() == {"08": 1, "15": 1, "19": 3}


def test_scores_that_differ_behind_the_shown_decimals_do_not_tie():
    assert rank(pd.Series({"08": 0.67395, "15": 0.67399})).to_dict() == {"08": 2, "15": 1}


def test_ranking_does_not_change_its_argument():
    scores = pd.Series({"02": 0.12345678901, "20": 0.7})

    rank(scores)

    assert scores["02"] == 0.12345678901


def test_one_missing_member_withholds_the_ranking():
    scores = pd.Series({"02": 0.5, "04": None, "20": 0.7})

    assert is_rankable(scores, ["02", "20"])
    assert not is_rankable(scores, ["02", "04", "20"])
    assert not is_rankable(scores, ["02", "20", "48"])  # not even in the table


def test_an_indicator_may_allow_some_missing_members():
    scores = pd.Series({"02": 0.5, "04": None, "20": 0.7, "48": 0.8})

    assert is_rankable(scores, list(scores.index), min_share=0.75)
    assert not is_rankable(scores, list(scores.index), min_share=0.76)


def test_a_list_without_members_is_not_rankable():
    assert not is_rankable(pd.Series({"02": 0.5}), [], min_share=0.0)
