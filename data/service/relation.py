"""How two indicators go together in one period on one list: for the list and for a group.

Made of two rankings, so that every value keeps its status, its rule and the cells it came from.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from data.errors import UnknownPeriod
from data.service.figures import Figures
from data.service.ranking import Ranking, Row
from data.service.ranking import ranking as compute_ranking
from indicators import relate
from indicators.relate import Correlation, Trend
from language.sorting import sort_key


@dataclass(frozen=True, slots=True)
class Pair:
    """One province that has both values, each in its indicator's unit."""

    province_code: str
    label: str
    in_group: bool
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Without:
    """Pearson's r when one province is left out: the province that moves it most."""

    province_code: str
    label: str
    r: float


@dataclass(frozen=True, slots=True)
class Association:
    """What some provinces say together; ``without`` is ``None`` where no r can be given."""

    pearson: Correlation
    spearman: Correlation
    without: Without | None


@dataclass(frozen=True, slots=True)
class Relation:
    """Two indicators of one period and list: ``y`` seen against ``x``.

    ``pairs`` stand in Vietnamese order and have both values; ``incomplete`` are the codes of the
    others. ``members`` is the group's own association. ``trend`` is of all pairs, ``None`` where
    the figures do not carry a line.
    """

    y: Ranking
    x: Ranking
    pairs: tuple[Pair, ...]
    incomplete: tuple[str, ...]
    everyone: Association
    members: Association
    trend: Trend | None

    @property
    def period(self) -> str:
        """The period of both."""
        return self.y.period

    @property
    def boundary(self) -> str:
        """The list of both."""
        return self.y.boundary

    @property
    def group(self) -> str:
        """The group that is named first."""
        return self.y.group

    @property
    def illustrative(self) -> bool:
        """Tell whether any value is no real figure."""
        return self.y.illustrative or self.x.illustrative


def periods(figures: Figures, y: str, x: str, boundary: str) -> tuple[str, ...]:
    """Give the periods in which some province of the list has both values, oldest first."""
    shared = set(figures.periods(x, boundary))
    return tuple(
        period
        for period in figures.periods(y, boundary)
        if period in shared and _both(figures, y, x, period, boundary)
    )


def relation(
    figures: Figures, y: str, x: str, period: str, boundary: str, group: str, *, lang: str = "vi"
) -> Relation:
    """Relate ``y`` to ``x``; the errors are those of ``ranking``."""
    first, second = (
        compute_ranking(figures, name, period, boundary, group, lang=lang) for name in (y, x)
    )
    return relate_rankings(first, second)


def relate_rankings(y: Ranking, x: Ranking) -> Relation:
    """Relate two rankings of the same period, list and group.

    ``UnknownPeriod`` for two periods or two lists: such pairs would mean nothing.
    """
    if (y.period, y.boundary, y.group) != (x.period, x.boundary, x.group):
        raise UnknownPeriod(
            f"Cannot relate {y.indicator} ({y.period}, list of {y.boundary}, {y.group}) to "
            f"{x.indicator} ({x.period}, list of {x.boundary}, {x.group}). Give the same of both."
        )
    pairs = _pairs(y, x)
    xs, ys = _column(pairs, "x"), _column(pairs, "y")
    known = {pair.province_code for pair in pairs}
    return Relation(
        y=y,
        x=x,
        pairs=pairs,
        incomplete=tuple(r.province_code for r in y.everyone if r.province_code not in known),
        everyone=_association(pairs, xs, ys),
        members=_association([pair for pair in pairs if pair.in_group], xs, ys),
        trend=relate.trend(xs, ys),
    )


def _both(figures: Figures, y: str, x: str, period: str, boundary: str) -> bool:
    others = figures.table(x, period, boundary)
    return any(
        cell.value is not None and others[code].value is not None
        for code, cell in figures.table(y, period, boundary).items()
    )


def _pairs(y: Ranking, x: Ranking) -> tuple[Pair, ...]:
    others = {row.province_code: row for row in x.everyone}
    found = [
        pair for row in y.everyone if (pair := _pair(row, others[row.province_code])) is not None
    ]
    return tuple(sorted(found, key=lambda pair: sort_key(pair.label)))


def _pair(y: Row, x: Row) -> Pair | None:
    if y.value is None or x.value is None:
        return None
    return Pair(y.province_code, y.label, y.in_group, x.value, y.value)


def _column(pairs: Collection[Pair], name: str) -> "pd.Series[float]":
    codes = [pair.province_code for pair in pairs]
    return pd.Series([getattr(pair, name) for pair in pairs], index=codes, dtype="float64")


def _association(
    pairs: Collection[Pair], xs: "pd.Series[float]", ys: "pd.Series[float]"
) -> Association:
    codes = [pair.province_code for pair in pairs]
    x, y = xs[codes], ys[codes]
    linear = relate.pearson(x, y)
    return Association(linear, relate.spearman(x, y), _without(pairs, x, y, linear.r))


def _without(
    pairs: Collection[Pair], x: "pd.Series[float]", y: "pd.Series[float]", r: float | None
) -> Without | None:
    """Name the province whose absence moves r most; the first in order where two do."""
    left = relate.leave_one_out(x, y).dropna()
    if r is None or left.empty:
        return None
    code = str((left - r).abs().idxmax())
    label = next(pair.label for pair in pairs if pair.province_code == code)
    return Without(code, label, float(left[code]))
