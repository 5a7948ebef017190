"""Lines over time described as data: everything that a writer needs, nothing it has to look up.

A period without a value is a gap in the line. A break parts the line between two periods and is
marked: the two sides were not measured in the same way.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its title with the unit, decimals of its values, which way it runs.

    ``domain`` is ``(low, high)`` in the unit, or ``None`` for what the values need. ``reverse``
    puts small numbers on top: places, where 1 is best.
    """

    title: str
    decimals: int
    domain: tuple[float, float] | None = None
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a value for each period of the figure, ``None`` where there is none.

    ``hover`` says the same in words, one text for each period, "" where there is no value.
    ``is_home`` is drawn strongest, ``is_faint`` thinly and without a name at its end (the
    others of a group); ``is_dashed`` is a reference such as a mean.
    """

    name: str
    values: tuple[float | None, ...]
    hover: tuple[str, ...] = ()
    is_home: bool = False
    is_faint: bool = False
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class BreakMark:
    """A break before the period at position ``before``, with its reason in words.

    ``joins``: the line goes on, dotted, because what it shows may be compared for reference
    (the place of the DTI's total); else the line ends and starts again.
    """

    before: int
    words: str
    joins: bool = False


@dataclass(frozen=True, slots=True)
class LinesFigure:
    """Lines over the same periods; ``source`` is the line of ``charts.source_line``.

    ``subtitle`` may be "". ``periods`` are all columns, also those in which no line has a value,
    in words as short as "2023"; their distance on the axis is always the same.
    """

    title: str
    subtitle: str
    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    axis: Axis
    source: str
    description: str
    breaks: tuple[BreakMark, ...] = ()
    illustrative: bool = False

    def __post_init__(self) -> None:
        """Refuse lines that do not fit the periods: a shifted line is a false one."""
        for line in self.lines:
            if len(line.values) != len(self.periods):
                raise ValueError(
                    f"{line.name!r} has {len(line.values)} values for {len(self.periods)} periods."
                )
            if line.hover and len(line.hover) != len(self.periods):
                raise ValueError(f"{line.name!r} has {len(line.hover)} texts for its values.")
        for mark in self.breaks:
            if not 0 < mark.before < len(self.periods):
                raise ValueError(f"There is no period before position {mark.before}.")
