"""Native lines over time: gaps stay gaps, places run downwards, names stand at the ends."""

from dataclasses import replace
from html import escape
from typing import Any

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_AXIS_CROSSES, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.util import Pt

from briefings.native_axes import (
    HIDE_ZERO,
    C,
    element,
    of_places,
    of_values,
    scale,
    set_plot,
    titled,
)
from briefings.native_legend import legend
from briefings.native_series import number_format, places_of
from charts.line_ends import EndName, place_ends, span
from charts.lines import Line, LinesFigure
from charts.svg import width_of
from charts.theme import LIGHT

FAINT = RGBColor.from_string(LIGHT.land_line[1:].upper())
_NAMED = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_5,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.TEXT_2,
)
_MARKS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE)
LONGEST = 0.19  # of a chart's width: programs break labels that are longer
_TOP, _BELOW = 1.2, 2.2  # heights of text above and below the plot


def lines(chart: Chart, figure: LinesFigure, extent: tuple[float, float], size: float) -> None:
    """Draw the lines into ``extent`` points; ``size`` of the text."""
    ends = ends_of(figure)
    axis = chart.value_axis
    scale(axis, ends, figure.axis.decimals, HIDE_ZERO if _are_places(figure) else "")
    titled(axis, figure.axis.title)
    if figure.axis.reverse:
        axis.reverse_order = True
        axis.crosses = XL_AXIS_CROSSES.MAXIMUM
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.format.line.width = Pt(0.75)
    chart.category_axis.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_6
    height = extent[1] - (_TOP + _BELOW) * size
    drawn = replace(figure, axis=replace(figure.axis, domain=ends[:2]))
    names = {end.name: end for end in place_ends(drawn, height)}
    if any(width_of(_end_words(figure, one), size) > LONGEST * extent[0] for one in names):
        names = {}
        legend(chart, without=[n for n, line in enumerate(figure.lines) if line.is_faint])
    else:
        chart.has_legend = False
        _set_plot(chart, figure, names, extent, size)
    written = chart.element.findall(f".//{{{C}}}ser")
    for position, (series, line) in enumerate(zip(chart.series, figure.lines, strict=True)):
        _line(series, line, position)
        _labels(written[position], figure, line, names.get(line.name), extent[1], size)


def ends_of(figure: LinesFigure) -> tuple[float, float, float]:
    """Give the ends of the axis of values, and its step."""
    values = [v for line in figure.lines for v in line.values if v is not None]
    return of_places(span(figure)[1]) if _are_places(figure) else of_values(*span(figure), values)


def _are_places(figure: LinesFigure) -> bool:
    return figure.axis.reverse and figure.axis.decimals == 0


def _set_plot(
    chart: Chart,
    figure: LinesFigure,
    names: dict[str, EndName],
    extent: tuple[float, float],
    size: float,
) -> None:
    """Leave room at the right for the names, less half a column: the last point stands in it."""
    left = 5.2 * size / extent[0]
    widest = max((width_of(_end_words(figure, one), size) for one in names), default=0.0)
    columns = len(list(places_of(figure)))
    # with w the share of the plot: left + w - w / (2 columns) + name = 1
    width = (0.97 - left - widest / extent[0]) / (1 - 0.5 / columns)
    height = 1 - (_TOP + _BELOW) * size / extent[1]
    set_plot(chart, left, _TOP * size / extent[1], min(width, 0.985 - left), height)


def _end_words(figure: LinesFigure, name: str) -> str:
    """Give what stands at a line's end, to measure it: the home line shows its value too."""
    home = any(line.name == name and line.is_home for line in figure.lines)
    return f"{name}  " + "0" * (figure.axis.decimals + 2) if home else f"{name}  "


def _line(series: Any, line: Line, position: int) -> None:
    series.smooth = False
    pen = series.format.line
    pen.width = Pt(3 if line.is_home else 1 if line.is_faint else 1.75)
    series.marker.style = _MARKS[0 if line.is_home else position // len(_NAMED) % len(_MARKS)]
    series.marker.size = 8 if line.is_home else 3 if line.is_faint else 6
    series.marker.format.fill.solid()
    for fill in (pen.color, series.marker.format.fill.fore_color, series.marker.format.line.color):
        if line.is_faint:
            fill.rgb = FAINT
        else:
            fill.theme_color = _colour(line, position)
    if line.is_dashed:
        pen.dash_style = MSO_LINE_DASH_STYLE.DASH


def _colour(line: Line, position: int) -> MSO_THEME_COLOR:
    """Give the colour of a line with a name: home, a mean, or the next of the others."""
    if line.is_home:
        return MSO_THEME_COLOR.ACCENT_2
    return MSO_THEME_COLOR.ACCENT_6 if line.is_dashed else _NAMED[position % len(_NAMED)]


def _labels(
    series: Any,
    figure: LinesFigure,
    line: Line,
    end: EndName | None,
    height: float,
    size: float,
) -> None:
    """Write the name at the line's last value, and the home province's values above its points."""
    form = escape(number_format(figure.axis.decimals))
    flags = _flags(value=line.is_home, name=False)
    words = ""
    if end is not None:
        known = [n for n, place in enumerate(places_of(figure)) if _value(line, place) is not None]
        layout = f'<c:manualLayout><c:x val="0"/><c:y val="{-end.shift / height:.4f}"/>'
        layout = f"<c:layout>{layout}</c:manualLayout></c:layout>" if end.shift else ""
        words = (
            f'<c:dLbl><c:idx val="{known[-1]}"/>{layout}{_form(form, line, size * 0.9)}'
            f'<c:dLblPos val="r"/>{_flags(value=line.is_home, name=True)}'
            "<c:separator> </c:separator></c:dLbl>"
        )
    if words or line.is_home:
        above = '<c:dLblPos val="t"/>' if line.is_home else ""
        shared = f"{_form(form, line, size * 0.9)}{above}{flags}"
        series.find(f"{{{C}}}cat").addprevious(element(f"<c:dLbls {{c}}>{words}{shared}</c:dLbls>"))


def _value(line: Line, place: int | None) -> float | None:
    return None if place is None else line.values[place]


def _form(form: str, line: Line, size: float) -> str:
    bold = int(line.is_home)
    return (
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(size * 100)}" b="{bold}"/></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _flags(*, value: bool, name: bool) -> str:
    shown = {"LegendKey": False, "Val": value, "CatName": False, "SerName": name}
    shown |= {"Percent": False, "BubbleSize": False}
    return "".join(f'<c:show{key} val="{int(on)}"/>' for key, on in shown.items())
