"""Raised footnote marks in an OpenDocument sheet: spans of words whose style stands above the line.

Only a workbook that has such a style is looked at here. Its content was looked through before: it
has no document type, no endless nesting, and no cells beyond the limits.
"""

from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

Runs = list[tuple[str, bool]]
Told = Callable[[Runs], tuple[str, str] | None]
"""Gives a text as readers give it and without its marks; ``None`` where that is the same."""
Marked = tuple[int, int, str, str]
"""A cell: row, column, the text as readers give it, and without its marks."""

_POSITION = b"text-position"
_MOST, _TEXT = 1_000_000, 32_767
_BLANKS = {"s": " ", "tab": "\t", "line-break": "\n"}


def cells(content: bytes, looks: bytes, told: Told) -> dict[str, list[Marked]]:
    """Give the cells with a footnote mark, by the name of each sheet.

    ``content`` and ``looks`` are the parts ``content.xml`` and ``styles.xml``. Raises
    ``expat.ExpatError`` for what is no XML, ``OverflowError`` for too many cells.
    """
    styles = _Styles()
    for part in (looks, content):
        if _POSITION in part:
            _parse(part, styles)
    if not styles.raised:
        return {}
    reading = _Reading(frozenset(styles.raised), told)
    _parse(content, reading)
    return reading.sheets


def _parse(part: bytes, reading: Any) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, said: reading.start(_local(name), _plain(said))
    parser.EndElementHandler = lambda name: reading.end(_local(name))
    parser.CharacterDataHandler = reading.text
    parser.Parse(part, True)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _plain(said: Mapping[str, str]) -> dict[str, str]:
    return {_local(name): value for name, value in said.items()}


class _Styles:
    """Collects the names of styles that raise words: "super 58%", "33% 58%"; "-33%" lowers them."""

    def __init__(self) -> None:
        self.raised: set[str] = set()
        self._name = ""

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Open an element."""
        if tag == "style":
            self._name = said.get("name", "") if said.get("family") == "text" else ""
            if said.get("parent-style-name") in self.raised and self._name:
                self.raised.add(self._name)
        elif tag == "text-properties" and self._name and "text-position" in said:
            height = said["text-position"].split(" ")[0]
            is_up = height == "super" or (height[:1].isdigit() and height.strip("0.%") != "")
            (self.raised.add if is_up else self.raised.discard)(self._name)

    def end(self, tag: str) -> None:
        """Close an element."""

    def text(self, words: str) -> None:
        """Words say nothing of styles."""


class _Reading:
    """Where the pass stands: sheet, row, cell, and the spans of words that are open."""

    def __init__(self, styles: frozenset[str], told: Told) -> None:
        self.sheets: dict[str, list[Marked]] = {}
        self._styles, self._told = styles, told
        self._found: list[Marked] = []
        self._depth = self._aside = 0  # tables within tables; notes within cells
        self._row = self._column = self._left = 0
        self._rows = self._cells = 1
        self._runs: Runs | None = None
        self._raised = [False]
        self._lines, self._is_open = 0, False

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Open an element."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._found = self.sheets.setdefault(said.get("name", ""), [])
                self._row, self._left = 0, _MOST
        elif self._depth != 1:
            return
        elif tag == "table-row":
            self._rows, self._column = _count(said.get("number-rows-repeated")), 0
        elif tag in ("table-cell", "covered-table-cell"):
            self._cells = _count(said.get("number-columns-repeated"))
            self._runs, self._lines = [], 0
        elif tag == "annotation":
            self._aside += 1
        elif self._runs is not None and not self._aside:
            self._begin_words(tag, said)

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag == "table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif tag == "table-row":
            self._row += self._rows
        elif tag in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif tag == "annotation":
            self._aside -= 1
        elif tag == "p" and not self._aside:
            self._is_open = False
        elif tag == "span" and len(self._raised) > 1 and not self._aside:
            self._raised.pop()

    def text(self, words: str) -> None:
        """Words of the open cell."""
        if self._runs is not None and self._is_open and not self._aside:
            self._runs.append((words[:_TEXT], self._raised[-1]))

    def _begin_words(self, tag: str, said: Mapping[str, str]) -> None:
        if tag == "p":
            self._lines, self._is_open = self._lines + 1, True
            if self._lines > 1:
                self.text("\n")
        elif tag == "span":
            own = said.get("style-name", "")
            self._raised.append(own in self._styles or self._raised[-1])
        elif tag in _BLANKS:
            self.text(_BLANKS[tag] * min(_count(said.get("c")), _TEXT))

    def _end_cell(self) -> None:
        one = self._told(self._runs) if self._runs else None
        self._runs, self._raised = None, [False]
        if one:
            self._left -= self._rows * self._cells
            if self._left < 0:
                raise OverflowError(f"> {_MOST}")
            self._found += (
                (self._row + down, self._column + across, *one)
                for down in range(self._rows)
                for across in range(self._cells)
            )
        self._column += self._cells


def _count(digits: str | None) -> int:
    """How often something is repeated; one where nothing sensible is said."""
    is_sensible = digits is not None and digits.isascii() and digits.isdigit() and len(digits) < 9
    return max(int(digits or 1), 1) if is_sensible else 1
