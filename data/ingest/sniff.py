"""What a delivery is, by its content: names of files are often wrong."""

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

from data.ingest.raw.ole import SIGNATURE, BrokenError, Ole
from data.ingest.raw.text import wide

MAX_PARTS = 3_000

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


_BROKEN = (NotImplementedError, RuntimeError, zlib.error, EOFError)

# Streams in the root of an OLE2 file; the first that is there tells. Documents that are embedded
# in a workbook stand deeper.
_STREAMS = {
    "EncryptedPackage": Kind.ENCRYPTED,
    "Workbook": Kind.XLS,
    "Book": Kind.XLS,
    "WordDocument": Kind.NOT_A_TABLE,
    "PowerPoint Document": Kind.NOT_A_TABLE,
}


def sniff(content: bytes) -> Kind:
    """Name the kind of ``content``; never raises."""
    if content.startswith(SIGNATURE):
        return _ole2_kind(content)
    if content.startswith(b"PK"):
        return _zip_kind(content)
    if content.startswith((b"%PDF", b"{\\rtf")) or _is_picture(content):
        return Kind.NOT_A_TABLE
    if content[:2] == b"\x09\x08":  # BIFF without its OLE2 wrapper
        return Kind.XLS
    return Kind.TEXT if _is_text(content) else Kind.UNKNOWN


def _ole2_kind(content: bytes) -> Kind:
    there = ole2_names(content)
    return next((kind for name, kind in _STREAMS.items() if name in there), Kind.UNKNOWN)


def ole2_names(content: bytes) -> frozenset[str]:
    """Give the names in the root of an OLE2 file; of a broken one, every known name in it."""
    try:
        return Ole(content).names
    except BrokenError:
        return frozenset(name for name in _STREAMS if name.encode("utf-16-le") in content)


def _zip_kind(content: bytes) -> Kind:
    # Counted before zipfile builds an object for each entry.
    if content.count(_CENTRAL_ENTRY) > MAX_PARTS:
        return Kind.TOO_LARGE
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            stated = _stated_type(archive, entries)
    except (zipfile.BadZipFile, ValueError, OSError, *_BROKEN):
        return Kind.UNKNOWN
    if any(entry.flag_bits & 1 for entry in entries):
        return Kind.ENCRYPTED
    return _kind_by_parts({entry.filename for entry in entries}, stated)


def _stated_type(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bytes:
    """What an OpenDocument file says of itself, in a part that is nothing but its type."""
    entry = next((one for one in entries if one.filename == "mimetype"), None)
    if entry is None or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return b""
    with archive.open(entry) as part:
        return part.read(100)


def _kind_by_parts(parts: set[str], stated: bytes) -> Kind:
    if "xl/workbook.xml" in parts:
        return Kind.XLSX
    if "xl/workbook.bin" in parts:
        return Kind.XLSB
    if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        return Kind.NOT_A_TABLE
    if "content.xml" in parts:
        return Kind.ODS if b"opendocument.spreadsheet" in stated else Kind.NOT_A_TABLE
    return Kind.UNKNOWN


def _is_picture(content: bytes) -> bool:
    webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    heic = content[4:8] == b"ftyp"
    return webp or heic or (content.startswith(_PICTURES) and not _is_text(content))


def _is_text(content: bytes) -> bool:
    """Whether this is text of a table: markup is not, even where it shows one."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    encoding = wide(content)
    if b"\x00" in content and not encoding:
        return False
    head = content[:4_000].decode(encoding or "latin-1", "replace").encode("utf-8")
    head = head.removeprefix("ï»¿".encode()).removeprefix("\ufeff".encode())
    if not head.strip() or head.lstrip().startswith(b"<"):
        return False
    return not any(byte < 9 or 13 < byte < 27 for byte in head)
