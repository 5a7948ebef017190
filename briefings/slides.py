"""Slides from findings: the title says what is found, the notes hold method and sources.

One slide for a finding, more for a long table. Charts are native, maps are shapes, and the small
print below each figure is the line that stands under it everywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from briefings import native_chart, office_file, slide_master, slide_table, slide_text
from briefings.finding import Finding
from briefings.slide_frame import SAID_SHARE, Areas, Box, areas
from briefings.slide_map import SlideMap, legend_height
from briefings.slide_map_shapes import Sheet
from briefings.slide_watermark import add_watermark
from briefings.small_print import small_print
from charts.map.figure import MapFigure
from charts.table import Table
from language import Lang, dates, text

SAID_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
BETWEEN = 8.0  # points between two sentences
SMALL_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide of a deck, and what the file says of itself.

    ``notes`` go into the speaker notes; ``made`` is the day of making, also in the properties. A
    deck of one finding has no cover.
    """

    title: str
    subtitle: str
    notes: tuple[str, ...]
    made: date


def deck(
    findings: Sequence[Finding], cover: Cover, lang: Lang, template: bytes | None = None
) -> bytes:
    """Write a .pptx; BadTemplate for an office's file that cannot be used.

    The same call gives the same bytes.
    """
    presentation = slide_master.opened(template)
    if len(findings) > 1:
        _cover(presentation, cover, lang)
    layout = slide_master.layout(presentation, slide_master.FIGURE)
    places = areas(layout, presentation.slide_height)
    for finding in findings:
        for number, part in enumerate(_parts(places, finding)):
            _slide(presentation, places, finding, part, number, lang)
    package = presentation.part.package
    office_file.settle_properties(package, presentation.core_properties, cover.title, cover.made)
    target = BytesIO()
    presentation.save(target)
    return office_file.without_clock(target.getvalue())


def _cover(presentation: Any, cover: Cover, lang: Lang) -> None:
    slide = presentation.slides.add_slide(slide_master.layout(presentation, slide_master.COVER))
    title = slide.shapes.title
    box = title.width / 12700, title.height / 12700
    slide_text.title(title, cover.title, lang, slide_master.cover_size(presentation), box)
    for shape in slide.placeholders:
        if shape.element.xpath(".//p:ph[@type='subTitle']"):
            made = f"{text('field.made', lang)}: {dates.day(cover.made.isoformat(), lang)}"
            shape.text_frame.text = f"{slide_text.one_line(cover.subtitle)}\n{made}"
            slide_text.in_language(shape.text_frame, lang)
    _notes(slide, [cover.title, cover.subtitle, *cover.notes])


Cut = tuple[float, list[float], Table] | None


def _parts(places: Areas, finding: Finding) -> Iterator[Cut]:
    """Yield what each slide of a finding shows: a page of a table, else all of it."""
    if not isinstance(finding.figure, Table):
        yield None
        return
    room = places.figure.points
    size, widths, tables = slide_table.pages(finding.figure, room)
    for table in tables:
        yield size, widths, table


def _slide(
    presentation: Any, places: Areas, finding: Finding, part: Cut, number: int, lang: Lang
) -> None:
    layout = slide_master.layout(presentation, slide_master.FIGURE)
    slide = presentation.slides.add_slide(layout)
    more = text("slides.continued", lang) if number else ""
    shape = slide.shapes.title
    box = places.title.points
    words = f"{finding.title} {more}".strip()
    slide_text.title(shape, words, lang, slide_master.title_size(presentation), box)
    muted = MSO_THEME_COLOR.ACCENT_6
    slide_text.write(slide.shapes, places.subtitle, [finding.subtitle], lang, size=14, colour=muted)
    if part is not None:
        size, widths, table = part
        slide_table.add(slide.shapes, table, size, widths, places.figure, lang, finding.alt)
    else:
        _figure(slide.shapes, finding, places.figure, lang)
    _small_print(slide.shapes, finding, places.small, lang)
    if finding.notes.illustrative:
        add_watermark(slide.shapes, places.figure, lang)
    slide_master.number(slide, layout)
    _notes(slide, [finding.title, finding.subtitle, *finding.said, *_fields(finding, lang)])


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


def _notes(slide: Any, paragraphs: Sequence[str]) -> None:
    slide.notes_slide.notes_text_frame.text = "\n".join(one for one in paragraphs if one)
