"""Draws described charts with Plotly: the one module that knows it.

The figure is made in the colours of one theme; ``plot_frame.css`` lets it follow the reader's.
Words that hovering shows are written here, so that the browser formats no number but the axes'.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from charts.line_ends import place_ends, span
from charts.lines import Axis, BreakMark, Line, LinesFigure
from charts.plot_frame import LEADING, ON_WIDE, WORDS, Frame, font, safe
from charts.plot_layout import axis_of, layout, legend_name
from charts.point_names import HEIGHT, SIZE
from charts.scatter import Point, ScatterFigure
from charts.svg import width_of
from charts.theme import LIGHT, Theme
from language import Lang

LEGEND_ROW = 19.0
LINES_HEIGHT = 320.0
AXIS_BELOW = 54.0


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure that is kept for all readers and that nobody changes any more.

    Plotly copies every value of a figure each time it is shown: a fifth of a page's rerun.
    """

    _written: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the figure as plain values, copied once."""
        if self._written is None:
            self._written = super().to_dict()
        return self._written


def scatter(figure: ScatterFigure, lang: Lang, theme: Theme = LIGHT) -> Drawn:
    """Draw points with their names, and the line where the description has one."""
    left = 12 + WORDS * LEADING + 34
    frame = Frame(
        figure.title,
        figure.subtitle,
        (figure.source,),
        figure.illustrative,
        left,
        AXIS_BELOW,
        figure.x.title,
        figure.y.title,
    )
    traces = [*_trend(figure, theme), *_points(figure, theme)]
    shown = go.Figure(traces, layout(frame, lang, theme, HEIGHT, legend=_legend_height(traces)))
    shown.update_xaxes(axis_of(figure.x, theme))
    shown.update_yaxes(axis_of(figure.y, theme))
    return Drawn(shown)


def lines(figure: LinesFigure, lang: Lang, theme: Theme = LIGHT) -> Drawn:
    """Draw lines over periods; gaps stay open, breaks part the lines and are marked."""
    left = 12 + WORDS * LEADING + 34
    notes = tuple(mark.words for mark in figure.breaks)
    frame = Frame(
        figure.title,
        figure.subtitle,
        (*notes, figure.source),
        figure.illustrative,
        left,
        30,
        y_title=figure.axis.title,
    )
    ends = place_ends(figure, LINES_HEIGHT)
    right = 16 + max((width_of(end.name, SIZE) for end in ends), default=0)
    traces = [trace for line in figure.lines for trace in _line(figure, line, theme)]
    shown = go.Figure(traces, layout(frame, lang, theme, LINES_HEIGHT, right=right))
    last = len(figure.periods) - 1
    ticks = {"tickmode": "array", "tickvals": list(range(last + 1)), "ticktext": figure.periods}
    shown.update_xaxes({**axis_of(Axis("", 0, (-0.3, last + 0.3)), theme), **ticks})
    shown.update_yaxes(axis_of(replace(figure.axis, domain=span(figure)), theme))
    for end in ends:
        shown.add_annotation(_end_name(end.name, end.shift, end.value, end.is_home, theme))
    for mark in figure.breaks:
        shown.add_shape(_break_line(mark, theme))
    return Drawn(shown)


def _legend_height(traces: list[go.Scatter]) -> float:
    """Give the legend's height; a single kind of points needs none."""
    more = sum(trace.name.count("<br>") for trace in traces) * SIZE * LEADING
    return len(traces) * LEGEND_ROW + more if len(traces) > 1 else 0.0


def _points(figure: ScatterFigure, theme: Theme) -> list[go.Scatter]:
    """Give the kinds of points, the important last and so on top."""
    kinds = [
        (figure.others, [p for p in figure.points if not p.in_group and not p.is_home], "faint"),
        (figure.group, [p for p in figure.points if p.in_group and not p.is_home], "group"),
        (figure.home, [p for p in figure.points if p.is_home], "home"),
    ]
    looks = {
        "faint": (theme.land_line, theme.muted, theme.muted, 400),
        "group": (theme.more[3], theme.more[4], theme.ink, 400),
        "home": (theme.accent, theme.ink, theme.ink, 700),
    }
    return [
        _points_of(figure, name, points, looks[kind], theme)
        for name, points, kind in kinds
        if points
    ]


