"""Say what is doubtful about the cells of one column of figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.ingest.columns import FigureColumn
from data.ingest.issues import Issue
from data.ingest.numerals import Figure, Problem
from data.ingest.table import Row, Table

SILENT = frozenset((None, Problem.BLANK, Problem.MISSING, Problem.MERGED))
"""What needs no question: a figure, nothing at all, "missing", and a box that is asked about."""
_FOR_ALL = frozenset((Problem.DASH, Problem.UNCLEAR, Problem.FORMULA))


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that gives no figure, in the row of a province."""

    row: Row
    figure: Figure
    indicator: str


def tell(table: Table, column: FigureColumn, doubts: Iterable[Doubt]) -> Iterator[Issue]:
    """Say what is doubtful: cell by cell, or once for a column where one answer serves all."""
    once: dict[Problem, tuple[str, str]] = {}
    for doubt in doubts:
        problem = doubt.figure.problem
        if problem is None:
            continue
        place = table.place(doubt.row.index, column.column)
        found = shown(table, doubt.row.index, column.column)
        if problem in _FOR_ALL:
            once.setdefault(problem, (place, found))
        else:
            yield Issue(f"issue.{problem}", place, found, about=doubt.indicator)
    for problem, (place, found) in once.items():
        expected = _readings(found) if problem == Problem.UNCLEAR else ""
        yield Issue(f"issue.{problem}", place, found, expected, column.heading)


def _readings(text: str) -> str:
    """The two readings of "1.234", in words that need no language: "1234 / 1,234"."""
    digits = text.replace(".", "").replace(",", "")
    return f"{digits} / {text.replace('.', ',')}"


def shown(table: Table, row: int, column: int) -> str:
    """Give a cell as its words, for an issue."""
    cell = table.sheet.at(row, column)
    if isinstance(cell, float):
        return f"{cell:.12g}"
    text = getattr(cell, "text", cell)
    return "" if text is None else str(text)[:80]
