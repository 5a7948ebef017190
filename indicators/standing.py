"""How far a province stands from its group's middle, comparable between indicators."""

from collections.abc import Collection

import pandas as pd

from indicators.model import Direction

LEAST_FOR_SPREAD = 5
"""With fewer known values one province decides the spread of its own group."""
NORMAL_MAD = 1.4826
"""Makes the median absolute deviation equal to the standard deviation of a normal sample."""
NORMAL_MEAN_AD = 1.2533
"""The same for the mean absolute deviation."""
NOISE = 1e-9


def spread(values: "pd.Series[float]") -> float:
    """Give a robust standard deviation, in the unit of ``values``; NaN when there is none.

    The median absolute deviation from the median, times 1.4826: a single extreme value does not
    move it. Where more than half of the values are equal it is zero, and the mean absolute
    deviation times 1.2533 takes its place (Iglewicz and Hoaglin, 1993). NaN with fewer than five
    known values, or when all are equal.
    """
    known = values.dropna()
    if len(known) < LEAST_FOR_SPREAD:
        return float("nan")
    deviations = (known - known.median()).abs()
    for found in (NORMAL_MAD * deviations.median(), NORMAL_MEAN_AD * deviations.mean()):
        if found > NOISE:
            return float(found)
    return float("nan")


def distance_from_median(
    scores: "pd.Series[float]", members: Collection[str], *, direction: Direction = 1
) -> "pd.Series[float]":
    """Give how many robust standard deviations each score is better than the group's median.

    Parameters
    ----------
    scores
        By province code, in the indicator's unit.
    members
        The group; its known members give the median and the spread. Provinces outside get a
        distance too.
    direction
        ``-1`` when less is better: a value below the median then has a positive distance.

    Returns
    -------
    pandas.Series
        Without unit, with the index of ``scores``; missing where the score is, and all missing
        where the group has no spread.
    """
    of_group = scores.reindex(list(members)).astype("float64")
    return direction * (scores.astype("float64") - of_group.median()) / spread(of_group)
