"""Hoàng Sa and Trường Sa on the national map: coloured as their province, always labelled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from charts.map.base import Base
from charts.map.figure import MapFigure
from charts.map.labels import Box
from charts.svg import label, tag, width_of
from charts.theme import Theme
from language import Lang, text

if TYPE_CHECKING:  # the frame makes room for the inset, which draws these islands
    from charts.map.frame import Frame

DOT = 2.6
SIZE = 10.5


def islands(
    figure: MapFigure, view: Base, lang: Lang, theme: Theme, frame: "Frame"
) -> tuple[str, list[Box]]:
    """Draw both archipelagos; gives the markup and the boxes that their labels take."""
    drawn, boxes = "", []
    for one in view["archipelagos"]:
        fill = _fill(figure, one["code"][figure.boundary], theme)
        points = [frame.at(point) for point in one["points"]]
        drawn += "".join(dot(x, y, DOT, fill, theme) for x, y in points)
        words = [text(f"chart.map.{one['id']}.{line}", lang) for line in ("name", "province")]
        markup, box = caption(points, words, theme)
        drawn += markup
        boxes.append(box)
    return drawn, boxes


def dot(x: float, y: float, radius: float, fill: str, theme: Theme) -> str:
    """Draw one island; the dark outline keeps a pale class visible on the sea."""
    return tag("circle", cx=x, cy=y, r=radius, fill=fill, stroke=theme.ink, stroke_width=0.9)


def caption(
    points: Sequence[tuple[float, float]], words: list[str], theme: Theme
) -> tuple[str, Box]:
    """Write the archipelago's name under its islands."""
    x = (min(p[0] for p in points) + max(p[0] for p in points)) / 2
    y = max(p[1] for p in points) + DOT + SIZE + 3
    half = max(width_of(line, SIZE) for line in words) / 2
    markup = "".join(
        label(x, y + position * SIZE * 1.2, line, size=SIZE, fill=theme.ink, text_anchor="middle")
        for position, line in enumerate(words)
    )
    return markup, (x - half, y - SIZE, x + half, y + len(words) * SIZE * 1.2)


def _fill(figure: MapFigure, code: str, theme: Theme) -> str:
    found = figure.scale.class_of(figure.values.get(code)) if figure.is_member(code) else None
    return theme.background if found is None else theme.fills(figure.scale.ramp)[found]
