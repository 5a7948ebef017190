"""A small line over the years as SVG: a province, its group's median, and its place below.

Where the method changes stands a dashed line and no line joins its two sides; a period without a
value is a gap. Values and places are written at their points: nothing is read off an axis.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from charts.svg import document, label, lines, tag, width_of, wrap
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang, text
from language.numbers import number

MARGIN = 12.0
TITLE = 16.0
SMALL = 11.0
SMALL_LEADING = 15.0
SIZE = 12.0
HIGH = 96.0  # px of the panel of values
LOW = 62.0  # px of the panel of places
HEAD = 22.0  # above a panel, for the numbers at its highest point
DOT = 3.6


@dataclass(frozen=True, slots=True)
class Moment:
    """One period: ``at`` is its place in time (years), ``ranked`` the N of its place.

    ``joined``: a line may come here from the moment before. ``breaks``: the method changed since.
    """

    words: str
    at: float
    value: float | None
    median: float | None
    rank: int | None
    ranked: int
    joined: bool = False
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """A trend to be drawn, oldest moment first; ``group`` names whose median is dashed."""

    title: str
    name: str
    group: str
    moments: tuple[Moment, ...]
    decimals: int
    source: str
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where numbers stand: ``low`` at the bottom, ``high`` on top, whichever is the larger."""

    top: float
    height: float
    low: float
    high: float

    def y_of(self, value: float) -> float:
        """Give the vertical place of a number; in the middle when all are equal."""
        across = self.high - self.low
        share = (value - self.low) / across if across else 0.5
        return self.top + self.height * (1 - share)


