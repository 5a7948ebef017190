"""DTI and poverty related, on published figures and on typed ones."""

import pytest

from data.errors import UnknownPeriod
from data.reference import group
from data.service import relation
from data.service.ranking import ranking
from data.service.relation import relate_rankings

DTI, SURVEY, REVIEW = "dti_total", "poverty_rate_nso", "poverty_rate_molisa"
NORTH = "northern-midlands-mountains"


def rounded(found):
    return tuple(round(value, 2) for value in (found.r, found.low, found.high))


def test_2023_has_the_published_relation(official):
    found = relation.relation(official, DTI, SURVEY, "2023", "63", NORTH)

    assert (found.everyone.pearson.n, found.members.pearson.n) == (63, 14)
    assert rounded(found.everyone.pearson) == (-0.36, -0.55, -0.12)
    assert rounded(found.members.pearson) == (-0.39, -0.76, 0.17)


def test_the_province_that_moves_r_most_is_named(official):
    found = relation.relation(official, DTI, SURVEY, "2023", "63", NORTH).everyone.without

    assert (found.label, round(found.r, 2)) == ("Cao Bằng", -0.29)


def test_a_line_stands_only_where_the_interval_leaves_zero_out(official):
    found = relation.relation(official, DTI, SURVEY, "2023", "63", "country")

    assert found.everyone.pearson.excludes_zero
    assert found.trend.slope < 0
    assert relation.relation(official, DTI, REVIEW, "2023", "63", "country").trend is None


def test_nine_provinces_of_the_34_have_no_coefficient(official):
    found = relation.relation(official, DTI, SURVEY, "2023", "34", NORTH)

    assert (found.members.pearson.n, found.members.pearson.r) == (9, None)
    assert found.members.without is None
    assert found.everyone.pearson.r is not None


def test_pairs_have_both_values_and_the_others_are_named(official):
    found = relation.relation(official, DTI, REVIEW, "2023", "63", "country")

    assert len(found.pairs) == 7
    assert len(found.incomplete) == 63 - 7
    assert not {pair.province_code for pair in found.pairs} & set(found.incomplete)


def test_periods_are_those_in_which_somebody_has_both(figures_of):
    figures = figures_of(
        {
            (DTI, "2022", "63"): {"01": 0.7, "02": 0.5},
            (DTI, "2023", "63"): {"01": 0.7},
            (DTI, "2024", "63"): {"01": 0.7},
            (REVIEW, "2022", "63"): {"02": 30.0},
            (REVIEW, "2023", "63"): {"02": 29.0},
            (REVIEW, "2021", "63"): {"01": 1.0},
        }
    )

    assert relation.periods(figures, DTI, REVIEW, "63") == ("2022",)


def test_pairs_stand_in_vietnamese_order(figures_of):
    codes = {"01": 0.7, "48": 0.8, "17": 0.6}
    figures = figures_of({(DTI, "2023", "63"): codes, (SURVEY, "2023", "63"): codes})

    found = relation.relation(figures, DTI, SURVEY, "2023", "63", "country")

    assert [pair.label for pair in found.pairs] == ["Đà Nẵng (cũ)", "Hà Nội", "Hòa Bình"]


def test_the_group_marks_its_pairs(figures_of):
    codes = {"01": 0.7, "02": 0.6}
    figures = figures_of({(DTI, "2023", "63"): codes, (SURVEY, "2023", "63"): codes})

    found = relation.relation(figures, DTI, SURVEY, "2023", "63", NORTH)

    assert {p.province_code: p.in_group for p in found.pairs} == {"01": False, "02": True}
    assert "02" in group(NORTH).members["63"]


def test_two_periods_are_never_related(official):
    dti = ranking(official, DTI, "2022", "63")
    poverty = ranking(official, SURVEY, "2023", "63")

    with pytest.raises(UnknownPeriod, match="Give the same of both"):
        relate_rankings(dti, poverty)
