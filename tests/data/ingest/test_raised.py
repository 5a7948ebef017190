"""A footnote mark raised behind a figure is none of its digits, in every format that has looks."""

import io
import struct
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from data.ingest import read_delivery
from data.ingest.book import Book
from data.ingest.child import read_book
from data.ingest.sniff import Kind, sniff
from tests.fixtures.formats import ods_of, record, record_12, row_12, xls, xlsb
from tests.fixtures.workbooks import part_of, with_part

HEADING = "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)"
HEAD = [["Năm 2023"], ["Tỉnh", HEADING]]
UP, DOWN = 6, 5
"""Fonts of .xls are counted from zero and none has the number 4: the sixth has 6."""


def _fonts() -> bytes:
    """Six fonts of an .xls file: the fifth is lowered, the last is raised."""
    looks = (0, 0, 0, 0, 2, 1)
    return b"".join(record(0x31, struct.pack("<HHHHH", 200, 0, 0, 400, one)) for one in looks)


def _rich(text: str, *changes: tuple[int, int]) -> bytes:
    """A text of BIFF 8 with letters of two bytes, and the places where its font changes."""
    head = struct.pack("<HBH", len(text), 1 | 8, len(changes))
    return head + text.encode("utf-16-le") + b"".join(struct.pack("<HH", *one) for one in changes)


def _shared_cell(row: int, column: int, number: int) -> bytes:
    return record(0xFD, struct.pack("<HHHI", row, column, 0, number))


def _figures(content: bytes) -> dict[str, float | None]:
    delivery = read_delivery(content, "ngheo")
    return {one.province_code: one.value for one in delivery.observations}


def _texts(content: bytes) -> tuple[object, ...]:
    book = read_book(content, sniff(content))
    assert isinstance(book, Book)
    return book.sheets[0].rows[-1]


def _xls(text: str, *changes: tuple[int, int], cut: int | None = None) -> bytes:
    """A workbook with one shared text, broken off in two records where ``cut`` says."""
    body = struct.pack("<II", 1, 1) + _rich(text, *changes)
    strings = record(0xFC, body)
    if cut is not None:
        # A text that goes on in the next record says first how wide its letters are there.
        rest = b"\1" + body[cut:]
        strings = record(0xFC, body[:cut]) + record(0x3C, rest)
    rows = [*HEAD, ["Hà Giang"]]
    return xls(rows, first=_fonts() + strings, extra=_shared_cell(2, 1, 0))


def test_a_mark_in_a_shared_text_of_xls_is_no_digit():
    assert _figures(_xls("13,301", (5, UP))) == {"02": 13.3}


def test_what_is_lowered_or_only_of_another_font_stays():
    assert _figures(_xls("13,301", (5, DOWN))) == {"02": 13.301}
    assert _figures(_xls("13,301", (0, UP), (1, 0))) == {"02": 3.301}


def test_a_text_that_breaks_off_between_two_records_keeps_its_mark_apart():
    """The list of texts of a large workbook goes on in records of 8,224 bytes."""
    letters = 8 + 5
    assert _figures(_xls("13,301", (5, UP), cut=letters + 4)) == {"02": 13.3}


def test_a_mark_in_a_cell_of_excel_95_is_no_digit():
    text = b"13,301"
    body = struct.pack("<HHHH", 2, 1, 0, len(text)) + text + bytes([1, 5, UP])
    content = xls([*HEAD, ["Hà Giang"]], biff=5, first=_fonts(), extra=record(0xD6, body))

    assert _figures(content) == {"02": 13.3}


