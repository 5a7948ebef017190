"""The country in small beside the northern map: where the northern view lies."""

from collections.abc import Sequence

from charts.map.base import Base
from charts.map.islands import dot
from charts.map.labels import Box
from charts.map.view import INSET
from charts.svg import label, tag
from charts.theme import Theme
from language import Lang, text

WIDEST = 118.0
SHARE = 0.205  # of the map's width: the free corner in the north-east
SIZE = 7.5
SIZE_NARROW = 6.8


def box_in(small: Base, edges: Box) -> Box:
    """Give the inset's place: the upper right corner of the northern map, which is not Vietnam."""
    left, top, right, _ = edges
    width = min(WIDEST, SHARE * (right - left))
    return right - width, top, right, top + width * small["height"] / small["width"]


def inset(small: Base, lang: Lang, theme: Theme, box: Box) -> str:
    """Draw the country into a box made by ``box_in``."""
    left, top, right, bottom = box
    scale = (right - left) / small["width"]
    content = [
        _ground(right - left, bottom - top, theme),
        tag("path", d=small["d"], fill=theme.muted, transform=f"scale({scale:.4f})"),
        _window([value * scale for value in small["frame"]], theme),
        *(_islands(one, scale, lang, theme) for one in small["archipelagos"]),
    ]
    return tag("g", *content, transform=f"translate({left:.1f} {top:.1f})")


def _ground(width: float, height: float, theme: Theme) -> str:
    colours = {"fill": theme.background, "stroke": theme.land_line}
    return tag("rect", width=width, height=height, rx=3, stroke_width=0.8, **colours)


def _window(corners: Sequence[float], theme: Theme) -> str:
    west, north, east, south = corners
    return tag(
        "rect",
        x=west,
        y=north,
        width=east - west,
        height=south - north,
        fill="none",
        stroke=theme.accent,
        stroke_width=1.2,
    )


def _islands(one: Base, scale: float, lang: Lang, theme: Theme) -> str:
    """Draw one archipelago with its name above: below Trường Sa the box ends."""
    size = SIZE if scale * INSET.width >= 90 else SIZE_NARROW
    points = [(x * scale, y * scale) for x, y in one["points"]]
    y = min(p[1] for p in points) - 3
    words = text(f"chart.map.{one['id']}.short", lang)
    halo = {"stroke": theme.background, "paint_order": "stroke"}
    right = scale * INSET.width - 3
    name = label(right, y, words, size=size, text_anchor="end", stroke_width=2, **halo)
    return "".join(dot(*point, 0.8, theme.muted, theme) for point in points) + name
