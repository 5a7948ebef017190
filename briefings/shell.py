"""Results as lines for people at a shell: a title, a table, the source; or why there is none."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from errno import EACCES, EDQUOT, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM
from itertools import zip_longest
from pathlib import Path

from briefings.office_template import BadTemplate
from briefings.ranking_table import status_words
from briefings.whole_file import Cancelled, CannotWrite
from data import catalogue, reference
from data.errors import (
    AlreadyDecided,
    NotAccepted,
    NotAllowed,
    ReasonNeeded,
    StaleBase,
    UnknownChoice,
    UnknownPeriod,
)
from data.ingest import message
from data.service.deliveries import Report
from data.service.faults import explain
from data.service.ranking import Ranking, Row
from data.service.series import Point, Series
from data.store import Proposal, Release
from indicators.errors import PeriodError
from indicators.model import COLUMNS
from language import Lang, dates, text
from language.numbers import number

GAP = "  "


def ranking(found: Ranking, lang: Lang) -> list[str]:
    """Write a ranking of the group's members, best first."""
    named = reference.groups()[found.group].name[lang]
    title = text(
        "cli.rank.title",
        lang,
        indicator=catalogue.indicator(found.indicator).name[lang],
        period=dates.period(found.period, lang),
        boundary=reference.boundary(found.boundary).name[lang],
        group=named,
    )
    unit = catalogue.units()[found.unit].name[lang]
    names = ("rank", "group_rank", "name", "value", "change", "status")
    heads = [text(f"cli.rank.{name}", lang, unit=unit) for name in names]
    table = aligned([heads, *(ranking_row(found, row, lang) for row in found.rows)], left={2, 5})
    return [title, *table, *ranking_notes(found, lang)]


def ranking_row(found: Ranking, row: Row, lang: Lang) -> list[str]:
    """Write the cells of one province."""
    return [
        of(row.rank, found.n),
        of(row.group_rank, found.group_n),
        row.label,
        number(row.value, found.decimals, lang),
        ""
        if row.rank_change is None
        else f"{row.rank_change:+}".replace("-", "−").replace("+0", "0"),
        "" if row.status == "A" else status_words(row, lang),
    ]


def of(place: int | None, count: int) -> str:
    """Write a place with the number it is of; nothing where there is none."""
    return "" if place is None else f"{place}/{count}"


def ranking_notes(found: Ranking, lang: Lang) -> list[str]:
    """Say why there are no places or only some changes, and where the figures come from."""
    notes = []
    if found.withheld:
        key = f"cli.withheld.{found.withheld}"
        notes.append(text(key, lang, n=found.n, size=found.size))
    if found.former and any(row.rank_change is not None for row in found.everyone):
        notes.append(text("cli.rank.former", lang, period=dates.period(found.former, lang)))
    if found.broken_by:
        notes.append(text(found.broken_by.reason, lang))
    return [*notes, *closing(found.sources, found.release, found.illustrative, lang)]


def closing(sources: Sequence[str], release: int, illustrative: bool, lang: Lang) -> list[str]:
    """Name sources and release; say it where figures are invented."""
    named = "; ".join(dict.fromkeys(catalogue.source(one).publisher[lang] for one in sources))
    lines = [text("cli.source", lang, source=named or text("cli.none", lang), release=release)]
    return [text("status.X", lang).upper(), *lines] if illustrative else lines


def series(found: Series, lang: Lang) -> list[str]:
    """Write one province over time, oldest period first."""
    title = text(
        "cli.series.title",
        lang,
        indicator=catalogue.indicator(found.indicator).name[lang],
        name=found.label,
        boundary=reference.boundary(found.boundary).name[lang],
    )
    unit = catalogue.units()[found.unit].name[lang]
    names = ("period", "value", "rank", "status", "break")
    heads = [text(f"cli.series.{name}", lang, unit=unit) for name in names]
    rows = [series_row(found, point, lang) for point in found.points]
    table = aligned([heads, *rows], left={0, 3, 4})
    return [title, *table, *closing(found.sources, found.release, found.illustrative, lang)]


def series_row(found: Series, point: Point, lang: Lang) -> list[str]:
    """Write the cells of one period."""
    return [
        dates.period(point.period, lang),
        number(point.value, found.decimals, lang),
        of(point.rank, point.n),
        text(f"status.{point.status}", lang),
        text(point.break_before, lang) if point.break_before else "",
    ]


def report(found: Report, lang: Lang) -> list[str]:
    """Write what a check found: the outcome, every issue, what would change."""
    delivery, changes = found.delivery, found.changes
    read = text(
        "cli.check.read",
        lang,
        name=delivery.name,
        count=number(len(delivery.observations), 0, lang),
        periods=", ".join(dates.period(each, lang) for each in delivery.periods)
        or text("cli.none", lang),
    )
    changed = text(
        "cli.check.changes",
        lang,
        added=number(changes.added, 0, lang),
        changed=number(changes.changed, 0, lang),
        removed=number(changes.removed, 0, lang),
        unchanged=number(changes.unchanged, 0, lang),
    )
    issues = [
        f"{text(f'cli.severity.{issue.severity}', lang)} {message(issue, lang)} [{issue.code}]"
        for issue in delivery.issues
    ]
    return [text(f"cli.outcome.{delivery.outcome}", lang), read, *issues, changed]


