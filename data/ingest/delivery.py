"""Read one delivery from its bytes: every stage in order, all issues at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import attrgetter
from pathlib import PurePath
from types import MappingProxyType

from data.catalogue import dataflows, indicators
from data.errors import UnknownName
from data.ingest import headings
from data.ingest.answers import Answer, Question
from data.ingest.book import Book, Sheet
from data.ingest.check import (
    Covered,
    check_dti_parts,
    check_duplicates,
    check_missing,
    may_be_twice,
)
from data.ingest.child import reading
from data.ingest.choices import kind_of
from data.ingest.collection import paused
from data.ingest.encodings import in_unicode
from data.ingest.hidden import tell_hidden
from data.ingest.issues import Issue, Severity, limited, outcome
from data.ingest.one_table import Hints, read_table
from data.ingest.precheck import precheck
from data.ingest.questions import Given, questions
from data.ingest.sniff import Kind, sniff
from data.ingest.stacked import find_tables
from data.ingest.table import Names, Table, TooManyNamesError
from data.reference import boundary as known_boundary
from indicators.model import Observation
from indicators.period import parse

_TITLES = 3  # lines in which a sheet may say what it is
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
    be stored if the default of every question were chosen. ``boundary`` is ``None`` when nothing
    was read, or when the sheets stand on different lists. ``questions`` are open, alike ones as
    one; ``answered`` are the answers that were used: one to a question that is no more is ignored.
    ``turned`` are the sheets whose provinces stand side by side.
    """

    name: str
    sha256: str
    outcome: str
    flows: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    boundary: str | None = None
    observations: tuple[Observation, ...] = ()
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    answered: tuple[Answer, ...] = ()
    turned: frozenset[str] = frozenset()


def read_delivery(
    content: bytes,
    name: str,
    *,
    flow: str | None = None,
    period: str | None = None,
    boundary: str | None = None,
    answers: Iterable[Answer] = (),
    taught: Mapping[str, str] = MappingProxyType({}),
) -> Delivery:
    """Read a file that somebody brought; no content makes this raise.

    ``flow``, ``period`` and ``boundary`` say what the sheet does not: a period in the sheet that
    differs is a question, and the one given here is what would be stored. ``answers`` are those
    of a person to the questions of this file, ``taught`` maps keys of headings to indicators.
    Raises ``UnknownName`` or ``PeriodError`` for a hint that does not exist.
    """
    hints = _checked(flow, period, boundary, taught)
    given = Given(answers)
    with paused():
        observations, issues = _read(content, name, hints, given)
        return made(Delivery(name, sha256(content).hexdigest(), ""), observations, issues, given)


def _checked(
    flow: str | None, period: str | None, boundary: str | None, taught: Mapping[str, str]
) -> Hints:
    if flow is not None and flow not in dataflows():
        raise UnknownName(f"Unknown flow {flow!r}. There are: {', '.join(dataflows())}.")
    if period is not None:
        parse(period)
    if boundary is not None:
        known_boundary(boundary)
    return Hints(flow, period, boundary, taught)


def made(
    delivery: Delivery, observations: Iterable[Observation], issues: Iterable[Issue], given: Given
) -> Delivery:
    """Make a delivery of what was found: answered findings become notes, open ones questions."""
    listed = list(issues)
    given.settle(one for one in listed if kind_of(one) == "accept")
    told = given.told(listed)
    kept = tuple(observations)
    # With nothing else to load, a heading that nobody knows must be explained: it is a question.
    asks_columns = not kept and outcome(told) == "loads" and any(map(is_open_column, told))
    result = "review" if asks_columns else outcome(told)
    found = replace(delivery, outcome=result, issues=tuple(limited(told)))
    if result == "refused":
        return replace(found, observations=(), questions=(), answered=())
    asked = questions(told, given.turned)
    flows = {indicators()[one].dataflow for one in set(map(attrgetter("indicator_id"), kept))}
    lists = set(map(attrgetter("boundary"), kept))
    return replace(
        found,
        flows=tuple(flow for flow in dataflows() if flow in flows),
        periods=tuple(sorted(set(map(attrgetter("period"), kept)), key=parse)),
        boundary=lists.pop() if len(lists) == 1 else None,
        observations=kept,
        questions=tuple(map(_needed, asked)) if asks_columns else asked,
        answered=(*delivery.answered, *given.used),
        turned=given.turned,
    )


