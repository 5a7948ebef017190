"""Parts of a whole described as data: for each province the points that every part gives."""

from dataclasses import dataclass

from charts.lines import Axis


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every whole, in the order of ``StackedFigure.names``; ``None`` is missing."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class StackedFigure:
    """Bars of parts that add up; ``source`` is the line of ``charts.source_line``.

    ``names`` are the rows from top to bottom, ``codes`` their province codes. Where a part of a
    row is missing the row has no bar: parts that do not add up would be a false picture.
    """

    title: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    parts: tuple[Part, ...]
    axis: Axis
    source: str
    home: str = ""
    illustrative: bool = False
