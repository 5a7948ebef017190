"""Tables whose provinces stand side by side and whose indicators or years below one another.

Such a table is turned before it is read: its rows become columns. Every place that is named is
that of the sheet as it came (``Sheet.is_turned``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from data.ingest import headings
from data.ingest.book import Box, Sheet, address, text_of
from data.ingest.cut import end_of_table, only
from data.ingest.named import FEW_NAMES, Kinds, Names, RowKind, TooManyNamesError
from data.ingest.numerals import is_said
from data.ingest.table import Table, find_table, lines_among
from indicators.model import Observation

_FEW = 3  # provinces in a row, before they are taken for headings
_SEARCHED = 2_000


@dataclass(frozen=True, slots=True)
class _Part:
    """One table: its row of provinces, the first column of them, and where its figures end."""

    head: int
    left: int
    end: int


def turned_tables(sheet: Sheet) -> list[Table]:
    """Find the tables with provinces side by side; none where there are none."""
    try:
        names = Names(FEW_NAMES)
        parts = list(_parts(sheet, Kinds(sheet, None, names)))
        found = [_table(sheet, one, names) for one in parts]
    except TooManyNamesError:
        return []
    tops = [0, *(end_of_table(sheet, one.end) for one in parts)]
    ends = [*(one.head for one in parts[1:]), len(sheet.rows)]
    return [
        replace(
            table,
            context=tuple(lines_among(sheet, range(top, part.head))),
            lines=tuple(lines_among(sheet, range(part.end + 1, end))),
        )
        for part, table, top, end in zip(parts, found, tops, ends, strict=False)
        if table is not None
    ]


def _parts(sheet: Sheet, kinds: Kinds) -> Iterator[_Part]:
    heads = list(_heads(sheet, kinds))
    for (head, left), (below, _) in pairwise([*heads, (len(sheet.rows), 0)]):
        rows = (row for row in range(below - 1, head, -1) if _has_figures(sheet, row, left))
        if (end := next(rows, None)) is not None:
            yield _Part(head, left, end)


def _heads(sheet: Sheet, kinds: Kinds) -> Iterator[tuple[int, int]]:
    """Yield the rows that are names of provinces, beside words in front of them."""
    for row, cells in enumerate(sheet.rows[:_SEARCHED]):
        words = [column for column, cell in enumerate(cells) if isinstance(cell, str)]
        if len(words) < _FEW or float in map(type, cells):
            continue
        named = [column for column in words if kinds.of(row, column) == RowKind.PROVINCE]
        behind = [column for column in words if named and column >= named[0]]
        if len(named) >= _FEW and len(named) * 2 > len(behind):
            yield row, named[0]


def _has_figures(sheet: Sheet, row: int, left: int) -> bool:
    return any(map(is_said, sheet.rows[row][left:]))


def _table(sheet: Sheet, part: _Part, names: Names) -> Table | None:
    """Turn one table and read it; the running numbers of its rows are left out."""
    rows = range(part.head, part.end + 1)
    numbers = {
        column
        for column in range(part.left)
        if headings.role(text_of(sheet.at(part.head, column))) == "index"
    }
    piece = only(sheet, rows)
    columns = tuple(() if n in numbers else column for n, column in enumerate(piece.columns))
    found = replace(
        piece,
        rows=columns,
        merged=tuple(map(_box, piece.merged)),
        is_text=False,
        is_turned=True,
    )
    return find_table(found, names)


def _box(box: Box) -> Box:
    top, left, bottom, right = box
    return left, top, right, bottom


def in_the_sheet(one: Observation) -> Observation:
    """Name the cell of a turned figure as it stands in the sheet: "C2" of the table is "B3"."""
    letters = one.cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return replace(one, cell=address(column - 1, int(one.cell[len(letters) :]) - 1))
