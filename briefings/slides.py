"""Slides from findings: the title says what is found, the notes hold method and sources.

One slide for a finding, more for a long table while the deck keeps to its length. Charts are
native, maps are shapes, and the small print below each figure is the line that stands under it
everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from briefings import native_chart, office_file, slide_master, slide_pages, slide_table, slide_text
from briefings.finding import Finding
from briefings.slide_frame import SAID_SHARE, Areas, Box, areas
from briefings.slide_map import SlideMap, legend_height
from briefings.slide_map_shapes import Sheet
from briefings.slide_notes import SpeakerNotes
from briefings.slide_pages import Page
from briefings.slide_watermark import add_watermark
from briefings.small_print import small_print
from charts.map.figure import MapFigure
from language import Lang, dates, text

SAID_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
BETWEEN = 8.0  # points between two sentences
SUBTITLE_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
SMALL_LINE = (11.0, 10.0)
SMALL_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide of a deck, and what the file says of itself.

    ``notes`` go into the speaker notes; ``made`` is the day of making, also in the properties.
    ``most`` is the length of the deck, cover included. A deck of one finding has no cover and is
    one slide.
    """

    title: str
    subtitle: str
    notes: tuple[str, ...]
    made: date
    most: int = 10


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the slides of a deck share; ``number`` is the place of a slide's number, or None."""

    presentation: Any
    layout: Any
    places: Areas
    title_size: float
    number: Any
    notes: SpeakerNotes
    lang: Lang


def deck(
    findings: Sequence[Finding], cover: Cover, lang: Lang, template: bytes | None = None
) -> bytes:
    """Write a .pptx; BadTemplate for an office's file that cannot be used.

    The same call gives the same bytes.
    """
    presentation = slide_master.opened(template, lang)
    office_file.count_parts(presentation.part.package)
    frame = _frame(presentation, lang)
    is_one = len(findings) == 1
    if not is_one:
        _cover(frame, cover)
    most = 1 if is_one else cover.most - 1
    pages = slide_pages.parted(findings, frame.places.figure.points, most)
    for finding, parts in zip(findings, pages, strict=True):
        for number, part in enumerate(parts):
            _slide(frame, finding, part, number)
    package = presentation.part.package
    office_file.settle_properties(package, presentation.core_properties, cover.title, cover.made)
    target = BytesIO()
    presentation.save(target)
    return office_file.without_clock(target.getvalue())


def _frame(presentation: Any, lang: Lang) -> _Frame:
    layout = slide_master.layout(presentation, slide_master.FIGURE)
    places = areas(layout, presentation.slide_height)
    size = slide_master.title_size(presentation)
    number = slide_master.number_of(layout)
    return _Frame(presentation, layout, places, size, number, SpeakerNotes(), lang)


def _cover(frame: _Frame, cover: Cover) -> None:
    presentation, lang = frame.presentation, frame.lang
    slide = presentation.slides.add_slide(slide_master.layout(presentation, slide_master.COVER))
    title = slide.shapes.title
    box = title.width / 12700, title.height / 12700
    slide_text.title(title, cover.title, lang, slide_master.cover_size(presentation), box)
    for shape in slide.placeholders:
        if shape.element.xpath(".//p:ph[@type='subTitle']"):
            made = f"{text('field.made', lang)}: {dates.day(cover.made.isoformat(), lang)}"
            shape.text_frame.text = f"{slide_text.one_line(cover.subtitle)}\n{made}"
            slide_text.in_language(shape.text_frame, lang)
    frame.notes.add(slide, [cover.title, cover.subtitle, *cover.notes])


def _slide(frame: _Frame, finding: Finding, part: Page | None, number: int) -> None:
    places, lang = frame.places, frame.lang
    slide = frame.presentation.slides.add_slide(frame.layout)
    more = text("slides.continued", lang) if number else ""
    words = f"{finding.title} {more}".strip()
    slide_text.title(slide.shapes.title, words, lang, frame.title_size, places.title.points)
    _line(slide.shapes, places.subtitle, finding.subtitle, lang, SUBTITLE_SIZES)
    if part is not None:
        _table(slide.shapes, finding, part, places.figure, lang)
    else:
        _figure(slide.shapes, finding, places.figure, lang)
    _small_print(slide.shapes, finding, places.small, lang)
    if finding.notes.illustrative:
        add_watermark(slide.shapes, places.figure, lang)
    slide_master.number(slide, frame.number)
    notes = [finding.title, finding.subtitle, *finding.said, *_fields(finding, lang)]
    frame.notes.add(slide, [*notes, *_rows_left(part)])


def _line(shapes: Any, box: Box, words: str, lang: Lang, sizes: Sequence[float]) -> None:
    """Write one muted line, smaller only where it would need two."""
    size = slide_text.fit([words], box.points, sizes)
    slide_text.write(shapes, box, [words], lang, size=size, colour=MSO_THEME_COLOR.ACCENT_6)


def _table(shapes: Any, finding: Finding, page: Page, box: Box, lang: Lang) -> None:
    """Add a page of a table; below one that is shown in part stands how many rows are not."""
    slide_table.add(shapes, page.table, page.size, page.widths, box, lang, finding.alt)
    if page.left_out:
        _, below = box.cut(box.height - Pt(slide_pages.BELOW - 4))
        words = text("slides.rows_in_notes", lang, count=len(page.left_out))
        _line(shapes, below, words, lang, SMALL_LINE)


def _rows_left(page: Page | None) -> list[str]:
    """Write the rows that a slide leaves out, one in a line under their headings."""
    if page is None or not page.left_out:
        return []
    heads = " | ".join(column.label for column in page.table.columns)
    rows = (" | ".join(cell.text for cell in line.cells) for line in page.left_out)
    return [heads, *rows]


def _figure(shapes: Any, finding: Finding, box: Box, lang: Lang) -> None:
    """Draw a chart or a map, with its sentences beside it where there are any."""
    figure = finding.figure
    left, right = box.parted(SAID_SHARE)
    if isinstance(figure, MapFigure):
        drawing = SlideMap(figure, lang, Sheet(shapes), left)
        drawing.draw(finding.subtitle, finding.alt)
        right, below = right.cut(right.height - Pt(legend_height(figure) + 6))
        drawing.legend(below)
        _said(shapes, finding, right, lang)
    elif len(native_chart.halves(finding)) > 1 or not finding.said:
        native_chart.add_to_slide(shapes, finding, lang, box.edges)
    else:
        native_chart.add_to_slide(shapes, finding, lang, left.edges)
        _said(shapes, finding, right, lang)


def _said(shapes: Any, finding: Finding, box: Box, lang: Lang) -> None:
    if not finding.said:
        return
    size = slide_text.fit(finding.said, box.points, SAID_SIZES, BETWEEN)
    shown = slide_text.that_fit(finding.said, box.points, size, BETWEEN)
    slide_text.write(shapes, box, shown, lang, size=size, between=BETWEEN)


def _small_print(shapes: Any, finding: Finding, box: Box, lang: Lang) -> None:
    words = small_print(finding, lang)
    size = slide_text.fit(words, box.points, SMALL_SIZES)
    slide_text.write(
        shapes,
        box,
        words,
        lang,
        size=size,
        colour=MSO_THEME_COLOR.ACCENT_6,
        anchor=MSO_ANCHOR.BOTTOM,
        name=text("field.source", lang),
    )


def _fields(finding: Finding, lang: Lang) -> list[str]:
    return [f"{name}: {words}" for name, words in finding.notes.fields(lang)]
