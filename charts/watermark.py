"""The mark over figures that are no figures: illustrative values must not travel as real ones."""

from charts.svg import label, width_of
from charts.theme import Theme
from language import Lang, text

Box = tuple[float, float, float, float]


def watermark(box: Box, lang: Lang, theme: Theme) -> str:
    """Write the warning across a box, as large as it fits."""
    left, top, right, bottom = box
    words = text("chart.watermark", lang)
    size = 0.96 * (right - left) / width_of(words, 1)
    x, y = (left + right) / 2, (top + bottom) / 2
    return label(
        x,
        y,
        words,
        size=size,
        font_weight=700,
        fill=theme.ink,
        fill_opacity=0.32,
        text_anchor="middle",
        transform=f"rotate(-14 {x:.0f} {y:.0f})",
        pointer_events="none",
    )
