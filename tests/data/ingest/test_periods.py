"""Periods come from words, never from the clock."""

import pytest

from data.ingest import periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022", "2022"),
        ("Năm 2022", "2022"),
        ("Sơ bộ 2023", "2023"),
        ("2022 (P)", "2022"),
        ("Quý III/2024", "2024-Q3"),
        ("Q3 2024", "2024-Q3"),
        ("Tháng 8/2024", "2024-08"),
        ("08/2024", "2024-08"),
        ("31/8/2024", "2024-08-31"),
        ("Tính đến ngày 31/8/2024", "2024-08-31"),
        ("9 tháng năm 2026", "2026-01/2026-09"),
        ("6 tháng đầu năm 2026", "2026-01/2026-06"),
        ("Lũy kế đến ngày 30/9/2026", "2026-01/2026-09"),
        ("2026-01/2026-09", "2026-01/2026-09"),
    ],
)
def test_a_heading_with_only_a_period_has_no_other_words(text: str, period: str):
    assert periods.in_text(text) == periods.Read(period, "")


def test_the_words_beside_a_period_are_kept():
    assert periods.in_text("Điểm DTI năm 2023") == periods.Read("2023", "diem dti")


@pytest.mark.parametrize(
    "text", ["2019-2024", "DTI 2023 so với 2022", "31/13/2024", "12345", "DTI"]
)
def test_two_years_an_impossible_day_and_no_year_are_no_period(text: str):
    assert periods.in_text(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "DTI năm 2024 (công bố ngày 21/10/2025)",
        "DTI năm 2024, theo Quyết định số 922/QĐ-BTTTT ngày 20/5/2022",
        "Tỷ lệ hộ nghèo năm 2024 theo chuẩn nghèo 2022-2025",
    ],
)
def test_dates_of_documents_are_no_periods(line: str):
    assert periods.in_title([line]) == "2024"


def test_titles_that_name_two_periods_name_none():
    assert periods.in_title(["DTI năm 2023", "Số liệu năm 2022"]) is None


def test_a_document_alone_gives_no_period():
    assert periods.in_title(["Kèm theo Công văn ngày 20/5/2022"]) is None
