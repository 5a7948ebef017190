"""Raised footnote marks in an .xls workbook (BIFF 5 and 8): texts that name the fonts in them.

The workbook lists its fonts; only one with a raised font is looked at beyond that list.
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

_EOF, _FONT, _CODEPAGE, _STRINGS, _GOES_ON, _BEGIN = 0x0A, 0x31, 0x42, 0xFC, 0x3C, 0x0809
_SHARED, _RICH = 0xFD, 0xD6
_BIFF_8, _SUPERSCRIPT = 0x0600, 1
_MOST = 1_000_000


class Xls:
    """The raised fonts of an .xls stream, and the shared texts that use them.

    ``records`` are those of the whole workbook, before its sheets.
    """

    def __init__(self, records: Iterable[Record], told: Told) -> None:
        self._told, self._codepage, self._is_8 = told, 1252, True
        strings: list[bytes] = []
        found: list[bool] = []
        last = 0
        for kind, body in records:
            if kind == _EOF:
                break
            if kind == _FONT and len(body) >= 10:
                found.append(struct.unpack_from("<H", body, 8)[0] == _SUPERSCRIPT)
            elif kind == _CODEPAGE and len(body) >= 2:
                self._codepage = struct.unpack_from("<H", body)[0]
            elif kind == _BEGIN and len(body) >= 2:
                self._is_8 = struct.unpack_from("<H", body)[0] == _BIFF_8
            elif kind == _STRINGS or (kind == _GOES_ON and last == _STRINGS):
                strings.append(body)
            last = last if kind == _GOES_ON else kind
        # The fifth font is the first behind the fourth: number 4 is none.
        self._fonts = frozenset(n + (n > 3) for n, raised in enumerate(found) if raised)
        self._shared = dict(self._marked(strings)) if self._fonts and strings else {}

    def __bool__(self) -> bool:
        return bool(self._fonts)

    def cells(self, records: Iterable[Record]) -> Iterator[Marked]:
        """Yield the cells whose text has a mark; ``records`` are those of one sheet."""
        for kind, body in records:
            if kind == _EOF:
                return
            if kind == _SHARED and len(body) >= 10:
                row, column, _, number = struct.unpack_from("<HHHI", body)
                if number in self._shared:
                    yield row, column, *self._shared[number]
            elif kind == _RICH and len(body) >= 8 and (found := self._rich(body)):
                yield *struct.unpack_from("<HH", body), *found

    def _marked(self, pieces: list[bytes]) -> Iterator[tuple[int, tuple[str, str]]]:
        """Yield the shared texts with a mark; what a damaged list does not hold is not there."""
        chain = _Chain(pieces)
        try:
            count = min(struct.unpack("<II", chain.take(8))[1], _MOST)
            for number in range(count):
                text, runs = chain.rich()
                if runs and (found := self._told(text, runs, self._fonts)):
                    yield number, found
        except EOFError:
            return

    def _rich(self, body: bytes) -> tuple[str, str] | None:
        """Read the text of a cell that holds its own fonts."""
        count = struct.unpack_from("<H", body, 6)[0]
        if self._is_8:
            wide = 1 + (body[8] & 1) if len(body) > 8 else 1
            end = 9 + count * wide
            text = body[9:end].decode("utf-16-le" if wide > 1 else "latin-1", "replace")
            runs = body[end + 2 :]
        else:
            end = 8 + count
            text, runs = _in_codepage(body[8:end], self._codepage), body[end + 1 :]
        size = 4 if self._is_8 else 2
        form = "<HH" if self._is_8 else "<BB"
        whole = runs[: len(runs) // size * size]
        return self._told(text, struct.iter_unpack(form, whole), self._fonts)


def _in_codepage(letters: bytes, codepage: int) -> str:
    try:
        return letters.decode(f"cp{codepage}", "replace")
    except LookupError:
        return letters.decode("latin-1")


class _Chain:
    """A list of texts over several records: one may break off in any text, and says so again.

    Raises ``EOFError`` at its end.
    """

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces, self._number, self._at = pieces, 0, 0

    def take(self, count: int) -> bytes:
        """Give the next bytes."""
        found = b""
        while len(found) < count:
            piece = self._piece()
            part = piece[self._at : self._at + count - len(found)]
            self._at += len(part)
            found += part
        return found

    def rich(self) -> tuple[str, list[tuple[int, int]]]:
        """Give the next text and where its font changes."""
        count, looks = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if looks & 8 else 0
        spoken = struct.unpack("<I", self.take(4))[0] if looks & 4 else 0
        text = self._letters(count, is_wide=bool(looks & 1))
        changes = list(struct.iter_unpack("<HH", self.take(4 * runs)))
        self._skip(spoken)
        return text, changes

    def _letters(self, count: int, *, is_wide: bool) -> str:
        found = ""
        while True:
            size = 1 + is_wide
            piece = self._pieces[self._number][self._at :] if count else b""
            part = piece[: min(count, len(piece) // size) * size]
            found += part.decode("utf-16-le" if is_wide else "latin-1", "replace")
            self._at += len(part)
            count -= len(part) // size
            if not count:
                return found
            self._at = len(self._pieces[self._number])
            is_wide = bool(self._piece()[0] & 1)
            self._at = 1

    def _skip(self, count: int) -> None:
        while count > 0:
            left = len(self._piece()) - self._at
            self._at += min(left, count)
            count -= left

    def _piece(self) -> bytes:
        """The record that is open; the next one where it is read to its end."""
        while self._number < len(self._pieces):
            if self._at < len(self._pieces[self._number]):
                return self._pieces[self._number]
            self._number, self._at = self._number + 1, 0
        raise EOFError("cut off")
