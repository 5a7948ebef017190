"""One province: where it stands on everything that is known of it, and what it was made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from data.catalogue import indicator as catalogue_entry
from data.reference import boundaries, parts, successor
from data.reference import province as reference_province
from data.service.figures import Figures
from data.service.ranking import ranking
from data.service.ranking_model import Ranking, Row
from indicators.standing import distance_from_median

TOTAL = "dti_total"
MOST = 5
"""How many strengths, and how many weaknesses, are named at most."""
AT_THE_MEDIAN = 0.05
"""A distance that is shown as 0.0 is neither a strength nor a weakness; nor is a gap shown as 0."""

Ranked = Callable[[str, str, str, str], Ranking]
"""Gives the ranking of (indicator, period, list, group)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A province in its newest ranking of one indicator.

    ``distance`` is how many robust standard deviations it is better than the group's median
    (``indicators.standing``); ``None`` where that cannot be said or would not mean anything.
    """

    ranking: Ranking
    row: Row
    distance: float | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One province of a list against one group.

    ``standings`` follow the catalogue; ``strengths`` and ``weaknesses`` go from the largest
    distance down. An indicator of which the province has no value stands with its newest period.
    """

    province_code: str
    boundary: str
    group: str
    release: int
    standings: tuple[Standing, ...]
    strengths: tuple[Standing, ...]
    weaknesses: tuple[Standing, ...]


def profile(
    figures: Figures,
    province: str,
    boundary: str,
    group: str = "country",
    *,
    lang: str = "vi",
    ranked: Ranked | None = None,
) -> Profile:
    """Say where a province stands on each indicator, in the newest period in which it has a value.

    Parameters
    ----------
    ranked
        Where rankings come from: give one that keeps them, they are shared by all profiles.

    Raises
    ------
    UnknownProvince, UnknownGroup, UnknownName
        For a name that is not there; the message says which are.
    """
    reference_province(province, boundary)
    give = ranked or ranked_anew(figures, lang)
    found = tuple(
        standing(give(name, period, boundary, group), province)
        for name in figures.indicators(boundary)
        for period in (newest_known(figures, name, province, boundary),)
    )
    return Profile(
        province_code=province,
        boundary=boundary,
        group=group,
        release=figures.release.id,
        standings=found,
        strengths=_largest(found, 1),
        weaknesses=_largest(found, -1),
    )


def newest_known(figures: Figures, indicator: str, province: str, boundary: str) -> str:
    """Give the newest period with a value of the province, else the newest there is."""
    periods = figures.periods(indicator, boundary)
    known = (
        period
        for period in reversed(periods)
        if figures.table(indicator, period, boundary)[province].value is not None
    )
    return next(known, periods[-1])


def standing(found: Ranking, province: str) -> Standing:
    """Set a province into a ranking, with its distance from the group's median."""
    return Standing(found, found.row(province), _distance(found, province))


def side(one: Standing) -> int:
    """Give 1 where a province is clearly better than its group's median, -1 where worse, else 0."""
    distance, gap = one.distance or 0.0, one.row.gap_to_median or 0.0
    if abs(distance) < AT_THE_MEDIAN or not round(abs(gap), one.ranking.decimals):
        return 0
    return 1 if distance > 0 else -1


def is_comparable(indicator: str) -> bool:
    """Tell whether being above or below others is a strength.

    Not for amounts that grow with a province's size (what is summed when provinces merge), not for
    places, not for what is made of the others: the total and the pillars.
    """
    about = catalogue_entry(indicator)
    is_pillar = about.derived is not None and about.derived.rule == "pillar"
    return about.merge != "total" and about.unit != "place" and indicator != TOTAL and not is_pillar


def predecessors(province: str, boundary: str) -> tuple[str, tuple[str, ...]]:
    """Give the list before and the codes there that a province was formed of; ``("", ())`` if one.

    A province that did not change has no predecessors to show beside it.
    """
    order = [one.id for one in boundaries()]
    place = order.index(boundary)
    before = order[place - 1] if place else ""
    found = parts(before, boundary)[province] if before else ()
    return (before, found) if len(found) > 1 else ("", ())


def became(province: str, boundary: str) -> tuple[str, str]:
    """Give (list, code) of the larger province that has this one in it since; else two ``""``."""
    order = [one.id for one in boundaries()]
    place = order.index(boundary) + 1
    if place == len(order):
        return "", ""
    code = successor(province)
    merged = len(parts(boundary, order[place])[code]) > 1
    return (order[place], code) if merged else ("", "")


def ranked_anew(figures: Figures, lang: str) -> Ranked:
    """Give the function that computes every ranking when it is asked for."""
    return partial(ranking, figures, lang=lang)


def _distance(found: Ranking, province: str) -> float | None:
    if not is_comparable(found.indicator) or found.row(province).value is None:
        return None
    scores = pd.Series(
        {row.province_code: row.value for row in found.everyone}, dtype="float64", name="value"
    )
    members = [row.province_code for row in found.rows]
    about = catalogue_entry(found.indicator)
    distance = distance_from_median(scores, members, direction=about.direction)[province]
    return None if pd.isna(distance) else float(distance)


def _largest(found: Iterable[Standing], sign: int) -> tuple[Standing, ...]:
    """Give those clearly on one side of the median, the farthest first."""
    far = [one for one in found if side(one) == sign]
    return tuple(sorted(far, key=lambda one: -sign * (one.distance or 0.0))[:MOST])
