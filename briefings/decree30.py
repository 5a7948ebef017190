"""The layout that Decree 30/2020/NĐ-CP lays down for administrative documents (annex I).

A4; margins of 20 mm above and below, 30 left, 20 right; Times New Roman 14, justified, first line
1.27 cm, 6 points between paragraphs; page numbers in the middle of the upper margin from page 2 on.
Number, day, signature and seal are for the agency: they are never filled in.
"""

from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from briefings import office_file, office_theme
from briefings.document_words import CELL, field, paragraph, parsed, run
from briefings.office_theme import DOCUMENTS_FONT
from charts.theme import LIGHT

SIZE = 14.0
SMALL = 11.0
TOP, BOTTOM, LEFT, RIGHT = Cm(2), Cm(2), Cm(3), Cm(2)
WIDTH, HEIGHT = Cm(21), Cm(29.7)
FIRST_LINE = Cm(1.27)
BODY, HEADING, SUBHEADING, CAPTION = "BodyText", "Heading1", "Heading2", "Caption"
CENTRED, SOURCE, LISTED, FIGURE = "DtiCentred", "DtiSource", "TableofFigures", "DtiFigure"
_LOST = ("/stylesWithEffects", "/customXml", "/comments", "/people", "/glossaryDocument")
_KEPT_TABLES = ("TableNormal", "TableGrid")
_GREY = RGBColor.from_string("808080")

# id, name, size, bold, italic, alignment, first line, before, after (points), stays with the next
_STYLES = (
    (BODY, "Body Text", SIZE, False, False, WD_ALIGN_PARAGRAPH.JUSTIFY, True, 0, 6, False),
    (HEADING, "Heading 1", SIZE, True, False, WD_ALIGN_PARAGRAPH.JUSTIFY, True, 12, 6, True),
    (SUBHEADING, "Heading 2", SIZE, True, False, WD_ALIGN_PARAGRAPH.JUSTIFY, True, 6, 6, True),
    (CAPTION, "Caption", 13.0, False, True, WD_ALIGN_PARAGRAPH.CENTER, False, 3, 3, False),
    (CENTRED, "DTI Centred", SIZE, False, False, WD_ALIGN_PARAGRAPH.CENTER, False, 0, 0, False),
    (FIGURE, "DTI Figure", SIZE, False, False, WD_ALIGN_PARAGRAPH.CENTER, False, 6, 0, True),
    (SOURCE, "DTI Source", SMALL, False, True, WD_ALIGN_PARAGRAPH.JUSTIFY, False, 0, 9, False),
    (LISTED, "table of figures", 13.0, False, False, WD_ALIGN_PARAGRAPH.LEFT, False, 0, 3, False),
    (CELL, "DTI Cell", SMALL, False, False, WD_ALIGN_PARAGRAPH.LEFT, False, 1, 1, False),
)


def document() -> Any:
    """Open a new document of this layout."""
    return Document(BytesIO(_base()))


@cache
def _base() -> bytes:
    found = Document(BytesIO(office_theme.template("docx")))
    styles = found.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _KEPT_TABLES:
            styles.remove(style)
    cleared(found)
    set_page(found.sections[0])
    _set_numbers(found.sections[0])
    _set_defaults(found)
    add_styles(found, is_ours=True)
    target = BytesIO()
    found.save(target)
    return target.getvalue()


def cleared(document: Any) -> None:
    """Take the text away, and what tells of people; page, header, footer and styles stay."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    office_file.drop_relations(document.part, _LOST)
    settings = document.settings.element
    for name in ("w:rsids", "w:attachedTemplate", "w:docVars", "w:documentProtection"):
        for child in settings.findall(qn(name)):
            settings.remove(child)


def set_page(section: Any) -> None:
    """Set paper and margins."""
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.header_distance = section.footer_distance = Cm(1)


def _set_numbers(section: Any) -> None:
    """Put the page number into the middle of the upper margin, not on the first page."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    header = section.header.part.element
    for old in list(header):
        header.remove(old)
    header.extend(parsed(paragraph(field("PAGE", run("2")), CENTRED)))
    section.first_page_header.is_linked_to_previous = False


def _set_defaults(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = DOCUMENTS_FONT, Pt(SIZE)
    _set_font(normal)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE


def add_styles(document: Any, *, is_ours: bool) -> None:
    """Add the styles that we use; those that an office's template has already stay as they are."""
    known = {style.style_id for style in document.styles}
    for found in _STYLES:
        if is_ours or found[0] not in known:
            _add_style(document, *found)
    if "PlaceholderText" not in known:
        style = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = _GREY


def _add_style(
    document: Any,
    style_id: str,
    name: str,
    size: float,
    bold: bool,
    italic: bool,
    alignment: WD_ALIGN_PARAGRAPH,
    first_line: bool,
    before: float,
    after: float,
    keeps: bool,
) -> None:
    styles = document.styles
    old = [one for one in styles if one.style_id == style_id]
    style = old[0] if old else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), style_id)
    for part in ("w:rPr", "w:pPr"):
        for child in style.element.findall(qn(part)):
            if part == "w:pPr":
                for inner in list(child):
                    if inner.tag != qn("w:outlineLvl"):
                        child.remove(inner)
            else:
                style.element.remove(child)
    style.base_style = styles["Normal"]
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.font.color.rgb = RGBColor.from_string(LIGHT.ink[1:].upper())
    _set_font(style)
    shape = style.paragraph_format
    shape.alignment = alignment
    shape.first_line_indent = FIRST_LINE if first_line else None
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.15 if style_id == BODY else 1.0
    shape.keep_with_next = keeps
    style.hidden = False


def _set_font(style: Any) -> None:
    """Name the font for every kind of letter, so that no theme decides it."""
    style.font.name = DOCUMENTS_FONT
    fonts = style.element.rPr.rFonts
    for name in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[name]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), DOCUMENTS_FONT)
