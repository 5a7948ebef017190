"""Places: competition ranking, as the ministry prints it."""

from collections.abc import Collection

import pandas as pd

from indicators.model import Direction

TIE_DECIMALS = 9
"""Scores that agree to this many decimals are equal."""


def rank(scores: "pd.Series[float]", *, direction: Direction = 1) -> "pd.Series[int]":
    """Give 1 to the best score; equal scores share the better place (1, 2, 2, 4).

    Scores are compared before rounding for display. Two printed numbers that are equal are the
    same double, but a mean of two numbers can differ from an equal one in its last bits
    ((0.1 + 0.2) / 2 is not 0.15), which would part a tie that is there. So scores are compared
    to 9 decimals: far finer than any published figure, far coarser than the noise.

    Parameters
    ----------
    scores
        One value for each province, in any unit. Shape ``(n,)``.
    direction
        ``-1`` gives 1 to the lowest value, as for poverty.

    Returns
    -------
    pandas.Series
        ``Int64`` with the index of ``scores``. A province without a score gets ``<NA>``: no data
        is not last place.
    """
    comparable = without_noise(scores)
    return comparable.rank(ascending=direction == -1, method="min").astype("Int64")


def rank_within(
    scores: "pd.Series[float]", members: Collection[str], *, direction: Direction = 1
) -> "pd.Series[int]":
    """Rank the members of a group among themselves.

    The result keeps the index of ``scores``; provinces outside the group have ``<NA>``.
    """
    return rank(scores.where(scores.index.isin(list(members))), direction=direction)


def is_rankable(
    scores: "pd.Series[float]", members: Collection[str], *, min_share: float = 1.0
) -> bool:
    """Tell whether enough members have a value for a place among them to mean anything.

    With the default, one missing member is enough to withhold the ranking: in an incomplete
    table nobody's place is known. A list without members is not rankable.
    """
    if not members:
        return False
    known = int(scores.reindex(list(members)).notna().sum())
    return round(known / len(members), TIE_DECIMALS) >= round(min_share, TIE_DECIMALS)


def is_tied(ranks: "pd.Series[int]") -> "pd.Series[bool]":
    """Tell for each province whether it shares its place; a province without one does not."""
    return ranks.notna() & ranks.duplicated(keep=False)


def without_noise(scores: "pd.Series[float]") -> "pd.Series[float]":
    """Give the scores as they are compared: doubles rounded to 9 decimals, missing as NaN."""
    return scores.astype("float64").round(TIE_DECIMALS)
