"""What each column of a table holds: figures of an indicator, ranks, a period, a source ..."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from data.catalogue import indicators
from data.ingest import headings, periods
from data.ingest.book import text_of
from data.ingest.header import Heading
from data.ingest.issues import Issue
from data.ingest.numerals import are_combined, is_figure
from data.ingest.table import RowKind, Table
from data.ingest.wording import Wording, named_by, of_every_year, read_heading
from indicators.model import Status

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures. Where it names no indicator or period itself, the row or title does.

    ``fallback`` is the period that a person gave for figures which nothing else dates.
    """

    column: int
    heading: str
    indicators: frozenset[str] = frozenset()
    period: str | None = None
    status: Status | None = None
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold; ``ranks`` maps a rank column to its figures.

    ``taught`` holds what analysts taught, for the words of rows.
    """

    figures: tuple[FigureColumn, ...]
    roles: Mapping[str, int]
    ranks: Mapping[int, FigureColumn]
    issues: tuple[Issue, ...] = field(default=())
    taught: Mapping[str, str] = field(default_factory=dict)

    def named(self, words: str) -> frozenset[str]:
        """Ids of the indicators that words mean, as they were taught, else by the dictionary."""
        return named_by(words, self.taught)[0]


def read_columns(
    table: Table, flow: str | None, taught: Mapping[str, str] | None = None
) -> Columns:
    """Decide for every column but the one of names what it holds.

    ``taught`` maps keys of headings to indicators and stands above the dictionary. A heading that
    was taught with its year is the same in another year.
    """
    known = of_every_year(taught or {})
    year = (table.by_title(periods.in_title) or "")[:4]
    roles: dict[str, int] = {}
    figures: list[FigureColumn] = []
    ranks: list[FigureColumn] = []
    issues: list[Issue] = []
    width = 1 + max((one.column for one in table.headings if one.parts), default=-1)
    by_sex = any(headings.are_of_women(part) for one in table.headings for part in one.parts)
    for heading in table.headings:
        if heading.column == table.names:
            continue
        if not heading.parts:
            issues += _unnamed(table, heading, width)
            continue
        if by_sex and any(map(headings.is_of_men, heading.parts)):
            issues.append(_told(table, heading, "issue.column_left_out"))
            continue
        words = read_heading(heading, known, year)
        figure, role = _figure(heading, words, flow), words.role
        if words.is_left_out(heading.text):
            issues.append(_told(table, heading, "issue.plan_column"))
        elif _is_combined(table, heading.column):
            figures.append(figure)
            ranks.append(figure)
        elif role == "rank" and not _is_place(figure):
            ranks.append(figure)
        elif figure.indicators or (words.is_value and role in ("", "value")):
            figures.append(figure)
        elif role and role != "value":
            roles.setdefault(role, heading.column)
        elif _has_figures(table, heading.column):
            issues.append(_told(table, heading, "issue.column_left_out"))
    named = _with_title(table, figures, flow, has_indicator_column="indicator" in roles)
    issues += _plan_in_title(table, named)
    issues += (Issue("issue.row_left_out", table.place(r, table.names), "") for r in table.nameless)
    return Columns(named, roles, dict(_partners(ranks, named)), tuple(issues), known)


def of_flow(ids: frozenset[str], flow: str | None) -> frozenset[str]:
    """Keep the indicators of a dataflow, when that is known and leaves any."""
    kept = frozenset(one for one in ids if flow and indicators()[one].dataflow == flow)
    return kept or ids


def _is_place(figure: FigureColumn) -> bool:
    """Whether a heading names places that were published: figures of their own."""
    ids = figure.indicators
    return bool(ids) and all(indicators()[one].unit == "place" for one in ids)


def _figure(heading: Heading, words: Wording, flow: str | None) -> FigureColumn:
    ids = of_flow(words.indicators, flow)
    status = headings.status_in(heading.text)
    return FigureColumn(heading.column, heading.text, ids, words.period, status)


def _is_combined(table: Table, column: int) -> bool:
    """Whether the cells hold a rank and a score each: "01 (0,727)"."""
    return are_combined(table.cells(column))


def _plan_in_title(table: Table, figures: tuple[FigureColumn, ...]) -> Iterator[Issue]:
    """Ask when the title calls the whole table a plan: its figures are not what was done."""
    line = next((line for line in table.context if headings.begins_with(line, "plan")), "")
    if line and figures and not any("/" in word for word in line.split()):
        place = table.place(table.header, figures[0].column)
        yield Issue("issue.plan_title", place, line[:_LONGEST])


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
        same = [one for one in figures if one.column == rank.column]
        fitting = same or [
            one
            for one in figures
            if (not rank.indicators or one.indicators & rank.indicators)
            and (not rank.period or not one.period or one.period == rank.period)
        ]
        left = [one for one in fitting if one.column <= rank.column]
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
