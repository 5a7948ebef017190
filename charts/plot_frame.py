"""What every figure drawn by Plotly has around it: title, list, source line, watermark, colours.

Title, source and marks are part of the picture, so that the toolbar's PNG carries them. Nobody
knows on the server how wide it will be: what may need more lines on a phone is written twice, and
``css`` shows the one that fits. In the PNG, where no style sheet holds, it is the wide one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from html import escape
from typing import Any

from charts.svg import wrap
from charts.theme import FONT, LIGHT, Theme
from language import Lang, text

TITLE, WORDS, SMALL = 14.5, 12.0, 10.5
LEADING = 1.3
MARK = 17.0  # the watermark: two lines on a phone
NARROW = 600  # pixels of the figure's own width; below it is laid out as on a phone
PHONE_WIDTH, TITLE_WIDTH, WIDE_WIDTH = 320.0, 262.0, 820.0
# Marks in a list of fonts: the only thing of ours that Plotly passes on to an element.
ON_WIDE, ON_PHONE = "dti-wide", "dti-phone"
PAPER = {"xref": "paper", "yref": "paper", "showarrow": False}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plot. ``below``: pixels that the axis takes under the plot."""

    title: str
    subtitle: str
    foot: tuple[str, ...]
    illustrative: bool
    left: float
    below: float
    x_title: str = ""
    y_title: str = ""

    @property
    def top(self) -> float:
        """Pixels above the plot: the title's lines and the subtitle's."""
        return TITLE * LEADING * len(self.title_lines) + WORDS * LEADING * self.sub_lines + 22

    @property
    def bottom(self) -> float:
        """Pixels under the plot, enough for the source line on a phone."""
        return self.below + SMALL * LEADING * len(foot_lines(self.foot, PHONE_WIDTH)) + 8

    @property
    def title_lines(self) -> list[str]:
        """The title, short enough to leave the toolbar its corner on a phone."""
        return wrap(self.title, TITLE, TITLE_WIDTH)

    @property
    def sub_lines(self) -> int:
        """How many lines the subtitle takes on a phone."""
        return len(wrap(self.subtitle, WORDS, PHONE_WIDTH)) if self.subtitle else 0


def foot_lines(foot: tuple[str, ...], width: float) -> list[str]:
    """Break each sentence under the figure into lines."""
    return [line for words in foot for line in wrap(words, SMALL, width)]


def safe(words: str) -> str:
    """Write a text for Plotly, which reads some tags and entities."""
    return escape(words, quote=False)


def annotations(
    frame: Frame, lang: Lang, theme: Theme, *, above: float = 0
) -> list[dict[str, Any]]:
    """Write title, subtitle, source and watermark as annotations in the margins.

    ``above``: pixels between the head and the plot, for a legend.
    """
    return [
        *_head(frame, theme, frame.top + above),
        *_axis_titles(frame, theme),
        *_foot(frame, theme),
        *_watermark(frame, lang, theme),
    ]


def font(theme: Theme, size: float, *, colour: str = "", mark: str = "", **more: Any) -> Any:
    """Give a font of Plotly; ``mark`` lets ``css`` find the text."""
    family = f"{FONT}, {mark}" if mark else FONT
    return {"family": family, "size": size, "color": colour or theme.ink, **more}


def _head(frame: Frame, theme: Theme, top: float) -> Iterator[dict[str, Any]]:
    """Yield the title from the top, the subtitle under it."""
    left = {**PAPER, "x": 0, "xanchor": "left", "xshift": -frame.left, "align": "left", "y": 1}
    title = "<br>".join(safe(line) for line in frame.title_lines)
    yield {
        **left,
        "text": title,
        "yanchor": "top",
        "yshift": top - 2,
        "font": font(theme, TITLE, weight=700),
    }
    if not frame.subtitle:
        return
    down = top - 4 - TITLE * LEADING * len(frame.title_lines)
    at = {**left, "yanchor": "top", "yshift": down}
    yield from _twice(at, [frame.subtitle], WORDS, theme)


def _axis_titles(frame: Frame, theme: Theme) -> Iterator[dict[str, Any]]:
    """Yield the titles of the axes, where they keep their place whatever the ticks are."""
    at = {**PAPER, "font": font(theme, WORDS)}
    if frame.x_title:
        under = {"x": 0.5, "y": 0, "yanchor": "top", "yshift": -24}
        yield {**at, **under, "text": safe(frame.x_title)}
    if frame.y_title:
        beside = {"x": 0, "y": 0.5, "xanchor": "left", "xshift": -frame.left}
        yield {**at, **beside, "text": safe(frame.y_title), "textangle": -90}


