"""Figures of a period that are those of another one in use: headings of two years changed places.

That all provinces have the very same figures in two years is beyond chance, unless the indicator
hardly changes: its own periods in use show that.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise

from indicators.period import Period, parse

Values = Mapping[str, float]
"""The values of one period by province code."""

_FEW = 8  # provinces, and different values of them, below which equal figures say little
_NEARLY_ALL, _USUAL = 0.95, 0.5
_EACH_WAY = 3


def periods_around(wanted: str, known: Iterable[str]) -> list[str]:
    """The periods of the same kind next to one, on both sides: any of them may have been meant."""
    return _around(parse(wanted), sorted(map(parse, set(known))))


def _around(now: Period, ordered: Sequence[Period]) -> list[str]:
    start, end = bisect_left(ordered, now), bisect_right(ordered, now)
    before = (ordered[place] for place in range(start - 1, -1, -1))
    after = (ordered[place] for place in range(end, len(ordered)))
    return [
        one.text
        for side in (before, after)
        for one in islice((one for one in side if one.kind == now.kind), _EACH_WAY)
    ]


class Repeats:
    """The periods of an indicator in use on one list of provinces: ``former`` by period."""

    def __init__(self, former: Mapping[str, Values]) -> None:
        self._former = former
        self._ordered = sorted(map(parse, former))

    def of(self, period: str, values: Values) -> str:
        """Give the period whose figures are given for this one; "" where they are of none.

        Numbers that were rounded differently are compared as the coarser are printed, where the
        periods in use tell how often that makes them equal; else they must be the same.
        """
        if len(values) < _FEW or _share(values, self._former.get(period, {}), 0) > _USUAL:
            return ""
        near = _around(parse(period), self._ordered)
        fitting = (one for one in near if self._is_repeated(values, self._former[one]))
        return next((one for one in fitting if self._is_unusual(values, period, one, near)), "")

    def _is_repeated(self, values: Values, was: Values) -> bool:
        first = {code: values[code] for code in [*islice(values, _FEW)]}
        if _share(first, was, _slack(first, was)) < _USUAL:
            return False  # nearly always: the whole need not be looked at
        is_whole = sum(code in was for code in values) >= _NEARLY_ALL * len(values)
        return is_whole and _share(values, was, _slack(values, was)) >= _NEARLY_ALL

    def _is_unusual(self, values: Values, period: str, other: str, near: list[str]) -> bool:
        """Whether equal figures say much: there are many, and periods in use do not repeat."""
        if len(set(values.values())) < max(_FEW, len(values) / 4):
            return False
        own = [period] if period in self._former else []
        known = [self._former[one.text] for one in sorted(map(parse, (*near, *own)))]
        slack = _slack(values, self._former[other])
        pairs = ((one, each, max(slack, _slack(one, each))) for one, each in pairwise(known))
        usual = [_share(*pair) for pair in pairs]
        return max(usual) < _USUAL if usual else slack == 0


def _share(one: Values, other: Values, slack: float) -> float:
    """The share of the provinces in both whose values are equal; none where there are few."""
    apart = [abs(value - other[code]) for code, value in one.items() if code in other]
    if len(apart) < _FEW:
        return 0.0
    return sum(each <= slack + 1e-9 for each in apart) / len(apart)


def _slack(one: Values, other: Values) -> float:
    """Half of the last digit of the coarser figures; nothing where both are printed alike."""
    codes = [code for code in one if code in other]
    decimals = [max((_decimals(each[code]) for code in codes), default=0) for each in (one, other)]
    return 0.0 if decimals[0] == decimals[1] else 0.5 * 10.0 ** -min(decimals)


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
