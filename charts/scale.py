"""Classes of values: where one colour ends and the next begins, fixed per indicator over years.

A value is classed as it is shown, after rounding half up: what reads 0,6000 is never coloured
as less than 0,60.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import SupportsFloat

from charts.theme import Ramp
from data.catalogue import Indicator
from language import Lang, text
from language.numbers import MINUS, is_missing, number, signed

CLASSES = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: the class (0 to 4) and its range in words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Four breaks between five classes; a value on a break belongs to the upper class.

    ``decimals`` are those of the values; ``ramp`` says which colours.
    """

    breaks: tuple[float, float, float, float]
    ramp: Ramp
    decimals: int

    def class_of(self, value: SupportsFloat | None) -> int | None:
        """Give 0 (lowest) to 4; None for a missing value, which is never a class."""
        shown = rounded(value, self.decimals)
        return None if shown is None else bisect_right(self.breaks, shown)

    def ticks(self, lang: Lang) -> tuple[str, ...]:
        """Write the breaks, all with as many decimals as the finest needs."""
        decimals = max(_needed(at, self.decimals) for at in self.breaks)
        write = signed if self.ramp == "change" else number
        return tuple(write(at, decimals, lang) for at in self.breaks)

    def legend(self, lang: Lang) -> tuple[Entry, ...]:
        """Give the classes in words, lowest first."""
        ticks = self.ticks(lang)
        inner = (
            text("chart.scale.between", lang, low=low, high=high) for low, high in pairwise(ticks)
        )
        below = text("chart.scale.below", lang, high=ticks[0])
        above = text("chart.scale.from", lang, low=ticks[-1])
        return tuple(
            Entry(position, words) for position, words in enumerate([below, *inner, above])
        )


def of_indicator(about: Indicator) -> Scale:
    """Give the scale that the catalogue fixes: the outer edges are open, the inner are breaks."""
    inner = about.scale.edges[1:-1]
    if about.scale.kind == "diverging":
        return Scale(_four(inner), "change", about.decimals)
    return at(inner, direction=about.direction, decimals=about.decimals)


def sequential(low: float, high: float, *, direction: int = 1, decimals: int) -> Scale:
    """Divide a fixed domain into five even classes; values beyond it join the outer ones."""
    step = (high - low) / CLASSES
    # steps are cut to the decimals shown, so that a break can be written exactly
    breaks = [rounded(low + step * position, decimals) or 0.0 for position in range(1, CLASSES)]
    return at(breaks, direction=direction, decimals=decimals)


def at(breaks: Sequence[float], *, direction: int = 1, decimals: int) -> Scale:
    """Make a sequential scale of four given breaks, rising; ValueError for others."""
    return Scale(_four(breaks), "more" if direction == 1 else "less", decimals)


def diverging(small: float, large: float, *, decimals: int) -> Scale:
    """Make a scale of changes: within ``small`` of zero is none, past ``large`` a strong one."""
    return Scale(_four([-large, -small, small, large]), "change", decimals)


def rounded(value: SupportsFloat | None, decimals: int) -> float | None:
    """Give the value as it is printed (half up on the decimal value); None for a missing one."""
    if is_missing(value):
        return None
    return float(number(value, decimals, "en").replace(",", "").replace(MINUS, "-"))


def _four(breaks: Sequence[float]) -> tuple[float, float, float, float]:
    if len(breaks) != CLASSES - 1 or sorted(set(breaks)) != list(breaks):
        raise ValueError(f"{breaks!r} are not four rising breaks.")
    first, second, third, fourth = map(float, breaks)
    return first, second, third, fourth


def _needed(value: float, at_most: int) -> int:
    """Count the decimals that a break needs to be written exactly."""
    return next((d for d in range(at_most) if round(value, d) == round(value, at_most)), at_most)
