"""A table described as data: what stands in each cell, and by what it is sorted.

Words and numbers are written where the language is known; the browser only lays them out and
sorts by the numbers given here, so that Vietnamese names stand in Vietnamese order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers stand right, long words get room.

    ``sortable`` columns have an order in every cell. ``is_source`` columns say where a figure was
    read; they open with one click.
    """

    label: str
    is_number: bool = False
    sortable: bool = True
    is_long: bool = False
    is_source: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is read, what is sorted by (``None`` stands last whichever way), and a longer note."""

    text: str
    order: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row; ``is_home`` marks the reader's province."""

    cells: tuple[Cell, ...]
    is_home: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A caption (for screen readers too), headings, rows in their first order.

    ``is_prose``: the table has its full height, long words wrap, and on a phone each row becomes
    a card in which every cell says its heading.
    """

    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    is_prose: bool = False

    def as_data(self) -> dict[str, Any]:
        """Give the table as plain values for the page's component.

        The same as ``dataclasses.asdict``, which copies every text and takes ten times as long:
        at every rerun of a page, for every table of it.
        """
        return {
            "caption": self.caption,
            "columns": [_fields(column) for column in self.columns],
            "lines": [
                {"cells": [_fields(cell) for cell in line.cells], "is_home": line.is_home}
                for line in self.lines
            ],
            "is_prose": self.is_prose,
        }


def _fields(one: Column | Cell) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


def order_of(names: Sequence[str], sort_key: Any) -> dict[str, int]:
    """Give each name its position in the order of the language."""
    return {name: position for position, name in enumerate(sorted(set(names), key=sort_key))}
