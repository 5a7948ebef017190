"""Ranking bars as SVG: who stands where, how far apart, and who is close to whom.

The home province is outlined and bold, not only coloured; provinces without a figure stand at the
end and say so; a bracket joins close scores.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from charts.scale import Scale
from charts.svg import document, label, lines, tag, width_of, wrap
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang, text
from language.numbers import number

MARGIN = 12.0
TITLE = 16.0
SMALL = 11.0
SMALL_LEADING = 15.0
NARROW = 520.0  # px below which rows are set smaller


@dataclass(frozen=True, slots=True)
class Bar:
    """One province; ``value`` and ``rank`` are None where there is none."""

    code: str
    name: str
    value: float | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class BarsFigure:
    """A ranking to be drawn, in the order in which it is given: best first, missing last.

    ``ranked`` is the N of "n/N"; ``bands`` numbers the band of close scores of each code;
    ``median`` of the group, None where there is none.
    """

    title: str
    bars: tuple[Bar, ...]
    scale: Scale
    unit: str
    source: str
    ranked: int = 0
    median: float | None = None
    home: str = ""
    bands: Mapping[str, int] = field(default_factory=dict)
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a row, in pixels; ``size`` of the text, ``row`` is its height."""

    size: float
    row: float
    place: float  # right edge of "n/N"
    name: float  # left edge
    bar: float  # where zero is, or the lowest value
    per_unit: float  # pixels for one unit
    lowest: float
    value: float  # left edge of the column after the longest bar
    bracket: float

    def x_of(self, value: float) -> float:
        """Give the horizontal place of a value."""
        return self.bar + (value - self.lowest) * self.per_unit


