"""The numbers of one figure as a workbook: real numbers that read as the page shows them."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from briefings import findings
from briefings.figure_book import HEAD, number_form, workbook
from charts.table import Cell, Column, Line, Table
from tests.briefings import figures_by_hand as by_hand
from tests.briefings.findings_of import MADE, NORTH

PARTS = 3  # of a format: above, below and at zero


def opened(finding, lang="vi"):
    return openpyxl.load_workbook(BytesIO(workbook(finding, lang)))


@pytest.mark.parametrize(
    ("shown", "number", "form"),
    [
        ("0,7292", 0.7292, "0.0000"),
        ("42.189", 42189, "#,##0"),
        ("13.608,9", 13608.9, "#,##0.0"),
        ("28,94%", 28.94, '0.00"%"'),
        ("15 (đồng hạng)", 15, '0" (đồng hạng)"'),
        ("0,9466 (11/34)", 0.9466, '0.0000" (11/34)"'),
        ("giảm 11", -11, ";".join(['"giảm "0'] * PARTS)),
        ("−0,36", -0.36, ";".join(['"−"0.00'] * PARTS)),
        ("giữ nguyên", 0, ";".join(['"giữ nguyên"'] * PARTS)),
    ],
)
def test_a_number_is_shown_as_the_page_writes_it(shown, number, form):
    assert number_form(Cell(shown, number), "vi") == form


def test_english_points_and_commas_are_read_the_other_way_round():
    assert number_form(Cell("13,608.9", 13608.9), "en") == "#,##0.0"


@pytest.mark.parametrize(
    "cell", [Cell("…"), Cell("–", None), Cell("thứ 3", 7), Cell('5 "tấn"', 5), Cell("", 0)]
)
def test_words_that_are_not_about_the_number_stay_words(cell):
    assert number_form(cell, "vi") == ""


def test_every_number_of_a_figure_is_a_number_and_what_is_missing_stays_missing(official):
    found = findings.of_figure(
        official, "bars", "papi_egov_responsiveness", "2024", "34", "country", "vi", MADE
    )
    rows = list(opened(found).worksheets[0].iter_rows(min_row=HEAD + 2, values_only=True))

    expected = [(line.cells[0].text, line.cells[1].order) for line in found.numbers.lines]
    assert [(row[0], row[1] if row[1] != "…" else None) for row in rows] == expected
    assert [row[1] for row in rows].count("…") == 2


def test_the_notes_hold_whatever_must_stand_beside_a_figure(official):
    found = findings.of_figure(official, "map", "dti_total", "2024", "34", NORTH, "vi", MADE)
    notes = {row[0]: row[1] for row in opened(found).worksheets[1].iter_rows(values_only=True)}

    assert notes["Kết quả"].startswith("DTI năm 2024: Điện Biên dẫn đầu nhóm")
    assert dict(found.notes.fields("vi")).items() <= notes.items()
    assert {"Đơn vị tính", "Kỳ số liệu", "Nguồn", "Bản số liệu"} <= notes.keys()
    assert "không có giá trị pháp lý" in " ".join(notes.values())


def test_names_that_look_like_formulas_are_text_and_the_mark_of_illustrative_figures_is_there():
    line = Line((Cell(by_hand.BAD), Cell("0,5", 0.5)))
    numbers = Table("x", (Column("Tên"), Column("DTI", is_number=True)), (line,))
    notes = replace(by_hand.NOTES, illustrative=True)
    found = replace(by_hand.bars(), numbers=numbers, notes=notes)
    sheet = opened(found).worksheets[0]

    cell = sheet.cell(HEAD + 2, 1)
    assert (cell.value, cell.data_type) == (by_hand.BAD, "s")
    assert sheet["A4"].value == "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"


def test_the_same_figure_gives_the_same_bytes_and_names_nobody():
    content = workbook(by_hand.bars(), "vi")

    assert content == workbook(by_hand.bars(), "vi")
    assert opened(by_hand.bars()).properties.creator in (None, "")
