"""Widths of a table's columns, shared by what they hold: on slides and in documents."""

from collections.abc import Sequence

from charts.svg import width_of, wrap
from charts.table import Table

WIDEST = 0.42  # share of the table that one column takes at most
LEADING = 1.2


def widths(table: Table, size: float, room: float, pad: float) -> list[float]:
    """Share ``room`` points: a column gets its longest word at least, its longest text at most.

    ``pad`` points stand on each side of a cell's text, which is ``size`` points large.
    """
    needs, least = [], []
    for place, column in enumerate(table.columns):
        texts = [column.label, *(line.cells[place].text for line in table.lines)]
        words = [word for one in texts for word in one.split(" ")]
        body = max((width_of(one, size) for one in texts[1:]), default=0.0)
        head = width_of(column.label, size) / 2
        least.append(max(width_of(word, size) for word in words) + 2 * pad + 2)
        needs.append(max(min(max(body, head) + 2 * pad + 2, WIDEST * room), least[-1]))
    return _shared(least, needs, room)


def _shared(least: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    spare, wanted = room - sum(least), sum(needs) - sum(least)
    if spare <= 0:
        return [room * one / sum(least) for one in least]
    if spare >= wanted:
        return [room * need / sum(needs) for need in needs]
    share = spare / wanted
    return [low + (need - low) * share for low, need in zip(least, needs, strict=True)]


def height(texts: Sequence[str], columns: Sequence[float], size: float, pad: float) -> float:
    """Give the height of a row in points: that of the cell whose text needs most lines."""
    lines = (
        len(wrap(words, size, width - 2 * pad)) for words, width in zip(texts, columns, strict=True)
    )
    return max(lines, default=1) * size * LEADING + pad
