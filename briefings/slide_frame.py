"""Where things stand on a slide: title, subtitle, figure, sentences, small print.

Everything is measured from the layout, so that an office's own master decides: what lies between
its title and its footer is ours.
"""

from dataclasses import dataclass
from typing import Any

from pptx.util import Inches, Pt

from briefings.slide_master import title_of

SUBTITLE = Pt(24)
SMALL = Pt(40)
GAP = Inches(0.12)
SAID_SHARE = 0.31
LOWER = 0.8  # placeholders below this share of the height are the footer


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def edges(self) -> tuple[int, int, int, int]:
        """Give left, top, width, height, as python-pptx takes them."""
        return self.left, self.top, self.width, self.height

    @property
    def points(self) -> tuple[float, float]:
        """Give width and height in points."""
        return self.width / 12700, self.height / 12700

    def parted(self, share: float) -> tuple["Box", "Box"]:
        """Part it into a left and a right box; the right one takes the share."""
        right = round(self.width * share)
        left = Box(self.left, self.top, self.width - right - 2 * GAP, self.height)
        return left, Box(self.left + self.width - right, self.top, right, self.height)

    def cut(self, height: int) -> tuple["Box", "Box"]:
        """Part it into an upper box, ``height`` high, and the rest below."""
        upper = Box(self.left, self.top, self.width, height)
        return upper, Box(self.left, self.top + height, self.width, self.height - height)


@dataclass(frozen=True, slots=True)
class Areas:
    """The places of one slide."""

    title: Box
    subtitle: Box
    figure: Box
    small: Box


def areas(layout: Any, height: int) -> Areas:
    """Give the places between the title of a layout and its footer, or the slide's lower edge."""
    shape = title_of(layout)
    title = Box(shape.left, shape.top, shape.width, shape.height)
    left, width, top = title.left, title.width, title.top + title.height
    lower = [shape.top for shape in layout.placeholders if shape.top > LOWER * height]
    bottom = min(lower, default=height - Inches(0.3))
    subtitle, rest = Box(left, top, width, bottom - top).cut(SUBTITLE)
    figure, small = rest.cut(rest.height - SMALL)
    return Areas(
        title, subtitle, Box(left, figure.top + GAP, width, figure.height - 2 * GAP), small
    )
