"""A picture for messaging apps: upright, 1080 x 1350, large words, its source below."""

from dataclasses import replace

from briefings.finding import Finding
from briefings.picture_parts import Body, body, fitted, shortened, small_print
from charts.map.figure import MapFigure
from charts.svg import document, label, lines, tag, wrap
from charts.theme import LIGHT
from language import Lang, text

WIDTH, HEIGHT = 1080.0, 1350.0
MARGIN = 54.0
TITLES = (50.0, 46.0, 42.0, 38.0, 34.0)  # the largest of which no more than three lines are needed
WORDS = 25.0
SMALL = 18.0
LEADING = 1.32
ROWS = 22
UPRIGHT = (350.0, 375.0)  # of the national map as well: it is higher than wide
WIDTHS = (400.0, 460.0, 520.0, 580.0, 640.0, 700.0, 780.0, 880.0, 1000.0)


def svg(finding: Finding, lang: Lang) -> str:
    """Compose the card; of many rows the first are shown, with home, and it says how many not."""
    inner = WIDTH - 2 * MARGIN
    size = next((one for one in TITLES if len(wrap(finding.title, one, inner)) <= 3), TITLES[-1])
    title = wrap(finding.title, size, inner)
    subtitle = wrap(finding.subtitle, WORDS, inner)
    below = MARGIN + len(title) * size * 1.22
    top = below + len(subtitle) * WORDS * LEADING + 22
    foot = [
        line
        for words in small_print(finding, lang, long=False)
        for line in fitted(words, SMALL, inner)
    ]
    small = HEIGHT - MARGIN - len(foot) * SMALL * LEADING
    figure, left_out = shortened(finding.figure, ROWS)
    more = text("finding.rows_left_out", lang, count=left_out) if left_out else ""
    room = small - 12 - top - (WORDS * 1.4 if more else 0)
    drawn, scale = _largest(replace(finding, figure=figure), lang, room)
    x = (WIDTH - drawn.width * scale) / 2
    y = top + (room - drawn.height * scale) / 2
    return document(
        tag("rect", width=WIDTH, height=HEIGHT, fill=LIGHT.background),
        tag("rect", width=WIDTH, height=14, fill=LIGHT.more[3]),
        lines(MARGIN, MARGIN + size * 0.9, title, size=size, leading=size * 1.22, font_weight=700),
        lines(
            MARGIN, below + WORDS, subtitle, size=WORDS, leading=WORDS * LEADING, fill=LIGHT.muted
        ),
        drawn.at(x, y, scale),
        label(MARGIN, small - 20, more, size=WORDS * 0.85, fill=LIGHT.muted) if more else "",
        lines(MARGIN, small + SMALL, foot, size=SMALL, leading=SMALL * LEADING, fill=LIGHT.muted),
        width=WIDTH,
        height=HEIGHT,
        title=finding.title,
        description=finding.alt,
        fill=LIGHT.ink,
    )


def _largest(finding: Finding, lang: Lang, room: float) -> tuple[Body, float]:
    """Draw the figure so that its words come out largest, then so that it fills the width."""
    across = WIDTH - 2 * (MARGIN - 14)
    figure = finding.figure
    is_upright = isinstance(figure, MapFigure) and figure.view == "national"
    widths = (*UPRIGHT, *WIDTHS) if is_upright else WIDTHS
    tried = [body(finding, lang, width) for width in widths]
    scaled = [(min(across / one.width, room / one.height), one) for one in tried]
    scale, drawn = max(scaled, key=lambda one: (round(one[0], 1), one[1].width))
    return drawn, scale
