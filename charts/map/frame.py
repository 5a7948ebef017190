"""Where the parts of a map picture lie: title, map, legend, inset, small print. Pixels."""

from dataclasses import dataclass

from charts.map import inset, legend
from charts.map.base import Base
from charts.map.figure import MapFigure
from charts.map.labels import LEADING, Box
from charts.svg import wrap

MARGIN = 12.0
TITLE = 16.0
TALLEST = 760.0
ROOMY = 560.0  # px of map from which labels carry values


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the map lies in the picture and how many pixels a unit of the base is."""

    x: float
    y: float
    width: float
    height: float
    scale: float

    def at(self, point: list[int]) -> tuple[float, float]:
        """Turn base units to pixels of the picture."""
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def box(self, units: list[int]) -> Box:
        """Turn a box in base units to pixels of the picture."""
        return (*self.at(units[:2]), *self.at(units[2:]))

    @property
    def edges(self) -> Box:
        """The frame's own box."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that has a place. ``inset`` is None on the national map."""

    title: list[str]
    frame: Frame
    legend: float  # top
    inset: Box | None
    small: float  # top of the small print


def layout(figure: MapFigure, view: Base, width: float) -> Layout:
    """Lay out a picture ``width`` pixels wide."""
    inner = width - 2 * MARGIN
    title = wrap(figure.title, TITLE, inner)
    frame = _frame(view, inner, MARGIN + len(title) * TITLE * LEADING + 6)
    top = frame.y + frame.height + 10
    box = inset.box_in(view["inset"], frame.edges) if "inset" in view else None
    return Layout(title, frame, top, box, top + legend.height(inner) + 12)


def _frame(view: Base, inner: float, top: float) -> Frame:
    scale = min(inner / view["width"], TALLEST / view["height"])
    width = view["width"] * scale
    return Frame(MARGIN + (inner - width) / 2, top, width, view["height"] * scale, scale)
