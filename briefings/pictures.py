"""Pictures of findings for mails, documents and walls: SVG, PNG and PDF, made without a browser.

Every picture carries what the figure must never lose: the title that states the finding, what is
shown, unit, period, list, sources, release, marks, breaks, method, the day of making, and a map
its licence and standing. The same finding gives the same bytes.
"""

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from briefings import card as cards
from briefings import typeset
from briefings.finding import Finding
from briefings.picture_parts import body, fitted, small_print
from charts.map.figure import MapFigure
from charts.svg import document, lines, tag, wrap
from charts.table import Table
from charts.table_svg import natural_width
from charts.theme import LIGHT
from language import Lang

WIDTH = 900.0
UPRIGHT = 760.0  # of the national map, which is higher than wide
MARGIN = 12.0
TITLE = 20.0
WORDS = 12.5
SMALL = 10.5
LEADING = 1.35
_FONTS = Path(__file__).parent.parent / "charts" / "assets" / "fonts"


def svg(finding: Finding, lang: Lang, width: float | None = None) -> str:
    """Draw a finding as SVG with its fonts in it; a table of many columns is wider than asked."""
    drawn = _drawn(finding, lang, width)[0]
    weights = [weight for weight in (400, 600, 700) if _has(drawn, weight)]
    style = tag("defs", tag("style", "".join(_face(weight) for weight in weights)))
    start = drawn.index(">") + 1  # behind the root's own tag
    return drawn[:start] + style + drawn[start:]


def png(finding: Finding, lang: Lang, scale: float = 2, width: float | None = None) -> bytes:
    """Draw a finding as PNG, ``scale`` device pixels for each pixel of the SVG."""
    return typeset.png("picture", *_page(finding, lang, width), per_inch=72.0 * scale)


def bare_png(finding: Finding, lang: Lang, width: float, scale: float = 2) -> bytes:
    """Draw the figure of a finding alone, for a document that says all else around it."""
    drawn = body(finding, lang, width)
    data = _data(finding, lang, drawn.markup, drawn.width, drawn.height)
    return typeset.png("picture", data, finding.notes.day, per_inch=72.0 * scale)


def pdf(finding: Finding, lang: Lang, width: float | None = None) -> bytes:
    """Draw a finding as a page of PDF: vectors, text as text, fonts embedded."""
    data, made = _page(finding, lang, width)
    data["width"], data["height"] = (
        side * typeset.PER_PIXEL for side in (data["width"], data["height"])
    )
    return typeset.pdf("picture", data, made)


def card(finding: Finding, lang: Lang) -> bytes:
    """Draw a finding as a PNG of 1080 x 1350 pixels, to be read on a phone."""
    drawn = cards.svg(finding, lang)
    data = _data(finding, lang, drawn, cards.WIDTH, cards.HEIGHT)
    return typeset.png("picture", data, finding.notes.day, per_inch=72.0)


def _page(finding: Finding, lang: Lang, width: float | None) -> tuple[dict[str, Any], Any]:
    drawn, across, down = _drawn(finding, lang, width)
    return _data(finding, lang, drawn, across, down), finding.notes.day


def _data(finding: Finding, lang: Lang, drawn: str, width: float, height: float) -> dict[str, Any]:
    return {
        "svg": drawn,
        "width": width,
        "height": height,
        "title": finding.title,
        "alt": finding.alt,
        "lang": lang,
    }


def _drawn(finding: Finding, lang: Lang, asked: float | None) -> tuple[str, float, float]:
    """Compose the picture; give it with its size in pixels, whole numbers."""
    width = _width(finding, asked)
    inner = width - 2 * MARGIN
    title = wrap(finding.title, TITLE, inner)
    subtitle = wrap(finding.subtitle, WORDS, inner)
    below = MARGIN + len(title) * TITLE * 1.25
    top = below + len(subtitle) * WORDS * LEADING + 4
    figure = body(finding, lang, width)
    foot = [line for words in small_print(finding, lang) for line in fitted(words, SMALL, inner)]
    small = top + figure.height + 4
    height = float(round(small + len(foot) * SMALL * LEADING + MARGIN))
    drawn = document(
        tag("rect", width=width, height=height, fill=LIGHT.background),
        lines(
            MARGIN, MARGIN + TITLE * 0.9, title, size=TITLE, leading=TITLE * 1.25, font_weight=700
        ),
        lines(
            MARGIN, below + WORDS, subtitle, size=WORDS, leading=WORDS * LEADING, fill=LIGHT.muted
        ),
        figure.at(0, top),
        lines(MARGIN, small + SMALL, foot, size=SMALL, leading=SMALL * LEADING, fill=LIGHT.muted),
        width=width,
        height=height,
        title=finding.title,
        description=finding.alt,
        fill=LIGHT.ink,
    )
    return drawn, width, height


def _width(finding: Finding, asked: float | None) -> float:
    """Give the width: the one asked for, else what suits the figure; a wide table gets more."""
    figure = finding.figure
    is_upright = isinstance(figure, MapFigure) and figure.view == "national"
    width = asked or (UPRIGHT if is_upright else WIDTH)
    if isinstance(figure, Table):
        width = max(width, min(natural_width(figure), 1.6 * width))
    return float(round(width))


def _has(drawn: str, weight: int) -> bool:
    return weight == 400 or f'font-weight="{weight}"' in drawn


@cache
def _face(weight: int) -> str:
    """Write one weight of the font as a style rule that holds the file itself."""
    content = b64encode((_FONTS / f"be-vietnam-pro-{weight}.woff2").read_bytes()).decode()
    return escape(
        f"@font-face{{font-family:'{typeset.FAMILY}';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{content}) format('woff2')}}",
        quote=False,
    )
