"""The mark over illustrative figures on a slide: they must not travel as real ones."""

from typing import Any

from briefings.slide_frame import Box
from briefings.slide_map_shapes import EMU, Sheet
from charts.svg import width_of
from charts.theme import LIGHT
from language import Lang, text

TURN = -10  # degrees


def add_watermark(shapes: Any, box: Box, lang: Lang) -> None:
    """Write the warning across a figure, as large as it fits, in front of everything."""
    words = text("chart.watermark", lang)
    size = 0.8 * box.points[0] / width_of(words, 1)
    height = size * 1.2 * EMU
    place = (box.left, box.top + (box.height - height) / 2, box.width, height)
    sheet = Sheet(shapes)
    label = sheet.label(
        [words], place, lang, size=size, colour=LIGHT.muted, bold=True, opacity=0.4, turn=TURN
    )
    sheet.add_group(words, words, [label], place)