def undone(new: int, release: int, base: int, also: Sequence[int], lang: Lang) -> list[str]:
    """Say what an undo did, and to which state: later releases went back too.

    The second time it does nothing: ``new`` is then the release that was in use.
    """
    if new == base:
        return [text("cli.undone_already", lang, release=new, undone=release)]
    names = ", ".join(map(str, also)) or text("cli.none", lang)
    return [
        text("cli.undone", lang, release=new, undone=release),
        text("cli.undone_also", lang, base=base, names=names),
    ]


def releases(found: Sequence[Release], lang: Lang) -> list[str]:
    """Write the history, newest first."""
    names = ("id", "created_at", "by", "written", "file", "note")
    heads = [text(f"cli.releases.{name}", lang) for name in names]
    rows = [
        [
            str(one.id),
            f"{one.created_at:%H:%M} {dates.day(f'{one.created_at:%Y-%m-%d}', lang)}",
            one.by,
            number(one.written, 0, lang),
            one.file or "",
            one.note,
        ]
        for one in found
    ]
    return aligned([heads, *rows], left={1, 2, 4, 5}) if rows else [text("cli.empty", lang)]


def proposals(found: Sequence[Proposal], lang: Lang) -> list[str]:
    """Write the proposals, newest first, with what became of them."""
    names = ("id", "created_at", "by", "file", "note", "state")
    heads = [text(f"cli.releases.{name}", lang) for name in names]
    rows = [
        [
            str(one.id),
            f"{one.at:%H:%M} {dates.day(f'{one.at:%Y-%m-%d}', lang)}",
            one.by,
            one.file,
            one.note,
            state_of(one, lang),
        ]
        for one in found
    ]
    return aligned([heads, *rows], left={1, 2, 3, 4, 5}) if rows else [text("cli.none", lang)]


def state_of(one: Proposal, lang: Lang) -> str:
    """Say what became of a proposal."""
    if one.decided is None:
        return text("cli.waiting", lang)
    release, reason = one.decided.release_id or "", one.decided.reason
    key = f"cli.decided_{one.decided.verdict}"
    return text(key, lang, by=one.decided.by, release=release, reason=reason)


def aligned(rows: Sequence[Sequence[str]], *, left: set[int]) -> list[str]:
    """Set rows in columns; numbers stand to the right, the columns in ``left`` to the left."""
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [max(map(len, column)) for column in columns]
    return [
        GAP.join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def write_observations(found: Report, path: Path) -> None:
    """Write the parsed observations with the columns that they have everywhere."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for one in found.delivery.observations:
            rows.writerow([getattr(one, name) for name in COLUMNS])


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a command ends without a result: a sentence, and the exit status."""

    sentence: str
    status: int


# What the service refuses, the narrower kind first, and the sentence about it.
_REFUSALS = {
    ReasonNeeded: "cli.reason_needed",
    NotAccepted: "cli.proposal_open",
    AlreadyDecided: "cli.decided",
    NotAllowed: "cli.another_person",
}


# Why a file cannot be opened: the system says it in English.
_WHY_NO_FILE = {
    ENOENT: "cli.file_missing",
    ENOTDIR: "cli.file_missing",
    EISDIR: "cli.file_folder",
    EACCES: "cli.file_denied",
    EPERM: "cli.file_denied",
}


def stale(error: StaleBase, lang: Lang) -> str:
    """Say who published what in between, as far as that is known."""
    if not error.published:
        return text("cli.stale", lang)
    last = error.published[-1]
    return text("cli.stale_by", lang, by=last.by, release=last.id)


def _of_export(error: Exception, lang: Lang) -> Ending | None:
    """Say why a file was not made; nothing broken is left behind."""
    if isinstance(error, BadTemplate):
        return Ending(error.sentence(lang), 2)
    if isinstance(error, UnknownPeriod):
        return Ending(text("export.no_figures", lang), 2)
    if isinstance(error, Cancelled):
        return Ending(text("export.cancelled", lang), 1)
    if isinstance(error, CannotWrite):
        kind = "full" if error.errno in (ENOSPC, EDQUOT) else "refused"
        return Ending(text(f"export.{kind}", lang, name=str(error.path)), 1)
    return None


def why_not(error: Exception, lang: Lang) -> Ending | None:
    """Say what a person can mend; ``None`` for an error of the program itself."""
    if isinstance(error, UnknownChoice):
        names = ", ".join(error.names) or text("cli.none", lang)
        return Ending(text(f"cli.unknown.{error.kind}", lang, name=error.name, names=names), 2)
    if ending := _of_export(error, lang):
        return ending
    if isinstance(error, PeriodError):
        return Ending(text("cli.bad_period", lang), 2)
    if isinstance(error, StaleBase):
        return Ending(stale(error, lang), 1)
    for kind, key in _REFUSALS.items():
        if isinstance(error, kind):
            return Ending(text(key, lang), 1)
    if sentence := explain(error, lang):
        return Ending(sentence, 1)
    if isinstance(error, OSError) and error.filename is not None:
        reason = text(_WHY_NO_FILE.get(error.errno or 0, "cli.file_other"), lang)
        return Ending(text("cli.no_file", lang, name=str(error.filename), reason=reason), 2)
    return None
