"""A file is what its bytes say, whatever its name."""

import io
import zipfile

import pytest

from data.ingest.sniff import Kind, sniff
from tests.fixtures.formats import ods, ole2, xls, xlsb
from tests.fixtures.workbooks import csv, dti_rows, xlsx

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _zip(*names: str, encrypted: bool = False) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
    data = bytearray(content.getvalue())
    if encrypted:
        data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (xlsx(dti_rows()), Kind.XLSX),
        (csv(dti_rows()), Kind.TEXT),
        (csv(dti_rows(), "\t", "utf-16"), Kind.TEXT),
        (csv(dti_rows(), "\t", "utf-16-le"), Kind.TEXT),
        (xls(dti_rows()), Kind.XLS),
        (xls(dti_rows(), biff=5), Kind.XLS),
        (xls(dti_rows(), wrapped=False), Kind.XLS),
        (xls([["Mời xem WordDocument"]], others={"WordDocu": b"x"}), Kind.XLS),
        (ole2({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), Kind.ENCRYPTED),
        (ole2({"WordDocument": b"x"}), Kind.NOT_A_TABLE),
        (ole2({"Something": b"x"}), Kind.UNKNOWN),
        (xlsb(dti_rows()), Kind.XLSB),
        (ods(dti_rows()), Kind.ODS),
        (_zip("xl/workbook.bin"), Kind.XLSB),
        (_zip("content.xml", "mimetype"), Kind.ODS),
        (_zip("content.xml"), Kind.NOT_A_TABLE),
        (OLE2 + "Workbook".encode("utf-16-le"), Kind.XLS),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), Kind.ENCRYPTED),
        (_zip("xl/workbook.xml", encrypted=True), Kind.ENCRYPTED),
        (OLE2 + "WordDocument".encode("utf-16-le"), Kind.NOT_A_TABLE),
        (_zip("word/document.xml"), Kind.NOT_A_TABLE),
        (b"%PDF-1.7\n...", Kind.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Kind.NOT_A_TABLE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Kind.NOT_A_TABLE),
        (b"<html><table><tr><td>H\xc3\xa0 Giang</td></tr></table>", Kind.UNKNOWN),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", Kind.UNKNOWN),
        (_zip("readme.txt"), Kind.UNKNOWN),
        (b"PK\x03\x04 cut off", Kind.UNKNOWN),
        (b"", Kind.UNKNOWN),
        (bytes(100), Kind.UNKNOWN),
    ],
)
def test_content_tells_the_kind(content: bytes, kind: Kind):
    assert sniff(content) == kind


def test_a_csv_that_begins_like_a_picture_is_still_text():
    assert sniff(b"BMI,Name\n1,2\n") == Kind.TEXT


def test_a_zip_of_many_thousand_parts_is_not_even_listed():
    assert sniff(b"PK\x03\x04" + b"PK\x01\x02" * 3_001) == Kind.TOO_LARGE
