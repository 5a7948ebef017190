"""The A4 sheet as a Word document: headings as styles, the map as a picture with its words."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from briefings import office_file, typeset
from briefings.one_page_sheet import Sheet
from briefings.picture_parts import body
from language import Lang

FONT = "Times New Roman"
MUTED = RGBColor(0x53, 0x60, 0x6C)
PICTURE = 620.0
TALLEST = Mm(66)
WIDEST = Mm(176)


def write(sheet: Sheet, lang: Lang) -> bytes:
    """Write the sheet; the same sheet gives the same bytes."""
    document = Document()
    _page(document, lang)
    if sheet.watermark:
        _paragraph(document, sheet.watermark, 12, bold=True)
    _paragraph(document, sheet.kicker, 10, muted=True)
    document.add_heading(sheet.title, level=1)
    _paragraph(document, sheet.subtitle, 10, muted=True)
    for sentence in sheet.said:
        said = _paragraph(document, sentence, 10.5)
        said.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _picture(document, sheet, lang)
    if sheet.rows:
        _paragraph(document, sheet.caption, 11, bold=True).paragraph_format.keep_with_next = True
        _table(document, sheet)
    for words in (sheet.more, *sheet.notes):
        _paragraph(document, words, 7.5, muted=True)
    made = sheet.picture.notes.day
    package = document.part.package
    office_file.settle_properties(package, document.core_properties, sheet.title, made)
    target = BytesIO()
    document.save(target)
    return office_file.without_clock(target.getvalue())


def _page(document: Any, lang: Lang) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(17)
    section.top_margin, section.bottom_margin = Mm(14), Mm(12)
    for name, size in (("Normal", 11), ("Heading 1", 15)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(3)
        style.paragraph_format.line_spacing = 1.0
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x15, 0x20, 0x2B)
    _language(document.styles["Normal"], "vi-VN" if lang == "vi" else "en-GB")


def _language(style: Any, name: str) -> None:
    """Set the language, so that Word's spelling marks no Vietnamese word."""
    properties = style.element.get_or_add_rPr()
    found = properties.find(qn("w:lang"))
    if found is None:
        found = properties.makeelement(qn("w:lang"), {})
        properties.append(found)
    found.set(qn("w:val"), name)


def _paragraph(
    document: Any, words: str, size: float, *, bold: bool = False, muted: bool = False
) -> Any:
    paragraph = document.add_paragraph()
    if not words:
        paragraph.paragraph_format.line_spacing = Pt(1)
        return paragraph
    run = paragraph.add_run(words)
    run.font.size, run.bold = Pt(size), bold
    if size < 9:
        paragraph.paragraph_format.space_after = Pt(1)
    if muted:
        run.font.color.rgb = MUTED
    return paragraph


def _picture(document: Any, sheet: Sheet, lang: Lang) -> None:
    """Add the figure as PNG, as wide as the page or as high as there is room."""
    drawn = body(sheet.picture, lang, PICTURE)
    data = {
        "svg": drawn.markup,
        "width": drawn.width,
        "height": drawn.height,
        "title": sheet.title,
        "alt": sheet.picture.alt,
        "lang": lang,
    }
    content = typeset.png("picture", data, sheet.picture.notes.day, per_inch=72 * 2.5)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    width = min(WIDEST, int(TALLEST * drawn.width / drawn.height))
    shape = paragraph.add_run().add_picture(BytesIO(content), width=width)
    properties = shape._inline.docPr
    properties.set("descr", sheet.picture.alt)
    properties.set("name", sheet.picture.id)


def _table(document: Any, sheet: Sheet) -> None:
    table = document.add_table(rows=1, cols=len(sheet.head), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fill(table.rows[0], sheet.head, bold=True)
    repeat = table.rows[0]._tr.get_or_add_trPr().makeelement(qn("w:tblHeader"), {})
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for words in sheet.rows:
        _fill(table.add_row(), words)
    table.autofit = False
    for place, (column, wide) in enumerate(zip(table.columns, _widths(sheet), strict=True)):
        column.width = wide  # some programs read the grid, some the cells
        for row in table.rows:
            row.cells[place].width = wide


def _widths(sheet: Sheet) -> list[int]:
    """Share the page: period and places are short, the value has its unit, names take the rest."""
    count = len(sheet.head)
    rest = [Mm(16), Mm(31), *[Mm(19)] * (count - 3)]
    return [int(WIDEST - sum(rest)), *rest]


def _fill(row: Any, words: tuple[str, ...], *, bold: bool = False) -> None:
    for place, (cell, said) in enumerate(zip(row.cells, words, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        if place:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(said)
        run.font.size, run.bold = Pt(8.5), bold
