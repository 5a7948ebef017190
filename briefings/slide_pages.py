"""How many slides each finding of a deck gets: a deck keeps to its length, tables share the rest.

Every finding has one slide. A long table has more as long as the deck does not get longer than it
may; else it shows its first rows, the home row and the last one, and the notes hold all others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefings import slide_table, table_widths
from briefings.finding import Finding
from charts.table import Cell, Line, Table

ABRIDGED = (13.0, 12.0, 11.0, 10.0, 9.0)  # text sizes of a table that is shown in part
ENOUGH = 14  # rows for which text is made smaller
BELOW = 20.0  # points below such a table, for the line that counts the others
GAP = "…"
Room = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """What one slide shows of a table: ``table`` in ``size`` points, and the rows left to notes."""

    size: float
    widths: list[float]
    table: Table
    left_out: tuple[Line, ...] = ()


Pages = list[Page] | list[None]
"""The slides of a finding: pages of its table, or one slide for any other figure."""


def parted(findings: Sequence[Finding], room: Room, most: int) -> list[Pages]:
    """Give the slides of every finding, ``most`` of them in all where there are not more findings.

    ``room`` is the width and height of a figure in points.
    """
    spare = max(0, most - len(findings))
    found: list[Pages] = []
    for finding in findings:
        if not isinstance(finding.figure, Table):
            found.append([None])
            continue
        pages = _whole(finding.figure, room)
        if len(pages) - 1 > spare:
            pages = [abridged(finding.figure, room)]
        spare -= len(pages) - 1
        found.append(pages)
    return found


def _whole(table: Table, room: Room) -> list[Page]:
    size, widths, tables = slide_table.pages(table, room)
    return [Page(size, widths, one) for one in tables]


def abridged(table: Table, room: Room) -> Page:
    """Cut a table to what one slide holds, in the largest text with enough rows."""
    found = [_in_size(table, size, (room[0], room[1] - BELOW)) for size in ABRIDGED]
    return next((one for one in found if len(one.table.lines) >= ENOUGH), found[-1])


def _in_size(table: Table, size: float, room: Room) -> Page:
    widths = table_widths.widths(table, size, room[0], slide_table.PAD)
    head, *rows = slide_table.heights(table, size, widths)
    kept = _kept(table, rows, room[1] - head, rows_high=max(rows, default=0.0))
    shown = replace(table, lines=tuple(_with_gaps(table, kept)))
    left_out = tuple(line for at, line in enumerate(table.lines) if at not in kept)
    return Page(size, widths, shown, left_out)


def _kept(table: Table, rows: Sequence[float], room: float, *, rows_high: float) -> list[int]:
    """Choose rows: home and the last are there whatever they need, the first fill what is left."""
    last = len(rows) - 1
    always = {at for at, line in enumerate(table.lines) if line.is_home} | {last}
    used = sum(rows[at] for at in always) + rows_high * (1 + len(always) - 1)  # rows of dots
    kept = set(always)
    for at, height in enumerate(rows):
        if at in always:
            continue
        if used + height > room:
            break
        kept.add(at)
        used += height
    return sorted(kept)


def _with_gaps(table: Table, kept: Sequence[int]) -> Iterator[Line]:
    """Yield the rows, with a row of dots wherever some were left out."""
    dots = Line((Cell(GAP), *(Cell("") for _ in table.columns[1:])))
    before = -1
    for at in kept:
        if at > before + 1:
            yield dots
        yield table.lines[at]
        before = at
