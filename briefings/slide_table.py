"""A native table on slides: cut into pages of rows that fit, the heading on each."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from briefings import table_widths
from briefings.slide_frame import Box
from briefings.slide_text import in_language, one_line
from charts.table import Column, Line, Table
from language import Lang

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
NOTHING = "\u00a0"
PAD = 5.0  # points on each side of a cell's text, and half of it above and below


def pages(table: Table, room: tuple[float, float]) -> tuple[float, list[float], list[Table]]:
    """Give text size, widths of the columns in points, and the table in pages.

    The largest size at which the whole table stands on one slide, else the largest at which the
    rows need the fewest slides.
    """
    found = []
    for size in SIZES:
        widths = table_widths.widths(table, size, room[0], PAD)
        found.append((size, widths, _cut(table, size, widths, room[1])))
    fewest = min(len(parts) for _, _, parts in found)
    return next(one for one in found if len(one[2]) == fewest)


def add(
    shapes: Any,
    table: Table,
    size: float,
    widths: Sequence[float],
    box: Box,
    lang: Lang,
    alt: str,
) -> Any:
    """Add the table to a slide."""
    rows, columns = len(table.lines) + 1, len(table.columns)
    frame = shapes.add_table(rows, columns, box.left, box.top, box.width, Pt(size * 2) * rows)
    name = frame.element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0]
    name.set("name", table.caption)
    name.set("descr", alt)
    made = frame.table
    made.horz_banding = True
    for place, width in enumerate(widths):
        made.columns[place].width = Pt(width)
    for row, texts in enumerate(_texts(table)):
        made.rows[row].height = Pt(table_widths.height(texts, widths, size, PAD))
        strong = row == 0 or table.lines[row - 1].is_home
        for place, words in enumerate(texts):
            _write(made.cell(row, place), words, table.columns[place], size, strong, lang)
    return frame


def _write(cell: Any, words: str, column: Column, size: float, strong: bool, lang: Lang) -> None:
    cell.margin_left = cell.margin_right = Pt(PAD)
    cell.margin_top = cell.margin_bottom = Pt(PAD / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column.is_number else PP_ALIGN.LEFT
    run = paragraph.add_run()
    # an empty cell has text of its own size too, else its row is as high as the largest
    run.text = one_line(words) or NOTHING
    run.font.size, run.font.bold = Pt(size), strong
    in_language(cell.text_frame, lang)


def heights(table: Table, size: float, widths: Sequence[float]) -> list[float]:
    """Give the height in points of the heading and of every row."""
    return [table_widths.height(one, widths, size, PAD) for one in _texts(table)]


def _texts(table: Table) -> list[list[str]]:
    """Give the headings and the rows as texts."""
    heads = [column.label for column in table.columns]
    return [heads, *([cell.text for cell in line.cells] for line in table.lines)]


def _cut(table: Table, size: float, widths: Sequence[float], room: float) -> list[Table]:
    """Cut the rows into pages of the same length, as few as possible."""
    head, *rows = heights(table, size, widths)
    if not rows:
        return [table]
    count = max(1, _needed(rows, room - head))
    length = -(-len(table.lines) // count)
    while any(sum(rows[at : at + length]) > room - head for at in range(0, len(rows), length)):
        if length == 1:
            break
        length -= 1
    return [_page(table, table.lines[at : at + length]) for at in range(0, len(rows), length)]


def _needed(rows: Sequence[float], room: float) -> int:
    pages, used = 0, room + 1.0
    for height in rows:
        if used + height > room:
            pages, used = pages + 1, 0.0
        used += height
    return pages


def _page(table: Table, lines: tuple[Line, ...]) -> Table:
    return Table(table.caption, table.columns, lines, table.is_prose)