def _points_of(
    figure: ScatterFigure,
    name: str,
    points: list[Point],
    looks: tuple[str, str, str, int],
    theme: Theme,
) -> go.Scatter:
    fill, edge, ink, weight = looks
    names = [figure.names.get(point.code) for point in points]
    marks = ["" if one is None or one.shows == "always" else ON_WIDE for one in names]
    family = [font(theme, SIZE, mark=mark)["family"] for mark in marks]
    return go.Scatter(
        x=[point.x for point in points],
        y=[point.y for point in points],
        mode="markers+text",
        name=legend_name(name),
        text=[safe(p.name) if one else "" for p, one in zip(points, names, strict=True)],
        textposition=[one.side if one else "middle right" for one in names],
        textfont={"family": family, "size": SIZE, "color": ink, "weight": weight},
        marker={
            "size": [2 * point.radius for point in points],
            "opacity": 1,
            "color": fill,
            "line": {"color": edge, "width": 1},
        },
        hovertext=[_lines_of(point.hover) for point in points],
        hoverinfo="text",
        cliponaxis=False,
    )


def _trend(figure: ScatterFigure, theme: Theme) -> list[go.Scatter]:
    if figure.trend is None:
        return []
    (x0, y0), (x1, y1) = figure.trend.ends
    line = {"color": theme.less[3], "width": 1.5, "dash": "dash"}
    name = legend_name(figure.trend.name)
    return [
        go.Scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=line, name=name, hoverinfo="skip")
    ]


def _line(figure: LinesFigure, line: Line, theme: Theme) -> list[go.Scatter]:
    """Draw one line: a trace with its gaps, and a dotted bridge where a break may be joined."""
    colour, width = _stroke(line, theme)
    x, y, hover = _parted(figure, line)
    dash = "dash" if line.is_dashed else "solid"
    bridges = [
        go.Scatter(
            x=[mark.before - 1, mark.before],
            y=[line.values[mark.before - 1], line.values[mark.before]],
            mode="lines",
            line={"color": colour, "width": width, "dash": "dot"},
            hoverinfo="skip",
        )
        for mark in figure.breaks
        if mark.joins and None not in line.values[mark.before - 1 : mark.before + 1]
    ]
    drawn = go.Scatter(
        x=x,
        y=y,
        mode="lines" if line.is_faint and not _lonely(y) else "lines+markers",
        connectgaps=False,
        line={"color": colour, "width": width, "dash": dash},
        marker={"color": colour, "size": 4 if line.is_faint else 7},
        name=safe(line.name),
        hovertext=hover,
        hoverinfo="text",
        cliponaxis=False,
    )
    return [*bridges, drawn]


def _parted(figure: LinesFigure, line: Line) -> tuple[list[float], list[float | None], list[str]]:
    """Give the line's points with an empty one at every break, so that it ends there."""
    hover = line.hover or ("",) * len(line.values)
    at_breaks = {mark.before for mark in figure.breaks}
    x: list[float] = []
    y: list[float | None] = []
    words: list[str] = []
    for position, (value, said) in enumerate(zip(line.values, hover, strict=True)):
        if position in at_breaks:
            x, y, words = [*x, position - 0.5], [*y, None], [*words, ""]
        x, y, words = [*x, float(position)], [*y, value], [*words, _lines_of(said)]
    return x, y, words


def _lonely(values: Iterable[float | None]) -> bool:
    """Tell whether some value has no neighbour: a line alone would not show it."""
    known = [False, *(value is not None for value in values), False]
    return any(
        here and not before and not after
        for (before, here), (_, after) in pairwise(pairwise(known))
    )


def _stroke(line: Line, theme: Theme) -> tuple[str, float]:
    if line.is_home:
        return theme.accent, 3.0
    if line.is_faint:
        return theme.land_line, 1.0
    return (theme.muted, 1.5) if line.is_dashed else (theme.more[3], 2.0)


def _end_name(
    name: str, shift: float, value: float, is_home: bool, theme: Theme
) -> Mapping[str, Any]:
    return {
        "x": 1,
        "xref": "paper",
        "y": value,
        "yshift": shift,
        "xanchor": "left",
        "xshift": 4,
        "showarrow": False,
        "text": safe(name),
        "font": font(theme, SIZE, weight=700 if is_home else 400),
    }


def _break_line(mark: BreakMark, theme: Theme) -> Mapping[str, Any]:
    at = mark.before - 0.5
    line = {"color": theme.muted, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def _lines_of(words: str) -> str:
    """Write words of several lines for Plotly."""
    return "<br>".join(safe(line) for line in words.split("\n"))
