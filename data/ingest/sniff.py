"""What a delivery is, by its content: names of files are often wrong."""

import zipfile
from enum import StrEnum
from io import BytesIO

MAX_PARTS = 3_000

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CENTRAL_ENTRY = b"PK\x01\x02"
_PICTURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
)


class Kind(StrEnum):
    """The kinds of content that are told apart."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    TEXT = "csv"
    ENCRYPTED = "encrypted"
    NOT_A_TABLE = "not_a_table"  # PDF, picture, word processor, slides
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"


def sniff(content: bytes) -> Kind:
    """Name the kind of ``content``; never raises."""
    if content.startswith(_OLE2):
        return _ole2_kind(content)
    if content.startswith(b"PK"):
        return _zip_kind(content)
    if content.startswith((b"%PDF", b"{\\rtf")) or _is_picture(content):
        return Kind.NOT_A_TABLE
    if content[:2] == b"\x09\x08":  # BIFF without its OLE2 wrapper
        return Kind.XLS
    return Kind.TEXT if _is_text(content) else Kind.UNKNOWN


def _ole2_kind(content: bytes) -> Kind:
    names = {
        "EncryptedPackage": Kind.ENCRYPTED,
        "WordDocument": Kind.NOT_A_TABLE,
        "PowerPoint Document": Kind.NOT_A_TABLE,
        "Workbook": Kind.XLS,
        "Book": Kind.XLS,
    }
    found = (kind for name, kind in names.items() if name.encode("utf-16-le") in content)
    return next(found, Kind.UNKNOWN)


def _zip_kind(content: bytes) -> Kind:
    # Counted before zipfile builds an object for each entry.
    if content.count(_CENTRAL_ENTRY) > MAX_PARTS:
        return Kind.TOO_LARGE
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError):
        return Kind.UNKNOWN
    if any(entry.flag_bits & 1 for entry in entries):
        return Kind.ENCRYPTED
    return _kind_by_parts({entry.filename for entry in entries}, content)


def _kind_by_parts(parts: set[str], content: bytes) -> Kind:
    if "xl/workbook.xml" in parts:
        return Kind.XLSX
    if "xl/workbook.bin" in parts:
        return Kind.XLSB
    if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        return Kind.NOT_A_TABLE
    if "content.xml" in parts:
        # The type is the first, uncompressed part of an OpenDocument file.
        return Kind.ODS if b"opendocument.spreadsheet" in content[:200] else Kind.NOT_A_TABLE
    return Kind.UNKNOWN


def _is_picture(content: bytes) -> bool:
    webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    heic = content[4:8] == b"ftyp"
    return webp or heic or (content.startswith(_PICTURES) and not _is_text(content))


def _is_text(content: bytes) -> bool:
    """Whether this is text of a table: markup is not, even where it shows one."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = content[:4_000].removeprefix(b"\xef\xbb\xbf")
    if not head.strip() or head.lstrip().startswith(b"<"):
        return False
    return b"\x00" not in content and not any(byte < 9 or 13 < byte < 27 for byte in head)
