"""Pieces of a document as WordprocessingML: text, fields with their results, prompts, tables.

Written as text and parsed once: an annex has thousands of cells. Every word is escaped here.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from docx.oxml import parse_xml

from briefings import table_widths
from charts.table import Table
from language import Lang

SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PROMPT = "PlaceholderText"
TWIPS = 20  # in a point
PAD = 4.0  # points beside a cell's text
_LINE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'


def run(words: str, *, bold: bool = False, italic: bool = False, size: float = 0.0) -> str:
    """Write words; ``size`` in points, 0 for that of the style."""
    looks = _looks(bold, italic, size)
    text = f'<w:t xml:space="preserve">{escape(_clean(words), quote=False)}</w:t>'
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{text}</w:r>"


def _looks(bold: bool, italic: bool, size: float, *, is_grey: bool = False) -> str:
    half = round(size * 2)
    shown = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if size else ""
    ink = '<w:color w:val="808080"/>' if is_grey else ""
    return f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{ink}{shown}"


def field(code: str, result: str) -> str:
    """Write a field with the result that it has until somebody updates it."""
    kinds = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in _FIELD)
    begin, separate, end = kinds
    instruction = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return f"{begin}{instruction}{separate}{result}{end}"


_FIELD = ("begin", "separate", "end")


def prompt(
    words: str, number: int, *, bold: bool = False, italic: bool = False, size: float = 0.0
) -> str:
    """Write a grey prompt that is overwritten when somebody types: a content control."""
    name = escape(_clean(words).strip("[]"))[:60]
    look = f'<w:rPr><w:rStyle w:val="{PROMPT}"/>{_looks(bold, italic, size, is_grey=True)}</w:rPr>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="dti-{number}"/>'
        f'<w:id w:val="{1000 + number}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        f"<w:r>{look}<w:t>{escape(_clean(words), quote=False)}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def bookmark(name: str, number: int, content: str) -> str:
    """Give a piece a name that fields and links find."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(name: str, content: str) -> str:
    """Lead to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def paragraph(content: str, style: str = "", look: str = "") -> str:
    """Write a paragraph; ``look`` are properties that its style does not say."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{look}</w:pPr>" if named or look else ""
    return f"<w:p>{properties}{content}</w:p>"


def table(found: Table, room: float, size: float) -> str:
    """Write a table ``room`` points wide: its heading comes again on each page."""
    widths = [round(one * TWIPS) for one in table_widths.widths(found, size, room, PAD)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = "".join(_LINE.format(side=side) for side in sides)
    pads = "".join(
        f'<w:{side} w:w="{round(PAD * TWIPS)}" w:type="dxa"/>' for side in ("left", "right")
    )
    head = _row(
        [column.label for column in found.columns], widths, found, size, is_head=True, bold=True
    )
    rows = "".join(
        _row([cell.text for cell in line.cells], widths, found, size, bold=line.is_home)
        for line in found.lines
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{pads}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    found: Table,
    size: float,
    *,
    bold: bool,
    is_head: bool = False,
) -> str:
    kept = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if is_head else "") + "</w:trPr>"
    ground = '<w:shd w:val="clear" w:color="auto" w:fill="E9EEF3"/>' if is_head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{ground}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraph(run(words, bold=bold, size=size), CELL, _side(column.is_number))}"
        "</w:tc>"
        for words, width, column in zip(texts, widths, found.columns, strict=True)
    )
    return f"<w:tr>{kept}{cells}</w:tr>"


CELL = "DtiCell"


def _side(is_number: bool) -> str:
    return '<w:jc w:val="right"/>' if is_number else ""


def plain_table(rows: Iterable[Sequence[str]], widths: Sequence[float]) -> str:
    """Write a table without lines, only to set blocks side by side; cells are paragraphs."""
    twips = [round(one * TWIPS) for one in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, twips, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def parsed(content: str) -> list[Any]:
    """Parse pieces of a body in one go."""
    return list(parse_xml(f"<w:body {SPACES}>{content}</w:body>"))


def language_of(lang: Lang) -> str:
    """Give the tag of a language, so that no word is marked as misspelt."""
    return "vi-VN" if lang == "vi" else "en-GB"


def _clean(words: str) -> str:
    """Leave out what XML cannot hold; line breaks become spaces."""
    plain = re.sub(r"\s", " ", words)
    return "".join(letter for letter in plain if letter == " " or letter.isprintable())