def _needed(question: Question) -> Question:
    """Make a question that must be answered, and not by leaving out all that there is."""
    return replace(question, optional=False, default=None)


def _read(
    content: bytes, name: str, hints: Hints, given: Given
) -> tuple[list[Observation], list[Issue]]:
    kind = sniff(content)
    if kind in _REFUSED:
        return [], precheck(content, kind) or [Issue(_REFUSED[kind], "", "")]
    with reading(kind) as read:
        issues = precheck(content, kind)
        if outcome(issues) == "refused":
            return [], issues
        book = read(content)
    if isinstance(book, Issue):
        return [], [*issues, book]
    book, converted = in_unicode(named_by_file(book, name))
    if outcome(converted) == "refused":
        return [], [*issues, *converted]
    issues += converted
    observations, found = read_sheets(book, hints, given, name)
    return observations, [*issues, *found]


def named_by_file(book: Book, name: str) -> Book:
    """Give the one sheet of a text file the name that Excel would: that of the file."""
    stem = PurePath(name.replace("\\", "/")).stem or "CSV"
    sheets = (
        sheet if sheet.name else replace(sheet, name=stem, is_text=True) for sheet in book.sheets
    )
    return replace(book, sheets=tuple(sheets))


def read_sheets(
    book: Book, hints: Hints, given: Given, file: str = ""
) -> tuple[list[Observation], list[Issue]]:
    """Read every table of a workbook, then check them together."""
    issues = [Issue("issue.hidden_sheet", f"{name}!", name) for name in book.hidden]
    issues += [issue for sheet in book.sheets for issue in tell_hidden(sheet)]
    observations: list[Observation] = []
    tables_read: list[Covered] = []
    try:
        tables = _tables(book, file)
    except TooManyNamesError:
        return [], [*issues, Issue("issue.too_many_names", "", "")]
    if not any(table for _, table in tables):
        return [], [*issues, Issue("issue.no_table", "", "")]
    is_sample = headings.is_watermarked(text for sheet in book.sheets for text in sheet.texts)
    for sheet, table in tables:
        if table is None:
            is_ours = is_computed(sheet)
            code = "issue.sheet_computed" if is_ours else "issue.sheet_without_table"
            issues.append(Issue(code, f"{sheet.name}!", sheet.name))
            continue
        if table.sheet.is_turned:
            given.turn(sheet.name)
        read, told, covered = read_table(table, hints, given, is_sample=is_sample)
        observations += read
        issues += told
        tables_read.append(covered)
    issues += check_missing(tables_read)
    kept, twice = observations, list[Issue]()
    if may_be_twice(tables_read):
        kept, twice = check_duplicates(observations, given)
    issues += [*twice, *check_dti_parts(kept)]
    is_silent = not kept and all(issue.severity == Severity.NOTE for issue in issues)
    if is_silent and not any(map(is_open_column, given.told(issues))):
        issues.append(Issue("issue.no_indicator", "", ""))
    return kept, issues


def is_open_column(issue: Issue) -> bool:
    """Whether a finding is a column of figures whose heading nobody has explained."""
    return issue.code == "issue.column_left_out"


def _tables(book: Book, file: str) -> list[tuple[Sheet, Table | None]]:
    names = Names()
    return [
        (sheet, table)
        for sheet in book.sheets
        if sheet.rows
        for table in (() if is_computed(sheet) else find_tables(sheet, names, file)) or (None,)
    ]


def is_computed(sheet: Sheet) -> bool:
    """Tell whether a sheet says under its title that it was computed from other figures."""
    lines = (cells[0] for cells in sheet.rows[:_TITLES] if cells)
    return any(isinstance(one, str) and headings.begins_with(one, "computed") for one in lines)
