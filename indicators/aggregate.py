"""Components put together: weighted sums, and the DTI's pillars taken apart again.

Weights are shares of one, by indicator id, for *all* main indices of a year, so that what the
activities leave is the share of the foundations (0.50 under Decision 922/QĐ-BTTTT: awareness,
institutions, infrastructure, human resources, security, 0.10 each).
"""

import math
from collections.abc import Mapping

import pandas as pd

from indicators.errors import WeightsError

Weights = Mapping[str, float]


def weighted_sum(components: pd.DataFrame, weights: Weights) -> "pd.Series[float]":
    """Add up components times weights: the index itself.

    Parameters
    ----------
    components
        One column for each weighted index, by province code.
    weights
        Shares of one; a share of 0 needs no column.

    Returns
    -------
    pandas.Series
        By province code; missing when any component is missing.

    Raises
    ------
    WeightsError
        If the weights do not sum to one, or a weighted component has no column.
    """
    _check(weights)
    used = {name: share for name, share in weights.items() if share > 0}
    if absent := sorted(set(used) - set(components.columns)):
        raise WeightsError(f"There are weights but no values for {', '.join(absent)}.")
    return _weighted(components[list(used)], used)


def foundations(
    total: "pd.Series[float]", activities: pd.DataFrame, weights: Weights
) -> "pd.Series[float]":
    """Give what the foundations add to the total: total less the weighted activities.

    The single foundations of most provinces are not published; their sum follows from what is:
    ``0.10 x (five foundations) = DTI - 0.20 x government - 0.15 x economy - 0.15 x society``.

    Parameters
    ----------
    total
        The index, 0-1, by province code.
    activities
        One column for each activity index, 0-1, named by indicator id.
    weights
        Shares of one for all main indices.

    Returns
    -------
    pandas.Series
        Points of the total, 0 to the foundations' share; missing when the total or any activity
        is missing. Divide by :func:`foundation_share` for their mean on the scale 0-1.

    Raises
    ------
    WeightsError
        If weights do not sum to one, or an activity has none.
    """
    shares = _of_activities(activities, weights)
    return total.astype("float64") - _weighted(activities, shares).reindex(total.index)


def foundation_share(activities: pd.DataFrame, weights: Weights) -> float:
    """Give the share of the total that the activities leave, 0.50 in 2021-2023."""
    return 1.0 - sum(_of_activities(activities, weights).values())


def pillar(
    activity: str, total: "pd.Series[float]", activities: pd.DataFrame, weights: Weights
) -> "pd.Series[float]":
    """Give the pillar of one activity: the foundations counted in, on the scale 0-1.

    ``pillar k = (0.10 x sum of the foundations + w_k x activity_k) / (0.50 + w_k)``

    The formula is inferred, not published: it reproduces all 21 published pillar ranks of 2022
    and 2023. It needs the weights of the year, so there is none for 2024. Parameters, missing
    values and errors as for :func:`foundations`; ``activity`` names one of the columns.
    """
    shared = foundation_share(activities, weights)
    weight = weights[activity]
    common = foundations(total, activities, weights)
    return (common + weight * activities[activity].reindex(total.index)) / (shared + weight)


def _of_activities(activities: pd.DataFrame, weights: Weights) -> dict[str, float]:
    _check(weights)
    if absent := sorted(set(activities.columns) - set(weights)):
        raise WeightsError(f"There are values but no weights for {', '.join(absent)}.")
    return {name: weights[name] for name in activities.columns}


def _weighted(components: pd.DataFrame, shares: Weights) -> "pd.Series[float]":
    numbers = components.astype("float64") * pd.Series(shares, dtype="float64")
    return numbers.sum(axis="columns", skipna=False)


def _check(weights: Weights) -> None:
    if negative := sorted(name for name, share in weights.items() if share < 0):
        raise WeightsError(f"The weight of {', '.join(negative)} is below zero.")
    if not math.isclose(sum(weights.values()), 1.0, abs_tol=1e-9):
        raise WeightsError(f"Weights sum to {sum(weights.values()):g}. Give shares of one.")
