"""Real findings of a release: one figure, a group's set, a province's set.

Slides, documents, pictures and one-file pages are all written from what these functions give.
Nothing is computed here that ``data.service`` does not say.
"""

from datetime import date

from briefings import overview
from briefings.finding import Finding, Which
from briefings.finding_scope import Scope, scope_of
from briefings.findings_group import group_findings
from briefings.findings_indices import indices_of
from briefings.findings_one import AGAINST, bars_of, map_of, scatter_of, table_of
from briefings.findings_parts import composition_of
from briefings.findings_province import province_findings, trend_of
from briefings.findings_years import places_of, values_of
from data.errors import UnknownPeriod
from data.reference import province
from data.service.figures import Figures
from data.service.profile import Ranked
from language import Lang


def of_figure(
    figures: Figures,
    kind: Which,
    indicator: str,
    period: str,
    boundary: str,
    group: str,
    lang: Lang,
    made: date,
    *,
    home: str = "",
    ranked: Ranked | None = None,
) -> Finding:
    """Give one figure as a finding.

    Parameters
    ----------
    kind
        ``lines`` are the places of the group for the DTI's total, the values for others. Of all
        periods, whatever ``period`` is: ``places`` and ``values`` of the group's members, and the
        ``trend`` of the province ``home`` beside the group's median.
        ``scatter`` sets the total against the indicator (against the poverty rate for the total
        itself). ``stacked`` is the total's parts, or a table where the weights are not known.
    made
        The day of making that stands on the figure.
    home
        The province that is outlined; "" for none.

    Raises
    ------
    UnknownIndicator, UnknownPeriod, UnknownGroup, UnknownName
        For a name that is not there, or a kind that has no figures in the period.
    """
    scope = scope_of(figures, boundary, group, lang, made, ranked, home)
    found = _of_kind(scope, kind, indicator, period)
    if found is None:
        there = ", ".join(scope.periods(indicator)) or "none"
        raise UnknownPeriod(
            f"No figures for {kind} of {indicator} in {period!r} on the list of {boundary}. "
            f"There: {there}."
        )
    return found


def of_group(
    figures: Figures,
    group: str,
    boundary: str,
    period: str,
    lang: Lang,
    made: date,
    *,
    home: str = "",
    ranked: Ranked | None = None,
) -> tuple[Finding, ...]:
    """Give what a deck about a group shows: seven to nine findings where figures are complete.

    Fewer where figures are missing; ``UnknownPeriod`` where no member has a total. The other
    errors are those of ``of_figure``.
    """
    return group_findings(scope_of(figures, boundary, group, lang, made, ranked, home), period)


def of_province(
    figures: Figures,
    province_code: str,
    boundary: str,
    group: str,
    period: str,
    lang: Lang,
    made: date,
    *,
    ranked: Ranked | None = None,
) -> tuple[Finding, ...]:
    """Give what a deck about a province shows: five to seven findings where figures are complete.

    The group is whom it is compared with. ``UnknownProvince``, and the errors of ``of_group``.
    """
    province(province_code, boundary)
    scope = scope_of(figures, boundary, group, lang, made, ranked, province_code)
    return province_findings(scope, period)


def _of_kind(scope: Scope, kind: Which, indicator: str, period: str) -> Finding | None:
    if kind in ("places", "values", "trend"):
        return _over_years(scope, kind, indicator)
    is_total = indicator == overview.TOTAL
    ranking = scope.ranking(indicator, period)
    if kind == "map":
        return map_of(scope, ranking)
    if kind == "bars":
        return bars_of(scope, ranking)
    if kind == "table":
        return table_of(scope, ranking)
    if kind == "lines":
        return places_of(scope, indicator, period) if is_total else values_of(scope, indicator)
    if kind == "scatter":
        return scatter_of(scope, overview.TOTAL, AGAINST if is_total else indicator, period)
    return (composition_of(scope, period) or indices_of(scope, period)) if is_total else None


def _over_years(scope: Scope, kind: Which, indicator: str) -> Finding | None:
    if kind == "places":
        return places_of(scope, indicator)
    if kind == "values":
        return values_of(scope, indicator)
    return trend_of(scope, indicator)
