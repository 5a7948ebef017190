"""The toolbar over figures drawn by Plotly: what it offers, in the reader's language."""

from typing import Any

from language import Lang, text

TOOLBAR = ("toImage", "zoom2d", "resetScale2d")
# What Plotly says in English while a picture is made or a point is looked at.
WORDS_OF_PLOTLY = {
    "Download plot as a PNG": "download",
    "Zoom": "zoom",
    "Reset axes": "reset",
    "Double-click to zoom back out": "back",
    "Preparing image - this may take a few seconds": "preparing",
    "Image download succeeded": "done",
    "Sorry, there was a problem downloading your image!": "failed",
}


def config(lang: Lang, file_name: str, height: float) -> dict[str, Any]:
    """Give the settings of the toolbar: picture, zoom, reset, in the reader's language.

    ``file_name`` is the picture's, without ending; ``height`` that of the figure.
    """
    words = {english: text(f"chart.plot.{key}", lang) for english, key in WORDS_OF_PLOTLY.items()}
    picture = {"format": "png", "filename": file_name, "width": 1200, "height": height, "scale": 2}
    return {
        "locale": lang,
        "locales": {lang: {"dictionary": words, "format": {}}},
        # a list of its own: Streamlit's full-screen button is left out with the rest
        "modeBarButtons": [list(TOOLBAR)],
        "displayModeBar": True,
        "displaylogo": False,
        "toImageButtonOptions": picture,
    }
