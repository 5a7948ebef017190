"""One merged cell over several figures: whose figure it is, nobody can tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.ingest.answers import Option
from data.ingest.book import Box, Cell
from data.ingest.doubts import shown
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.table import RowKind, Table
from language.bilingual import Words

Place = tuple[int, int]
_OFFERED = 60


@dataclass(frozen=True, slots=True)
class Boxes:
    """Merged cells over figures: ``empty`` give no figure, ``filled`` are figures of a person."""

    empty: frozenset[Place]
    filled: Mapping[Place, Cell]
    issues: tuple[Issue, ...]


def merged_figures(table: Table, columns: Iterable[int], given: Given) -> Boxes:
    """Find merged cells that cover several figures: their cells, and a question for each.

    ``columns`` are those of figures. The cells of such a box give no figure, the first neither,
    until a person says which of them the figure belongs to.
    """
    kinds = {row.index: row.kind for row in table.rows}
    listed = frozenset(columns)
    found: dict[Place, None] = {}
    boxes: dict[Box, list[Place]] = {}
    for box, row, column in _covered(table, listed):
        if row in kinds:
            found[row, column] = None
            if kinds[row] == RowKind.PROVINCE:
                boxes.setdefault(box, []).append((row, column))
    asked = {box: _asked(table, box, places) for box, places in boxes.items()}
    held = given.settle(asked.values())
    named = {table.place(*place): place for place in found}
    filled: dict[Place, Cell] = {
        named[choice]: table.sheet.at(*box[:2])
        for box, issue in asked.items()
        if (choice := held[issue.cell]) in named
    }
    return Boxes(frozenset(found) - set(filled), filled, tuple(asked.values()))


def _covered(table: Table, columns: frozenset[int]) -> Iterator[tuple[Box, int, int]]:
    """Yield the cells of every filled box that begins at a figure and reaches over others.

    Of boxes that overlap, as only a forged file has them, each cell counts once.
    """
    last = len(table.sheet.rows) - 1
    for column in sorted(columns):
        done = table.header + 1
        for box in sorted(box for box in table.sheet.merged if box[1] <= column <= box[3]):
            top, left, bottom, right = box
            is_wide = bottom > top or any(left <= one <= right for one in columns - {column})
            if left in columns and is_wide and table.sheet.at(top, left) is not None:
                for row in range(max(top, done), min(bottom, last) + 1):
                    yield box, row, column
                done = max(done, bottom + 1)


def _asked(table: Table, box: Box, places: list[Place]) -> Issue:
    top, left, bottom, right = box
    at = table.sheet.address
    area = f"{at(top, left)}:{at(bottom, right)}"
    names = {row.index: row.name for row in table.rows}
    options = (
        Option(table.place(row, column), _both(f"{names[row]} ({at(row, column)})"))
        for row, column in places[:_OFFERED]
    )
    found = shown(table, top, left)
    return Issue("issue.merged_cells", table.place(top, left), found, area, options=tuple(options))


def _both(words: str) -> Words:
    return Words(vi=words, en=words)
