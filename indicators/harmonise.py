"""Figures of former provinces carried to the provinces formed of them.

All three rules take ``parts``: for each new province code the old codes whose figures make it,
one for a province that did not change. A new province is missing when any part is missing: the
mean of the parts that happen to be known is not the value of the whole.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.errors import WeightsError

Parts = Mapping[str, Sequence[str]]


def plain_mean(values: "pd.Series[float]", parts: Parts) -> "pd.Series[float]":
    """Give each new province the plain mean of its parts.

    It is the rule by which the ministry published the DTI 2024 on the list of 34.
    """
    sizes = pd.Series({new: len(old) for new, old in parts.items()}, dtype="float64")
    return total(values, parts) / sizes


def total(values: "pd.Series[float]", parts: Parts) -> "pd.Series[float]":
    """Add the parts up: for counts (people, points, households) and areas."""
    by_new = _by_new(values, parts).groupby(level=0, sort=False)
    sums = by_new.sum().where(by_new.count() == by_new.size())
    return sums.reindex(list(parts))


def weighted_mean(
    values: "pd.Series[float]", parts: Parts, weights: "pd.Series[float]"
) -> "pd.Series[float]":
    """Give each new province the mean of its parts, each as heavy as its weight.

    For rates: with the rate's own denominator (households) as weight the result is exact, with
    another one (population) it is an approximation, and the figure must say so.

    Parameters
    ----------
    values, weights
        By old province code. A weight that is missing makes the new province missing.

    Raises
    ------
    WeightsError
        If a weight is negative, or all weights of one new province are zero.
    """
    heavy = weights.astype("float64")
    sums = total(heavy, parts)
    if (_by_new(heavy, parts) < 0).any():
        raise WeightsError(f"The weight of {heavy.idxmin()} is {heavy.min():g}, below zero.")
    if (sums == 0).any():
        raise WeightsError(f"All weights of {sums.idxmin()} are zero. Give one of its parts one.")
    return total(values.astype("float64") * heavy, parts) / sums


def _by_new(values: "pd.Series[float]", parts: Parts) -> "pd.Series[float]":
    """Give the values of the parts, each under the code of its new province."""
    pairs = [(new, old) for new, olds in parts.items() for old in olds]
    known = values.astype("float64").reindex([old for _, old in pairs])
    return known.set_axis(pd.Index([new for new, _ in pairs], dtype="str"))
