"""Lines over periods as SVG, for files: every value that counts is written, nothing is hovered.

A gap stays a gap. At a change of method stands a dashed line: lines end there and start anew, or
go on dotted where what they show may be compared for reference.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from charts.axis_svg import (
    MARGIN,
    SMALL,
    WORDS,
    apart,
    foot,
    grid_lines,
    head,
    legend,
    tick_words,
    ticks,
)
from charts.line_ends import span
from charts.lines import Line, LinesFigure
from charts.svg import document, label, tag, width_of
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang
from language.numbers import number

HIGH = 300.0
ROW = 15.0  # of the names at the ends
ELBOW = 26.0  # between the last period and the names
PADDING = 0.25  # of a period's width, before the first and after the last


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the plot lies and which values are at its edges."""

    left: float
    top: float
    right: float
    height: float
    low: float
    high: float
    periods: int
    reverse: bool

    def x_of(self, position: float) -> float:
        """Give the horizontal place of a period; a single one stands in the middle."""
        across = self.right - self.left
        if self.periods == 1:
            return self.left + across / 2
        step = across / (self.periods - 1 + 2 * PADDING)
        return self.left + (position + PADDING) * step

    def y_of(self, value: float) -> float:
        """Give the vertical place of a value."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.top + self.height * (share if self.reverse else 1 - share)


def svg(figure: LinesFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the lines ``width`` pixels wide; the plot grows with the names at its right."""
    drawn_head, below = head(figure.title, figure.subtitle, width, theme)
    keys, top = legend(_keys(figure, theme), below, width, 22)
    plot = _plot(figure, lang, width, top + SMALL + 16)
    bottom = plot.top + plot.height
    notes = [mark.words for mark in figure.breaks]
    drawn_foot, height = foot([*notes, figure.source], bottom + 40, width, theme)
    mark = watermark((MARGIN, plot.top, width - MARGIN, bottom), lang, theme)
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        drawn_head,
        keys,
        label(MARGIN, top + SMALL, figure.axis.title, size=SMALL, fill=theme.muted),
        *_axes(figure, lang, theme, plot),
        *_breaks(figure, theme, plot),
        *(part for line in _ordered(figure) for part in _line(figure, line, theme, plot)),
        *_own_values(figure, lang, theme, plot),
        *_names(figure, lang, theme, plot),
        drawn_foot,
        mark if figure.illustrative else "",
        width=width,
        height=height,
        title=figure.title or figure.description,
        description=figure.description,
        fill=theme.ink,
    )


def colour(figure: LinesFigure, line: Line, theme: Theme) -> str:
    """Give a line's colour: home dark, references grey, others told apart where nobody is home."""
    if line.is_dashed:
        return theme.muted
    if line.is_faint:
        return theme.land_line
    if line.is_home:
        return theme.more[4]
    if any(one.is_home for one in figure.lines):
        return theme.more[1]
    colours = (theme.more[4], theme.less[2], theme.more[2], theme.less[4], theme.more[3])
    named = [one for one in figure.lines if not one.is_faint and not one.is_dashed]
    return colours[named.index(line) % len(colours)]


def _keys(figure: LinesFigure, theme: Theme) -> list[tuple[str, str]]:
    """Name the dashed lines above the plot: their names are sentences rather than names."""
    dash = tag("path", d="M0 0h22", stroke=theme.muted, stroke_width=1.6, stroke_dasharray="4 3")
    return [(dash, line.name) for line in figure.lines if line.is_dashed]


def _plot(figure: LinesFigure, lang: Lang, width: float, top: float) -> _Plot:
    named = _named(figure)
    height = max(HIGH, ROW * len(named))
    low, high = span(figure)
    values = ticks(low, high, 7, whole=not figure.axis.decimals)
    words = tick_words(values, figure.axis, lang)
    left = MARGIN + max((width_of(one, SMALL) for one in words), default=0.0) + 8
    room = max((width_of(_end(figure, line, lang), WORDS) for line in named), default=0.0)
    right = width - MARGIN - room - ELBOW
    return _Plot(left, top, right, height, low, high, len(figure.periods), figure.axis.reverse)


def _named(figure: LinesFigure) -> list[Line]:
    """Give the lines with a name at their end."""
    return [
        line
        for line in figure.lines
        if not line.is_faint and not line.is_dashed and _last(line) is not None
    ]


def _last(line: Line) -> int | None:
    known = [position for position, value in enumerate(line.values) if value is not None]
    return known[-1] if known else None


def _end(figure: LinesFigure, line: Line, lang: Lang) -> str:
    """Write the name with the last value: "Điện Biên 6"."""
    last = _last(line)
    value = None if last is None else line.values[last]
    return f"{line.name} {number(value, figure.axis.decimals, lang)}"


def _axes(figure: LinesFigure, lang: Lang, theme: Theme, plot: _Plot) -> Iterator[str]:
    values = ticks(plot.low, plot.high, 7, whole=not figure.axis.decimals)
    words = tick_words(values, figure.axis, lang)
    levels = [(plot.y_of(one), said) for one, said in zip(values, words, strict=True)]
    yield from grid_lines(levels, plot.left, plot.right, theme)
    y = plot.top + plot.height + 22
    for position, period in enumerate(figure.periods):
        if position % _every(figure, plot) == 0 or position == len(figure.periods) - 1:
            yield label(plot.x_of(position), y, period, size=WORDS, text_anchor="middle")


