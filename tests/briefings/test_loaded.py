"""What is loaded and what is not, as a reader is told."""

from datetime import date

from briefings.loaded import loaded_table, newest_line


def test_the_newest_dti_and_its_day_of_publication_are_said(official):
    assert newest_line(official, date(2026, 11, 23), "vi") == (
        "Số mới nhất: DTI năm 2024 (công bố ngày 21/10/2025). "
        "Chưa có DTI năm 2025 trong số liệu đã nạp."
    )


def test_a_year_that_is_not_over_is_not_missed(official):
    assert "Chưa có" not in newest_line(official, date(2025, 12, 31), "vi")


def test_english_says_the_same(official):
    said = newest_line(official, date(2026, 11, 23), "en")

    assert "2024" in said
    assert "21 October 2025" in said
    assert "2025" in said.split("2025", 1)[1]


def test_every_kind_of_figures_has_a_line(official):
    rows = [
        [cell.text for cell in line.cells]
        for line in loaded_table(official, date(2026, 11, 23), "vi").lines
    ]

    assert len(rows) == 5
    dti = next(row for row in rows if "năm 2024" in row[1] and "21/10/2025" in row[2])
    assert dti[3].startswith("2020, 2021, 2022, 2023, 2024")
    assert dti[4] == "2025"
    assert all(all(cell for cell in row) for row in rows)
