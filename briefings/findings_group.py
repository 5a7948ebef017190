"""What a deck about a group shows: who stands where, who moved, what it is made of."""

from collections.abc import Iterable

from briefings import finding_titles as titles
from briefings import overview, payments
from briefings.finding import Finding
from briefings.finding_notes import group_rows, notes
from briefings.finding_scope import Scope
from briefings.findings_indices import indices, indices_of, widest_indices
from briefings.findings_one import (
    AGAINST,
    bars_of,
    finding,
    map_of,
    scatter_of,
    table_of,
    where,
)
from briefings.findings_parts import composition_of
from briefings.findings_years import course_of
from briefings.movers import movers, movers_table
from charts.source_line import capital
from data.errors import UnknownPeriod
from data.service.ranking_model import Ranking
from indicators.period import parse
from language import dates, text


def group_findings(scope: Scope, period: str) -> tuple[Finding, ...]:
    """Give what is known of the group in a period, in the order in which it is told.

    What has no figures, or may not be compared, is left out. ``UnknownPeriod`` where no member of
    the group has a total: slides that say it again and again help nobody.
    """
    total = scope.ranking(overview.TOTAL, period)
    if all(row.value is None for row in total.rows):
        raise UnknownPeriod(f"No totals of {scope.group!r} in {period!r} on {scope.boundary!r}.")
    widest = widest_indices(indices(scope, period))
    moved = movers_of(scope, total)
    course = course_of(scope, overview.TOTAL, period)
    parts = composition_of(scope, period)
    # In a first year nobody rose or fell: the indices tell more of it.
    beside = indices_of(scope, period) if parts is None or moved is None else None
    return _known(
        map_of(scope, total),
        bars_of(scope, total),
        course,
        moved,
        *(bars_of(scope, one, titles.widest(one, scope.lang)) for one in widest[:1]),
        *(bars_of(scope, one) for one in widest[1:2] if course is None),
        parts,
        beside,
        scatter_of(scope, overview.TOTAL, AGAINST, period),
        payments_of(scope, period),
        table_of(scope, total),
    )


def movers_of(scope: Scope, ranking: Ranking) -> Finding | None:
    """Show who rose and who fell most; None where places are not compared or nobody moved."""
    rises, falls = movers(ranking)
    if ranking.rank_change_withheld or not (rises or falls):
        return None
    lang = scope.lang
    table = movers_table(ranking, lang, home=scope.home)
    former = dates.period(ranking.former or "", lang)
    notes_of = overview.for_reference(ranking, lang)
    return finding(
        scope,
        "table",
        f"{ranking.indicator}-movers-{ranking.period}",
        titles.moved(ranking, lang),
        where(
            scope,
            text("finding.movers", lang, former=former),
            capital(dates.period(ranking.period, lang)),
        ),
        table,
        table,
        notes(scope, [group_rows(ranking)]),
        (notes_of,) if notes_of else (),
    )


def payments_of(scope: Scope, period: str) -> Finding | None:
    """Show payments for 1,000 people where at least two members have figures, else the one.

    The newest period that ends in or before the year of the others; None without any figure.
    """
    for name in (one for one in payments.measures() if _for_people(one)):
        year = parse(period).year
        known = [one for one in scope.periods(name) if parse(one).year <= year]
        for when in reversed(known):
            ranking = scope.ranking(name, when)
            if ranking.group_n:
                return bars_of(scope, ranking, titles.standing(ranking, scope.lang, scope.home))
    return None


def _for_people(indicator: str) -> bool:
    return payments.partner(indicator)[1] == indicator


def _known(*found: Finding | None) -> tuple[Finding, ...]:
    kept: Iterable[Finding] = (one for one in found if one is not None)
    return tuple(kept)
