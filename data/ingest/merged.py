"""One merged cell over several figures: whose figure it is, nobody can tell."""

from collections.abc import Iterable, Iterator

from data.ingest.book import Box, address
from data.ingest.doubts import shown
from data.ingest.issues import Issue
from data.ingest.table import RowKind, Table


def merged_figures(
    table: Table, columns: Iterable[int]
) -> tuple[frozenset[tuple[int, int]], list[Issue]]:
    """Find merged cells that cover several figures: their cells, and a question for each.

    ``columns`` are those of figures. The cells of such a box give no figure, the first neither.
    """
    kinds = {row.index: row.kind for row in table.rows}
    listed = frozenset(columns)
    found: set[tuple[int, int]] = set()
    boxes: dict[Box, None] = {}
    for box, row, column in _covered(table, listed):
        if row in kinds:
            found.add((row, column))
            if kinds[row] == RowKind.PROVINCE:
                boxes[box] = None
    return frozenset(found), [_asked(table, box) for box in boxes]


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


def _asked(table: Table, box: Box) -> Issue:
    top, left, bottom, right = box
    area = f"{address(top, left)}:{address(bottom, right)}"
    return Issue("issue.merged_cells", table.place(top, left), shown(table, top, left), area)
