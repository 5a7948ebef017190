"""Limits that a workbook must keep before any reader opens it.

Every part is really inflated, a piece at a time: the sizes that a zip file claims are not believed.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from data.ingest.issues import Issue
from data.ingest.sniff import MAX_PARTS, Kind, ole2_names

MAX_FILE = 20 * 2**20
MAX_UNPACKED = 128 * 2**20
MAX_PART = 64 * 2**20
MAX_ROWS = 20_000
MAX_COLUMNS = 500

_UTF_8 = 0x800  # flag: names are UTF-8
_PIECE = 256 * 1024
_CARRY = 256  # longer than a tag with a cell reference
_BLANK = b" \t\r\n\xef\xbb\xbf"
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OTHER_ENCODING = re.compile(
    rb"^(?:\xff\xfe|\xfe\xff|<\x00|\x00<|<\?xml[^>]{0,200}encoding=['\"](?!utf-8|us-ascii))", re.I
)
# A cell beyond SF20000 that holds something; a far cell that only has a format is harmless. Every
# repetition is bounded, so that no tag makes the search slow; the child's limits catch longer ones.
_REFERENCE = (
    rb"r=\"(?:[A-Z]{3,}\d|S[G-Z]\d|[T-Z][A-Z]\d"
    rb"|[A-Z]+(?:\d{6,}|[3-9]\d{4}|2[1-9]\d{3}|20[1-9]\d\d|200[1-9]\d|2000[1-9])\")"
)
_FAR = re.compile(rb"<(?:\w+:)?c\s(?:[^<>]{0,99}\s)?" + _REFERENCE + rb"(?:[^<>]{0,99}[^/<>])?>")
_MAYBE_FAR = re.compile(_REFERENCE)  # four times as fast, and nearly always nothing is there


class _StopError(Exception):
    """The code of the issue that ends the check."""


def precheck(content: bytes, kind: Kind) -> list[Issue]:
    """Give the issues of the container: refusals, or notes such as macros; never raises."""
    if len(content) > MAX_FILE:
        return [Issue("issue.too_large", "", f"{len(content) / 2**20:.0f} MB", "20 MB")]
    if kind == Kind.XLS and "_VBA_PROJECT_CUR" in ole2_names(content):
        return [Issue("issue.macros_ignored", "", "")]
    if kind not in (Kind.XLSX, Kind.XLSB, Kind.ODS):
        return []
    try:
        return list(_check_zip(content))
    except _StopError as stop:
        return [Issue(str(stop), "", "")]
    except (zipfile.BadZipFile, zlib.error, struct.error, ValueError, OSError, NotImplementedError):
        return [Issue("issue.unreadable", "", "")]


def _check_zip(content: bytes) -> Iterator[Issue]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise _StopError("issue.too_large")
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise _StopError("issue.unreadable")  # two readers could choose two different twins
    unpacked = 0
    for part in parts:
        unpacked += _check_part(content, part, MAX_UNPACKED - unpacked)
    if any(_is_macro(part.filename.lower()) for part in parts):
        yield Issue("issue.macros_ignored", "", "")


def _is_macro(part: str) -> bool:
    return part.endswith("vbaproject.bin") or part.startswith(("basic/", "scripts/"))


def _check_part(content: bytes, part: zipfile.ZipInfo, room: int) -> int:
    """Inflate one part within its limits and look at its text; the number of bytes."""
    name = part.filename.lower()
    size, crc, tail = 0, 0, b""
    is_xml = name.endswith((".xml", ".rels", ".vml"))
    for piece in _inflated(content, part):
        is_xml = is_xml or (size == 0 and piece.lstrip(_BLANK).startswith(b"<"))
        if is_xml:
            _check_xml(tail + piece, is_start=size == 0)
            _check_tag(piece, name)
        if name == "meta-inf/manifest.xml" and b"encryption-data" in tail + piece:
            raise _StopError("issue.encrypted")
        size += len(piece)
        if size > min(MAX_PART, room):
            raise _StopError("issue.too_large")
        crc = zlib.crc32(piece, crc)
        tail = (tail + piece)[-_CARRY:]
    if crc != part.CRC or size != part.file_size:
        raise _StopError("issue.damaged")
    return size


def _check_xml(piece: bytes, *, is_start: bool) -> None:
    if _DTD.search(piece) or (is_start and _OTHER_ENCODING.match(piece)):
        raise _StopError("issue.unreadable")
    if _MAYBE_FAR.search(piece) and _FAR.search(piece):
        raise _StopError("issue.too_many_cells")


def _check_tag(piece: bytes, name: str) -> None:
    """Refuse an endless tag: parsers take quadratic time on it.

    What add-ins keep in customXml may be one endless text, and nobody reads it as a sheet.
    """
    if len(piece) >= _PIECE and b">" not in piece and not name.startswith("customxml/"):
        raise _StopError("issue.unreadable")


def _inflated(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the bytes of a part, at most ``_PIECE`` at a time, read from its local header on."""
    start = part.header_offset
    if content[start : start + 4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(part.filename)
    name, extra = struct.unpack("<HH", content[start + 26 : start + 30])
    first = start + 30 + name + extra
    encoding = "utf-8" if part.flag_bits & _UTF_8 else "cp437"
    if content[start + 30 : start + 30 + name] != part.orig_filename.encode(encoding):
        raise _StopError("issue.damaged")  # a part under another name would be missed
    last = first + part.compress_size
    if last > len(content):
        raise zipfile.BadZipFile(part.filename)
    if part.compress_type == zipfile.ZIP_STORED:
        yield from (content[at : min(at + _PIECE, last)] for at in range(first, last, _PIECE))
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        yield from _deflated(content, first, last)
    else:
        raise zipfile.BadZipFile(part.filename)


def _deflated(content: bytes, first: int, last: int) -> Iterator[bytes]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting = b""
    while not engine.eof:
        if not waiting:
            waiting = content[first : min(first + _PIECE, last)]
            first += len(waiting)
            if not waiting:
                raise zlib.error("the part ends too early")
        piece = engine.decompress(waiting, _PIECE)
        waiting = engine.unconsumed_tail
        if piece:
            yield piece
