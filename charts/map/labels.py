"""Labels that do not collide: the most important first, each where it fits, else not at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charts.svg import width_of

Box = tuple[float, float, float, float]  # left, top, right, bottom

LEADING = 1.18
PADDING = 2.0
STRAY = 1.5  # a label may be this much wider than its province
# steps from the best place, in widths and heights of the label
SHIFTS = ((0, 0), (0, -0.5), (0, 0.5), (-0.2, 0), (0.2, 0), (0, -1.05), (0, 1.05), (-0.35, 0.3))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label that wants a place: its best point, its province's box, its wordings.

    ``wordings`` are tried in order (name with value, then the name alone), each a tuple of
    lines. ``must``: it is drawn in any case, beyond its province if need be.
    """

    code: str
    x: float
    y: float
    box: Box
    wordings: tuple[tuple[str, ...], ...]
    size: float
    must: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with its place: the middle of its block."""

    code: str
    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    box: Box


def place(candidates: Iterable[Candidate], frame: Box, taken: Iterable[Box] = ()) -> list[Placed]:
    """Give each candidate in turn its first free place; those without one are left out.

    Candidates come in order of importance. ``taken`` are boxes that must stay free.
    """
    boxes, placed = list(taken), []
    for candidate in candidates:
        found = _first_free(candidate, frame, boxes)
        if found:
            boxes.append(found.box)
            placed.append(found)
    return placed


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes share ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _first_free(candidate: Candidate, frame: Box, boxes: list[Box]) -> Placed | None:
    options = list(_options(candidate, frame))
    for option in options:
        if not any(overlap(option.box, box) for box in boxes):
            return option
    return options[-1] if candidate.must and options else None


def _options(candidate: Candidate, frame: Box) -> Iterator[Placed]:
    """Yield the places inside the frame where the label would still be read as its province's."""
    for lines in candidate.wordings:
        width = max(width_of(line, candidate.size) for line in lines) + 2 * PADDING
        height = len(lines) * candidate.size * LEADING + PADDING
        for right, down in SHIFTS:
            x, y = candidate.x + right * width, candidate.y + down * height
            x = min(max(x, frame[0] + width / 2), frame[2] - width / 2)
            y = min(max(y, frame[1] + height / 2), frame[3] - height / 2)
            if candidate.must or _belongs(candidate, x, y, width):
                box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                yield Placed(candidate.code, x, y, lines, candidate.size, box)


def _belongs(candidate: Candidate, x: float, y: float, width: float) -> bool:
    left, top, right, bottom = candidate.box
    return left <= x <= right and top <= y <= bottom and width <= STRAY * (right - left)
