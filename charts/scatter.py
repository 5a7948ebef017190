"""Points of two indicators described as data, with the names that fit beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from charts.lines import Axis

Side = Literal[
    "middle right",
    "middle left",
    "top center",
    "bottom center",
    "top right",
    "bottom right",
    "top left",
    "bottom left",
]
Shows = Literal["always", "wide"]


@dataclass(frozen=True, slots=True)
class Point:
    """One province: where it stands, what hovering says, how it is marked.

    ``is_home`` is the reader's province and named in any case; ``in_group`` are named first.
    """

    code: str
    name: str
    x: float
    y: float
    hover: str
    in_group: bool = True
    is_home: bool = False

    @property
    def radius(self) -> float:
        """Half the point's size in pixels."""
        return 6.5 if self.is_home else 4.5 if self.in_group else 3.5


@dataclass(frozen=True, slots=True)
class FitLine:
    """A straight line from end to end, in the units of the axes, and what it is called."""

    ends: tuple[tuple[float, float], tuple[float, float]]
    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands, and whether there is room for it on a phone too."""

    side: Side
    shows: Shows


@dataclass(frozen=True, slots=True)
class ScatterFigure:
    """Points on two axes; both axes have a domain. ``source`` is the line under the figure.

    ``group``, ``others`` and ``home`` say what the kinds of points are.
    """

    title: str
    subtitle: str
    x: Axis
    y: Axis
    points: tuple[Point, ...]
    source: str
    description: str
    group: str
    others: str = ""
    home: str = ""
    trend: FitLine | None = None
    illustrative: bool = False
    names: Mapping[str, Name] = field(default_factory=dict)


def domain(values: Iterable[float], *, margin: float = 0.06) -> tuple[float, float]:
    """Give the range of some values with air on both sides; (0, 1) without any."""
    known = list(values)
    if not known:
        return 0.0, 1.0
    low, high = min(known), max(known)
    air = margin * (high - low) or max(abs(high), 1.0) * margin
    return low - air, high + air
