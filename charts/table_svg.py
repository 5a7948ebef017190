"""A table as SVG, for pictures of it: columns as wide as their words, long cells wrapped."""

from collections.abc import Iterator, Sequence

from charts.svg import document, label, lines, tag, width_of, wrap
from charts.table import Column, Line, Table
from charts.theme import Theme
from charts.watermark import watermark
from language import Lang

MARGIN = 12.0
SIZE = 12.0
LEADING = 15.5
PADDING = 6.0
AIR = 5.0  # above and below the words of a row
SHORT = 90.0  # of a column whose cells are never broken
LONGEST = 220.0  # of a column of words, before it wraps


def svg(table: Table, lang: Lang, theme: Theme, width: float, *, illustrative: bool = False) -> str:
    """Draw the table ``width`` pixels wide; its caption is only for those who do not see it."""
    widths = _widths(table, width - 2 * MARGIN)
    heads = [column.label for column in table.columns]
    top = MARGIN
    high = _height(heads, widths)
    drawn = [_cells(heads, table.columns, widths, top, weight=600)]
    y = top + high
    drawn.append(_rule(y, width, theme.ink))
    for line in table.lines:
        tall = _height([cell.text for cell in line.cells], widths)
        drawn += _row(table, line, widths, (y, tall), width, theme)
        y += tall
    mark = watermark((MARGIN, top, width - MARGIN, y), lang, theme) if illustrative else ""
    height = y + 8
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        *drawn,
        mark,
        width=width,
        height=height,
        title=table.caption,
        description=table.caption,
        fill=theme.ink,
    )


def natural_width(table: Table) -> float:
    """Give the width at which no cell wraps but those of long words."""
    return sum(_wanted(table, place) for place in range(len(table.columns))) + 2 * MARGIN


def _row(
    table: Table,
    line: Line,
    widths: Sequence[float],
    place: tuple[float, float],
    width: float,
    theme: Theme,
) -> Iterator[str]:
    y, tall = place
    words = [cell.text for cell in line.cells]
    weight = 700 if line.is_home else 400
    if line.is_home:
        ground = {"x": MARGIN / 2, "y": y, "width": width - MARGIN, "height": tall}
        yield tag("rect", fill=theme.band, stroke=theme.ink, stroke_width=1.3, rx=3, **ground)
    yield _cells(words, table.columns, widths, y, weight=weight)
    yield _rule(y + tall, width, theme.land_line)


def _rule(y: float, width: float, colour: str) -> str:
    d = f"M{MARGIN:.1f} {y:.1f}H{width - MARGIN:.1f}"
    return tag("path", d=d, stroke=colour, stroke_width=0.7)


def _cells(
    words: Sequence[str],
    columns: Sequence[Column],
    widths: Sequence[float],
    y: float,
    *,
    weight: int,
) -> str:
    drawn, x = "", MARGIN
    for said, column, wide in zip(words, columns, widths, strict=True):
        inner = wrap(said, SIZE, wide - 2 * PADDING)
        base = y + AIR + SIZE
        if column.is_number:
            for place, part in enumerate(inner):
                drawn += label(
                    x + wide - PADDING,
                    base + place * LEADING,
                    part,
                    size=SIZE,
                    text_anchor="end",
                    font_weight=weight,
                )
        else:
            at = x + PADDING
            drawn += lines(at, base, inner, size=SIZE, leading=LEADING, font_weight=weight)
        x += wide
    return drawn


def _height(words: Sequence[str], widths: Sequence[float]) -> float:
    most = max(
        (
            len(wrap(said, SIZE, wide - 2 * PADDING))
            for said, wide in zip(words, widths, strict=True)
        ),
        default=1,
    )
    return max(most, 1) * LEADING + 2 * AIR


def _wanted(table: Table, place: int) -> float:
    """Give the width a column would like: its widest cell, at least its head's longest word."""
    cells = [width_of(line.cells[place].text, SIZE) for line in table.lines]
    return min(max([*cells, _least(table, place)]), LONGEST) + 2 * PADDING


def _least(table: Table, place: int) -> float:
    """Give the width below which a word would be cut: that of the longest single word.

    Columns of short words do not give way at all.
    """
    widest = max((width_of(line.cells[place].text, SIZE) for line in table.lines), default=0.0)
    words = [table.columns[place].label, *(line.cells[place].text for line in table.lines)]
    longest = max((width_of(one, SIZE) for said in words for one in said.split(" ")), default=0.0)
    return max(longest, widest if widest <= SHORT else 0.0)


def _widths(table: Table, room: float) -> list[float]:
    """Share the room: all get what they like where it is there, else long columns give way."""
    count = len(table.columns)
    wanted = [_wanted(table, place) for place in range(count)]
    least = [_least(table, place) + 2 * PADDING for place in range(count)]
    total = sum(wanted)
    if total <= room:
        return [one + (room - total) / count for one in wanted]
    slack = [one - floor for one, floor in zip(wanted, least, strict=True)]
    share = min((total - room) / (sum(slack) or 1.0), 1.0)
    return [one - share * free for one, free in zip(wanted, slack, strict=True)]