def svg(figure: BarsFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the bars ``width`` pixels wide; below ``NARROW`` the text is smaller."""
    inner = width - 2 * MARGIN
    title = wrap(figure.title, TITLE, inner)
    top = MARGIN + len(title) * TITLE * 1.2 + 26
    columns = _columns(figure, lang, width)
    small_y = top + len(figure.bars) * columns.row + 20
    small = wrap(figure.source, SMALL, inner)
    height = small_y + len(small) * SMALL_LEADING
    bottom = top + len(figure.bars) * columns.row
    mark = watermark((MARGIN, top, width - MARGIN, bottom), lang, theme)
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        lines(MARGIN, MARGIN + TITLE, title, size=TITLE, leading=TITLE * 1.2, font_weight=600),
        label(MARGIN, top - 10, figure.unit, size=SMALL, fill=theme.muted),
        *_rows(figure, lang, theme, columns, top, width),
        *_brackets(figure, lang, theme, columns, top),
        _median(figure, lang, theme, columns, top),
        lines(MARGIN, small_y, small, size=SMALL, leading=SMALL_LEADING, fill=theme.muted),
        mark if figure.illustrative else "",
        width=width,
        height=height,
        title=figure.title,
        description=_description(figure, lang),
        fill=theme.ink,
    )


def _columns(figure: BarsFigure, lang: Lang, width: float) -> Columns:
    size, row = (13.0, 25.0) if width >= NARROW else (11.5, 23.0)
    known = [bar.value for bar in figure.bars if bar.value is not None]
    lowest, highest = min([0.0, *known]), max([0.0, *known])
    places = max((width_of(_place(bar, figure), size) for bar in figure.bars), default=0)
    names = max((width_of(bar.name, size) for bar in figure.bars), default=0)
    values = max((width_of(_value(bar, figure, lang), size) for bar in figure.bars), default=0)
    name = MARGIN + places + 10
    start = name + names + 10
    bracket = width - MARGIN - 6
    length = max(bracket - 10 - values - start - 6, 24.0)
    per_unit = length / ((highest - lowest) or 1.0)
    return Columns(size, row, name - 10, name, start, per_unit, lowest, start + length + 6, bracket)


def _place(bar: Bar, figure: BarsFigure) -> str:
    return f"{bar.rank}/{figure.ranked}" if bar.rank is not None else "–"


def _value(bar: Bar, figure: BarsFigure, lang: Lang) -> str:
    if bar.value is None:
        return text("value.missing", lang)
    return number(bar.value, figure.scale.decimals, lang)


def _rows(
    figure: BarsFigure, lang: Lang, theme: Theme, columns: Columns, top: float, width: float
) -> Iterator[str]:
    """Yield a row for each province, with a faint ground under every other band."""
    for position, bar in enumerate(figure.bars):
        y = top + position * columns.row
        ground = {"x": MARGIN / 2, "y": y, "width": width - MARGIN, "height": columns.row}
        if figure.bands.get(bar.code, 1) % 2 == 0:
            yield tag("rect", fill=theme.band, **ground)
        yield tag("g", *_row(bar, figure, lang, theme, columns, y), data_code=bar.code)
        if bar.code == figure.home:
            yield tag("rect", fill="none", stroke=theme.ink, stroke_width=1.5, rx=3, **ground)


def _row(
    bar: Bar, figure: BarsFigure, lang: Lang, theme: Theme, columns: Columns, y: float
) -> Iterator[str]:
    middle = y + columns.row / 2
    base = middle + columns.size * 0.36
    weight = 700 if bar.code == figure.home else 400
    words = {"size": columns.size, "font_weight": weight}
    place, value = _place(bar, figure), _value(bar, figure, lang)
    yield label(columns.place, base, place, text_anchor="end", fill=theme.muted, **words)
    yield label(columns.name, base, bar.name, **words)
    if bar.value is None:
        yield label(columns.bar, base, value, fill=theme.muted, font_style="italic", **words)
        return
    yield _bar(bar, bar.value, figure, theme, columns, middle)
    yield label(columns.value, base, value, **words)


def _bar(
    bar: Bar, value: float, figure: BarsFigure, theme: Theme, columns: Columns, middle: float
) -> str:
    zero, end = columns.x_of(0.0), columns.x_of(value)
    found = figure.scale.class_of(value) or 0
    is_home = bar.code == figure.home
    return tag(
        "rect",
        tag("title", escape(bar.name)),
        x=min(zero, end),
        y=middle - columns.row * 0.31,
        width=max(abs(end - zero), 0.5),
        height=columns.row * 0.62,
        fill=theme.fills(figure.scale.ramp)[found],
        stroke=theme.ink if is_home else theme.land_line,
        stroke_width=1.4 if is_home else 0.5,
    )


def _brackets(
    figure: BarsFigure, lang: Lang, theme: Theme, columns: Columns, top: float
) -> Iterator[str]:
    """Yield a bracket beside each run of two or more close scores, and its key above."""
    runs = [
        (band, len(list(run)))
        for band, run in groupby(
            figure.bars,
            key=lambda bar: figure.bands.get(bar.code, 0) if bar.value is not None else 0,
        )
    ]
    position, found = 0, False
    for band, length in runs:
        if band and length > 1:
            found = True
            y, high = top + position * columns.row + 4, length * columns.row - 8
            d = f"M{columns.bracket - 4:.1f} {y:.1f}h5v{high:.1f}h-5"
            yield tag("path", d=d, fill="none", stroke=theme.muted, stroke_width=1.3)
        position += length
    if found:
        words = text("chart.bars.close", lang)
        yield label(
            columns.bracket + 3,
            top - 10,
            f"{words} ]",
            size=SMALL,
            text_anchor="end",
            fill=theme.muted,
        )


def _median(figure: BarsFigure, lang: Lang, theme: Theme, columns: Columns, top: float) -> str:
    """Draw the group's median as a dashed line through the rows that have a value."""
    if figure.median is None:
        return ""
    rows = sum(bar.value is not None for bar in figure.bars)
    x = columns.x_of(figure.median)
    shown = number(figure.median, figure.scale.decimals, lang)
    words = text("chart.bars.median", lang, value=shown)
    line = tag(
        "path",
        d=f"M{x:.1f} {top - 5:.1f}V{top + rows * columns.row:.1f}",
        stroke=theme.accent,
        stroke_width=1.4,
        stroke_dasharray="4 3",
    )
    room = x - MARGIN - width_of(figure.unit, SMALL) - 12
    anchor = "end" if width_of(words, SMALL) < room else "start"
    return line + label(x, top - 10, words, size=SMALL, text_anchor=anchor, fill=theme.accent)


def _description(figure: BarsFigure, lang: Lang) -> str:
    known = [bar for bar in figure.bars if bar.value is not None]
    if not known:
        return text("chart.bars.empty", lang)
    return text(
        "chart.bars.description",
        lang,
        first=known[0].name,
        value=_value(known[0], figure, lang),
        unit=figure.unit,
        known=len(known),
        of=len(figure.bars),
    )
