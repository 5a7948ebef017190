"""What is doubtful about the cells of figures, and what an answer makes of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.ingest.answers import COMMA, LEAVE_OUT, MISSING, NIL, POINT
from data.ingest.columns import FigureColumn
from data.ingest.issues import Issue
from data.ingest.numerals import Figure, Problem, read_as
from data.ingest.questions import Given
from data.ingest.table import Row, Table
from data.ingest.typed import number_in

SILENT = frozenset((None, Problem.BLANK, Problem.MISSING, Problem.MERGED))
"""What needs no question: a figure, nothing at all, "missing", and a box that is asked about."""
_FOR_ALL = frozenset((Problem.DASH, Problem.UNCLEAR, Problem.FORMULA))
_MARKS = {COMMA: ",", POINT: "."}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that gives no figure, in the row of a province."""

    row: Row
    column: FigureColumn
    figure: Figure
    indicator: str

    @property
    def place(self) -> tuple[int, int]:
        """Row and column."""
        return self.row.index, self.column.column


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings about cells, and what each cell says by its answer, or until there is one.

    A cell of ``figures`` that keeps its problem gives nothing.
    """

    issues: tuple[Issue, ...]
    figures: Mapping[tuple[int, int], Figure]


def tell(table: Table, doubts: Iterable[Doubt], given: Given) -> Settled:
    """Ask cell by cell, or once for a column where one answer serves all."""
    asked = {doubt.place: doubt for doubt in doubts}
    issues = {place: issue for issue, group in _asked(table, asked.values()) for place in group}
    held = given.settle(dict.fromkeys(issues.values()))
    figures = {
        place: _figure(table, asked[place], held[issue.cell] or LEAVE_OUT)
        for place, issue in issues.items()
    }
    return Settled(tuple(dict.fromkeys(issues.values())), figures)


def _asked(table: Table, doubts: Iterable[Doubt]) -> Iterator[tuple[Issue, list[tuple[int, int]]]]:
    """Yield each finding with the cells it speaks of, column by column."""
    groups: dict[object, list[Doubt]] = {}
    for one in doubts:
        problem = one.figure.problem
        # A nil is a zero of some things only: where a column has several, each is asked about.
        of = one.indicator if problem == Problem.DASH else ""
        key = (one.column.column, problem, of) if problem in _FOR_ALL else one.place
        groups.setdefault(key, []).append(one)
    single = (group for group in groups.values() if group[0].figure.problem not in _FOR_ALL)
    whole = (group for group in groups.values() if group[0].figure.problem in _FOR_ALL)
    for group in sorted([*single, *whole], key=lambda one: one[0].column.column):
        yield _issue(table, group), [one.place for one in group]


def _issue(table: Table, group: list[Doubt]) -> Issue:
    first = group[0]
    problem, place = first.figure.problem, table.place(*first.place)
    found = shown(table, *first.place)
    if problem not in _FOR_ALL:
        return Issue(f"issue.{problem}", place, found, about=first.indicator)
    return Issue(
        f"issue.{problem}",
        place,
        found,
        _readings(found) if problem == Problem.UNCLEAR else "",
        first.column.heading,
        cells=tuple(table.place(*one.place) for one in group),
        alike=first.indicator,
    )


def _figure(table: Table, doubt: Doubt, choice: str) -> Figure:
    """Give what a cell says by the choice; a typed number stands for the cell."""
    if choice == LEAVE_OUT:
        return doubt.figure
    if choice == MISSING:
        return Figure(problem=Problem.MISSING)
    if choice == NIL:
        return Figure(0.0)
    row, column = doubt.place
    cell = table.sheet.at(row, column)
    if choice in _MARKS:
        return read_as(cell, _MARKS[choice]) if isinstance(cell, str) else doubt.figure
    return Figure(number_in(choice, doubt.indicator))


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
