"""The legend: a strip of classes with the breaks written between them, and what is no class."""

from html import escape

from charts.map.figure import MapFigure
from charts.svg import label, tag, width_of
from charts.theme import Theme
from language import Lang, text

HEIGHT = 46.0
STRIP = 12.0
SIZE = 11.0
KEYS = 220.0  # px that the keys beside the strip need


def legend(
    figure: MapFigure,
    lang: Lang,
    theme: Theme,
    corner: tuple[float, float],
    width: float,
    hatch: str,
) -> str:
    """Draw the legend into a block of ``height(width)`` with its upper left at ``corner``."""
    x, y = corner
    step = _step(width)
    beside = _fits_beside(width)
    keys = (x + 5 * step + 24, y + 14) if beside else (x, y + HEIGHT)
    return (
        label(x, y + 8, figure.unit, size=SIZE, fill=theme.muted)
        + _strip(figure, lang, theme, x, y + 14, step)
        + _keys(figure, lang, theme, *keys, hatch)
    )


def height(width: float) -> float:
    """Give the height of the legend block: on a narrow picture the keys stand below the strip."""
    return HEIGHT if _fits_beside(width) else HEIGHT + 22


def _step(width: float) -> float:
    return min(58.0, (width - 8) / 5)


def _fits_beside(width: float) -> bool:
    return 5 * _step(width) + 24 + KEYS <= width


def _strip(figure: MapFigure, lang: Lang, theme: Theme, x: float, y: float, step: float) -> str:
    fills = theme.fills(figure.scale.ramp)
    boxes = "".join(
        tag(
            "rect",
            tag("title", escape(entry.words)),
            x=x + entry.number * step,
            y=y,
            width=step,
            height=STRIP,
            fill=fills[entry.number],
        )
        for entry in figure.scale.legend(lang)
    )
    ticks = "".join(
        label(
            x + (position + 1) * step,
            y + STRIP + 13,
            words,
            size=SIZE,
            fill=theme.ink,
            text_anchor="middle",
        )
        for position, words in enumerate(figure.scale.ticks(lang))
    )
    return boxes + ticks


def _keys(figure: MapFigure, lang: Lang, theme: Theme, x: float, y: float, hatch: str) -> str:
    """Draw what "no data" and "outside the group" look like."""
    entries = [(f"url(#{hatch})", text("value.missing", lang))]
    if figure.members:
        entries.append((theme.land, text("chart.map.outside", lang)))
    drawn = ""
    for fill, words in entries:
        drawn += tag("rect", x=x, y=y, width=18, height=STRIP, fill=fill, stroke=theme.land_line)
        drawn += label(x + 24, y + 10, words, size=SIZE, fill=theme.ink)
        x += 24 + width_of(words, SIZE) + 16
    return drawn
