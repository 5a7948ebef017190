"""Files that are made to do harm end in their outcome, soon and small, and reading goes on."""

import os
import resource
import struct
from collections.abc import Callable

import pytest

from data.ingest import Delivery, message, read_delivery
from tests.fixtures import formats
from tests.fixtures.formats import ods, ods_of, packed, record, xls, xlsb
from tests.fixtures.workbooks import csv, dti_rows, part_of, row_of, with_part, xlsx

SHEET = "xl/worksheets/sheet1.xml"
SECONDS, MEGABYTES = 5.0, 512
ROWS = dti_rows()
WORKBOOK = xlsx(ROWS)
USUAL = {one.province_code: one.value for one in read_delivery(WORKBOOK, "dti").observations}


def _sheet(rows: bytes) -> bytes:
    """The usual workbook with more XML behind its last row."""
    xml = part_of(WORKBOOK, SHEET).replace(b"</sheetData>", rows + b"</sheetData>")
    return with_part(WORKBOOK, SHEET, xml)


def _repeated(rows: int, columns: int, *, filled: bool) -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"'
    value = ' office:value-type="float" office:value="1"' if filled else ""
    row = f'<table:table-row table:number-rows-repeated="{rows}">'
    return f"{row}{cell}{value}/></table:table-row>"


def _slip() -> bytes:
    content = WORKBOOK
    for name in ("../../../etc/cron.d/x", "/etc/passwd", "C:\\Windows\\x.dll", "xl/../../y"):
        content = with_part(content, name, b"x")
    return content


def _false_sizes(content: bytes) -> bytes:
    """Every part claims to be one byte long."""
    changed, at = bytearray(content), 0
    while (at := changed.find(b"PK\x01\x02", at + 1)) > 0:
        changed[at + 24 : at + 28] = struct.pack("<I", 1)
    return bytes(changed)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "xlsx: bomb": (lambda: with_part(WORKBOOK, "xl/a.bin", bytes(70 * 2**20)), "too_large"),
    "xlsx: 3,001 parts": (
        lambda: packed({f"xl/{n}": b"" for n in range(3_001)} | {"xl/workbook.xml": b""}),
        "too_large",
    ),
    "xlsx: sizes that are not true": (lambda: _false_sizes(WORKBOOK), "damaged"),
    "xlsx: entities": (
        lambda: with_part(
            WORKBOOK,
            SHEET,
            b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
        ),
        "unreadable",
    ),
    "xlsx: entities in a part of another name": (
        lambda: with_part(WORKBOOK, "xl/x.dat", b'\xef\xbb\xbf <!DOCTYPE x [<!ENTITY a "">]><x/>'),
        "unreadable",
    ),
    "xlsx: A1 and XFD1048576": (
        lambda: _sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "too_many_cells",
    ),
    "xlsx: both ends of the limits": (
        lambda: _sheet(b'<row r="20000"><c r="SF20000"><v>1</v></c></row>'),
        "too_many_cells",
    ),
    "xlsx: huge text": (
        lambda: _sheet(b'<row r="99"><c r="B99"><v>' + b"x" * 50_000_000 + b"</v></c></row>"),
        "unreadable",
    ),
    "xlsx: rows within rows": (
        lambda: with_part(WORKBOOK, SHEET, b"<worksheet><sheetData>" + b"<row>" * 2_000_000),
        "unreadable",
    ),
    "xlsx: 200,000 merged cells": (
        lambda: with_part(
            WORKBOOK,
            SHEET,
            part_of(WORKBOOK, SHEET).replace(
                b"</sheetData>",
                b"</sheetData><mergeCells>"
                + b'<mergeCell ref="A1:C3"/>' * 200_000
                + b"</mergeCells>",
            ),
        ),
        "too_many_cells",
    ),
    "xlsx: cut off": (lambda: WORKBOOK[:-200], "unreadable"),
    "xls: A1 and IV65536": (
        lambda: xls(ROWS, extra=formats.number_record(65535, 255, 1.0)),
        "too_many_cells",
    ),
    "xls: Excel 95, far away": (
        lambda: xls(ROWS, biff=5, extra=formats.number_record(16383, 255, 1.0)),
        "too_many_cells",
    ),
    "xls: encrypted": (lambda: xls(ROWS, first=record(0x2F, bytes(54))), "encrypted"),
    "xls: cut off": (lambda: xls(ROWS)[:3_000], "unreadable"),
    "xls: a chain in a circle": (lambda: _circle(xls(ROWS)), "unreadable"),
    "xlsb: A1 and XFD1048576": (
        lambda: xlsb(ROWS, extra=formats.row_12(1_048_575) + formats.cell_12(16_383, 1.0)),
        "too_many_cells",
    ),
    "xlsb: two million empty records": (
        lambda: xlsb(ROWS, extra=bytes(4_000_000)),
        "too_many_cells",
    ),
    "xlsb: one cell two million times": (
        lambda: xlsb(ROWS, extra=formats.row_12(99) + formats.cell_12(3, 1.0) * 2_000_000),
        "too_many_cells",
    ),
    "ods: a million filled rows": (
        lambda: ods(ROWS, tail=_repeated(1_048_000, 1, filled=True)),
        "too_many_cells",
    ),
    "ods: 16,384 filled columns": (
        lambda: ods(ROWS, tail=_repeated(1, 16_384, filled=True)),
        "too_many_cells",
    ),
    "ods: a cell in row 1,048,576": (
        lambda: ods(
            ROWS, tail=_repeated(1_048_000, 1, filled=False) + _repeated(1, 1, filled=True)
        ),
        "too_many_cells",
    ),
    "ods: a million rows": (
        lambda: ods(ROWS, tail="<table:table-row/>" * 1_000_000),
        "too_many_cells",
    ),
    "ods: tables within tables": (
        lambda: ods_of('<table:table table:name="x">' * 1_000_000),
        "unreadable",
    ),
    "ods: entities": (
        lambda: packed(
            {
                "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
            }
        ),
        "unreadable",
    ),
    "ods: encrypted": (
        lambda: with_part(
            ods(ROWS), "META-INF/manifest.xml", b"<m:manifest><m:encryption-data/></m:manifest>"
        ),
        "encrypted",
    ),
    "csv: one endless line": (lambda: b"a" * 20_000_000, "unreadable"),
    "csv: a quotation without end": (lambda: b'T,"' + b"a\n" * 9_000_000, "unreadable"),
    "csv: 20 million commas": (lambda: b"," * 20_000_000, "too_many_cells"),
    "csv: bytes of no encoding": (
        lambda: (b";".join([b"H\xb5 N\xe9i%d" % n for n in range(40)]) + b"\n") * 20_000,
        "encoding",
    ),
    "html as .xls": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "unreadable"),
    "pdf as .xlsx": (lambda: b"%PDF-1.7\n" + bytes(1_000), "not_a_table"),
}
HARMLESS: dict[str, Callable[[], bytes]] = {
    "xlsx: paths that lead out of the file": _slip,
    "xlsx: macros": lambda: with_part(WORKBOOK, "xl/vbaProject.bin", b"macro"),
    "xls: macros": lambda: xls(ROWS, others={"_VBA_PROJECT_CUR": b"macro"}),
    "xls: a million empty records": lambda: xls(ROWS, extra=bytes(4 * 10**6)),
    "ods: macros": lambda: with_part(ods(ROWS), "Basic/Standard/script-lb.xml", b"<library/>"),
    "xlsx: a claim of all cells": lambda: with_part(
        WORKBOOK,
        SHEET,
        part_of(WORKBOOK, SHEET).replace(b'ref="A1:C66"', b'ref="A1:XFD1048576"'),
    ),
    "ods: the empty rest of the sheet": lambda: ods(
        ROWS, tail=_repeated(1_048_000, 16_384, filled=False)
    ),
    "ods: empty columns without end": lambda: ods(
        ROWS, tail=_repeated(1, 99_999_999, filled=False) * 2_000
    ),
}


