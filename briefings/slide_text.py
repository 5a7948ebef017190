"""Text on a slide: boxes that fit, in the language they are in, never markup."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from briefings.plain_words import plain
from briefings.slide_frame import Box
from charts.svg import wrap
from language import Lang

LEADING = 1.2
ARIAL = 0.94  # its letters are narrower than those that ``charts.svg`` measures
# All paragraphs of a box look alike: the look is read once and copied.
_PARAGRAPH = (
    '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:pPr><a:spcAft><a:spcPts val="{after}"/></a:spcAft></a:pPr>'
    '<a:r><a:rPr lang="{lang}" sz="{size}" b="{bold}">'
    '<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:rPr><a:t/></a:r></a:p>'
)
_LANGUAGES = {"vi": MSO_LANGUAGE_ID.VIETNAMESE, "en": MSO_LANGUAGE_ID.ENGLISH_UK}


def write(
    shapes: Any,
    box: Box,
    paragraphs: Sequence[str],
    lang: Lang,
    *,
    size: float,
    colour: MSO_THEME_COLOR = MSO_THEME_COLOR.TEXT_1,
    bold: bool = False,
    between: float = 0.0,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    name: str = "",
) -> Any:
    """Add a text box; ``between`` is the space after a paragraph in points."""
    shape = shapes.add_textbox(*box.edges)
    shape.name = name or shape.name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    body = shape.element.find("{*}txBody")
    form = parse_xml(
        _PARAGRAPH.format(
            after=round(between * 100),
            lang=_LANGUAGES[lang].xml_value,
            size=round(size * 100),
            bold=int(bold),
            colour=colour.xml_value,
        )
    )
    for words in paragraphs:
        body.append(deepcopy(form))
        frame.paragraphs[-1].runs[0].text = words
    if paragraphs:
        body.remove(body.find("{*}p"))  # the empty one that every box begins with
    return shape


def in_language(frame: Any, lang: Lang) -> None:
    """Say which language the runs of a text are in, so that no word is marked as misspelt."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = _LANGUAGES[lang]


def title(shape: Any, words: str, lang: Lang, size: float, box: tuple[float, float]) -> None:
    """Write a title; only one that does not fit in the master's size gets a smaller one."""
    shape.text_frame.text = one_line(words)
    in_language(shape.text_frame, lang)
    fitting = fit([words], box, [size, *(s for s in (24.0, 22.0, 20.0, 18.0, 16.0) if s < size)])
    if fitting < size:
        shape.text_frame.paragraphs[0].runs[0].font.size = Pt(fitting)


def one_line(words: str) -> str:
    """Give words without line breaks: python-pptx makes paragraphs of them."""
    return " ".join(plain(words).split())


def fit(
    paragraphs: Sequence[str],
    box: tuple[float, float],
    sizes: Sequence[float],
    between: float = 0.0,
) -> float:
    """Give the largest size whose text fits into (width, height) in points; else the smallest."""
    return next((s for s in sizes if height(paragraphs, s, box[0], between) <= box[1]), sizes[-1])


def height(paragraphs: Sequence[str], size: float, width: float, between: float = 0.0) -> float:
    """Estimate how high wrapped paragraphs are, in points."""
    lines = sum(len(wrap(words, size * ARIAL, width)) for words in paragraphs)
    return lines * size * LEADING + between * len(paragraphs)


def that_fit(
    paragraphs: Sequence[str], box: tuple[float, float], size: float, between: float
) -> list[str]:
    """Give the paragraphs from the first on for which there is room; the notes have them all."""
    kept: list[str] = []
    for words in paragraphs:
        if height([*kept, words], size, box[0], between) > box[1]:
            break
        kept.append(words)
    return kept
