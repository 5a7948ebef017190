"""Read one delivery from its bytes: every stage in order, all issues at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from data.catalogue import dataflows, indicators
from data.errors import UnknownName
from data.ingest import headings, periods
from data.ingest.agree import check_ranks, check_totals
from data.ingest.book import Book, Sheet
from data.ingest.check import check_dti_parts, check_duplicates, check_missing
from data.ingest.child import read_book
from data.ingest.columns import Columns, read_columns
from data.ingest.entries import Asked, Entry, periods_of, read_entries, read_rows
from data.ingest.hidden import tell_hidden
from data.ingest.issues import Issue, Severity, limited, outcome
from data.ingest.measure import check_scale
from data.ingest.places import Places, find_places
from data.ingest.precheck import precheck
from data.ingest.sniff import Kind, sniff
from data.ingest.sources import source_lines, source_of
from data.ingest.stated import in_our_unit
from data.ingest.table import Names, Table, TooManyNamesError, find_table
from data.reference import boundary as known_boundary
from indicators.model import Observation, Status
from indicators.period import parse

_REFUSED = {
    Kind.ENCRYPTED: "issue.encrypted",
    Kind.NOT_A_TABLE: "issue.not_a_table",
    Kind.TOO_LARGE: "issue.too_large",
    Kind.UNKNOWN: "issue.unreadable",
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one file says. ``outcome`` is ``loads``, ``review`` or ``refused``.

    ``observations`` are empty when it is refused; where it waits for review they are what would
    be stored if a person accepts every question. ``boundary`` is ``None`` when nothing was read,
    or when the sheets stand on different lists.
    """

    name: str
    sha256: str
    outcome: str
    flows: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    boundary: str | None = None
    observations: tuple[Observation, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hints:
    flow: str | None
    period: str | None
    boundary: str | None


def read_delivery(
    content: bytes,
    name: str,
    *,
    flow: str | None = None,
    period: str | None = None,
    boundary: str | None = None,
) -> Delivery:
    """Read a file that somebody brought; no content makes this raise.

    ``flow``, ``period`` and ``boundary`` say what the sheet does not: a period in the sheet that
    differs is a question, and the one given here is what would be stored. Raises ``UnknownName``
    or ``PeriodError`` for a hint that does not exist.
    """
    hints = _checked(flow, period, boundary)
    observations, issues = _read(content, name, hints)
    return _delivery(name, sha256(content).hexdigest(), observations, issues)


def _checked(flow: str | None, period: str | None, boundary: str | None) -> _Hints:
    if flow is not None and flow not in dataflows():
        raise UnknownName(f"Unknown flow {flow!r}. There are: {', '.join(dataflows())}.")
    if period is not None:
        parse(period)
    if boundary is not None:
        known_boundary(boundary)
    return _Hints(flow, period, boundary)


def _delivery(
    name: str, digest: str, observations: list[Observation], issues: list[Issue]
) -> Delivery:
    result = outcome(issues)
    if result == "refused":
        return Delivery(name, digest, result, issues=tuple(issues))
    flows = {indicators()[one.indicator_id].dataflow for one in observations}
    lists = {one.boundary for one in observations}
    return Delivery(
        name=name,
        sha256=digest,
        outcome=result,
        flows=tuple(flow for flow in dataflows() if flow in flows),
        periods=tuple(sorted({one.period for one in observations}, key=parse)),
        boundary=lists.pop() if len(lists) == 1 else None,
        observations=tuple(observations),
        issues=tuple(issues),
    )


def _read(content: bytes, name: str, hints: _Hints) -> tuple[list[Observation], list[Issue]]:
    kind = sniff(content)
    issues = precheck(content, kind)
    if kind in _REFUSED and not issues:
        issues = [Issue(_REFUSED[kind], "", "")]
    if outcome(issues) == "refused":
        return [], issues
    book = read_book(content, kind)
    if isinstance(book, Issue):
        return [], [*issues, book]
    observations, found = read_sheets(_named(book, name), hints)
    return observations, [*issues, *found]


def _named(book: Book, name: str) -> Book:
    """Give the one sheet of a text file the name that Excel would: that of the file."""
    stem = PurePath(name.replace("\\", "/")).stem or "CSV"
    sheets = (
        sheet if sheet.name else replace(sheet, name=stem, is_text=True) for sheet in book.sheets
    )
    return replace(book, sheets=tuple(sheets))


def read_sheets(book: Book, hints: _Hints) -> tuple[list[Observation], list[Issue]]:
    """Read every table of a workbook, then check them together."""
    issues = [Issue("issue.hidden_sheet", f"{name}!", name) for name in book.hidden]
    issues += [issue for sheet in book.sheets for issue in tell_hidden(sheet)]
    observations: list[Observation] = []
    try:
        tables = _tables(book)
    except TooManyNamesError:
        return [], [*issues, Issue("issue.too_many_names", "", "")]
    if not any(table for _, table in tables):
        return [], [*issues, Issue("issue.no_table", "", "")]
    is_sample = headings.is_watermarked(text for sheet in book.sheets for text in sheet.texts())
    for sheet, table in tables:
        if table is None:
            issues.append(Issue("issue.sheet_without_table", f"{sheet.name}!", sheet.name))
            continue
        read, told = _read_table(table, hints, is_sample=is_sample)
        observations += read
        issues += told
    return observations, limited([*issues, *_over_all(observations, issues)])


def _tables(book: Book) -> list[tuple[Sheet, Table | None]]:
    names = Names()
    return [(sheet, find_table(sheet, names)) for sheet in book.sheets if sheet.rows]


def _over_all(observations: list[Observation], issues: list[Issue]) -> Iterator[Issue]:
    yield from check_duplicates(observations)
    yield from check_dti_parts(observations)
    waits = any(issue.severity != Severity.NOTE for issue in issues)
    if not observations and not waits:
        yield Issue("issue.no_indicator", "", "")


def _read_table(
    table: Table, hints: _Hints, *, is_sample: bool
) -> tuple[list[Observation], list[Issue]]:
    columns = read_columns(table, hints.flow)
    columns, asked = _asked(table, columns, hints)
    rows = read_rows(table, columns, asked)
    dated = periods_of(columns, rows, asked)
    places = find_places(table, columns.roles.get("code"), dated, hints.boundary)
    reading = read_entries(table, columns, rows, asked, places.codes)
    entries, unknown = in_our_unit(table, columns, reading.entries)
    entries, unsure = check_scale(table, entries)
    issues = [
        *columns.issues,
        *_period_differs(table, columns, asked),
        *places.issues,
        *reading.issues,
        *unknown,
        *unsure,
        *check_totals(entries, places.codes, places.boundary),
        *check_ranks(table, columns, entries, places.codes, places.boundary),
        *check_missing(table, places, reading.spans),
    ]
    return list(_observations(table, columns, entries, places, is_sample=is_sample)), issues


def _asked(table: Table, columns: Columns, hints: _Hints) -> tuple[Columns, Asked]:
    """Let the period that a person gives stand above the one that title or headings name.

    Headings of several periods, and rows that name theirs, keep what they say.
    """
    stated = table.by_title(periods.in_title)
    named = {one.period for one in columns.figures}
    if hints.period and len(named) == 1 and None not in named and "period" not in columns.roles:
        stated = named.pop()
        columns = replace(
            columns, figures=tuple(replace(one, period=None) for one in columns.figures)
        )
    return columns, Asked(hints.flow, hints.period, stated)


def _period_differs(table: Table, columns: Columns, asked: Asked) -> Iterator[Issue]:
    """Ask when the person and the title say different periods for the same figures."""
    is_open = any(one.period is None for one in columns.figures) and "period" not in columns.roles
    if is_open and asked.period and asked.title_period and asked.period != asked.title_period:
        place = table.place(0, 0)
        yield Issue("issue.period_differs", place, asked.title_period, asked.period)


def _observations(
    table: Table, columns: Columns, entries: Iterable[Entry], places: Places, *, is_sample: bool
) -> Iterator[Observation]:
    lines = source_lines([*table.context, *table.lines])
    for entry in sorted(entries, key=lambda one: (one.row.index, one.column)):
        if entry.row.index not in places.codes:
            continue
        indicator = indicators()[entry.indicator]
        words = _words(table, columns.roles.get("source"), entry) or lines
        yield Observation(
            province_code=places.codes[entry.row.index],
            boundary=places.boundary,
            indicator_id=entry.indicator,
            period=entry.period,
            value=entry.value,
            unit=indicator.unit,
            status=_final_status(entry, indicator.unit, is_sample=is_sample),
            source_id=source_of(words, entry.indicator),
            sheet=table.sheet.name,
            cell=entry.cell,
        )


def _words(table: Table, column: int | None, entry: Entry) -> str:
    cell = table.sheet.at(entry.row.index, column) if column is not None else None
    return cell if isinstance(cell, str) else ""


def _final_status(entry: Entry, unit: str, *, is_sample: bool) -> Status:
    """Illustrative covers everything; a place is quoted, whatever the file calls it."""
    if entry.value is None:
        return Status.M
    if is_sample:
        return Status.X
    return Status.Q if unit == "place" else entry.status
