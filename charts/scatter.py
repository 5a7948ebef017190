"""Points of two indicators described as data, with the names that fit beside them.

Nobody knows on the server how wide the picture will be. Names are placed in a picture of a
phone's width and again in wider ones: a name that is drawn at a width collides with nothing at
any of the widths tried, else it is left out. Hovering names every point all the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from charts.lines import Axis
from charts.map.labels import Box, overlap
from charts.svg import width_of

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

SIDES: tuple[Side, ...] = (
    "middle right",
    "top center",
    "bottom center",
    "middle left",
    "top right",
    "bottom right",
    "top left",
    "bottom left",
)
HEIGHT = 430.0  # of the plot itself, in pixels, at every width
# Widths of the plot: what a figure of 320 to 600 pixels leaves it, and one of 600 to 1,400.
PHONE = (240.0, 285.0, 340.0, 420.0, 520.0)
WIDE = (530.0, 640.0, 780.0, 950.0, 1130.0, 1330.0)
SIZE = 11.0
LEADING = 1.3
PADDING = 1.0


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


def place_names(points: Sequence[Point], x: Axis, y: Axis) -> dict[str, Name]:
    """Give each name the first side where it is free at every width; leave out the others.

    The home province comes first and is named in any case, then the group, then the others;
    within each those with most air around them. Names that fit on a phone are placed before
    those that only fit on a wider screen.
    """
    spots = {width: _spots(points, x, y, width) for width in sorted({*PHONE, *WIDE})}
    taken: dict[float, list[Box]] = {
        width: [_point_box(point, *found[point.code]) for point in points]
        for width, found in spots.items()
    }
    placed: dict[str, Name] = {}
    for shows, widths in (("always", (*PHONE, *WIDE)), ("wide", WIDE)):
        for point in _by_weight(points):
            if point.code not in placed:
                must = point.is_home and shows == "always"
                if side := _free_side(point, spots, taken, sorted(set(widths)), must=must):
                    placed[point.code] = Name(side, shows)  # type: ignore[arg-type]
    return placed


def _by_weight(points: Sequence[Point]) -> list[Point]:
    """Order points: home, group, others; in each the ones far from the middle first."""
    middle_x = sum(point.x for point in points) / max(len(points), 1)
    middle_y = sum(point.y for point in points) / max(len(points), 1)
    wide = max((abs(point.x - middle_x) for point in points), default=1) or 1
    high = max((abs(point.y - middle_y) for point in points), default=1) or 1

    def weight(point: Point) -> tuple[bool, bool, float, str]:
        far = abs(point.x - middle_x) / wide + abs(point.y - middle_y) / high
        return not point.is_home, not point.in_group, -far, point.code

    return sorted(points, key=weight)


def _spots(
    points: Sequence[Point], x: Axis, y: Axis, width: float
) -> dict[str, tuple[float, float]]:
    """Give each point's place in pixels from the upper left corner of the plot."""
    (left, right), (low, high) = x.domain or (0.0, 1.0), y.domain or (0.0, 1.0)
    return {
        point.code: (
            (point.x - left) / (right - left) * width,
            (high - point.y) / (high - low) * HEIGHT,
        )
        for point in points
    }


def _point_box(point: Point, x: float, y: float) -> Box:
    r = point.radius
    return x - r, y - r, x + r, y + r


def _free_side(
    point: Point,
    spots: Mapping[float, Mapping[str, tuple[float, float]]],
    taken: Mapping[float, list[Box]],
    widths: Sequence[float],
    *,
    must: bool,
) -> Side | None:
    """Give the first side that is free at all widths, and take its ground there."""
    own = {width: _point_box(point, *spots[width][point.code]) for width in widths}
    inside: Side | None = None
    for side in SIDES:
        boxes = {width: name_box(point, side, *spots[width][point.code]) for width in widths}
        if not all(_is_inside(box, width) for width, box in boxes.items()):
            continue
        inside = inside or side
        if all(_is_free(boxes[width], taken[width], own[width]) for width in widths):
            return _take(boxes, taken, side)
    if must and inside:
        boxes = {width: name_box(point, inside, *spots[width][point.code]) for width in widths}
        return _take(boxes, taken, inside)
    return None


def _take(boxes: Mapping[float, Box], taken: Mapping[float, list[Box]], side: Side) -> Side:
    for width, box in boxes.items():
        taken[width].append(box)
    return side


def _is_inside(box: Box, width: float) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= HEIGHT


def _is_free(box: Box, taken: Iterable[Box], own: Box) -> bool:
    return not any(overlap(box, other) for other in taken if other != own)


def name_box(point: Point, side: Side, x: float, y: float) -> Box:
    """Give the ground of a name beside a point at (x, y), as Plotly sets text beside markers.

    Its text starts ``radius / 0.8 + 1`` pixels from the middle of the point.
    """
    width, height = width_of(point.name, SIZE), SIZE * LEADING
    off = point.radius / 0.8 + 1
    vertical, horizontal = side.split()
    left = {"left": x - off - width, "center": x - width / 2, "right": x + off}[horizontal]
    top = {"top": y - off - height, "middle": y - height / 2, "bottom": y + off}[vertical]
    return left - PADDING, top, left + width + PADDING, top + height


def named(figure: ScatterFigure, shows: Shows) -> Iterator[Point]:
    """Yield the points whose names are drawn on every screen, or on wide ones only."""
    for point in figure.points:
        found = figure.names.get(point.code)
        if found is not None and found.shows == shows:
            yield point