def _every(figure: LinesFigure, plot: _Plot) -> int:
    """Count how many periods one written period stands for, so that they do not collide."""
    widest = max(width_of(period, WORDS) for period in figure.periods) + 8
    step = (plot.right - plot.left) / max(len(figure.periods), 1)
    return max(1, -int(-widest // step)) if step else 1


def _breaks(figure: LinesFigure, theme: Theme, plot: _Plot) -> Iterator[str]:
    for mark in figure.breaks:
        x = plot.x_of(mark.before - 0.5)
        d = f"M{x:.1f} {plot.top - 4:.1f}V{plot.top + plot.height + 26:.1f}"
        yield tag("path", d=d, stroke=theme.accent, stroke_width=1.4, stroke_dasharray="2 3")


def _ordered(figure: LinesFigure) -> list[Line]:
    """Give the important lines last, on top."""
    return sorted(figure.lines, key=lambda line: (line.is_home, line.is_dashed, not line.is_faint))


def _line(figure: LinesFigure, line: Line, theme: Theme, plot: _Plot) -> Iterator[str]:
    wide = 2.8 if line.is_home else 1.0 if line.is_faint else 1.8
    look = {"stroke": colour(figure, line, theme), "fill": "none", "stroke_linejoin": "round"}
    solid, dotted = _paths(figure, line, plot)
    if solid:
        dash = "4 3" if line.is_dashed else None
        yield tag("path", d=solid, stroke_width=wide, stroke_dasharray=dash, **look)
    if dotted:
        yield tag("path", d=dotted, stroke_width=wide, stroke_dasharray="1.5 4", **look)
    for position, value in enumerate(line.values):
        if value is not None and not line.is_faint:
            r = 4.0 if line.is_home else 2.8
            x, y = plot.x_of(position), plot.y_of(value)
            yield tag("circle", cx=x, cy=y, r=r, fill=look["stroke"])


def _paths(figure: LinesFigure, line: Line, plot: _Plot) -> tuple[str, str]:
    """Give the path of what is joined, and of what is joined for reference only."""
    apart_at = {mark.before: mark.joins for mark in figure.breaks}
    solid, dotted = "", ""
    for position, (earlier, later) in enumerate(pairwise(line.values), start=1):
        if earlier is None or later is None:
            continue
        start = f"M{plot.x_of(position - 1):.1f} {plot.y_of(earlier):.1f}"
        step = f"{start}L{plot.x_of(position):.1f} {plot.y_of(later):.1f}"
        if position not in apart_at:
            solid += step
        elif apart_at[position]:
            dotted += step
    return solid, dotted


def _own_values(figure: LinesFigure, lang: Lang, theme: Theme, plot: _Plot) -> Iterator[str]:
    """Write the home line's values at its points; the last one stands with its name."""
    for line in figure.lines:
        if line.is_home:
            for position, value in enumerate(line.values):
                if value is not None and position != _last(line):
                    yield _number(figure, line, position, lang, theme, plot)


def _number(
    figure: LinesFigure, line: Line, position: int, lang: Lang, theme: Theme, plot: _Plot
) -> str:
    """Write a value beside its point, on the side that the line leaves free."""
    value, later = line.values[position] or 0.0, line.values[position + 1]
    words = number(value, figure.axis.decimals, lang)
    x, y = plot.x_of(position), plot.y_of(value)
    rises = later is not None and plot.y_of(later) < y
    has_room = x - width_of(words, WORDS) - 6 > plot.left
    anchor, off = ("end", -6.0) if rises and has_room else ("start", 6.0)
    if later is None or plot.y_of(later) == y:
        anchor, off = "middle", 0.0
    below = rises and not has_room
    return label(
        x + off,
        y + (17 if below else -8),
        words,
        size=WORDS,
        font_weight=600,
        text_anchor=anchor,
        stroke=theme.background,
        stroke_width=3,
        paint_order="stroke",
    )


def _names(figure: LinesFigure, lang: Lang, theme: Theme, plot: _Plot) -> Iterator[str]:
    """Yield the names at the right, moved apart, each tied to its line's end."""
    found = sorted(_named(figure), key=lambda line: _spot(line, plot)[1])
    wanted = [_spot(line, plot)[1] for line in found]
    places = apart(wanted, ROW, plot.top, plot.top + plot.height)
    for line, at in zip(found, places, strict=True):
        x, y = _spot(line, plot)
        shade = colour(figure, line, theme)
        start = plot.right + ELBOW - 4
        d = f"M{x + 5:.1f} {y:.1f}L{plot.right + 4:.1f} {y:.1f}L{start - 3:.1f} {at:.1f}"
        yield tag("path", d=d, fill="none", stroke=shade, stroke_width=0.8, stroke_opacity=0.7)
        weight = 700 if line.is_home else 400
        yield label(start, at + 4, _end(figure, line, lang), size=WORDS, font_weight=weight)


def _spot(line: Line, plot: _Plot) -> tuple[float, float]:
    last = _last(line) or 0
    return plot.x_of(last), plot.y_of(line.values[last] or 0.0)
