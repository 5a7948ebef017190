"""Where a province stands on every indicator, and where it is far from its group."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.finding import Finding, Notes
from briefings.finding_notes import notes
from briefings.finding_scope import Scope
from briefings.findings_one import columns_of, finding, where
from briefings.profile import (
    compared,
    far_table,
    missing_sentence,
    standings_table,
    too_few_sentence,
)
from briefings.profile_sentences import profile_sentences, within
from charts.table import Cell, Column, Table
from charts.table import Line as TableLine
from data import catalogue
from data.service.profile import Profile, Standing, side
from language import text


def standings_of(scope: Scope, found: Profile) -> Finding | None:
    """Show where the province stands on each indicator, against median and places."""
    lang = scope.lang
    known = [one for one in found.standings if one.row.value is not None]
    if not known:
        return None
    full = standings_table(found, lang)
    name, count = scope.name_of(scope.home), compared(found)
    key = "standings" if count else "standings_none"
    title = text(
        f"finding.title.{key}",
        lang,
        name=name,
        count=count or len(known),
        better=sum(side(one) == 1 for one in found.standings),
        worse=sum(side(one) == -1 for one in found.standings),
    )
    missing = missing_sentence(found, lang)
    return finding(
        scope,
        "table",
        "standings",
        title,
        where(scope, name, text("finding.standings", lang)),
        columns_of(full, range(len(full.columns) - 3)),
        full,
        _notes_of(scope, known),
        (*profile_sentences(found, lang), *([missing] if missing else [])),
    )


def far_of(scope: Scope, found: Profile) -> Finding | None:
    """Show the strengths and the weaknesses as one table; None where there are none."""
    far = (*found.strengths, *found.weaknesses)
    if not far:
        return None
    lang, name = scope.lang, scope.name_of(scope.home)
    subtitle = where(scope, name, text("finding.far", lang))
    strong = far_table(found.strengths, found, lang, key="strengths")
    weak = far_table(found.weaknesses, found, lang, key="weaknesses")
    lines = [
        *(_sided(line, text("finding.strength", lang)) for line in strong.lines),
        *(_sided(line, text("finding.weakness", lang)) for line in weak.lines),
    ]
    columns = (Column(text("finding.side", lang), sortable=False), *strong.columns)
    table = Table(subtitle, columns, tuple(lines))
    said = too_few_sentence(found, lang)
    return finding(
        scope,
        "table",
        "strengths-weaknesses",
        _far_title(scope, found),
        subtitle,
        table,
        table,
        _notes_of(scope, far),
        (said,) if said else (),
    )


def _notes_of(scope: Scope, standings: Sequence[Standing]) -> Notes:
    shown = [(one.ranking, [one.row]) for one in standings]
    return notes(scope, shown, method=[text("finding.distance_method", scope.lang)])


def _sided(line: TableLine, words: str) -> TableLine:
    return replace(line, cells=(Cell(words), *line.cells))


def _far_title(scope: Scope, found: Profile) -> str:
    lang = scope.lang
    named = {
        key: within(catalogue.indicator(some[0].ranking.indicator).short[lang])
        for key, some in (("strong", found.strengths), ("weak", found.weaknesses))
        if some
    }
    key = "far_both" if len(named) == 2 else f"far_{next(iter(named))}"
    return text(f"finding.title.{key}", lang, name=scope.name_of(scope.home), **named)