def _xlsb(text: str, at: int, look: int) -> bytes:
    """A binary workbook with one shared text whose second font, from a letter on, has a look."""
    fonts = record_12(611, struct.pack("<I", 2))
    for sss in (0, look):
        fonts += record_12(43, struct.pack("<HHHHBBBB", 200, 0, 400, sss, 0, 0, 0, 0) + bytes(13))
    formats = record_12(617, struct.pack("<I", 0)) + record_12(618, b"")
    styles = record_12(278, b"") + fonts + record_12(612, b"") + formats + record_12(279, b"")
    item = b"\1" + struct.pack("<I", len(text)) + text.encode("utf-16-le")
    item += struct.pack("<IHH", 1, at, 1)
    strings = record_12(159, struct.pack("<II", 1, 1)) + record_12(19, item) + record_12(160, b"")
    cell = row_12(3) + record_12(6, struct.pack("<III", 0, 0, 8) + "Hà Giang".encode("utf-16-le"))
    cell += record_12(7, struct.pack("<III", 1, 0, 0))
    book = with_part(xlsb([*HEAD, []], extra=cell), "xl/styles.bin", styles)
    return with_part(book, "xl/sharedStrings.bin", strings)


@pytest.mark.parametrize(("look", "value"), [(1, 13.3), (0, 13.301), (2, 13.301)])
def test_a_mark_in_a_shared_text_of_xlsb_is_no_digit(look: int, value: float):
    assert _figures(_xlsb("13,301", 5, look)) == {"02": value}


SPACES = (
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def _ods_cell(words: str, repeated: int = 1) -> str:
    said = f'office:value-type="string" table:number-columns-repeated="{repeated}"'
    return f"<table:table-cell {said}>{words}</table:table-cell>"


def _ods(cell: str, position: str = "super 58%", repeated: int = 1) -> bytes:
    """A sheet with one cell of words in spans of the style "up"."""
    rows = [["Năm 2023"], ["Tỉnh", *([HEADING] * repeated)]]
    rows = [[_ods_cell(f"<text:p>{one}</text:p>") for one in row] for row in rows]
    rows.append([_ods_cell("<text:p>Hà Giang</text:p>"), _ods_cell(cell, repeated)])
    lines = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    content = ods_of(f'<table:table table:name="Bảng">{lines}</table:table>')
    style = (
        f'<office:automatic-styles {SPACES}><style:style style:name="up" style:family="text">'
        f'<style:text-properties style:text-position="{position}"/></style:style>'
        "</office:automatic-styles><office:body>"
    )
    xml = part_of(content, "content.xml").decode().replace("<office:body>", style)
    return with_part(content, "content.xml", xml.encode())


RAISED = '<text:p>13,30<text:span text:style-name="up">1</text:span></text:p>'


@pytest.mark.parametrize(
    ("position", "value"),
    [("super 58%", 13.3), ("33% 58%", 13.3), ("sub 58%", 13.301), ("-33%", 13.301), ("0%", 13.301)],
)
def test_a_mark_in_a_span_of_ods_is_no_digit(position: str, value: float):
    assert _figures(_ods(RAISED, position)) == {"02": value}


def test_a_note_at_a_cell_and_repeated_cells_change_nothing():
    note = "<office:annotation><text:p>9<text:span>9</text:span></text:p></office:annotation>"
    content = _ods(note + RAISED, repeated=2)

    assert _texts(content) == ("Hà Giang", "13,30", "13,30")


def test_a_power_of_a_unit_stays():
    power = '<text:p>Diện tích, km<text:span text:style-name="up">2</text:span></text:p>'

    assert _texts(_ods(power))[1] == "Diện tích, km2"


@pytest.mark.office
def test_marks_as_another_program_writes_them(tmp_path: Path):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        page, up = book.add_worksheet("Bảng"), book.add_format({"font_script": 1})
        page.write_string(0, 0, "Năm 2023")
        page.write_row(1, 0, ["Tỉnh", HEADING])
        page.write_rich_string(2, 0, "Hà Giang", up, "(1)")
        page.write_rich_string(2, 1, "13,30", up, "1")
    (tmp_path / "a.xlsx").write_bytes(content.getvalue())
    for kind in ("ods", "xls:MS Excel 97"):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        order = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
        subprocess.run([*order, str(tmp_path / "a.xlsx")], check=True, capture_output=True)

    for kind in (Kind.ODS, Kind.XLS):
        assert _figures((tmp_path / f"a.{kind}").read_bytes()) == {"02": 13.3}
