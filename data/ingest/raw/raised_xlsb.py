"""Raised footnote marks in an .xlsb workbook: a text with the places where its font changes.

The part of looks lists the fonts; only a workbook with a raised one is looked at beyond that.
"""

import struct
from collections.abc import Callable, Iterable, Iterator

Record = tuple[int, bytes]
Fonts = frozenset[int]
Changes = Iterable[tuple[int, ...]]
"""Where the font of a text changes, and the number of the font that begins there."""
Told = Callable[[str, Changes, Fonts], tuple[str, str] | None]
"""Gives a text as readers give it and without its marks; ``None`` where that is the same."""
Marked = tuple[int, int, str, str]
"""A cell: row, column, the text as readers give it, and without its marks."""

# Types as they stand in the file, in one byte or two.
_FONTS, _NO_FONTS, _FONT, _STRING = 0x04E3, 0x04E4, 43, 19
_ROW, _RICH, _SHARED = 0, 62, 7
_SUPERSCRIPT = 1


def fonts(records: Iterable[Record]) -> Fonts:
    """Give the raised fonts of the part of looks of an .xlsb workbook."""
    found: list[bool] = []
    is_inside = False
    for kind, body in records:
        if kind in (_FONTS, _NO_FONTS):
            is_inside = kind == _FONTS
        elif is_inside and kind == _FONT and len(body) >= 8:
            found.append(struct.unpack_from("<H", body, 6)[0] == _SUPERSCRIPT)
    return frozenset(number for number, raised in enumerate(found) if raised)


def strings(records: Iterable[Record], raised: Fonts, told: Told) -> dict[int, tuple[str, str]]:
    """Give the shared texts of an .xlsb workbook that have a mark, by number."""
    found: dict[int, tuple[str, str]] = {}
    texts = (body for kind, body in records if kind == _STRING)
    for number, body in enumerate(texts):
        if body[:1] and body[0] & 1 and (one := _rich(body, 0, raised, told)):
            found[number] = one
    return found


def cells(
    records: Iterable[Record], shared: dict[int, tuple[str, str]], raised: Fonts, told: Told
) -> Iterator[Marked]:
    """Yield the cells of one sheet of an .xlsb workbook whose text has a mark."""
    row = -1
    for kind, body in records:
        if kind == _ROW and len(body) >= 4:
            row = struct.unpack_from("<I", body)[0]
        elif kind == _SHARED and len(body) >= 12:
            column, _, number = struct.unpack_from("<III", body)
            if number in shared:
                yield row, column, *shared[number]
        elif kind == _RICH and len(body) >= 9 and (one := _rich(body, 8, raised, told)):
            yield row, struct.unpack_from("<I", body)[0], *one


def _rich(body: bytes, at: int, raised: Fonts, told: Told) -> tuple[str, str] | None:
    """Read a text with its fonts; one that is cut off has none."""
    if len(body) < at + 5:
        return None
    end = at + 5 + 2 * struct.unpack_from("<I", body, at + 1)[0]
    if len(body) < end + 4:
        return None
    text = body[at + 5 : end].decode("utf-16-le", "replace")
    count = struct.unpack_from("<I", body, end)[0]
    whole = body[end + 4 : end + 4 + 4 * min(count, len(body))]
    return told(text, struct.iter_unpack("<HH", whole[: len(whole) // 4 * 4]), raised)
