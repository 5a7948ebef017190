"""Names at the ends of lines, moved apart; a name that would stray too far is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from charts.lines import Line, LinesFigure

APART = 14.0  # pixels between two names
FURTHEST = 30.0  # pixels a name may stand away from its line's end


@dataclass(frozen=True, slots=True)
class EndName:
    """A name beside the last value of its line; ``shift`` is in pixels, upwards."""

    name: str
    value: float
    shift: float
    is_home: bool


def place_ends(figure: LinesFigure, height: float) -> list[EndName]:
    """Give the names of all lines but the faint ones, from the top; home stays in any case.

    ``height`` is that of the plot in pixels, which does not depend on the reader's screen.
    """
    spots = sorted(_spots(figure, height), key=lambda spot: (spot[0], not spot[1].is_home))
    placed: list[EndName] = []
    below = float("-inf")
    for y, line, value in spots:
        at = max(y, below + APART)
        if at - y <= FURTHEST or line.is_home:
            placed.append(EndName(line.name, value, y - at, line.is_home))
            below = at
    return placed


def _spots(figure: LinesFigure, height: float) -> Iterator[tuple[float, Line, float]]:
    """Yield (pixels from the top, line, last value) of each line to be named."""
    low, high = span(figure)
    for line in figure.lines:
        known = [value for value in line.values if value is not None]
        if known and not line.is_faint:
            share = (known[-1] - low) / (high - low)
            yield (share if figure.axis.reverse else 1 - share) * height, line, known[-1]


def span(figure: LinesFigure) -> tuple[float, float]:
    """Give the range of the axis: the one it has, else that of the values with some air."""
    if figure.axis.domain is not None:
        return figure.axis.domain
    known = [v for line in figure.lines for v in line.values if v is not None] or [0.0, 1.0]
    air = 0.08 * (max(known) - min(known)) or 0.5
    return min(known) - air, max(known) + air
