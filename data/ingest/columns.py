"""What each column of a table holds: figures of an indicator, ranks, a period, a source ..."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from data.catalogue import indicators
from data.ingest import headings, periods
from data.ingest.book import text_of
from data.ingest.header import Heading
from data.ingest.issues import Issue
from data.ingest.numerals import is_figure
from data.ingest.table import RowKind, Table
from indicators.model import Status


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures. Where it names no indicator or period itself, the row or title does."""

    column: int
    heading: str
    indicators: frozenset[str] = frozenset()
    period: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold; ``ranks`` maps a rank column to its figures."""

    figures: tuple[FigureColumn, ...]
    roles: Mapping[str, int]
    ranks: Mapping[int, FigureColumn]
    issues: tuple[Issue, ...] = field(default=())


def read_columns(table: Table, flow: str | None) -> Columns:
    """Decide for every column but the one of names what it holds."""
    roles: dict[str, int] = {}
    figures: list[FigureColumn] = []
    ranks: list[FigureColumn] = []
    issues: list[Issue] = []
    width = 1 + max((one.column for one in table.headings if one.parts), default=-1)
    for heading in table.headings:
        if heading.column == table.names:
            continue
        if not heading.parts:
            issues += _unnamed(table, heading, width)
            continue
        figure, role = _figure(table, heading, flow), _role(heading)
        is_named = figure is not None and bool(figure.indicators)
        if headings.is_left_out(heading.text) and not is_named:
            issues.append(_told(table, heading, "issue.plan_column"))
        elif role == "rank" and not _is_place(figure):
            ranks.append(figure or FigureColumn(heading.column, heading.text))
        elif figure and (is_named or role in ("", "value")):
            figures.append(figure)
        elif role and role != "value":
            roles.setdefault(role, heading.column)
        elif _has_figures(table, heading.column):
            issues.append(_told(table, heading, "issue.column_left_out"))
    named = _with_title(table, figures, flow, has_indicator_column="indicator" in roles)
    return Columns(named, roles, dict(_partners(ranks, named)), tuple(issues))


def of_flow(ids: frozenset[str], flow: str | None) -> frozenset[str]:
    """Keep the indicators of a dataflow, when that is known and leaves any."""
    kept = frozenset(one for one in ids if flow and indicators()[one].dataflow == flow)
    return kept or ids


def _is_place(figure: FigureColumn | None) -> bool:
    """Whether a heading names places that were published: figures of their own."""
    ids = figure.indicators if figure else frozenset()
    return bool(ids) and all(indicators()[one].unit == "place" for one in ids)


def _figure(table: Table, heading: Heading, flow: str | None) -> FigureColumn | None:
    """Read a heading as figures: an indicator, a period, or both; ``None`` for neither."""
    read = [periods.in_text(part) for part in heading.parts]
    named = {one.period for one in read if one}
    period = named.pop() if len(named) == 1 else None
    rest = [one.rest if one else part for one, part in zip(read, heading.parts, strict=True)]
    words = [part for part in rest if headings.key(part)]
    found = (headings.candidates(text) for text in _tries(heading, words))
    ids = of_flow(next(filter(None, found), frozenset()), flow)
    is_value = headings.role(words[-1]) == "value" if words else period is not None
    if not ids and not is_value:
        return None
    status = headings.status_in(heading.text)
    return FigureColumn(heading.column, heading.text, ids, period, status)


def _tries(heading: Heading, words: list[str]) -> Iterator[str]:
    """Yield the texts of a heading to look up: all of it, then part by part from below."""
    yield from (" ".join(heading.parts), " ".join(words))
    yield from reversed(heading.parts)
    yield from reversed(words)


def _role(heading: Heading) -> str:
    """The role by the lowest part that has one, years left out: "Xếp hạng 2023"."""
    for part in (heading.text, *reversed(heading.parts)):
        read = periods.in_text(part)
        if role := headings.role(read.rest if read and read.rest else part):
            return role
    return ""


def _with_title(
    table: Table, figures: list[FigureColumn], flow: str | None, *, has_indicator_column: bool
) -> tuple[FigureColumn, ...]:
    """Let the title name the indicator of columns that name none, or several."""
    named = of_flow(table.by_title(headings.named_in), flow)
    whole = frozenset() if has_indicator_column else named
    return tuple(
        replace(one, indicators=(one.indicators & named or one.indicators) or whole)
        for one in figures
    )


def _partners(
    ranks: list[FigureColumn], figures: tuple[FigureColumn, ...]
) -> Iterator[tuple[int, FigureColumn]]:
    """Pair each rank column with the figures it names, else with the nearest, left before right."""
    for rank in ranks:
        fitting = [
            one
            for one in figures
            if (not rank.indicators or one.indicators & rank.indicators)
            and (not rank.period or not one.period or one.period == rank.period)
        ]
        left = [one for one in fitting if one.column < rank.column]
        if fitting:
            yield rank.column, left[-1] if left else fitting[0]


def _has_figures(table: Table, column: int) -> bool:
    rows = (row.index for row in table.rows if row.kind == RowKind.PROVINCE)
    return any(is_figure(table.sheet.at(row, column)) for row in rows)


def _unnamed(table: Table, heading: Heading, width: int) -> Iterator[Issue]:
    """Tell of figures without a heading; a running number needs none.

    ``width`` is that of the headings. A row of a text file that goes beyond it is refused: its
    decimal commas have split the numbers.
    """
    rows = [row.index for row in table.rows if row.kind == RowKind.PROVINCE]
    cells = [table.sheet.at(row, heading.column) for row in rows]
    first = next((r for r, cell in zip(rows, cells, strict=True) if is_figure(cell)), None)
    if first is None:
        return
    if table.sheet.is_text and heading.column >= width:
        place = table.place(first, heading.column)
        yield Issue("issue.row_too_wide", place, str(len(table.sheet.rows[first])), str(width))
    elif [text_of(cell) for cell in cells] != [str(n + 1) for n in range(len(cells))]:
        yield _told(table, heading, "issue.column_left_out")


def _told(table: Table, heading: Heading, code: str) -> Issue:
    return Issue(code, table.place(table.header, heading.column), heading.text)
