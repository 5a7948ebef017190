"""How far from others: gaps to a reference, and bands of scores that are close."""

from collections.abc import Collection

import pandas as pd

from indicators.errors import CalculationError
from indicators.model import Direction
from indicators.rank import TIE_DECIMALS, rank, without_noise

LEAST_FOR_MEDIAN = 3
"""The median of two values is only their mean: it says nothing about a group."""


def gap_to_leader(
    scores: "pd.Series[float]",
    members: Collection[str] | None = None,
    *,
    direction: Direction = 1,
) -> "pd.Series[float]":
    """Give score minus the best score: zero for the leader, negative behind it.

    Parameters
    ----------
    scores
        By province code, in the indicator's unit; the gap has the same unit.
    members
        The group whose leader is meant; all provinces when not given. Provinces outside the
        group get a gap too: how far they stand from that leader.
    direction
        ``-1`` when the lowest value leads; gaps are then positive behind the leader.

    Returns
    -------
    pandas.Series
        With the index of ``scores``; missing where the score is, and all missing when nobody in
        the group has a score.
    """
    known = _of(scores, members)
    return scores.astype("float64") - (known.max() if direction == 1 else known.min())


def gap_to_median(
    scores: "pd.Series[float]", members: Collection[str] | None = None
) -> "pd.Series[float]":
    """Give score minus the median of the group; missing when fewer than three have a score."""
    known = _of(scores, members).dropna()
    middle = known.median() if len(known) >= LEAST_FOR_MEDIAN else float("nan")
    return scores.astype("float64") - middle


def gap_to_mean(
    scores: "pd.Series[float]", members: Collection[str] | None = None
) -> "pd.Series[float]":
    """Give score minus the plain mean of the provinces that have a score.

    Each province counts once, whatever its population: "the mean of the 63", which is not the
    national figure.
    """
    return scores.astype("float64") - _of(scores, members).mean()


def leaders(
    scores: "pd.Series[float]",
    members: Collection[str] | None = None,
    *,
    direction: Direction = 1,
) -> tuple[str, ...]:
    """Give the codes that stand first in the group: several when they tie, none without scores."""
    ranks = rank(_of(scores, members), direction=direction)
    return tuple(str(code) for code in ranks.index[(ranks == 1).fillna(False)])


def close_bands(
    scores: "pd.Series[float]", *, width: float = 0.01, direction: Direction = 1
) -> "pd.Series[int]":
    """Number the bands of close scores, 1 for the band of the best.

    The best score opens band 1. Going down, a score belongs to the band of the score above it as
    long as it lies less than ``width`` below the *best of that band*; the first that lies
    ``width`` or more below opens the next band and becomes its best. So any two provinces of one
    band differ by less than ``width``, equal scores are never parted, and the bands do not
    chain (0,700 0,695 0,689 are two bands, not one). Two neighbours in different bands may still
    be close to each other: a band says who is close, its edge says nothing.

    Returns
    -------
    pandas.Series
        ``Int64`` 1 … k with the index of ``scores``; ``<NA>`` where the score is missing.

    Raises
    ------
    CalculationError
        If ``width`` is not above zero.
    """
    if not width > 0:
        raise CalculationError(f"Bands of width {width:g} hold nothing. Give a width above zero.")
    known = without_noise(scores).dropna().sort_values(ascending=direction == -1)
    bands, band, best = [], 0, float("nan")
    for score in known:
        if not _is_close(score, best, width):
            band, best = band + 1, score
        bands.append(band)
    return pd.Series(bands, index=known.index, dtype="Int64").reindex(scores.index)


def quantile_bands(
    scores: "pd.Series[float]", k: int, *, direction: Direction = 1
) -> "pd.Series[int]":
    """Part the provinces into ``k`` bands of about equal size, 1 for the best.

    A province at place r of n, by competition ranking, is in band ``1 + (r - 1) * k // n``.
    Equal scores have one place and so one band; behind a long tie a band can be smaller than the
    others, or empty.

    Returns
    -------
    pandas.Series
        ``Int64`` with the index of ``scores``; ``<NA>`` where the score is missing.

    Raises
    ------
    CalculationError
        If ``k`` is below 1.
    """
    if k < 1:
        raise CalculationError(f"Cannot part provinces into {k} bands. Give at least 1.")
    ranks = rank(scores, direction=direction)
    return 1 + (ranks - 1) * k // max(int(ranks.count()), 1)


def _of(scores: "pd.Series[float]", members: Collection[str] | None) -> "pd.Series[float]":
    known = scores.astype("float64")
    return known if members is None else known.reindex(list(members))


def _is_close(score: float, best: float, width: float) -> bool:
    """Tell whether a score lies less than ``width`` from its band's best; NaN: no band yet."""
    return bool(round(abs(best - score), TIE_DECIMALS) < width)
