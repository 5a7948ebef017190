"""Shapes of a map as slides know them: outlines, dots and labels as DrawingML, grouped and named.

Written as text and parsed once: a map has thousands of points. Lengths of a base map are units;
on the slide they are EMU.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Any

from pptx.oxml import parse_xml

from language import Lang

Ring = list[tuple[float, float]]
EMU = 12700  # in a point
_SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_NUMBER = re.compile(r"-?\d+")
NO_FILL = "<a:noFill/>"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape looks: the fill as DrawingML, line colour ("" for none) and width in points."""

    fill: str
    line: str = ""
    width: float = 0.75


def solid(colour: str, opacity: float = 1.0) -> str:
    """Fill with a colour written "#rrggbb"."""
    alpha = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}">{alpha}</a:srgbClr></a:solidFill>'


def hatch(ink: str, ground: str) -> str:
    """Fill with thin strokes: what has no value is no class."""
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{ink[1:].upper()}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{ground[1:].upper()}"/></a:bgClr></a:pattFill>'
    )


def rings_of(d: str) -> list[Ring]:
    """Read the rings of a base path: ``M x y l dx dy ... z`` for each."""
    found = []
    for part in d.split("z")[:-1]:
        numbers = [float(one) for one in _NUMBER.findall(part)]
        found.append(list(zip(accumulate(numbers[0::2]), accumulate(numbers[1::2]), strict=True)))
    return found


def clipped(ring: Ring, width: float, height: float) -> Ring:
    """Cut a ring at the edges of its view (Sutherland and Hodgman); [] when all lies outside."""
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        if all((point[axis] - limit) * sign >= 0 for point in ring):
            continue
        kept: Ring = []
        for start, end in zip([ring[-1], *ring[:-1]], ring, strict=True):
            first, last = ((one[axis] - limit) * sign for one in (start, end))
            if (first < 0) != (last < 0):
                share = first / (first - last)
                kept.append(
                    (
                        start[0] + (end[0] - start[0]) * share,
                        start[1] + (end[1] - start[1]) * share,
                    )
                )
            if last >= 0:
                kept.append(end)
        ring = kept
        if not ring:
            return []
    return ring


class Sheet:
    """Collects shapes of one slide; every one gets an id of its own."""

    def __init__(self, shapes: Any) -> None:
        self.shapes = shapes
        self.next = 1 + max(int(one) for one in shapes.element.xpath("//p:cNvPr/@id"))

    def add_group(self, name: str, alt: str, children: Iterable[str], box: Sequence[float]) -> None:
        """Add shapes as one group; ``box`` in EMU is the ground that its children lie on."""
        head = self._name("p:nvGrpSpPr", "<p:cNvGrpSpPr/>", name, alt)
        left, top, width, height = (round(one) for one in box)
        place = f'x="{left}" y="{top}"', f'cx="{width}" cy="{height}"'
        frame = f"<a:off {place[0]}/><a:ext {place[1]}/><a:chOff {place[0]}/><a:chExt {place[1]}/>"
        words = (
            f"<p:grpSp {_SPACES}>{head}<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>"
            f"{''.join(children)}</p:grpSp>"
        )
        self.shapes.element.append(parse_xml(words))

    def outline(self, name: str, alt: str, rings: Iterable[Ring], paint: Paint) -> str:
        """Write a shape of closed rings, given in EMU of the slide; "" without any."""
        whole = [[(round(x), round(y)) for x, y in ring] for ring in rings if len(ring) > 2]
        if not whole:
            return ""
        xs, ys = ([point[axis] for ring in whole for point in ring] for axis in (0, 1))
        left, top = min(xs), min(ys)
        width, height = max(xs) - left, max(ys) - top
        paths = "".join(_path(ring, left, top) for ring in whole)
        shape = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{width}" h="{height}">{paths}</a:path></a:pathLst></a:custGeom>'
        )
        return self._shape(name, alt, (left, top, width, height), shape, paint)

    def plain(self, name: str, box: Sequence[float], paint: Paint, form: str = "rect") -> str:
        """Write a rectangle or an ellipse; ``box`` in EMU."""
        shape = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        return self._shape(name, "", [round(one) for one in box], shape, paint)

    def label(
        self,
        words: Sequence[str],
        box: Sequence[float],
        lang: Lang,
        *,
        size: float,
        colour: str,
        bold: bool = False,
        align: str = "ctr",
        paint: Paint | None = None,
        opacity: float = 1.0,
        turn: float = 0.0,
    ) -> str:
        """Write lines of text into a box in EMU, not wrapped; ``turn`` in degrees, clockwise."""
        shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        language = "vi-VN" if lang == "vi" else "en-GB"
        fill = solid(colour, opacity)
        run = f'<a:rPr lang="{language}" sz="{round(size * 100)}" b="{int(bold)}">{fill}</a:rPr>'
        paragraphs = "".join(
            f'<a:p><a:pPr algn="{align}"/><a:r>{run}<a:t>{escape(line)}</a:t></a:r></a:p>'
            for line in words
        )
        body = (
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
            f"<a:lstStyle/>{paragraphs}</p:txBody>"
        )
        place = [round(one) for one in box]
        paint = paint or Paint(NO_FILL)
        name = " ".join(words)
        return self._shape(name, "", place, shape, paint, body=body, turn=turn, is_text=True)

    def _shape(
        self,
        name: str,
        alt: str,
        box: Sequence[int],
        geometry: str,
        paint: Paint,
        *,
        body: str = "",
        turn: float = 0.0,
        is_text: bool = False,
    ) -> str:
        left, top, width, height = box
        line = f'<a:ln w="{round(paint.width * EMU)}">{solid(paint.line)}<a:round/></a:ln>'
        kind = '<p:cNvSpPr txBox="1"/>' if is_text else "<p:cNvSpPr/>"
        edge = line if paint.line else "<a:ln><a:noFill/></a:ln>"
        rotated = f' rot="{round(turn * 60000)}"' if turn else ""
        return (
            f"<p:sp>{self._name('p:nvSpPr', kind, name, alt)}<p:spPr><a:xfrm{rotated}>"
            f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>{geometry}'
            f"{paint.fill}{edge}</p:spPr>{body}</p:sp>"
        )

    def _name(self, tag: str, kind: str, name: str, alt: str) -> str:
        number, self.next = self.next, self.next + 1
        descr = f' descr="{escape(alt)}"' if alt else ""
        return (
            f'<{tag}><p:cNvPr id="{number}" name="{escape(name)}"{descr}/>{kind}<p:nvPr/></{tag}>'
        )


def _path(ring: Sequence[tuple[int, int]], left: int, top: int) -> str:
    first, *rest = (f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in ring)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"
