"""Places in a list and in a group, or why there are none."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from data.catalogue import Indicator
from indicators.rank import is_rankable, is_tied, rank, rank_within

PLACE = "place"
NO_PLACES = "not_ranked"
INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Placing:
    """Competition ranks by province code, ``Int64``; all missing where they are withheld."""

    ranks: "pd.Series[int]"
    group_ranks: "pd.Series[int]"
    tied: "pd.Series[bool]"
    group_tied: "pd.Series[bool]"
    withheld: str
    group_withheld: str


def place(scores: "pd.Series[float]", members: Collection[str], about: Indicator) -> Placing:
    """Rank a whole list, and the members of a group among themselves.

    Parameters
    ----------
    scores
        A value or NaN for *every* province of the list.
    members
        Codes of the group.
    about
        Gives the direction and which share of the provinces must have a value.

    Returns
    -------
    Placing
        In an incomplete table nobody's place is known. A group that is complete is ranked all
        the same: its places do not depend on the others.
    """
    withheld = reason(scores, list(scores.index), about)
    group_withheld = withheld and reason(scores, members, about)
    ranks = rank(scores, direction=about.direction)
    group_ranks = rank_within(scores, members, direction=about.direction)
    nothing = pd.Series(pd.NA, index=scores.index, dtype="Int64")
    ranks = nothing if withheld else ranks
    group_ranks = nothing if group_withheld else group_ranks
    return Placing(
        ranks, group_ranks, is_tied(ranks), is_tied(group_ranks), withheld, group_withheld
    )


def reason(scores: "pd.Series[float]", members: Collection[str], about: Indicator) -> str:
    """Say why members have no place: a place cannot be ranked, and some values may be missing."""
    if about.unit == PLACE:
        return NO_PLACES
    return "" if is_rankable(scores, members, min_share=about.rank_min_share) else INCOMPLETE
