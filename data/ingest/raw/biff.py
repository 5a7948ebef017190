"""The records of binary workbooks: hidden rows and columns, error cells, merged cells.

An .xls file is one stream of records for all sheets (BIFF 5 and 8), each sheet of an .xlsb file a
part of its own (BIFF 12).
"""

import struct
from collections.abc import Iterator
from typing import Any

_MOST_RECORDS = 1_200_000
_BOUND_SHEET, _FILE_PASS = 0x0085, 0x002F
_SEVERAL = 0x00BD  # numbers side by side in one record
_CELLS = frozenset((_SEVERAL, 0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E))
_ROW, _COLUMNS, _ERROR, _FORMULA, _EOF = 0x0208, 0x007D, 0x0205, 0x0006, 0x000A
_CELLS_12 = frozenset(range(2, 12))  # BrtCellRk to BrtFmlaError; 1 is blank
# Types of BIFF 12 as they stand in the file, in one byte or two.
_ROW_12, _ERROR_12, _FORMULA_ERROR_12, _COLUMNS_12 = 0, 3, 11, 60
_MERGED_12, _SHEET_12 = 0x01B0, 0x019C
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


Extra = dict[str, Any]
"""``errors`` holds (row, column, text), ``hidden_rows`` and ``hidden_columns`` pairs of first and
last, ``merged`` [top, left, bottom, right], ``height`` and ``width`` how far cells reach."""


def of_xls(stream: bytes) -> dict[int, Extra]:
    """Give what readers drop, by the number of each table sheet of an .xls workbook.

    A sheet that cannot be read to its end gives what stands before that. Raises
    ``PermissionError`` for an encrypted workbook, ``OverflowError`` for too many records.
    """
    found: dict[int, Extra] = {}
    for number, start in enumerate(sheet_starts(stream)):
        found[number] = extra = _nothing()
        for kind, at, size in records(stream, start):
            if kind == _EOF:
                break
            _add(extra, kind, stream[at : at + size])
    return found


def bodies(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield type and body of each record of an .xls stream from a place on."""
    yield from ((kind, stream[at : at + size]) for kind, at, size in records(stream, start))


def sheet_starts(stream: bytes) -> Iterator[int]:
    """Yield where each table sheet begins, in the order of the workbook."""
    for kind, at, size in records(stream, 0):
        if kind == _EOF:
            return
        if kind == _FILE_PASS:
            raise PermissionError("encrypted")
        if kind == _BOUND_SHEET and size >= 6 and stream[at + 5] == 0:
            yield struct.unpack_from("<I", stream, at)[0]


def records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield type, place and size of each record; a damaged one ends it."""
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(stream):
            return
        kind, size = struct.unpack_from("<HH", stream, at)
        if at + 4 + size > len(stream):
            return
        yield kind, at + 4, size
        at += 4 + size
    raise OverflowError("too many records")


def _add(extra: Extra, kind: int, body: bytes) -> None:
    if kind in _CELLS and len(body) >= 6:
        row, column = struct.unpack_from("<HH", body)
        if kind == _SEVERAL:
            column = struct.unpack_from("<H", body, len(body) - 2)[0]
        extra["height"] = max(extra["height"], row + 1)
        extra["width"] = max(extra["width"], column + 1)
    if kind == _ROW and len(body) >= 14 and body[12] & 0x20:
        extra["hidden_rows"].append(2 * struct.unpack_from("<H", body))
    elif kind == _COLUMNS and len(body) >= 10 and body[8] & 1:
        extra["hidden_columns"].append(struct.unpack_from("<HH", body))
    elif kind == _ERROR and len(body) >= 8 and body[7]:
        extra["errors"].append((*struct.unpack_from("<HH", body), _error(body[6])))
    elif kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        extra["errors"].append((*struct.unpack_from("<HH", body), _error(body[8])))


def of_xlsb(part: bytes) -> Extra:
    """Give what readers drop of one sheet of an .xlsb workbook."""
    extra, row = _nothing(), 0
    for kind, body in records_12(part):
        if kind in _CELLS_12 and len(body) >= 4:
            extra["height"] = max(extra["height"], row + 1)
            extra["width"] = max(extra["width"], struct.unpack_from("<I", body)[0] + 1)
        if kind == _ROW_12 and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & 0x10:
                extra["hidden_rows"].append((row, row))
        elif kind in (_ERROR_12, _FORMULA_ERROR_12) and len(body) >= 9:
            extra["errors"].append((row, struct.unpack_from("<I", body)[0], _error(body[8])))
        elif kind == _COLUMNS_12 and len(body) >= 18 and body[16] & 1:
            extra["hidden_columns"].append(struct.unpack_from("<II", body))
        elif kind == _MERGED_12 and len(body) >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", body)
            extra["merged"].append([top, left, bottom, right])
    return extra


def sheet_links(book: bytes) -> dict[str, str]:
    """Give the link of each sheet that the book part of an .xlsb workbook names."""
    found = {}
    for kind, body in records_12(book):
        if kind == _SHEET_12:
            link, after = _wide(body, 8)
            found[_wide(body, after)[0]] = link
    return found


def _wide(body: bytes, at: int) -> tuple[str, int]:
    """Read a text behind its length, and where it ends."""
    if at + 4 > len(body):
        return "", at
    after = at + 4 + 2 * min(struct.unpack_from("<I", body, at)[0], len(body))
    return body[at + 4 : after].decode("utf-16-le", "replace"), after


def records_12(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield type and body of each record; a damaged one ends it."""
    at = 0
    for _ in range(_MOST_RECORDS):
        if at >= len(part):
            return
        kind, at = _length(part, at, 2)
        size, at = _length(part, at, 4)
        if at + size > len(part):
            return
        yield kind, part[at : at + size]
        at += size
    raise OverflowError("too many records")


def _length(part: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; types keep the bit that says "one more"."""
    value = 0
    for number in range(most):
        byte = part[at + number] if at + number < len(part) else 0
        value |= (byte << 8 * number) if most == 2 else (byte & 0x7F) << 7 * number
        if not byte & 0x80:
            return value, at + number + 1
    return value, at + most


def _nothing() -> Extra:
    found: Extra = {"errors": [], "hidden_rows": [], "hidden_columns": [], "merged": []}
    return found | {"height": 0, "width": 0}


def _error(code: int) -> str:
    """Name an error as Excel does."""
    return _ERRORS.get(code, "#N/A")
