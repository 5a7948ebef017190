"""Names beside the points of a native chart, where they collide with nothing.

The plot's size in points is known, because the chart says where its plot stands. Office programs
know four sides for a label; a name that is free on none of them is left out.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from charts.lines import Axis
from charts.map.labels import Box, overlap
from charts.scatter import Point
from charts.svg import width_of

Side = Literal["r", "t", "b", "l"]
SIDES: tuple[Side, ...] = ("r", "t", "b", "l")
AWAY = 5.0  # points from the middle of a mark to its label
MARK = 4.0  # points: half a mark
PAD = 1.5


def place(
    points: Sequence[Point], x: Axis, y: Axis, plot: tuple[float, float], size: float
) -> dict[str, Side]:
    """Give the side of each name that fits, the home province's in any case, then the group's.

    ``plot`` is (width, height) in points, ``size`` that of the text; both axes have a domain.
    """
    spots = {point.code: _spot(point, x, y, plot) for point in points}
    marks = [(px - MARK, py - MARK, px + MARK, py + MARK) for px, py in spots.values()]
    taken, placed = list(marks), dict[str, Side]()
    for point in sorted(points, key=lambda one: (not one.is_home, not one.in_group)):
        own = marks[list(spots).index(point.code)]
        others = [box for box in taken if box != own]
        for side, box in _options(point, spots[point.code], size):
            if _inside(box, plot) and not any(overlap(box, other) for other in others):
                placed[point.code] = side
                taken.append(box)
                break
        else:
            if point.is_home:
                placed[point.code] = "r"
    return placed


def _options(point: Point, spot: tuple[float, float], size: float) -> Iterator[tuple[Side, Box]]:
    width, height = width_of(point.name, size) + 2 * PAD, size * 1.3
    x, y = spot
    for side in SIDES:
        left = {"r": x + AWAY, "l": x - AWAY - width}.get(side, x - width / 2)
        top = {"t": y - AWAY - height, "b": y + AWAY}.get(side, y - height / 2)
        yield side, (left, top, left + width, top + height)


def _spot(point: Point, x: Axis, y: Axis, plot: tuple[float, float]) -> tuple[float, float]:
    (left, right), (low, high) = x.domain or (0.0, 1.0), y.domain or (0.0, 1.0)
    across = (point.x - left) / (right - left) * plot[0]
    return across, (high - point.y) / (high - low) * plot[1]


def _inside(box: Box, plot: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= plot[0] and box[3] <= plot[1]
