"""Correlation: textbook numbers, intervals, and what is not said of too few pairs."""

from math import isnan

import numpy as np
import pandas as pd
import pytest

from indicators import relate
from indicators.errors import CalculationError

# Anscombe's first and third set: r is 0.816 in both, by a line and by one single point.
X = pd.Series([10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], index=list("abcdefghijk"), dtype="float64")
LINE = pd.Series([8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68], X.index)
OUTLIER = pd.Series([7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73], X.index)


def test_pearson_is_the_textbooks_number():
    found = relate.pearson(X, LINE)

    assert found.n == 11
    assert found.r == pytest.approx(0.81642, abs=1e-5)


def test_the_interval_is_fishers():
    """r = 0.81642, n = 11: atanh 1.1459 plus or minus 1.96 / sqrt(8), back by tanh."""
    found = relate.pearson(X, LINE)

    assert (found.low, found.high) == pytest.approx((0.4244, 0.9507), abs=1e-4)
    assert found.excludes_zero


def test_spearman_looks_at_the_order_only():
    found = relate.spearman(X, np.exp(LINE))

    assert found.r == pytest.approx(relate.spearman(X, LINE).r)
    assert found.r == pytest.approx(0.81818, abs=1e-5)


def test_spearmans_interval_is_wider_than_fishers_at_the_same_r():
    """Bonett and Wright: the variance of atanh r is larger by r² / 2."""
    straight = X * 2
    straight.iloc[0] = 19.0
    pearson, spearman = relate.pearson(X.rank(), LINE.rank()), relate.spearman(X, LINE)

    assert spearman.r == pytest.approx(pearson.r)
    assert spearman.low < pearson.low
    assert spearman.high > pearson.high


def test_equal_values_share_the_mean_of_their_places():
    y = pd.Series([1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 9.0], index=X.index)
    places = pd.Series([1.5, 1.5, 3, 4, 5, 6, 7, 8, 9, 10.5, 10.5], index=X.index)

    assert relate.spearman(X, y).r == pytest.approx(relate.pearson(X.rank(), places).r)


def test_provinces_without_both_values_are_left_out():
    gappy = LINE.copy()
    gappy["a"] = float("nan")

    assert relate.pearson(X, gappy).n == 10
    assert relate.pearson(X, gappy).r == pytest.approx(
        relate.pearson(X.drop("a"), LINE.drop("a")).r
    )


def test_under_ten_pairs_nothing_is_said():
    nine = relate.pearson(X.iloc[:9], LINE.iloc[:9])

    assert (nine.n, nine.r, nine.low, nine.high) == (9, None, None, None)
    assert not nine.excludes_zero
    assert relate.trend(X.iloc[:9], LINE.iloc[:9]) is None


def test_an_indicator_that_is_the_same_everywhere_has_no_correlation():
    assert relate.pearson(X, LINE * 0 + 0.3).r is None
    assert relate.leave_one_out(X, LINE * 0 + 0.3).isna().all()


def test_noise_of_binary_fractions_is_no_variation():
    noise = LINE * 0 + 0.3
    noise.iloc[0] = 0.1 + 0.2

    assert relate.pearson(X, noise).r is None


def test_a_perfect_relation_has_no_width():
    found = relate.pearson(X, 3 - 2 * X)

    assert (found.r, found.low, found.high) == pytest.approx((-1, -1, -1))


def test_leaving_out_is_the_same_as_computing_without():
    left = relate.leave_one_out(X, OUTLIER)

    for code in X.index:
        x, y = X.drop(code), OUTLIER.drop(code)
        assert left[code] == pytest.approx(x.corr(y))


def test_leaving_out_finds_the_one_point_that_makes_the_number():
    left, r = relate.leave_one_out(X, OUTLIER), relate.pearson(X, OUTLIER).r

    assert (left - r).abs().idxmax() == "c"
    assert left["c"] == pytest.approx(1.0, abs=1e-4)


def test_leaving_one_of_ten_out_says_nothing():
    left = relate.leave_one_out(X.iloc[:10], LINE.iloc[:10])

    assert all(isnan(value) for value in left)


def test_the_trend_is_the_line_of_least_squares():
    found = relate.trend(X, LINE)

    assert found.intercept == pytest.approx(3.0001, abs=1e-4)
    assert found.slope == pytest.approx(0.5001, abs=1e-4)
    assert found.at(10) == pytest.approx(8.0010, abs=1e-4)


def test_there_is_no_trend_where_the_interval_holds_zero():
    scattered = pd.Series([5, 1, 4, 2, 8, 3, 7, 6, 2, 9, 4], index=X.index, dtype="float64")

    assert not relate.pearson(X, scattered).excludes_zero
    assert relate.trend(X, scattered) is None


def test_a_level_that_is_no_level_is_refused():
    with pytest.raises(CalculationError, match=r"0\.95"):
        relate.pearson(X, LINE, level=95)
