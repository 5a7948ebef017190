"""Days and periods in the forms of official documents."""

import pytest

from language.dates import day, period


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2024-08-31", "31/8/2024"),
        ("2025-07-01", "01/7/2025"),
        ("2026-09-30", "30/9/2026"),
        ("2025-02-09", "09/02/2025"),
        ("2025-10-21", "21/10/2025"),
        ("2025-01-15", "15/01/2025"),
    ],
)
def test_zeros_stand_before_small_days_and_the_months_one_and_two_only(iso, written):
    assert day(iso, "vi") == written


def test_an_english_day_names_the_month():
    assert day("2025-07-01", "en") == "1 July 2025"


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"),
    [
        ("2024", "năm 2024", "2024"),
        ("2024-Q3", "quý III năm 2024", "Q3 2024"),
        ("2024-08", "tháng 8 năm 2024", "August 2024"),
        ("2025-01", "tháng 01 năm 2025", "January 2025"),
        ("2024-08-31", "ngày 31/8/2024", "31 August 2024"),
        ("2026-01/2026-09", "9 tháng năm 2026", "first 9 months of 2026"),
        ("2026-01/2026-01", "tháng 01 năm 2026", "January 2026"),
        ("2025-07/2026-06", "từ tháng 7 năm 2025 đến tháng 6 năm 2026", "July 2025 to June 2026"),
    ],
)
def test_every_form_of_period_has_a_name(code, vietnamese, english):
    assert period(code, "vi") == vietnamese
    assert period(code, "en") == english


@pytest.mark.parametrize("code", ["", "24", "2024Q3", "2024-Q5", "2024-13", "2024-02-30", "2024 "])
def test_a_text_that_is_no_period_is_refused(code):
    with pytest.raises(ValueError, match=r"."):
        period(code, "vi")


def test_the_message_shows_how_a_period_is_written():
    with pytest.raises(ValueError, match=r"'2025Q3'\. Write 2025, 2025-Q3, 2025-09"):
        period("2025Q3", "vi")
