"""What the texts of a workbook name: provinces, regions, totals, or nothing that is known."""

from enum import StrEnum
from re import compile as pattern

from data.ingest.book import Sheet, text_of
from data.reference import is_former, is_total, lists_with, region_of_row

_LOOKED_UP = 10_000
_LONGEST = 120  # a region in two languages
_FOOTNOTE = pattern(r"\s*(?:\(\d{1,2}\)|[*†‡¹²³⁴]+|\d\))\s*$")


class RowKind(StrEnum):
    """What the name of a row is; a part is a bank, a district or a commune of one province."""

    PROVINCE = "province"
    TOTAL = "total"
    REGION = "region"
    FORMER = "former"
    UNKNOWN = "unknown"
    PART = "part"


FEW_NAMES = 3_000
"""How many texts are looked up where no names are expected: beside a table, or in its headings."""
NAMED = frozenset((RowKind.PROVINCE, RowKind.TOTAL, RowKind.REGION))
"""Kinds of rows that a table of provinces is made of."""


class TooManyNamesError(Exception):
    """A workbook has more different texts than are worth looking up as names of provinces."""


def bare(name: str) -> str:
    """Take a footnote mark off a name: "Hà Giang (1)", "Hà Giang*"; a mark alone stays."""
    return _FOOTNOTE.sub("", name) or name


class Names:
    """What the texts of a workbook name, each looked up once and at most ``most`` of them."""

    def __init__(self, most: int = _LOOKED_UP) -> None:
        self._most = most
        self._known: dict[str, RowKind] = {}

    def kind(self, text: str) -> RowKind:
        """Give what a text names; a text that is long or has no letter names nothing."""
        if len(text) > _LONGEST:
            return RowKind.UNKNOWN
        if text not in self._known:
            if len(self._known) >= self._most:
                raise TooManyNamesError
            self._known[text] = _kind(bare(text))
        return self._known[text]


class Kinds:
    """What the cells of a sheet name.

    ``codes`` is the column in which digits name provinces, where no column has their names.
    """

    def __init__(self, sheet: Sheet, codes: int | None, names: Names) -> None:
        self._sheet = sheet
        self._codes = codes
        self._names = names
        self._named: dict[str, RowKind | None] = {}

    def of(self, row: int, column: int) -> RowKind | None:
        """The kind of a cell; ``None`` for an empty cell and for one that is no name."""
        cell = self._sheet.at(row, column)
        if column == self._codes:
            cell = text_of(cell)
            return self._names.kind(cell) if cell else None
        if not isinstance(cell, str):
            return None
        if cell not in self._named:
            has_letters = any(letter.isalpha() for letter in cell)
            self._named[cell] = self._names.kind(cell) if has_letters else None
        return self._named[cell]

    def is_row(self, row: int, column: int) -> bool:
        """Whether a cell names a province, a region or a total."""
        return self.of(row, column) in NAMED


def _kind(name: str) -> RowKind:
    if lists_with(name):
        return RowKind.PROVINCE
    if is_total(name):
        return RowKind.TOTAL
    if region_of_row(name):
        return RowKind.REGION
    return RowKind.FORMER if is_former(name) else RowKind.UNKNOWN
