"""Lines over years of which some were not published: the gap is seen, no line runs across it."""

from collections.abc import Sequence
from dataclasses import replace

from charts.lines import BreakMark, Line, LinesFigure


def spread(figure: LinesFigure, periods: Sequence[str]) -> LinesFigure:
    """Add an empty column for every year between those of a figure.

    ``periods`` are the figure's own, oldest first; where they are not all years nothing changes.
    """
    if not periods or not all(one.isdecimal() for one in periods):
        return figure
    first, last = int(periods[0]), int(periods[-1])
    place = {int(one): at for at, one in enumerate(periods)}
    from_ = [place.get(year) for year in range(first, last + 1)]
    years = (str(year) for year in range(first, last + 1))
    return replace(
        figure,
        periods=tuple(
            year if at is None else figure.periods[at]
            for year, at in zip(years, from_, strict=True)
        ),
        lines=tuple(_line(line, from_) for line in figure.lines),
        breaks=tuple(_mark(mark, from_) for mark in figure.breaks),
    )


def _line(line: Line, from_: Sequence[int | None]) -> Line:
    values = tuple(None if at is None else line.values[at] for at in from_)
    hover = tuple("" if at is None else line.hover[at] for at in from_) if line.hover else ()
    return replace(line, values=values, hover=hover)


def _mark(mark: BreakMark, from_: Sequence[int | None]) -> BreakMark:
    return replace(mark, before=from_.index(mark.before))