def _foot(frame: Frame, theme: Theme) -> Iterator[dict[str, Any]]:
    at = {**PAPER, "x": 0, "xanchor": "left", "xshift": -frame.left, "align": "left"}
    at |= {"y": 0, "yanchor": "top", "yshift": -frame.below}
    yield from _twice(at, list(frame.foot), SMALL, theme)


def _twice(
    at: dict[str, Any], sentences: list[str], size: float, theme: Theme
) -> Iterator[dict[str, Any]]:
    """Yield a text as it breaks on a wide screen and, unseen without ``css``, on a phone."""
    wide = broken(sentences, size, WIDE_WIDTH)
    narrow = broken(sentences, size, PHONE_WIDTH)
    yield {**at, "text": wide, "font": font(theme, size, colour=theme.muted, mark=ON_WIDE)}
    unseen = font(theme, size, colour="rgba(0,0,0,0)", mark=ON_PHONE)
    yield {**at, "text": narrow, "font": unseen}


def broken(sentences: list[str], size: float, width: float) -> str:
    """Break sentences into lines of a width, as Plotly writes them."""
    return "<br>".join(safe(line) for words in sentences for line in wrap(words, size, width))


def _watermark(frame: Frame, lang: Lang, theme: Theme) -> Iterator[dict[str, Any]]:
    if not frame.illustrative:
        return
    words = "<br>".join(safe(line) for line in wrap(text("chart.watermark", lang), MARK, 290))
    yield {
        **PAPER,
        "x": 0.5,
        "y": 0.5,
        "text": words,
        "textangle": -14,
        "opacity": 0.4,
        "font": font(theme, MARK, weight=700),
    }


# Colours of figures that the page's own variables replace; inks on fills are not among them.
_SHARED = ("background", "ink", "muted", "land", "land_line", "band", "accent", "more", "less")


def css() -> str:
    """Give the style sheet of figures drawn by Plotly, on pages.

    Plotly knows no variables, and a figure is made once for all readers: it has the colours of
    ``LIGHT``, and where it wrote one of them the page's variable stands in, so that a figure
    follows the reader's colour scheme at once. The PNG stays light, as paper is.
    """
    plot = ".js-plotly-plot"
    rules = [
        f'{plot} [style*="{what}: {_rgb(colour)}"]{{{what}:var({name}, {colour})!important}}'
        for name, colour in _colours()
        for what in ("fill", "stroke")
    ]
    small = f"@container plot (max-width: {NARROW}px)"
    return "\n".join(
        [
            *rules,
            f'{plot} .main-svg[style*="background"]{{background:var(--dti-background)!important}}',
            f"{plot} .modebar-btn .icon path{{fill:var(--dti-muted)!important}}",
            f"{plot} .modebar-btn.active .icon path,{plot} .modebar-btn:hover .icon path"
            "{fill:var(--dti-ink)!important}",
            f"{plot} .modebar-group{{background:none!important}}",
            f'{plot} text[style*="{ON_PHONE}"]{{display:none}}',
            ".stPlotlyChart{container:plot/inline-size}",
            f'{small}{{{plot} text[style*="{ON_WIDE}"]{{display:none}}'
            f'{plot} text[style*="{ON_PHONE}"]{{display:inline;fill:var(--dti-muted)!important;'
            "fill-opacity:1!important}}",
            "",
        ]
    )


def _colours() -> Iterator[tuple[str, str]]:
    """Yield each variable of the theme with its colour on light paper, every colour once."""
    seen: set[str] = set()
    for field in fields(LIGHT):
        if field.name not in _SHARED:
            continue
        found = getattr(LIGHT, field.name)
        name = f"--dti-{field.name.replace('_', '-')}"
        values = [found] if isinstance(found, str) else list(found)
        for number, colour in enumerate(values):
            if colour not in seen:
                seen.add(colour)
                yield (name if isinstance(found, str) else f"{name}-{number}"), colour


def _rgb(colour: str) -> str:
    """Write a colour as a browser does in a style: ``#1b406e`` is ``rgb(27, 64, 110)``."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"
