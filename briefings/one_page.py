"""An A4 sheet of a province: the finding, what can be said, a map, where it stands, the sources.

Made from the findings of ``findings.of_province``, as PDF (fonts embedded, text as text) and as a
Word document. What a sheet has no room for is counted, never cut.
"""

from collections.abc import Sequence

from briefings import one_page_docx, typeset
from briefings.finding import Finding
from briefings.one_page_sheet import sheet_of
from briefings.picture_parts import body
from language import Lang

PICTURE = 620.0  # px: the figure is drawn so wide and then fitted


def pdf(findings: Sequence[Finding], lang: Lang) -> bytes:
    """Write the sheet as one page of PDF; the same findings give the same bytes.

    ``ValueError`` without any finding.
    """
    sheet = sheet_of(findings, lang)
    drawn = body(sheet.picture, lang, PICTURE)
    data = {
        "title": sheet.title,
        "kicker": sheet.kicker,
        "subtitle": sheet.subtitle,
        "said": sheet.said,
        "svg": drawn.markup,
        "alt": sheet.picture.alt,
        "table": {
            "caption": sheet.caption,
            "head": sheet.head,
            "rows": sheet.rows,
            "more": sheet.more,
        },
        "notes": sheet.notes,
        "watermark": sheet.watermark,
        "lang": lang,
    }
    return typeset.pdf("one_page", data, sheet.picture.notes.day)


def docx(findings: Sequence[Finding], lang: Lang) -> bytes:
    """Write the same sheet as a Word document of one page, its map as a picture."""
    return one_page_docx.write(sheet_of(findings, lang), lang)
