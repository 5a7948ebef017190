"""The same workbook back: coloured cells, a note on each, and nothing that computes."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from data.ingest import Delivery, read_delivery
from data.ingest.marked import marked_copy
from tests.fixtures.faults import FAULTS
from tests.fixtures.thirty_faults import PLACES, thirty_faults
from tests.fixtures.workbooks import Rows, csv, dti_rows, row_of, with_part, xlsx

THIRTY = thirty_faults()


def marked(content: bytes, name: str = "dti.xlsx") -> tuple[Delivery, bytes]:
    delivery = read_delivery(content, name)
    return delivery, marked_copy(content, name, delivery, "vi")


def noted(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Place, note and colour of every cell with a note."""
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    colour = cell.fill.start_color.rgb[-6:]
                    yield f"{sheet.title}!{cell.coordinate}", cell.comment.text, colour


def test_every_finding_is_a_note_in_words_on_a_coloured_cell_and_a_line_of_the_first_sheet():
    delivery, content = marked(THIRTY)

    notes = {place: (words, colour) for place, words, colour in noted(content)}
    assert {cell for _, cell in PLACES} <= set(notes)
    assert {colour for _, colour in notes.values()} == {"FFE699"}
    assert notes["Điểm!D8"][0].startswith("Ô báo lỗi #DIV/0!") or "lỗi" in notes["Điểm!D7"][0]
    first = load_workbook(io.BytesIO(content)).worksheets[0]
    assert first.title == "Điểm cần xem"
    assert first.max_row == 2 + len(delivery.issues)


def test_what_comes_back_reads_as_what_was_brought():
    delivery, content = marked(THIRTY)

    again = read_delivery(content, "dti.xlsx")

    assert again.observations == delivery.observations
    kept = [one for one in again.issues if one.code != "issue.sheet_without_table"]
    assert kept == list(delivery.issues)


def test_the_looks_of_a_workbook_stay():
    book = Workbook()
    sheet = book.active
    sheet.title = "DTI"
    for row in dti_rows():
        sheet.append(row)
    sheet["C5"] = "-"
    sheet["A1"].font = Font(bold=True, color="FF0000")
    sheet.column_dimensions["B"].width = 33
    _, content = marked(saved(book))

    made = load_workbook(io.BytesIO(content))["DTI"]
    assert (made["A1"].font.bold, made.column_dimensions["B"].width) == (True, 33)
    assert made["C5"].comment.text.startswith('Cột "DTI" có dấu "-".')


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_nothing_that_computes_or_leads_out_of_the_file_comes_back():
    """Formulas become their values; links, names, rules and drop-down lists are gone."""
    rows = dti_rows()
    rows[row_of("Hà Giang", rows) - 1][2] = "-"
    rows[3].append("=cmd|' /C calc'!A0")
    source = load_workbook(io.BytesIO(xlsx(rows)))
    sheet = source["DTI"]
    sheet["E4"] = '=HYPERLINK("http://example.org","a")'
    sheet["B4"].hyperlink = "http://example.org/x"
    sheet.conditional_formatting.add("C4:C66", FormulaRule(formula=['WEBSERVICE("http://e.org")']))
    source.defined_names["Ten"] = DefinedName("Ten", attr_text="'[1]Sheet1'!$A$1")
    content = saved(source)
    delivery = read_delivery(content, "dti.xlsx")

    made = marked_copy(content, "dti.xlsx", delivery, "vi")

    parts = zipfile.ZipFile(io.BytesIO(made))
    text = b"".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")
    assert not [word for word in ("example.org", "WEBSERVICE", "<f>", "<f ", "[1]") if word in text]
    assert load_workbook(io.BytesIO(made))["DTI"]["D4"].data_type == "s"


def test_macros_are_left_behind():
    content = with_part(FAULTS["dash"].content, "xl/vbaProject.bin", b"\xd0\xcf macros")

    _, made = marked(content)

    assert not [name for name in zipfile.ZipFile(io.BytesIO(made)).namelist() if "vba" in name]


@pytest.mark.parametrize("name", ["dti.csv", "DTI: tỉnh [nháp] rất dài hơn ba mươi mốt chữ.csv"])
def test_a_text_file_comes_back_as_a_workbook_of_its_cells(name: str):
    rows: Rows = [["Tỉnh", "DTI 2023"], ["Cao Bằng", "=1+1"], ["Hà Giang", "0,5"]]
    delivery, made = marked(csv(rows, ";"), name)

    sheet = load_workbook(io.BytesIO(made)).worksheets[1]
    assert '"=1+1"' in sheet["B2"].comment.text
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert (sheet["B3"].value, delivery.outcome) == ("0,5", "review")


def test_a_file_that_nobody_can_read_gives_the_list_alone():
    delivery, made = marked(b"%PDF-1.7 no table", "cong_van.pdf")

    (sheet,) = load_workbook(io.BytesIO(made)).worksheets
    assert delivery.outcome == "refused"
    assert sheet["D3"].value.startswith("Lỗi: Tệp này không phải bảng tính.")


def test_letters_that_no_workbook_may_hold_are_left_out():
    content = xlsx(dti_rows())
    delivery = read_delivery(content, "a\x00\x1b[31m.xlsx")

    made = marked_copy(content, delivery.name, delivery, "vi")

    assert "\x1b" not in load_workbook(io.BytesIO(made)).worksheets[0]["A1"].value
