"""Write a map as SVG: title, map with labels, legend, source, small print.

Nothing in it needs a server, a font file or a style sheet. Lengths are pixels of the picture.
"""

from collections.abc import Iterator
from zlib import crc32

from charts.map import inset, islands, legend
from charts.map.base import Base, base
from charts.map.figure import MapFigure
from charts.map.frame import MARGIN, ROOMY, TITLE, Frame, Layout, layout
from charts.map.labels import LEADING, Box, Candidate, Placed, place
from charts.svg import document, label, lines, tag, wrap
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang, text
from language.numbers import number

SMALL = 11.0
SMALL_LEADING = 15.0


def svg(figure: MapFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the map ``width`` pixels wide; 320 is the narrowest that is readable."""
    view = base(figure.boundary)["views"][figure.view]
    places = layout(figure, view, width)
    small = _small_print(figure, lang, width - 2 * MARGIN)
    height = places.small + len(small) * SMALL_LEADING + 2
    hatch = f"nodata-{crc32(repr((figure.title, figure.view, width)).encode()):x}"
    return document(
        tag("defs", _hatch(hatch, theme, 1), _hatch(f"{hatch}-map", theme, 1 / places.frame.scale)),
        tag("rect", width=width, height=height, fill=theme.background),
        _title(places.title),
        _map(figure, view, lang, theme, places, hatch),
        legend.legend(figure, lang, theme, (MARGIN, places.legend), width - 2 * MARGIN, hatch),
        lines(MARGIN, places.small + 6, small, size=SMALL, leading=SMALL_LEADING, fill=theme.muted),
        watermark(places.frame.edges, lang, theme) if figure.illustrative else "",
        width=width,
        height=height,
        title=figure.title,
        description=_description(figure, lang),
        fill=theme.ink,
    )


def _title(words: list[str]) -> str:
    return lines(MARGIN, MARGIN + TITLE, words, size=TITLE, leading=TITLE * 1.2, font_weight=600)


def _map(
    figure: MapFigure, view: Base, lang: Lang, theme: Theme, places: Layout, hatch: str
) -> str:
    frame = places.frame
    extra, taken = _extra(figure, view, lang, theme, places)
    placed = labels_of(figure, lang, view, frame, taken)
    labels = "".join(_label(one, figure, theme) for one in placed)
    shapes = tag(
        "svg",
        *_paths(figure, view, theme, frame, f"{hatch}-map"),
        x=frame.x,
        y=frame.y,
        width=frame.width,
        height=frame.height,
        viewBox=f"0 0 {view['width']} {view['height']}",
        # Clipping takes renderers long; only the northern view has land beyond its frame.
        overflow="visible" if figure.view == "national" else None,
    )
    return shapes + extra + tag("g", labels, text_anchor="middle", font_weight=600)


def _extra(
    figure: MapFigure, view: Base, lang: Lang, theme: Theme, places: Layout
) -> tuple[str, list[Box]]:
    """Draw the archipelagos of the national view, or the country beside the northern one."""
    if places.inset:
        return inset.inset(view["inset"], lang, theme, places.inset), [places.inset]
    return islands.islands(figure, view, lang, theme, places.frame)


def _paths(figure: MapFigure, view: Base, theme: Theme, frame: Frame, hatch: str) -> Iterator[str]:
    """Yield ground, the outline of the group, its provinces, the home province's outline."""
    pixel = 1 / frame.scale
    provinces = view["provinces"]
    members = {code: one for code, one in provinces.items() if figure.is_member(code)}
    for code in sorted(provinces.keys() - members.keys()):  # the same picture every time
        yield _path(provinces[code]["d"], theme.land, theme.land_line, 0.7 * pixel)
    for one in members.values() if figure.members else ():
        yield _path(one["d"], "none", theme.muted, 3 * pixel)
    for code, one in members.items():
        yield _path(one["d"], fill_of(figure, code, theme, hatch), theme.line, 0.8 * pixel)
    if figure.home in provinces:
        yield _path(provinces[figure.home]["d"], "none", theme.background, 4.5 * pixel)
        yield _path(provinces[figure.home]["d"], "none", theme.ink, 2.2 * pixel)


def _path(d: str, fill: str, stroke: str, width: float) -> str:
    return tag("path", d=d, fill=fill, stroke=stroke, stroke_width=width, stroke_linejoin="round")


def fill_of(figure: MapFigure, code: str, theme: Theme, hatch: str) -> str:
    """Give the fill of a province: its class, or the hatch of "no data"."""
    found = figure.scale.class_of(figure.values.get(code))
    return f"url(#{hatch})" if found is None else theme.fills(figure.scale.ramp)[found]


def labels_of(
    figure: MapFigure, lang: Lang, view: Base, frame: Frame, taken: list[Box]
) -> list[Placed]:
    """Place the home province first, then members from the largest; others have no label."""
    size = 12.0 if _is_roomy(figure, frame) else 10.0
    codes = [code for code in view["provinces"] if figure.is_member(code) or code == figure.home]
    codes.sort(key=lambda code: (code != figure.home, -_room(view["provinces"][code]["box"])))
    candidates = (
        Candidate(
            code,
            *frame.at(view["provinces"][code]["at"]),
            frame.box(view["provinces"][code]["box"]),
            _wordings(figure, lang, code, frame),
            size,
            code == figure.home,
        )
        for code in codes
    )
    return place(candidates, frame.edges, taken)


def _room(box: list[int]) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_roomy(figure: MapFigure, frame: Frame) -> bool:
    """Tell whether labels can carry values: provinces of the whole country are too small."""
    return figure.view == "north" and frame.width >= ROOMY


def _wordings(
    figure: MapFigure, lang: Lang, code: str, frame: Frame
) -> tuple[tuple[str, ...], ...]:
    """Give the name with its value, the name, the name with "(cũ)" on a line of its own."""
    name = figure.names[code]
    value = figure.values.get(code)
    bare, bracket, rest = name.partition(" (")
    plain = ((name,), (bare, f"({rest}")) if bracket else ((name,),)
    if value is None or not _is_roomy(figure, frame):
        return plain
    return ((name, number(value, figure.scale.decimals, lang)), *plain)


def _label(placed: Placed, figure: MapFigure, theme: Theme) -> str:
    """Write a label with a halo, its first line strong."""
    ink, halo = colours_of(placed.code, figure, theme)
    first = placed.y - (len(placed.lines) - 1) * placed.size * LEADING / 2 + placed.size * 0.36
    return "".join(
        label(
            placed.x,
            first + position * placed.size * LEADING,
            words,
            size=placed.size,
            font_weight=400 if position else None,
            fill=ink,
            stroke=halo,
            stroke_width=3,
            stroke_linejoin="round",
            paint_order="stroke",
        )
        for position, words in enumerate(placed.lines)
    )


def colours_of(code: str, figure: MapFigure, theme: Theme) -> tuple[str, str]:
    """Give ink and halo of a label; on the national map most labels reach beyond their province."""
    found = figure.scale.class_of(figure.values.get(code)) if figure.is_member(code) else None
    if found is None or figure.view == "national":
        return theme.ink, theme.background
    return theme.inks(figure.scale.ramp)[found], theme.fills(figure.scale.ramp)[found]


def _hatch(name: str, theme: Theme, scale: float) -> str:
    """Define the pattern of "no data"; ``scale`` undoes that of the paths it fills."""
    stripe = tag("path", d="M0 6L6 0M-1 1L1 -1M5 7L7 5", stroke=theme.muted, stroke_width=1.1)
    return tag(
        "pattern",
        tag("rect", width=6, height=6, fill=theme.background),
        stripe,
        id=name,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({scale:.4f})",
    )


def _small_print(figure: MapFigure, lang: Lang, width: float) -> list[str]:
    """Give source, licence of the borders and their standing, in lines that fit."""
    parts = (figure.licence, text("chart.map.disclaimer", lang))
    legal = " ".join(f"{part}." for part in parts if part)
    return [line for words in (figure.source, legal) for line in wrap(words, SMALL, width)]


def _description(figure: MapFigure, lang: Lang) -> str:
    """Say in one sentence what the colours show."""
    codes = [code for code in figure.names if figure.is_member(code)]
    known = sorted((figure.values[code], code) for code in codes if code in figure.values)
    if not known:
        return text("chart.map.empty", lang, of=len(codes))
    (low, lowest), (high, highest) = known[0], known[-1]
    return text(
        "chart.map.description",
        lang,
        known=len(known),
        of=len(codes),
        highest=figure.names[highest],
        high=number(high, figure.scale.decimals, lang),
        lowest=figure.names[lowest],
        low=number(low, figure.scale.decimals, lang),
        unit=figure.unit,
    )
