"""Change between two periods, under the rule of breaks.

A break parts two periods that must not be compared for an indicator: another method, another
poverty standard. Across it points, growth and places are withheld, with one exception that each
break names: the place of the total may be compared, marked as for reference only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

import pandas as pd

from indicators.period import Period, parse

Withheld = Literal["", "break", "list"]


@dataclass(frozen=True, slots=True)
class Break:
    """A line between two periods of an indicator.

    ``before`` is the last period of the old way and ``after`` the first of the new one;
    ``reason`` is the key of a text. ``place_of`` holds the ids of the indicators whose place may
    be compared across the break all the same.
    """

    before: str
    after: str
    reason: str
    place_of: frozenset[str] = frozenset()

    def lies_between(self, earlier: Period, later: Period) -> bool:
        """Tell whether the earlier period reaches before the break and the later one after it."""
        return earlier.start <= parse(self.before).end and later.end >= parse(self.after).start


@dataclass(frozen=True, slots=True)
class Comparable:
    """What may be said of an indicator between two periods, and why not more.

    ``withheld`` is empty when points may be compared, ``break`` when ``broken_by`` forbids it,
    ``list`` when the two sides stand on different lists of provinces. With a break and ``place``
    true the place is for reference only.
    """

    points: bool
    place: bool
    withheld: Withheld = ""
    broken_by: Break | None = None


def breaks_between(breaks: Iterable[Break], earlier: str, later: str) -> tuple[Break, ...]:
    """Give the breaks between two periods, oldest first, in whichever order the two are named."""
    first, last = sorted((parse(earlier), parse(later)))
    between = [each for each in breaks if each.lies_between(first, last)]
    return tuple(sorted(between, key=lambda each: parse(each.after)))


def break_between(breaks: Iterable[Break], earlier: str, later: str) -> Break | None:
    """Give the newest break between two periods, or ``None`` where they may be compared.

    When several lie between, its ``place_of`` keeps only what every one of them allows.
    """
    between = breaks_between(breaks, earlier, later)
    if not between:
        return None
    allowed = reduce(frozenset.intersection, (each.place_of for each in between))
    return replace(between[-1], place_of=allowed)


def comparable(
    indicator_id: str,
    breaks: Iterable[Break],
    earlier: str,
    later: str,
    *,
    boundaries: tuple[str, str] = ("", ""),
) -> Comparable:
    """Tell what may be compared of an indicator between two periods.

    Parameters
    ----------
    earlier, later
        Periods as text.
    boundaries
        The lists of provinces of both sides. Places and points on different lists are never
        compared: 49 of 63 and 22 of 34 say nothing together.
    """
    if boundaries[0] != boundaries[1]:
        return Comparable(points=False, place=False, withheld="list")
    broken = break_between(breaks, earlier, later)
    if broken is None:
        return Comparable(points=True, place=True)
    return Comparable(False, indicator_id in broken.place_of, "break", broken)


def value_change(
    earlier: "pd.Series[float]", later: "pd.Series[float]", allowed: Comparable
) -> "pd.Series[float]":
    """Give later minus earlier, in the indicator's unit, with the index of ``later``.

    Missing where either side is missing, and everywhere when points are withheld.
    """
    change = later.astype("float64") - earlier.astype("float64").reindex(later.index)
    return change if allowed.points else pd.Series(float("nan"), index=change.index)


def rank_change(
    earlier: "pd.Series[int]", later: "pd.Series[int]", allowed: Comparable
) -> "pd.Series[int]":
    """Give the places risen, ``Int64``: from 37 to 25 is +12, a fall is negative.

    Takes places, as ``rank.rank`` or ``rank.rank_within`` give them. Missing where either side
    has no place, and everywhere when places are withheld.
    """
    risen = earlier.astype("Int64").reindex(later.index) - later.astype("Int64")
    return risen if allowed.place else pd.Series(pd.NA, index=risen.index, dtype="Int64")


def growth(earlier: float | None, later: float | None) -> float | None:
    """Give the growth of one count in percent: 40 after 32 is +25.

    ``None`` where either side is missing, and from zero, where growth has no meaning. Breaks are
    the caller's: ask ``comparable`` first.
    """
    if earlier is None or later is None or earlier == 0:
        return None
    return 100 * (later - earlier) / abs(earlier)
