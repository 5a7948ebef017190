"""Parts of a whole as SVG: a bar of parts for each province, its sum behind it."""

from collections.abc import Iterator

from charts.axis_svg import MARGIN, SMALL, foot, head, legend
from charts.stacked import StackedFigure
from charts.svg import document, label, tag, width_of
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang, text
from language.numbers import number

SIZE = 12.5
ROW = 27.0
INSIDE = 10.5  # size of the numbers within parts


def svg(figure: StackedFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the bars ``width`` pixels wide; a row without all its parts says so and has no bar."""
    drawn_head, below = head(figure.title, "", width, theme)
    looks = fills(theme)
    keys = [
        (tag("rect", y=-6, width=14, height=12, fill=looks[place % len(looks)][0]), part.name)
        for place, part in enumerate(figure.parts)
    ]
    drawn_keys, below = legend(keys, below, width, 14)
    top = below + SMALL + 8
    bottom = top + ROW * len(figure.names)
    drawn_foot, height = foot([figure.source], bottom + 10, width, theme)
    mark = watermark((MARGIN, top, width - MARGIN, bottom), lang, theme)
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        drawn_head,
        drawn_keys,
        label(MARGIN, below + SMALL, figure.axis.title, size=SMALL, fill=theme.muted),
        *_rows(figure, lang, theme, top, width),
        drawn_foot,
        mark if figure.illustrative else "",
        width=width,
        height=height,
        title=figure.title,
        description=_description(figure, lang),
        fill=theme.ink,
    )


def fills(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Give (fill, ink) of each part: neighbours differ in lightness, so that grey print tells."""
    return tuple(
        (palette[place], inks[place])
        for palette, inks, place in (
            (theme.less, theme.on_less, 0),
            (theme.less, theme.on_less, 2),
            (theme.more, theme.on_more, 4),
            (theme.more, theme.on_more, 1),
            (theme.more, theme.on_more, 3),
            (theme.less, theme.on_less, 4),
            (theme.more, theme.on_more, 0),
            (theme.less, theme.on_less, 3),
        )
    )


def total_of(figure: StackedFigure, row: int) -> float | None:
    """Add up the parts of a row; None where one is missing."""
    values = [part.values[row] for part in figure.parts]
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _rows(
    figure: StackedFigure, lang: Lang, theme: Theme, top: float, width: float
) -> Iterator[str]:
    left = MARGIN + max((width_of(name, SIZE) for name in figure.names), default=0.0) + 10
    value = width_of(number(1.0, figure.axis.decimals, lang), SIZE)
    high = max((total_of(figure, row) or 0.0 for row in range(len(figure.names))), default=0.0)
    per_unit = max(width - MARGIN - value - 8 - left, 24.0) / (high or 1.0)
    for row, name in enumerate(figure.names):
        y, is_home = top + row * ROW, figure.codes[row] == figure.home
        weight = 700 if is_home else 400
        base = y + ROW / 2 + SIZE * 0.36
        yield label(MARGIN, base, name, size=SIZE, font_weight=weight)
        total = total_of(figure, row)
        if total is None:
            words = text("value.missing", lang)
            yield label(left, base, words, size=SIZE, fill=theme.muted, font_style="italic")
            continue
        yield from _bar(figure, row, lang, theme, (left, y), per_unit)
        shown = number(total, figure.axis.decimals, lang)
        yield label(left + total * per_unit + 6, base, shown, size=SIZE, font_weight=weight)
        if is_home:
            ground = {"x": MARGIN / 2, "y": y, "width": width - MARGIN, "height": ROW}
            yield tag("rect", fill="none", stroke=theme.ink, stroke_width=1.5, rx=3, **ground)


def _bar(
    figure: StackedFigure,
    row: int,
    lang: Lang,
    theme: Theme,
    corner: tuple[float, float],
    per_unit: float,
) -> Iterator[str]:
    x, y = corner
    looks = fills(theme)
    for place, part in enumerate(figure.parts):
        value = part.values[row] or 0.0
        wide = max(value * per_unit, 0.0)
        fill, ink = looks[place % len(looks)]
        box = {"x": x, "y": y + ROW * 0.16, "width": wide, "height": ROW * 0.68}
        yield tag("rect", fill=fill, stroke=theme.line, stroke_width=0.8, **box)
        words = number(value, figure.axis.decimals, lang)
        if width_of(words, INSIDE) + 4 < wide:
            middle, base = x + wide / 2, y + ROW / 2 + INSIDE * 0.36
            yield label(middle, base, words, size=INSIDE, fill=ink, text_anchor="middle")
        x += wide


def _description(figure: StackedFigure, lang: Lang) -> str:
    """Say the first row in full: the others are in the table beside every such figure."""
    if not figure.names or total_of(figure, 0) is None:
        return text("chart.bars.empty", lang)
    parts = "; ".join(
        f"{part.name}: {number(part.values[0], figure.axis.decimals, lang)}"
        for part in figure.parts
    )
    return f"{figure.names[0]}: {parts}"