def _circle(content: bytes) -> bytes:
    """Let every sector be followed by itself."""
    changed = bytearray(content)
    for number in range(1, 40):
        changed[512 + 4 * number : 516 + 4 * number] = struct.pack("<I", number)
    return bytes(changed)


def _seconds() -> float:
    return sum(os.times()[:4])


def _most_memory() -> int:
    """The largest child so far in KiB: of this test's, or of a test that ran before it.

    Until it becomes another program, a child is as large as the process that started it.
    """
    ours, theirs = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(ours.ru_maxrss, theirs.ru_maxrss)


def _read(content: bytes) -> Delivery:
    before, most = _seconds(), _most_memory()
    delivery = read_delivery(content, "tep.xlsx")
    assert _seconds() - before < SECONDS
    assert _most_memory() <= max(most, MEGABYTES * 1024)
    return delivery


@pytest.mark.parametrize("name", REFUSED)
def test_an_attack_is_refused_and_reading_goes_on(name: str):
    make, code = REFUSED[name]

    delivery = _read(make())

    assert (delivery.outcome, [one.code for one in delivery.issues]) == (
        "refused",
        [f"issue.{code}"],
    )
    assert delivery.observations == ()
    assert len(read_delivery(WORKBOOK, "dti").observations) == len(USUAL)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_like_an_attack_gives_its_figures(name: str):
    delivery = _read(HARMLESS[name]())

    assert {one.province_code: one.value for one in delivery.observations} == USUAL
    assert {one.code for one in delivery.issues} <= {"issue.macros_ignored"}
    assert ("macros" in name) == bool(delivery.issues)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x/","Hà Giang")',
        "<script>alert(1)</script>",
        "{{7*7}} {missing}",
        "@SUM(1)\t+cmd|' /C calc'!A0",
        "../../etc/passwd",
    ],
)
@pytest.mark.parametrize("write", [xlsx, csv, xls, ods])
def test_a_name_that_is_a_formula_or_a_script_is_a_text_that_is_asked_about(write, text: str):
    rows = dti_rows()
    at = row_of("Hà Giang", rows)
    rows[at - 1][1] = text

    delivery = read_delivery(write(rows), "dti")

    (issue,) = [one for one in delivery.issues if one.code == "issue.unknown_province"]
    assert (delivery.outcome, issue.found.split()) == ("review", text.split())
    assert issue.cell.endswith(f"!B{at}")
    assert issue.found in message(issue, "vi")
