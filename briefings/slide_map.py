"""A map as editable shapes: one for each province, grouped and named, with legend and islands."""

from collections.abc import Iterator

from briefings.slide_frame import Box
from briefings.slide_map_shapes import EMU as POINT
from briefings.slide_map_shapes import (
    NO_FILL,
    Paint,
    Ring,
    Sheet,
    clipped,
    hatch,
    rings_of,
    solid,
)
from charts.map.base import Base, base
from charts.map.figure import MapFigure
from charts.map.frame import Frame
from charts.map.inset import box_in
from charts.map.labels import LEADING, Placed
from charts.map.labels import Box as Edges
from charts.map.svg import colours_of, labels_of
from charts.svg import width_of
from charts.theme import LIGHT
from language import Lang, text

SHARE = 0.88
EMU = SHARE * POINT  # of a pixel: names have room for their values
ISLANDS = 10.5  # pixels: the names of the archipelagos on the national map
ISLANDS_INSET = 8.0
DOT = 2.6
SWATCH = (26.0, 13.0)
LEGEND = 13.5
LEGEND_ROW = 21.0


class SlideMap:
    """Draws one map into a box of a slide; lengths are pixels, as in ``charts.map``."""

    def __init__(self, figure: MapFigure, lang: Lang, sheet: Sheet, box: Box) -> None:
        self.figure, self.lang, self.sheet = figure, lang, sheet
        self.view: Base = base(figure.boundary)["views"][figure.view]
        self.frame = _frame(self.view, box)

    def draw(self, name: str, alt: str) -> None:
        """Add the group of the provinces, that of the islands or the inset, that of the labels."""
        sheet, frame = self.sheet, self.frame
        edges = [one * EMU for one in (frame.x, frame.y, frame.width, frame.height)]
        sheet.add_group(name, alt, list(self._provinces()), edges)
        inset = box_in(self.view["inset"], frame.edges) if "inset" in self.view else None
        if inset:
            self._inset(inset)
            taken = [inset]
        else:
            taken = self._islands()
        placed = labels_of(self.figure, self.lang, self.view, frame, taken)
        labels = [self._label(one) for one in placed]
        if labels:
            sheet.add_group(text("slides.map_labels", self.lang), "", labels, edges)

    def legend(self, box: Box) -> None:
        """Add the classes below one another, lowest last, with what is no class."""
        left, top = box.left / EMU, box.top / EMU
        rows = [*self._classes(), *self._keys()]
        unit = (left, top, box.width / EMU, LEGEND_ROW)
        unit_words = text("chart.line.unit", self.lang, unit=self.figure.unit)
        drawn = [self._words(unit_words, unit, LIGHT.muted)]
        for place, (fill, words) in enumerate(rows, start=1):
            y = top + place * LEGEND_ROW
            swatch = [one * EMU for one in (left, y + 3, *SWATCH)]
            drawn.append(self.sheet.plain(words, swatch, Paint(fill, LIGHT.land_line)))
            beside = (left + SWATCH[0] + 8, y, box.width / EMU - SWATCH[0] - 8, LEGEND_ROW)
            drawn.append(self._words(words, beside, LIGHT.ink))
        ground = (box.left, box.top, box.width, legend_height(self.figure) * POINT)
        self.sheet.add_group(text("slides.legend", self.lang), "", drawn, ground)

    def _classes(self) -> list[tuple[str, str]]:
        fills = LIGHT.fills(self.figure.scale.ramp)
        entries = self.figure.scale.legend(self.lang)
        return [(solid(fills[one.number]), one.words) for one in reversed(entries)]

    def _keys(self) -> list[tuple[str, str]]:
        keys = [(hatch(LIGHT.muted, LIGHT.background), text("value.missing", self.lang))]
        if self.figure.members:
            keys.append((solid(LIGHT.land), text("chart.map.outside", self.lang)))
        return keys

    def _words(self, words: str, box: Edges, colour: str) -> str:
        place = [one * EMU for one in box]
        return self.sheet.label(
            [words], place, self.lang, size=LEGEND * SHARE, colour=colour, align="l"
        )

    def _provinces(self) -> Iterator[str]:
        """Yield a shape for each province: first those outside the group, the home one last."""
        figure = self.figure
        codes = sorted(
            self.view["provinces"],
            key=lambda code: (code == figure.home, figure.is_member(code), code),
        )
        for code in codes:
            name = figure.names.get(code, code)
            rings = [self._on_slide(ring) for ring in rings_of(self.view["provinces"][code]["d"])]
            yield self.sheet.outline(name, "", [ring for ring in rings if ring], self._paint(code))

    def _paint(self, code: str) -> Paint:
        figure = self.figure
        home = code == figure.home
        if not figure.is_member(code):
            return Paint(solid(LIGHT.land), LIGHT.ink if home else LIGHT.land_line, 0.75)
        found = figure.scale.class_of(figure.values.get(code))
        missing = hatch(LIGHT.muted, LIGHT.background)
        fill = missing if found is None else solid(LIGHT.fills(figure.scale.ramp)[found])
        edge = LIGHT.ink if home else LIGHT.muted if found is None else LIGHT.line
        return Paint(fill, edge, 2.25 if home else 0.75)

    def _on_slide(self, ring: Ring) -> Ring:
        cut = clipped(ring, self.view["width"], self.view["height"])
        scale, x0, y0 = self.frame.scale * EMU, self.frame.x * EMU, self.frame.y * EMU
        return [(x0 + x * scale, y0 + y * scale) for x, y in cut]

    def _label(self, placed: Placed) -> str:
        """Write a label; where it crosses a border a ground in its province's colour parts them."""
        ink, ground = colours_of(placed.code, self.figure, LIGHT)
        high = len(placed.lines) * placed.size * LEADING
        left, _, right, _ = placed.box
        box = [one * EMU for one in (left, placed.y - high / 2, right - left, high)]
        paint = Paint(solid(ground, 0.6 if self.figure.view == "north" else 0.72))
        bold = placed.code == self.figure.home
        return self.sheet.label(
            placed.lines,
            box,
            self.lang,
            size=placed.size * SHARE,
            colour=ink,
            bold=bold,
            paint=paint,
        )

    def _islands(self) -> list[Edges]:
        """Add Hoàng Sa and Trường Sa, coloured as their province; give their names' ground."""
        taken = []
        for one in self.view["archipelagos"]:
            code = one["code"][self.figure.boundary]
            found = None
            if self.figure.is_member(code):
                found = self.figure.scale.class_of(self.figure.values.get(code))
            fill = LIGHT.background if found is None else LIGHT.fills(self.figure.scale.ramp)[found]
            points = [self.frame.at(point) for point in one["points"]]
            lines = [
                text(f"chart.map.{one['id']}.{line}", self.lang) for line in ("name", "province")
            ]
            taken.append(self._archipelago(points, lines, fill))
        return taken

    def _archipelago(self, points: list[tuple[float, float]], lines: list[str], fill: str) -> Edges:
        drawn = [self._dot(x, y, DOT, Paint(solid(fill), LIGHT.ink), lines[0]) for x, y in points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        half = max(width_of(line, ISLANDS) for line in lines) / 2
        middle, top = (min(xs) + max(xs)) / 2, max(ys) + DOT + 2
        edges = (middle - half, top, middle + half, top + len(lines) * ISLANDS * 1.2)
        drawn.append(self._caption(lines, edges, ISLANDS))
        whole = (min(*xs, edges[0]), min(ys) - DOT, max(*xs, edges[2]), edges[3])
        self.sheet.add_group(lines[0], "", drawn, _emu(whole))
        return edges

    def _inset(self, box: Edges) -> None:
        """Add the country in small beside the northern map, with both archipelagos named."""
        small = self.view["inset"]
        scale = (box[2] - box[0]) / small["width"]
        size, at = scale * EMU, (box[0] * EMU, box[1] * EMU)
        rings = [
            [(at[0] + x * size, at[1] + y * size) for x, y in ring] for ring in rings_of(small["d"])
        ]
        west, north, east, south = (one * scale for one in small["frame"])
        window = (box[0] + west, box[1] + north, box[0] + east, box[1] + south)
        country = text("slides.country", self.lang)
        drawn = [
            self.sheet.plain("", _emu(box), Paint(solid(LIGHT.background), LIGHT.land_line)),
            self.sheet.outline(country, "", rings, Paint(solid(LIGHT.muted))),
            self.sheet.plain("", _emu(window), Paint(NO_FILL, LIGHT.accent, 1.2)),
        ]
        for one in small["archipelagos"]:
            points = [(box[0] + x * scale, box[1] + y * scale) for x, y in one["points"]]
            name = text(f"chart.map.{one['id']}.short", self.lang)
            drawn += [self._dot(x, y, 0.9, Paint(solid(LIGHT.muted)), name) for x, y in points]
            bottom = min(y for _, y in points) - 1.5
            right = box[2] - 2
            edges = (right - width_of(name, ISLANDS_INSET), bottom - 9.6, right, bottom)
            drawn.append(self._caption([name], edges, ISLANDS_INSET, "r"))
        self.sheet.add_group(country, "", drawn, _emu(box))

    def _dot(self, x: float, y: float, radius: float, paint: Paint, name: str) -> str:
        place = (x - radius, y - radius, x + radius, y + radius)
        return self.sheet.plain(name, _emu(place), paint, "ellipse")

    def _caption(self, lines: list[str], edges: Edges, size: float, align: str = "ctr") -> str:
        place = _emu(edges)
        return self.sheet.label(
            lines, place, self.lang, size=size * SHARE, colour=LIGHT.ink, align=align
        )


def legend_height(figure: MapFigure) -> float:
    """Give the height of the legend in points."""
    return SHARE * LEGEND_ROW * (1 + 5 + 1 + bool(figure.members))


def _frame(view: Base, box: Box) -> Frame:
    """Give the largest frame with the view's proportions, in the middle of the box, in pixels."""
    width, height = box.width / EMU, box.height / EMU
    scale = min(width / view["width"], height / view["height"])
    across, down = view["width"] * scale, view["height"] * scale
    left, top = box.left / EMU + (width - across) / 2, box.top / EMU + (height - down) / 2
    return Frame(left, top, across, down, scale)


def _emu(edges: Edges) -> tuple[float, float, float, float]:
    """Turn left, top, right, bottom in pixels to left, top, width, height in EMU."""
    left, top, right, bottom = edges
    return left * EMU, top * EMU, (right - left) * EMU, (bottom - top) * EMU
