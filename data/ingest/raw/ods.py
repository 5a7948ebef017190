"""The content of an OpenDocument sheet: hidden rows and columns, errors, merged cells, its extent.

One pass that keeps nothing but what it reports. It runs before any reader: repeated rows and
columns are claims of a few bytes, and a reader that believes them fills the memory.
"""

from typing import Any
from xml.parsers import expat

Extra = dict[str, Any]
_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_HIDDEN = ("collapse", "filter")
_DEEPEST, _MOST_ROWS, _MOST_CELLS = 100, 100_000, 1_000_000
_CELLS = ("table:table-cell", "table:covered-table-cell")


def extras(content: bytes, most_rows: int, most_columns: int) -> dict[str, Extra]:
    """Give what readers drop, by the name of each sheet.

    ``errors`` holds (row, column, text), ``hidden_rows`` and ``hidden_columns`` pairs of first and
    last, ``merged`` [top, left, bottom, right], ``height`` and ``width`` what is filled. Raises
    ``OverflowError`` as soon as a filled cell lies beyond the limits, ``expat.ExpatError`` for
    what is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    reading = _Reading(most_rows, most_columns)
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.refuse
    parser.Parse(content, True)
    return reading.sheets


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(space, '?')}:{local}"


class _Reading:
    """Where the pass stands: sheet, row, column, and the cell that is open."""

    def __init__(self, most_rows: int, most_columns: int) -> None:
        self.sheets: dict[str, Extra] = {}
        self._most = most_rows, most_columns
        self._names: dict[str, str] = {}
        self._extra: Extra = {}
        self._open = 0
        self._left_rows, self._left_cells = _MOST_ROWS, _MOST_CELLS
        self._depth = 0  # tables within cells are no sheets
        self._row = self._column = self._row_width = 0
        self._rows = self._cells = 1
        self._cell: dict[str, str] | None = None
        self._words: list[str] = []

    def refuse(self, *_: object) -> None:
        """A document type has no place in a sheet."""
        raise OverflowError("document type")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        tag = self._name(name)
        self._open += 1
        if self._open > _DEEPEST:
            raise ValueError("nested too deeply")
        if tag == "table:table":
            self._depth += 1
            if self._depth == 1:
                self._begin(self._named(attributes).get("table:name", ""))
        elif self._depth != 1:
            return
        elif tag == "table:table-column":
            self._add_columns(self._named(attributes))
        elif tag == "table:table-row":
            self._begin_row(self._named(attributes))
        elif tag in _CELLS:
            self._cell, self._words = self._named(attributes), []
            self._left_cells -= 1
            self._cells = _count(self._cell, "table:number-columns-repeated")

    def end(self, name: str) -> None:
        """Close an element."""
        self._open -= 1
        tag = self._name(name)
        if tag == "table:table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif tag in _CELLS and self._cell is not None:
            self._end_cell(self._cell, "".join(self._words))
            self._cell = None
        elif tag == "table:table-row":
            self._end_row()

    def text(self, words: str) -> None:
        """Words of the open cell."""
        if self._cell is not None and len(self._words) < 9:
            self._words.append(words[:40])

    def _begin(self, name: str) -> None:
        self._extra = {"errors": [], "hidden_rows": [], "hidden_columns": [], "merged": []}
        self._extra |= {"height": 0, "width": 0}
        self.sheets[name] = self._extra
        self._row = self._column = 0

    def _add_columns(self, attributes: dict[str, str]) -> None:
        count = _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in _HIDDEN:
            self._extra["hidden_columns"].append((self._column, self._column + count - 1))
        self._column += count

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._left_rows -= 1
        if min(self._left_rows, self._left_cells) < 0:
            raise OverflowError("too many rows or cells")
        self._rows = _count(attributes, "table:number-rows-repeated")
        self._column = self._row_width = 0
        if attributes.get("table:visibility") in _HIDDEN:
            self._extra["hidden_rows"].append((self._row, self._row + self._rows - 1))

    def _end_row(self) -> None:
        self._row += self._rows
        if self._row_width:
            extra = self._extra
            extra["height"], extra["width"] = self._row, max(extra["width"], self._row_width)
            if extra["height"] > self._most[0] or extra["width"] > self._most[1]:
                raise OverflowError(f"{extra['height']} x {extra['width']}")

    def _end_cell(self, cell: dict[str, str], words: str) -> None:
        if words.strip() or "office:value-type" in cell:
            self._row_width = self._column + self._cells
        if cell.get("calcext:value-type") == "error" or (
            words.startswith("#") and "table:formula" in cell
        ):
            self._extra["errors"].append((self._row, self._column, words.strip() or "#N/A"))
        down = _count(cell, "table:number-rows-spanned")
        across = _count(cell, "table:number-columns-spanned")
        if down > 1 or across > 1:
            box = [self._row, self._column, self._row + down - 1, self._column + across - 1]
            self._extra["merged"].append(box)
        self._column += self._cells

    def _name(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = _short(name)
        return self._names[name]

    def _named(self, attributes: dict[str, str]) -> dict[str, str]:
        return {self._name(name): value for name, value in attributes.items()}


def _count(attributes: dict[str, str], name: str) -> int:
    """How often something is repeated; one where nothing sensible is said."""
    digits = attributes.get(name, "1")
    return max(int(digits), 1) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
