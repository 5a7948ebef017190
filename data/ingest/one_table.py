"""Read one table: every stage in order, the answers applied where the doubts arise."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.ingest.agree import check_ranks, check_totals
from data.ingest.breakdown import check_breakdown
from data.ingest.check import Covered
from data.ingest.columns import Columns
from data.ingest.dating import Dated, dated, with_fallbacks, with_unread
from data.ingest.entries import (
    Said,
    periods_of,
    read_entries,
    read_rows,
    with_statuses,
)
from data.ingest.issues import Issue
from data.ingest.measure import check_scale
from data.ingest.observed import Observed
from data.ingest.parted import whole_rows
from data.ingest.places import Places, find_places
from data.ingest.plain import plain_runs, with_runs
from data.ingest.questions import Given
from data.ingest.slips import check_slips
from data.ingest.stated import in_our_unit
from data.ingest.table import Table
from data.ingest.turned import in_the_sheet
from data.ingest.unclear import columns_of, settle_indicators
from data.ingest.yearly import with_years
from data.reference import boundaries
from indicators.model import Observation


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person says of the whole delivery, and what analysts taught before."""

    flow: str | None
    period: str | None
    boundary: str | None
    taught: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the figures: columns, rows, periods, places, and what was asked."""

    columns: Columns
    dated: Dated
    rows: list[Said]
    places: Places
    issues: tuple[Issue, ...]


_OF_PERIOD = frozenset(("issue.list_differs", "issue.period_differs"))


def read_table(
    table: Table, hints: Hints, given: Given, *, is_sample: bool
) -> tuple[list[Observation], list[Issue], Covered]:
    """Read the figures of a table, say what is doubtful about it, and what it covers."""
    table, parted = whole_rows(table, given)
    frame = _frame(table, hints, given)
    period = _given_period(frame, given)
    if period:
        again = _frame(table, replace(hints, period=period), given)
        # The person has said the period in answer to another question: one is enough.
        others = (one for one in again.issues if one.code not in _OF_PERIOD)
        frame = replace(again, issues=(*others, *_differing(frame)))
    columns, places = frame.columns, frame.places
    asked = frame.dated.asked
    runs, rest = plain_runs(table, columns, frame.rows, asked)
    reading = read_entries(table, rest, frame.rows, asked, places.codes, given)
    entries, unknown = in_our_unit(table, columns, reading.entries, given)
    entries, slips = check_slips(table, reading.entries, entries, given)
    entries, unsure = check_scale(table, entries, given)
    checked = [
        *check_totals(with_runs(table, entries, runs), places.codes, places.boundary),
        *check_ranks(table, columns, entries, places.codes, places.boundary),
        *check_breakdown(table, entries),
    ]
    issues = [*parted, *frame.issues, *reading.issues, *unknown, *slips, *unsure, *checked]
    found = Observed(table, columns, places, is_sample=is_sample).of(entries, runs)
    if table.sheet.is_turned:
        found = list(map(in_the_sheet, found))
    spans = {key: rows for run in runs for key, rows in run.spans.items()}
    return found, issues, Covered(table, places, {**spans, **reading.spans})


def _frame(table: Table, hints: Hints, given: Given) -> _Frame:
    columns = columns_of(table, hints.flow, hints.taught, given)
    when = dated(table, columns, hints.flow, hints.period, given)
    rows = read_rows(table, when.columns, when.asked)
    columns, rows, unclear = settle_indicators(table, when.columns, rows, given)
    rows, statuses = with_statuses(table, columns, rows, given)
    rows, unread = with_unread(table, columns, rows, given)
    columns, undated = with_fallbacks(table, columns, rows, when.asked, given)
    columns, rows, asked, days = with_years(table, columns, rows, when.asked, given)
    periods = periods_of(columns, rows, asked)
    places = find_places(table, columns.roles.get("code"), periods, hints.boundary, given)
    issues = (
        *columns.issues,
        *when.issues,
        *places.issues,
        *statuses,
        *unclear,
        *unread,
        *undated,
        *days,
    )
    return _Frame(columns, replace(when, asked=asked), rows, places, issues)


def _given_period(frame: _Frame, given: Given) -> str | None:
    """The period that a person names where the list of provinces is another than the period's."""
    differing = _differing(frame)
    held = given.settle(differing)
    lists = {one.id for one in boundaries()}
    return next((choice for choice in held.values() if choice and choice not in lists), None)


def _differing(frame: _Frame) -> list[Issue]:
    return [one for one in frame.issues if one.code == "issue.list_differs"]
