"""Text files: which characters their bytes are, and where their cells end."""

import csv
import io
from collections.abc import Iterator

SEPARATORS = ";\t,"
_LOOKED_AT = 200
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def wide(content: bytes) -> str:
    """Name UTF-16 without its mark, where that is evident: every other byte is mostly zero.

    Digits, separators and plain letters are most of a table: their other byte is zero.
    """
    head = content[: 4_000 & ~1]
    zeros = head[0::2].count(0), head[1::2].count(0)
    if len(content) % 2 or not head or min(zeros) or max(zeros) * 8 < len(head):
        return ""
    return "utf-16-le" if zeros[1] else "utf-16-be"


def decoded(content: bytes) -> tuple[str, bool]:
    """Give the text, and whether its letters are still bytes of an encoding that nobody knows.

    Raises ``UnicodeDecodeError`` for a file whose first bytes name an encoding that it is not in.
    """
    marked = next((name for mark, name in _BOMS.items() if content.startswith(mark)), "")
    if name := marked or wide(content):
        return content.decode(name), False
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        return content.decode("latin-1"), True


def rows(text: str) -> Iterator[list[str]]:
    """Split by the separator that gives the most even rows: comma, semicolon or tab."""
    csv.field_size_limit(2**20)
    separator = max(SEPARATORS, key=lambda mark: _evenness(text, mark))
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the commonest length above one, and that length."""
    lengths = []
    reader = csv.reader(io.StringIO(text[: 2**20], newline=""), delimiter=separator)
    for row, _ in zip(reader, range(_LOOKED_AT), strict=False):
        if len(row) > 1:
            lengths.append(len(row))
    best = max(set(lengths), key=lambda one: (lengths.count(one), one), default=0)
    return lengths.count(best), best
