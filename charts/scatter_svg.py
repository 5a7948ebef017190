"""Points of two indicators as SVG, for files: names stand where ``charts.point_names`` put them."""

from collections.abc import Iterator

from charts.axis_svg import (
    MARGIN,
    SMALL,
    foot,
    grid_lines,
    head,
    legend,
    tick_words,
    ticks,
)
from charts.lines import Axis
from charts.point_names import HEIGHT, SIZE, name_box, spots
from charts.scatter import Point, ScatterFigure
from charts.svg import document, label, tag, width_of
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang

WIDE = 530.0  # pixels of plot from which names for wide screens are drawn
Corner = tuple[float, float]


def svg(figure: ScatterFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the points ``width`` pixels wide; the plot is always as high as names expect."""
    drawn_head, below = head(figure.title, figure.subtitle, width, theme)
    keys, below = legend(_keys(figure, theme), below, width, 16)
    top = below + SMALL + 16
    left = MARGIN + _widest(figure.y, lang) + 8
    right = width - MARGIN
    corner = (left, top)
    bottom = top + HEIGHT
    drawn_foot, height = foot([figure.source], bottom + 46, width, theme)
    mark = watermark((MARGIN, top, right, bottom), lang, theme)
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        drawn_head,
        keys,
        label(MARGIN, top - 10, figure.y.title, size=SMALL, fill=theme.muted),
        *_level(figure, lang, theme, corner, right),
        *_upright(figure, lang, theme, corner, right),
        label(right, bottom + 36, figure.x.title, size=SMALL, fill=theme.muted, text_anchor="end"),
        _trend(figure, theme, corner, right),
        *_points(figure, theme, corner, right),
        *_names(figure, theme, corner, right),
        drawn_foot,
        mark if figure.illustrative else "",
        width=width,
        height=height,
        title=figure.title or figure.description,
        description=figure.description,
        fill=theme.ink,
    )


def _keys(figure: ScatterFigure, theme: Theme) -> list[tuple[str, str]]:
    kinds = [
        (figure.home, theme.accent, theme.ink, 6.0),
        (figure.group, theme.more[3], theme.more[4], 4.5),
        (figure.others, theme.land_line, theme.muted, 3.5),
    ]
    found = [
        (tag("circle", cx=8, cy=0, r=r, fill=fill, stroke=stroke), name)
        for name, fill, stroke, r in kinds
        if name
    ]
    if figure.trend is not None:
        line = tag("path", d="M0 0h16", stroke=theme.muted, stroke_dasharray="4 3")
        found.append((line, figure.trend.name))
    return found


def _widest(axis: Axis, lang: Lang) -> float:
    words = tick_words(_ticks(axis), axis, lang)
    return max((width_of(one, SMALL) for one in words), default=0.0)


def _ticks(axis: Axis) -> list[float]:
    low, high = axis.domain or (0.0, 1.0)
    return ticks(low, high, 7)


def _level(
    figure: ScatterFigure, lang: Lang, theme: Theme, corner: Corner, right: float
) -> Iterator[str]:
    low, high = figure.y.domain or (0.0, 1.0)
    values = _ticks(figure.y)
    levels = [corner[1] + HEIGHT * (high - one) / (high - low) for one in values]
    words = tick_words(values, figure.y, lang)
    yield from grid_lines(list(zip(levels, words, strict=True)), corner[0], right, theme)


def _upright(
    figure: ScatterFigure, lang: Lang, theme: Theme, corner: Corner, right: float
) -> Iterator[str]:
    low, high = figure.x.domain or (0.0, 1.0)
    left, top = corner
    values = _ticks(figure.x)
    for value, words in zip(values, tick_words(values, figure.x, lang), strict=True):
        x = left + (value - low) / (high - low) * (right - left)
        d = f"M{x:.1f} {top:.1f}v{HEIGHT:.1f}"
        yield tag("path", d=d, stroke=theme.land_line, stroke_width=0.6)
        yield label(x, top + HEIGHT + 18, words, size=SMALL, fill=theme.muted, text_anchor="middle")


def _trend(figure: ScatterFigure, theme: Theme, corner: Corner, right: float) -> str:
    if figure.trend is None:
        return ""
    (x0, x1), (y0, y1) = (figure.x.domain or (0.0, 1.0)), (figure.y.domain or (0.0, 1.0))
    left, top = corner
    ends = [
        (
            left + (x - x0) / (x1 - x0) * (right - left),
            top + HEIGHT * (1 - (y - y0) / (y1 - y0)),
        )
        for x, y in figure.trend.ends
    ]
    d = "L".join(f"{x:.1f} {y:.1f}" for x, y in ends)
    return tag("path", d=f"M{d}", stroke=theme.muted, stroke_width=1.4, stroke_dasharray="4 3")


def _points(figure: ScatterFigure, theme: Theme, corner: Corner, right: float) -> Iterator[str]:
    """Yield the points, the important last and so on top."""
    found = spots(figure.points, figure.x, figure.y, right - corner[0])
    for point in sorted(figure.points, key=lambda one: (one.is_home, one.in_group)):
        x, y = found[point.code]
        fill, stroke = _look(point, theme)
        yield tag(
            "circle",
            cx=corner[0] + x,
            cy=corner[1] + y,
            r=point.radius,
            fill=fill,
            stroke=stroke,
            stroke_width=0.8,
        )


def _look(point: Point, theme: Theme) -> tuple[str, str]:
    if point.is_home:
        return theme.accent, theme.ink
    return (theme.more[3], theme.more[4]) if point.in_group else (theme.land_line, theme.muted)


def _names(figure: ScatterFigure, theme: Theme, corner: Corner, right: float) -> Iterator[str]:
    """Yield the names that are free of others at this width."""
    width = right - corner[0]
    found = spots(figure.points, figure.x, figure.y, width)
    for point in figure.points:
        name = figure.names.get(point.code)
        if name is None or (name.shows == "wide" and width < WIDE):
            continue
        box = name_box(point, name.side, *found[point.code])
        fill = theme.ink if point.is_home or point.in_group else theme.muted
        weight = 700 if point.is_home else 400
        yield label(
            corner[0] + (box[0] + box[2]) / 2,
            corner[1] + box[1] + SIZE,
            point.name,
            size=SIZE,
            fill=fill,
            font_weight=weight,
            text_anchor="middle",
            stroke=theme.background,
            stroke_width=2.5,
            paint_order="stroke",
        )
