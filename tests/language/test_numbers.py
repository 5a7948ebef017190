"""Numbers: half up on the decimal value, decimal comma, true minus."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.numbers import MISSING, number, percent, signed


def test_a_score_is_rounded_half_up_as_it_is_printed():
    assert number(0.67395, 4, "vi") == "0,6740"
    assert number(0.67385, 4, "vi") == "0,6739"  # half to even would give 0,6738
    assert number(2.675, 2, "vi") == "2,68"  # the nearest double lies below 2.675
    assert number(-0.125, 2, "vi") == "\u22120,13"  # halves go away from zero on both sides


def test_noise_of_a_mean_does_not_turn_a_half_down():
    """The mean of 0.6744 and 0.6735 can carry noise in its last bits; printed it is 0,6740."""
    assert number(0.6739499999999999, 4, "vi") == "0,6740"


def test_what_is_really_below_the_half_is_rounded_down():
    assert number(0.673949, 4, "vi") == "0,6739"


@pytest.mark.parametrize(("lang", "written"), [("vi", "42.189"), ("en", "42,189")])
def test_counts_have_a_mark_between_thousands(lang, written):
    assert number(42189, 0, lang) == written
    assert number(np.int64(42189), 0, lang) == written


def test_large_numbers_with_decimals_have_both_marks():
    assert number(1234567.5, 1, "vi") == "1.234.567,5"
    assert number(1234567.5, 1, "en") == "1,234,567.5"


def test_a_negative_number_has_a_true_minus():
    assert number(-0.36, 2, "vi") == "\u22120,36"
    assert signed(-0.0036, 4, "vi") == "\u22120,0036"


def test_a_difference_shows_its_sign_and_zero_has_none():
    assert signed(0.021, 4, "vi") == "+0,0210"
    assert signed(0, 4, "vi") == "0,0000"
    assert signed(-0.00004, 4, "vi") == "0,0000"


def test_a_rate_has_no_space_before_its_sign():
    assert percent(28.94, 2, "vi") == "28,94%"
    assert percent(28.94, 2, "en") == "28.94%"


@pytest.mark.parametrize("nothing", [None, float("nan"), np.float64("nan"), pd.NA])
def test_a_missing_value_is_written_and_never_empty(nothing):
    assert number(nothing, 4, "vi") == signed(nothing, 4, "vi") == MISSING == "…"
    assert percent(nothing, 2, "en") == "…"


def test_infinity_is_not_shown_as_a_number():
    with pytest.raises(ValueError, match="inf"):
        number(float("inf"), 2, "vi")


def test_text_is_not_taken_for_a_number():
    with pytest.raises(TypeError, match=r"'0\.5'"):
        number("0.5", 2, "vi")


@given(st.integers(min_value=-99_999_999, max_value=99_999_999))
def test_four_printed_decimals_come_back_as_they_were(ten_thousandths):
    written = number(ten_thousandths / 10_000, 4, "vi")

    digits = re.sub(r"[.,]", "", written).replace("\u2212", "-")
    assert int(digits) == ten_thousandths
