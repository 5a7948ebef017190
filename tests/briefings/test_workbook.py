"""The ranking as a workbook: opened by openpyxl and by LibreOffice, as a reader would."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from briefings import sheets
from briefings.workbook import ranking_to_xlsx

BORDER = "northern-mountain-border"
NORTH = "northern-midlands-mountains"
HEAD = 4


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def columns(sheet):
    """Give the cells under each heading."""
    heads = [cell.value for cell in sheet[HEAD] if cell.value]
    rows = list(sheet.iter_rows(min_row=HEAD + 1))
    return {head: [row[place] for row in rows] for place, head in enumerate(heads)}


def under(sheet, start):
    return next(cells for head, cells in columns(sheet).items() if head.startswith(start))


def test_numbers_are_numbers_and_equal_the_ranking_to_the_last_digit(total):
    found = total("2024", "63", BORDER)
    sheet = opened(ranking_to_xlsx(found, "vi")).worksheets[0]

    values = under(sheet, "DTI")
    assert [cell.value for cell in values] == [row.value for row in found.rows]
    assert {cell.data_type for cell in values} == {"n"}
    assert {cell.number_format for cell in values} == {"0.0000"}
    assert [cell.value for cell in under(sheet, "Trong nhóm 7")] == [1, 2, 3, 4, 5, 6, 7]


def test_a_change_of_place_is_a_number_with_its_sign(total):
    """It was the text "tăng 12", which no one can sort or add."""
    sheet = opened(ranking_to_xlsx(total("2024", "63", BORDER), "vi")).worksheets[0]
    changes = under(sheet, "Thay đổi bậc")

    assert changes[2].value == 12
    assert changes[2].number_format == "+0;−0;0"


def test_a_code_stays_text_with_its_zero(total):
    sheet = opened(ranking_to_xlsx(total("2024", "63", BORDER), "vi")).worksheets[0]
    codes = under(sheet, "Mã")

    assert codes[2].value == "02"
    assert {cell.data_type for cell in codes} == {"s"}


def test_a_missing_value_is_an_empty_cell_and_not_zero(total):
    sheet = opened(ranking_to_xlsx(total("2021", "63"), "vi")).worksheets[0]
    values = under(sheet, "DTI")

    assert sum(cell.value is None for cell in values) == 59
    assert all(cell.value for cell in values[:4])


def test_a_name_that_begins_with_an_equals_sign_is_no_formula(total):
    """A name, a file, a sheet: whatever came from an upload is text."""
    found = total("2024", "63", BORDER)
    evil = "=HYPERLINK(1;2)"
    first = found.everyone[0]
    origin = replace(first.origins[0], file=evil, sheet="=1+1", cell="@SUM(A1)")
    rows = tuple(replace(row, origins=(origin,)) for row in found.everyone)
    book = opened(ranking_to_xlsx(replace(found, everyone=rows), "vi"))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value and str(cell.value).startswith(evil) for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_the_file_names_no_author_and_no_hour(total):
    book = opened(ranking_to_xlsx(total("2024", "63", BORDER), "vi"))

    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
    assert book.properties.created.year == 2000
    assert book.properties.title.startswith("Chỉ số chuyển đổi số cấp tỉnh")


def test_the_same_figures_give_the_same_bytes(total):
    found = total("2024", "34", NORTH)

    assert ranking_to_xlsx(found, "vi") == ranking_to_xlsx(found, "vi")
    assert ranking_to_xlsx(found, "vi") != ranking_to_xlsx(found, "en")


def test_an_incomplete_year_has_no_places_in_the_file_either(total):
    """It had empty columns of places of 4."""
    heads = columns(opened(ranking_to_xlsx(total("2021", "63"), "vi")).worksheets[0])
    assert not [head for head in heads if "hạng" in head or "nhóm" in head]
    complete = columns(opened(ranking_to_xlsx(total("2024", "63"), "vi")).worksheets[0])
    assert "Thứ hạng (trong 63)" in complete
    assert not [head for head in complete if "nhóm" in head]


def test_withheld_columns_are_not_in_the_file_either(total):
    sheet = opened(ranking_to_xlsx(total("2024", "63", BORDER), "vi")).worksheets[0]
    assert not [head for head in columns(sheet) if head.startswith("Thay đổi giá trị")]


def test_the_notes_name_list_group_sources_release_and_break(total):
    found = total("2024", "34", NORTH)
    notes = {
        row[0].value: row[1].value
        for row in opened(ranking_to_xlsx(found, "vi")).worksheets[1].iter_rows()
    }

    assert notes["Danh sách tỉnh, thành phố"] == "34 tỉnh, thành phố (từ ngày 01/7/2025)"
    assert notes["Bản số liệu"] == str(found.release)
    assert "https://" in notes["Nguồn"]
    assert "405/QĐ-BKHCN" in notes["Thay đổi cách tính"]


def test_illustrative_figures_are_marked_in_capitals_on_both_sheets(total):
    found = replace(total("2024", "63", BORDER), illustrative=True)
    for sheet in opened(ranking_to_xlsx(found, "vi")):
        words = [cell.value for row in sheet.iter_rows() for cell in row]
        assert "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC" in words


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_indicator_makes_a_workbook(ranked, official, lang):
    for indicator in official.indicators("63"):
        period = official.periods(indicator, "63")[-1]
        found = ranked(indicator, period, "63", BORDER, lang)
        sheet = opened(ranking_to_xlsx(found, lang)).worksheets[0]
        assert len(under(sheet, "Mã" if lang == "vi" else "Code")) == 7


@pytest.mark.office
def test_libreoffice_opens_it_and_shows_vietnamese_and_numbers(total, tmp_path: Path):
    book = tmp_path / "ranking.xlsx"
    book.write_bytes(ranking_to_xlsx(total("2022", "63", BORDER), "vi"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    to_csv = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run(
        ["soffice", profile, "--headless", *to_csv, "--outdir", tmp_path, book],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = book.with_suffix(".csv").read_text(encoding="utf-8")

    assert "Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2022" in text
    line = next(line for line in text.splitlines() if "Hà Giang" in line)
    assert line.startswith("02,Hà Giang,0.4790,57,6,")
    assert "#" not in text


def test_wrapped_texts_are_given_rows_in_which_they_are_seen_whole():
    """Headings were cut and notes lay over each other: rows without a height are not fitted."""
    one, wrapped = sheets.height([("Hà Giang", 24)]), sheets.height([("a" * 100, 24)])

    assert one == 15
    assert wrapped >= 15 * 5
    assert sheets.height([("một\nhai\nba", 24), ("", 10)]) == 45
