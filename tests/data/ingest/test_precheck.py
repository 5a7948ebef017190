"""The container is judged before any reader opens it."""

import io
import struct
import zipfile

import pytest

from data.ingest import read_delivery
from data.ingest.precheck import MAX_FILE, precheck
from data.ingest.sniff import Kind
from tests.fixtures.workbooks import dti_rows, part_of, with_part, xlsx

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return xlsx(dti_rows())


def _codes(content: bytes) -> list[str]:
    return [issue.code for issue in precheck(content, Kind.XLSX)]


def test_a_usual_workbook_has_nothing_to_tell(workbook: bytes):
    assert _codes(workbook) == []


def test_a_file_over_20_mb_is_too_large():
    assert _codes(bytes(MAX_FILE + 1)) == ["issue.too_large"]


def test_a_bomb_is_stopped_by_its_real_size_and_not_by_what_it_claims(workbook: bytes):
    bomb = bytearray(with_part(workbook, "xl/media/bomb.bin", bytes(70 * 2**20)))
    entry = bomb.rindex(b"PK\x01\x02")
    bomb[entry + 24 : entry + 28] = struct.pack("<I", 1_000)

    assert len(bomb) < 200_000
    assert _codes(bytes(bomb)) == ["issue.too_large"]


def test_parts_that_are_small_alone_are_too_large_together(workbook: bytes):
    for number in range(3):
        workbook = with_part(workbook, f"xl/media/{number}.bin", bytes(45 * 2**20))

    assert _codes(workbook) == ["issue.too_large"]


@pytest.mark.parametrize("start", ["", " " * 300_000])
def test_an_entity_bomb_is_refused_wherever_it_stands(workbook: bytes, start: str):
    xml = f'<?xml version="1.0"?>{start}<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet/>'

    assert _codes(with_part(workbook, SHEET, xml.encode())) == ["issue.unreadable"]


def test_xml_in_another_encoding_cannot_hide_a_dtd(workbook: bytes):
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><worksheet/>'

    assert _codes(with_part(workbook, SHEET, xml.encode("utf-16"))) == ["issue.unreadable"]


@pytest.mark.parametrize("cell", ["XFD1048576", "A20001", "SG1", "ZZZ9"])
def test_a_filled_cell_far_away_is_refused(workbook: bytes, cell: str):
    row = f'<row><c r="{cell}" t="n"><v>1</v></c></row></sheetData>'.encode()
    xml = part_of(workbook, SHEET).replace(b"</sheetData>", row)

    assert _codes(with_part(workbook, SHEET, xml)) == ["issue.too_many_cells"]


@pytest.mark.parametrize("cell", ["SF20000", "A1"])
def test_a_cell_at_the_limit_is_in_order(workbook: bytes, cell: str):
    row = f'<row><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    xml = part_of(workbook, SHEET).replace(b"</sheetData>", row)

    assert _codes(with_part(workbook, SHEET, xml)) == []


def test_a_far_cell_that_only_has_a_format_is_harmless(workbook: bytes):
    row = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    content = with_part(workbook, SHEET, part_of(workbook, SHEET).replace(b"</sheetData>", row))

    assert _codes(content) == []
    assert read_delivery(content, "dti.xlsx").outcome == "loads"


def test_an_endless_tag_is_refused_before_a_parser_spends_seconds_on_it(workbook: bytes):
    xml = b"<worksheet><c " + b" " * 10_000_000

    assert _codes(with_part(workbook, SHEET, xml)) == ["issue.unreadable"]


def test_macros_are_told_and_left_alone(workbook: bytes):
    delivery = read_delivery(with_part(workbook, "xl/vbaProject.bin", b"macro"), "dti.xlsm")

    assert [issue.code for issue in delivery.issues] == ["issue.macros_ignored"]
    assert delivery.outcome == "loads"
    assert len(delivery.observations) == len(dti_rows()) - 3


def test_two_parts_with_one_name_are_refused(workbook: bytes):
    content = io.BytesIO(workbook)
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(SHEET.upper(), part_of(workbook, SHEET))

    assert _codes(content.getvalue()) == ["issue.unreadable"]


def test_a_changed_byte_is_damage_and_never_another_number():
    with zipfile.ZipFile(content := io.BytesIO(), "w", zipfile.ZIP_STORED) as new:
        new.writestr("xl/workbook.xml", "<workbook/>")
        new.writestr(SHEET, "<v>0.7292</v>")
    changed = content.getvalue().replace(b"0.7292", b"0.9292")

    assert _codes(changed) == ["issue.damaged"]


def test_a_workbook_that_is_cut_off_is_refused(workbook: bytes):
    delivery = read_delivery(workbook[: len(workbook) // 2], "dti.xlsx")

    assert delivery.outcome == "refused"
    assert delivery.observations == ()
