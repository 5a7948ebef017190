"""How two indicators go together: correlation with its interval, what single provinces do to it.

A correlation describes the provinces that were measured; it is no cause. The interval says how
far chance alone could have moved it if they were a sample of provinces in like conditions.
"""

from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist
from typing import Literal

import numpy as np
import pandas as pd

from indicators.errors import CalculationError
from indicators.rank import without_noise

Method = Literal["pearson", "spearman"]

LEAST = 10
"""Under ten pairs an interval spans nearly everything: no correlation is given."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """A coefficient without unit, -1 to 1, its interval, and the number of pairs.

    ``r``, ``low`` and ``high`` are ``None`` with fewer than ``LEAST`` pairs, and where one of
    the two indicators is the same everywhere.
    """

    method: Method
    n: int
    r: float | None
    low: float | None
    high: float | None
    level: float = 0.95

    @property
    def excludes_zero(self) -> bool:
        """Tell whether the interval lies on one side of zero: there is something to say."""
        return self.low is not None and self.high is not None and self.low * self.high > 0


@dataclass(frozen=True, slots=True)
class Trend:
    """A straight line ``y = intercept + slope * x``, in the units of the two indicators."""

    intercept: float
    slope: float

    def at(self, x: float) -> float:
        """Give the line's y at x."""
        return self.intercept + self.slope * x


def pairs(x: "pd.Series[float]", y: "pd.Series[float]") -> pd.DataFrame:
    """Give the provinces that have both values, columns ``x`` and ``y``, by province code."""
    return pd.DataFrame({"x": without_noise(x), "y": without_noise(y)}).dropna()


def pearson(x: "pd.Series[float]", y: "pd.Series[float]", *, level: float = 0.95) -> Correlation:
    """Correlate values: how well a straight line describes the pairs.

    The interval is Fisher's: ``tanh(atanh(r) ± z / sqrt(n - 3))``. Provinces without both values
    are left out; both series have one value for each province code, in any unit.
    """
    known = pairs(x, y)
    return _correlation("pearson", known["x"], known["y"], level)


def spearman(x: "pd.Series[float]", y: "pd.Series[float]", *, level: float = 0.95) -> Correlation:
    """Correlate orders: whether more of one goes with more of the other, straight or not.

    Equal values share the mean of their places. The standard error of ``atanh(r)`` is that of
    Bonett and Wright (2000): ``sqrt((1 + r² / 2) / (n - 3))``.
    """
    known = pairs(x, y).rank()
    return _correlation("spearman", known["x"], known["y"], level)


def leave_one_out(x: "pd.Series[float]", y: "pd.Series[float]") -> "pd.Series[float]":
    """Give Pearson's r without each single province, by its code; NaN where there is none.

    From sums of squares about the mean: without province i they are
    ``S - n / (n - 1) * (x_i - mean x) * (y_i - mean y)``. The rest must be ``LEAST`` pairs too.
    """
    known = pairs(x, y)
    n = len(known)
    if n <= LEAST or known.nunique().min() < 2:
        return pd.Series(np.nan, index=known.index)
    dx, dy = known["x"] - known["x"].mean(), known["y"] - known["y"].mean()
    share = n / (n - 1)
    sxx, syy, sxy = (
        (one * other).sum() - share * one * other for one, other in ((dx, dx), (dy, dy), (dx, dy))
    )
    # what is left of a spread that one province made alone is noise of doubles
    sxx, syy = (
        left.where(left > 1e-12 * (one * one).sum()) for left, one in ((sxx, dx), (syy, dy))
    )
    return (sxy / (sxx * syy) ** 0.5).clip(-1, 1)


def trend(x: "pd.Series[float]", y: "pd.Series[float]") -> Trend | None:
    """Give the line of least squares of y on x, where there is something to draw.

    ``None`` with fewer than ``LEAST`` pairs, and where the interval of Pearson's r holds zero: a
    line through such points would show what the figures do not say.
    """
    if not pearson(x, y).excludes_zero:
        return None
    known = pairs(x, y)
    slope = float(known["x"].cov(known["y"]) / known["x"].var())
    return Trend(float(known["y"].mean() - slope * known["x"].mean()), slope)


def _correlation(
    method: Method, x: "pd.Series[float]", y: "pd.Series[float]", level: float
) -> Correlation:
    if not 0 < level < 1:
        raise CalculationError(f"No interval of level {level:g}. Give one between 0 and 1: 0.95.")
    n = len(x)
    if n < LEAST or x.nunique() < 2 or y.nunique() < 2:
        return Correlation(method, n, None, None, None, level)
    r = float(np.clip(x.corr(y), -1, 1))
    low, high = _interval(method, r, n, level)
    return Correlation(method, n, r, low, high, level)


def _interval(method: Method, r: float, n: int, level: float) -> tuple[float, float]:
    """Give the interval by Fisher's z; a perfect correlation leaves no room for one."""
    if abs(r) >= 1 - 1e-12:
        return r, r
    spread = 1 + r * r / 2 if method == "spearman" else 1.0
    wide = NormalDist().inv_cdf((1 + level) / 2) * sqrt(spread / (n - 3))
    return tanh(atanh(r) - wide), tanh(atanh(r) + wide)