def svg(figure: TrendFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the trend ``width`` pixels wide; without any value it says so."""
    inner = width - 2 * MARGIN
    title = wrap(figure.title, TITLE, inner)
    legend = MARGIN + len(title) * TITLE * 1.2 + 14
    names = wrap(text("chart.trend.median", lang, group=figure.group), SMALL, inner - 22)
    top = legend + len(names) * SMALL_LEADING + HEAD + 4
    xs = _positions(figure.moments, width)
    values = _panel([m.value for m in figure.moments] + [m.median for m in figure.moments], top)
    has_places = any(m.rank is not None for m in figure.moments)
    places_top = top + HIGH + 2 * HEAD + 32
    bottom = places_top + LOW if has_places else top + HIGH
    small = [*_breaks_in_words(figure, lang, inner), *wrap(figure.source, SMALL, inner)]
    small_y = bottom + 58
    height = small_y + len(small) * SMALL_LEADING - 6
    mark = watermark((MARGIN, top, width - MARGIN, bottom), lang, theme)
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        lines(MARGIN, MARGIN + TITLE, title, size=TITLE, leading=TITLE * 1.2, font_weight=600),
        _legend(figure, names, theme, legend),
        *_break_lines(figure, theme, xs, top - HEAD, bottom + 20),
        *_medians(figure, theme, xs, values),
        *_own(figure, lang, theme, xs, values),
        *(_places(figure, lang, theme, xs, places_top) if has_places else ()),
        *_years(figure, theme, xs, bottom + 36),
        lines(MARGIN, small_y, small, size=SMALL, leading=SMALL_LEADING, fill=theme.muted),
        mark if figure.illustrative else "",
        width=width,
        height=height,
        title=text("chart.trend.label", lang, title=figure.title, name=figure.name),
        description=_description(figure, lang),
        fill=theme.ink,
    )


def _positions(moments: Sequence[Moment], width: float) -> list[float]:
    """Give the horizontal place of each moment, true to time; a single one stands in the middle."""
    first, last = moments[0].at, moments[-1].at
    left, right = MARGIN + 30, width - MARGIN - 30
    if first == last:
        return [(left + right) / 2 for _ in moments]
    return [left + (m.at - first) / (last - first) * (right - left) for m in moments]


def _panel(numbers: Sequence[float | None], top: float) -> _Panel:
    known = [one for one in numbers if one is not None] or [0.0]
    return _Panel(top, HIGH, min(known), max(known))


def _legend(figure: TrendFigure, names: list[str], theme: Theme, y: float) -> str:
    """Write the province with its dot, and whose median the dashed line is."""
    left, at = MARGIN + 22, MARGIN + 4 + width_of(figure.name, SMALL) + 34
    own = tag("circle", cx=MARGIN + 7, cy=y - 4, r=DOT, fill=theme.more[3])
    own += label(left - 4, y, figure.name, size=SMALL, font_weight=600)
    if len(names) == 1 and at + width_of(names[0], SMALL) + 26 < 400 - MARGIN:
        row, start = y, at
    else:
        row, start = y + SMALL_LEADING, MARGIN
    dash = _dashed(f"M{start:.1f} {row - 4:.1f}h16", theme)
    return (
        own
        + dash
        + lines(start + 22, row, names, size=SMALL, leading=SMALL_LEADING, fill=theme.muted)
    )


def _medians(figure: TrendFigure, theme: Theme, xs: list[float], panel: _Panel) -> Iterator[str]:
    """Yield the dashed line of the group's medians, and a ring where nothing joins one."""
    known = [m.median for m in figure.moments]
    d = _path(figure.moments, xs, known, panel.y_of)
    if d:
        yield _dashed(d, theme)
    for x, median in zip(xs, known, strict=True):
        if median is not None:
            y = panel.y_of(median)
            fill, stroke = theme.background, theme.muted
            yield tag("circle", cx=x, cy=y, r=2.4, fill=fill, stroke=stroke, stroke_width=1.3)


def _own(
    figure: TrendFigure, lang: Lang, theme: Theme, xs: list[float], panel: _Panel
) -> Iterator[str]:
    words = [
        "" if m.value is None else number(m.value, figure.decimals, lang) for m in figure.moments
    ]
    known = [m.value for m in figure.moments]
    medians = [m.median for m in figure.moments]
    yield from _line(figure.moments, theme, xs, known, words, panel.y_of, medians)


def _places(
    figure: TrendFigure, lang: Lang, theme: Theme, xs: list[float], top: float
) -> Iterator[str]:
    """Yield the places, the first one on top."""
    known = [None if m.rank is None else float(m.rank) for m in figure.moments]
    given = [rank for rank in known if rank is not None]
    panel = _Panel(top, LOW, max(given), min(given))
    words = ["" if m.rank is None else f"{m.rank}/{m.ranked}" for m in figure.moments]
    yield label(MARGIN, top - HEAD - 6, text("field.rank", lang), size=SMALL, fill=theme.muted)
    yield from _line(figure.moments, theme, xs, known, words, panel.y_of)


def _line(
    moments: Sequence[Moment],
    theme: Theme,
    xs: list[float],
    known: Sequence[float | None],
    words: Sequence[str],
    y_of: Callable[[float], float],
    others: Sequence[float | None] = (),
) -> Iterator[str]:
    """Yield a line, a dot for each number, and the number beside it where there is room."""
    d = _path(moments, xs, known, y_of)
    if d:
        yield tag("path", d=d, fill="none", stroke=theme.more[3], stroke_width=2.2)
    room = _with_room(xs, words)
    for position, (x, value) in enumerate(zip(xs, known, strict=True)):
        if value is None:
            continue
        y = y_of(value)
        yield tag("circle", cx=x, cy=y, r=DOT, fill=theme.more[3])
        if position in room:
            around = [*_joined_to(moments, known, position), *others[position : position + 1]]
            below = _is_lowest(y, [y_of(one) for one in around if one is not None])
            yield _number(x, y + 17 if below else y - 8, words[position], theme)


def _joined_to(
    moments: Sequence[Moment], known: Sequence[float | None], position: int
) -> list[float | None]:
    """Give the numbers that a line joins with the one at a position."""
    before = known[position - 1] if position and moments[position].joined else None
    follows = position + 1 < len(moments) and moments[position + 1].joined
    return [before, known[position + 1] if follows else None]


def _is_lowest(y: float, around: Sequence[float]) -> bool:
    """Tell whether lines leave a dot upwards only, so that its number is better set below."""
    return bool(around) and all(other < y for other in around)


def _dashed(d: str, theme: Theme) -> str:
    """Draw a median's line."""
    look = {"stroke": theme.muted, "stroke_dasharray": "4 3", "fill": "none"}
    return tag("path", d=d, stroke_width=1.6, **look)


def _number(x: float, y: float, words: str, theme: Theme) -> str:
    """Write a number above its dot, readable where a line runs behind it."""
    halo = {"stroke": theme.background, "paint_order": "stroke", "text_anchor": "middle"}
    return label(x, y, words, size=SIZE, font_weight=600, stroke_width=3, **halo)


def _path(
    moments: Sequence[Moment],
    xs: list[float],
    known: Sequence[float | None],
    y_of: Callable[[float], float],
) -> str:
    """Give the path through the numbers; it starts anew after a gap and after a break."""
    steps: list[str] = []
    for position, (moment, value) in enumerate(zip(moments, known, strict=True)):
        if value is None:
            continue
        joined = moment.joined and known[position - 1] is not None and position > 0
        steps.append(f"{'L' if joined else 'M'}{xs[position]:.1f} {y_of(value):.1f}")
    return "".join(steps) if any(step.startswith("L") for step in steps) else ""


def _with_room(xs: list[float], words: Sequence[str]) -> set[int]:
    """Give the positions whose words fit beside each other; the newest always has its own."""
    kept: set[int] = set()
    edge = float("inf")
    for position in reversed(range(len(words))):
        half = width_of(words[position], SIZE) / 2 + 3
        if words[position] and xs[position] + half <= edge:
            kept.add(position)
            edge = xs[position] - half
    return kept


def _break_lines(
    figure: TrendFigure, theme: Theme, xs: list[float], top: float, bottom: float
) -> Iterator[str]:
    """Yield a dashed line between two moments whose method differs."""
    for position, moment in enumerate(figure.moments):
        if moment.breaks and position:
            x = (xs[position - 1] + xs[position]) / 2
            d = f"M{x:.1f} {top:.1f}V{bottom:.1f}"
            yield tag("path", d=d, stroke=theme.accent, stroke_width=1.4, stroke_dasharray="2 3")


def _years(figure: TrendFigure, theme: Theme, xs: list[float], y: float) -> Iterator[str]:
    """Yield the periods, muted where the province has no value."""
    room = _with_room(xs, [m.words for m in figure.moments])
    for position in sorted(room):
        moment = figure.moments[position]
        fill = theme.muted if moment.value is None else theme.ink
        yield label(xs[position], y, moment.words, size=SIZE, text_anchor="middle", fill=fill)


def _breaks_in_words(figure: TrendFigure, lang: Lang, width: float) -> list[str]:
    periods = [moment.words for moment in figure.moments[1:] if moment.breaks]
    if not periods:
        return []
    return wrap(text("chart.trend.breaks", lang, periods=", ".join(periods)), SMALL, width)


def _description(figure: TrendFigure, lang: Lang) -> str:
    """Say every number for those who do not see the picture."""
    said = []
    for moment in figure.moments:
        if moment.value is None:
            value = text("value.missing", lang)
        else:
            value = number(moment.value, figure.decimals, lang)
        place = "" if moment.rank is None else f" ({moment.rank}/{moment.ranked})"
        said.append(f"{moment.words}: {value}{place}")
    return "; ".join(said)
