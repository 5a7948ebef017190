"""Footnote marks that are raised digits of a cell's text: "3,30" with a small "1" is no "3,301".

Readers give the text of a cell without its looks. Shared strings and those inside a sheet say which
parts of them stand above the line; only a workbook that has such parts is looked at here.
"""

import re
from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

Runs = list[tuple[str, bool]]
"""The parts of a text, and whether each is raised."""

_RAISED = b"superscript"
_MOST, _MOST_ELEMENTS, _DEEPEST = 1_000_000, 4_000_000, 100
_TEXT = 32_767  # the longest text of a cell
_MARK = re.compile(r"[\s\d*†‡§(),;]{1,9}|\(?[a-z]\)?")
_FIGURE = re.compile(r"[+-]?[\d.,\s]{1,40}%?\s?")
_POWER = re.compile(r"(?:^|[\W\d])(?:[a-z]{0,2}m|10)\s?$", re.I)  # km², m³, 10⁶ đồng


def strings(archive: Any) -> dict[int, tuple[str, str]]:
    """Give the shared strings with a footnote mark, by number: as readers give it, and without."""
    name = next((one for one in archive.namelist() if one.lower() == "xl/sharedstrings.xml"), "")
    part = archive.read(name) if name else b""
    if _RAISED not in part:
        return {}
    reading = _Reading({})
    _parse(part, reading)
    return reading.shared


def of_sheet(part: bytes, shared: dict[int, tuple[str, str]]) -> list[tuple[int, int, str, str]]:
    """Give the cells with a footnote mark: row, column, the text as readers give it, and without.

    Raises ``EOFError`` for what is no XML, ``OverflowError`` for too many cells.
    """
    if not shared and _RAISED not in part:
        return []
    reading = _Reading(shared)
    _parse(part, reading)
    return reading.cells


def told(runs: Runs) -> tuple[str, str] | None:
    """Give a text with and without its marks; ``None`` where it has none, or is nothing else."""
    if not any(raised for _, raised in runs):
        return None
    whole, plain = "".join(words for words, _ in runs), without_marks(runs)
    return (whole, plain) if plain.strip() and plain != whole else None


def without_marks(runs: Runs) -> str:
    """Give a text without its raised footnote marks; powers ("km²", "10⁶ đồng") stay."""
    is_figure = bool(_FIGURE.fullmatch("".join(words for words, raised in runs if not raised)))
    plain = ""
    for words, raised in runs:
        is_mark = raised and _MARK.fullmatch(words) is not None
        if not is_mark or not (is_figure or not _POWER.search(plain[-9:])):
            plain += words
    return plain


def in_fonts(
    text: str, changes: Iterable[tuple[int, ...]], raised: frozenset[int]
) -> tuple[str, str] | None:
    """Read a text that names the fonts in it; before the first of them nothing is raised."""
    runs: Runs = []
    at, is_raised = 0, False
    for start, font in sorted(changes):
        if start > at:
            runs.append((text[at:start], is_raised))
            at = start
        is_raised = font in raised
    return told([*runs, (text[at:], is_raised)])


def _parse(part: bytes, reading: "_Reading") -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise EOFError("no XML") from None


class _Reading:
    """Where the pass stands: the cell, the text and the part of it that are open."""

    def __init__(self, shared: dict[int, tuple[str, str]]) -> None:
        self.shared = shared
        self.cells: list[tuple[int, int, str, str]] = []
        self._runs: Runs = []
        self._words: list[str] | None = None
        self._raised = self._spoken = False
        self._kind = ""
        self._open, self._left = 0, _MOST_ELEMENTS
        self._row = self._column = self._count = -1

    def start(self, name: str, said: dict[str, str]) -> None:
        """Open an element."""
        tag = name.rpartition(":")[2]
        self._open += 1
        self._left -= 1
        if self._open > _DEEPEST:
            raise EOFError("nested too deeply")
        if self._left < 0:
            raise OverflowError(f"> {_MOST_ELEMENTS}")
        if tag in ("si", "is"):
            self._runs = []
        elif tag == "rPh":
            self._spoken = True
        elif tag in ("r", "rPr"):
            self._raised = False
        elif tag == "vertAlign":
            self._raised = said.get("val") == "superscript"
        elif tag in ("t", "v"):
            self._words = []
        elif tag == "row":
            self._row = _number(said.get("r", "")) - 1 if "r" in said else self._row + 1
            self._column = -1
        elif tag == "c":
            self._begin_cell(said)

    def end(self, name: str) -> None:
        """Close an element."""
        self._open -= 1
        tag = name.rpartition(":")[2]
        if tag in ("t", "v"):
            self._end_words(tag)
        elif tag == "r":
            self._raised = False
        elif tag == "rPh":
            self._spoken = False
        elif tag == "si":
            self._tick()
            if found := told(self._runs):
                self.shared[self._count] = found
        elif tag == "is" and (found := told(self._runs)):
            self.cells.append((self._row, self._column, *found))

    def text(self, words: str) -> None:
        """Words of the open part."""
        if self._words is not None:
            self._words.append(words)

    def _end_words(self, tag: str) -> None:
        words = "".join(self._words or ())[:_TEXT]
        self._words = None
        if tag == "t" and not self._spoken:
            self._runs.append((words, self._raised))
        elif tag == "v" and self._kind == "s" and (found := self.shared.get(_number(words))):
            self.cells.append((self._row, self._column, *found))

    def _begin_cell(self, said: dict[str, str]) -> None:
        self._tick()
        self._kind = said.get("t", "")
        name = said.get("r", "")
        letters = name.rstrip("0123456789")
        if not letters:
            self._column += 1
            return
        self._row = _number(name[len(letters) :]) - 1
        column = 0
        for letter in letters[:3]:
            column = column * 26 + ord(letter) - 64
        self._column = column - 1

    def _tick(self) -> None:
        self._count += 1
        if self._count >= _MOST:
            raise OverflowError(f"{self._count} > {_MOST}")


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else -1
