"""Names beside points that collide with nothing, however wide the picture will be.

The server does not know the width. A name is tried at the widths of phones and of wide screens;
where it is drawn it is free at every one of them, else it is left out. Between two widths tried
points move in a straight line, so what is free at both hardly meets in between. Hovering names
every point all the same.
"""

from collections.abc import Iterable, Mapping, Sequence

from charts.lines import Axis
from charts.map.labels import Box, overlap
from charts.scatter import FitLine, Name, Point, Shows, Side
from charts.svg import width_of

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
PHONE = (215.0, 285.0, 340.0, 420.0, 520.0)
WIDE = (530.0, 640.0, 780.0, 950.0, 1130.0, 1330.0)
SIZE = 11.0
LEADING = 1.3
PADDING = 1.0

Spot = tuple[float, float]


def place_names(
    points: Sequence[Point], x: Axis, y: Axis, trend: FitLine | None = None
) -> dict[str, Name]:
    """Give each name the first side where it is free; leave out the names without one.

    The home province comes first and is named in any case, then the group, then the others; in
    each of them those far from the middle, where there is room. A name that fits on phones
    is drawn everywhere; one that does not may still fit on wide screens. Only the group's names
    may cross the line of the trend.
    """
    ground = _Ground(points, x, y, trend)
    placed: dict[str, Name] = {}
    ordered = _by_weight(points)
    for shows, tier in (
        ("always", [point for point in ordered if point.is_home]),
        ("always", [point for point in ordered if point.in_group]),
        ("wide", [point for point in ordered if point.in_group]),
        ("always", ordered),
        ("wide", ordered),
    ):
        for point in tier:
            if point.code not in placed and (found := ground.take(point, shows)):  # type: ignore[arg-type]
                placed[point.code] = found
    return placed


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


def spots(points: Iterable[Point], x: Axis, y: Axis, width: float) -> dict[str, Spot]:
    """Give each point's place in pixels from the upper left corner of a plot of this width."""
    return {point.code: _spot((point.x, point.y), x, y, width) for point in points}


class _Ground:
    """What is taken at each width: points, the names placed so far, the line."""

    def __init__(self, points: Sequence[Point], x: Axis, y: Axis, trend: FitLine | None) -> None:
        widths = (*PHONE, *WIDE)
        self.spots = {width: spots(points, x, y, width) for width in widths}
        self.taken: dict[float, list[tuple[str, Box]]] = {
            width: [(one.code, _around(one, *found[one.code])) for one in points]
            for width, found in self.spots.items()
        }
        ends = trend.ends if trend else ()
        self.line = {width: [_spot(end, x, y, width) for end in ends] for width in widths}

    def take(self, point: Point, shows: Shows) -> Name | None:
        """Take the first free side; the home province takes one in any case."""
        widths = (*PHONE, *WIDE) if shows == "always" else WIDE
        inside = {side: boxes for side in SIDES if (boxes := self._inside(point, side, widths))}
        free = [side for side, boxes in inside.items() if self._is_free(point, boxes)]
        clear = [side for side in free if not self._is_crossed(inside[side])]
        may_cross = free if point.in_group or point.is_home else []
        must = list(inside) if point.is_home else []
        for side in [*clear, *may_cross, *must][:1]:
            for width, box in inside[side].items():
                self.taken[width].append((f"{point.code} name", box))
            return Name(side, shows)
        return None

    def _inside(self, point: Point, side: Side, widths: Iterable[float]) -> dict[float, Box]:
        """Give the name's ground at all widths; nothing where it leaves the plot at one."""
        boxes = {w: name_box(point, side, *self.spots[w][point.code]) for w in widths}
        fits = all(
            left >= 0 and top >= 0 and right <= width and bottom <= HEIGHT
            for width, (left, top, right, bottom) in boxes.items()
        )
        return boxes if fits else {}

    def _is_free(self, point: Point, boxes: Mapping[float, Box]) -> bool:
        return not any(
            overlap(box, other)
            for width, box in boxes.items()
            for code, other in self.taken[width]
            if code != point.code
        )

    def _is_crossed(self, boxes: Mapping[float, Box]) -> bool:
        return any(_crosses(self.line[width], box) for width, box in boxes.items())


def _by_weight(points: Sequence[Point]) -> list[Point]:
    """Order points: those far from the middle first, in widths of the whole cloud."""
    count = max(len(points), 1)
    middle_x = sum(point.x for point in points) / count
    middle_y = sum(point.y for point in points) / count
    wide = max((abs(point.x - middle_x) for point in points), default=1) or 1
    high = max((abs(point.y - middle_y) for point in points), default=1) or 1

    def weight(point: Point) -> tuple[float, str]:
        far = abs(point.x - middle_x) / wide + abs(point.y - middle_y) / high
        return -far, point.code

    return sorted(points, key=weight)


def _spot(at: tuple[float, float], x: Axis, y: Axis, width: float) -> Spot:
    (left, right), (low, high) = x.domain or (0.0, 1.0), y.domain or (0.0, 1.0)
    return (at[0] - left) / (right - left) * width, (high - at[1]) / (high - low) * HEIGHT


def _around(point: Point, x: float, y: float) -> Box:
    r = point.radius
    return x - r, y - r, x + r, y + r


def _crosses(line: Sequence[Spot], box: Box) -> bool:
    """Tell whether a line, from left to right, runs through a box."""
    if not line:
        return False
    (x0, y0), (x1, y1) = line
    left, right = max(box[0], x0), min(box[2], x1)
    if left >= right:
        return False
    slope = (y1 - y0) / (x1 - x0)
    ys = sorted((y0 + slope * (left - x0), y0 + slope * (right - x0)))
    return ys[0] < box[3] and ys[1] > box[1]
