"""How a figure of Plotly is laid out: margins, legend, axes, as plain values."""

from typing import Any

from charts.lines import Axis
from charts.plot_frame import WORDS, Frame, annotations, font, safe
from charts.point_names import SIZE
from charts.svg import wrap
from charts.theme import Theme
from language import Lang

LEGEND_WIDTH = 285.0  # of a name, on a phone
# Plotly cuts a legend off at the width it measured on the page; the PNG has only the fonts of the
# reader's machine, which may be wider: spaces that do not break keep room.
ROOM = "\u00a0" * 10
SEPARATORS = {"vi": ",.", "en": ".,"}
# Numbers of an axis all get the decimals that their distance needs, however far one zooms in.
TICKS = [
    {"dtickrange": [None, 0.0009], "value": ".4f"},
    {"dtickrange": [0.0009, 0.009], "value": ".3f"},
    {"dtickrange": [0.009, 0.09], "value": ".2f"},
    {"dtickrange": [0.09, 0.9], "value": ".1f"},
    {"dtickrange": [0.9, None], "value": ",.0f"},
]


def layout(
    frame: Frame, lang: Lang, theme: Theme, height: float, *, legend: float = 0, right: float = 8
) -> dict[str, Any]:
    """Lay out: margins hold title, legend and source line at any width."""
    whole = frame.top + legend + height + frame.bottom
    return {
        "height": whole,
        "margin": {
            "l": frame.left,
            "r": right,
            "t": frame.top + legend,
            "b": frame.bottom,
            "autoexpand": False,
        },
        "font": font(theme, WORDS),
        "separators": SEPARATORS[lang],
        "paper_bgcolor": theme.background,
        "plot_bgcolor": theme.background,
        "dragmode": False,  # a finger that scrolls the page must not draw a box
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": theme.band,
            "bordercolor": theme.land_line,
            "font": font(theme, WORDS),
            "align": "left",
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.muted, "activecolor": theme.ink},
        "annotations": annotations(frame, lang, theme, above=legend),
        "showlegend": legend > 0,
        "legend": {
            "xref": "container",
            "yref": "container",
            "x": 0,
            "xanchor": "left",
            "y": 1 - (frame.top - 10) / whole,
            "yanchor": "top",
            "font": font(theme, SIZE + 0.5),
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "reversed",
        },
    }


def legend_name(name: str) -> str:
    """Break a name for the legend as a phone needs it."""
    return "<br>".join(safe(line) + ROOM for line in wrap(name, SIZE, LEGEND_WIDTH))


def axis_of(axis: Axis, theme: Theme) -> dict[str, Any]:
    """Give an axis; the browser writes its numbers with the separators of the language."""
    low, high = axis.domain or (0.0, 1.0)
    return {
        "range": [high, low] if axis.reverse else [low, high],
        "gridcolor": theme.land,
        "zeroline": False,
        "linecolor": theme.land_line,
        "showline": True,
        "tickfont": font(theme, SIZE, colour=theme.muted),
        "tickformatstops": TICKS,
        "fixedrange": False,
        "automargin": False,
    }
