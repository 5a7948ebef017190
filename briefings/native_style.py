"""How native charts look: one drawing for slides and documents, in the colours of their theme."""

from dataclasses import replace
from typing import Any

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.util import Pt

from briefings.native_axes import C, element, even, of_values, scale, set_plot, titled
from briefings.native_legend import legend
from briefings.native_names import place
from briefings.native_series import clouds, number_format
from charts.bars import BarsFigure
from charts.lines import Axis
from charts.scatter import ScatterFigure
from charts.stacked import StackedFigure
from charts.svg import width_of
from charts.theme import LIGHT
from language import Lang

PLAIN = MSO_THEME_COLOR.ACCENT_1
HOME = MSO_THEME_COLOR.ACCENT_2
MUTED = MSO_THEME_COLOR.ACCENT_6
FAINT = RGBColor.from_string(LIGHT.land_line[1:].upper())
LABELS_ROOM = 1.14  # the axis of bars goes beyond the longest one: its label stands there
LEGEND_ROOM = 76.0  # points that axis, its title and the legend take below stacked bars
NAMES = 0.8  # size of names beside points, of that of the other text
# Parts of a whole: no two neighbours are alike, in grey print neither.
PARTS = (
    *(LIGHT.more[4], LIGHT.more[1], LIGHT.less[3], LIGHT.less[1]),
    *(LIGHT.muted, LIGHT.more[0], LIGHT.more[3], LIGHT.less[4]),
)


def settle(chart: Chart, lang: Lang, size: float) -> None:
    """Set what all charts share: language, text size, square corners, no ground and no frame."""
    language = "vi-VN" if lang == "vi" else "en-GB"
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    space = chart.element
    for end in space.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}endParaRPr"):
        end.set("lang", language)
    start = 1 if space[0].tag == f"{{{C}}}date1904" else 0
    space.insert(start, element(f'<c:lang {{c}} val="{language}"/>'))
    space.insert(start + 1, element('<c:roundedCorners {c} val="0"/>'))
    body = space.find(f"{{{C}}}chart")
    body.addnext(element("<c:spPr {c}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))


def bars(chart: Chart, figure: BarsFigure, longest: float | None = None) -> None:
    """Draw bars from zero, the first row on top; ``longest`` makes several charts comparable."""
    known = [bar.value for bar in figure.bars if bar.value is not None] or [0.0]
    _rows(chart)
    chart.has_legend = False
    # few bars stay as thin as those of a group: one that fills the slide would shout
    chart.plots[0].gap_width = max(45, min(500, round(600 / max(len(figure.bars), 1)) - 55))
    axis = chart.value_axis
    axis.minimum_scale = 0 if min(known) >= 0 else None
    axis.maximum_scale = LABELS_ROOM * (max(known) if longest is None else longest) or None
    axis.visible = False
    axis.has_major_gridlines = False
    series = chart.series[0]
    _solid(series.format.fill).theme_color = PLAIN
    for position, bar in enumerate(figure.bars):
        if bar.code == figure.home:
            _solid(series.points[position].format.fill).theme_color = HOME
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = number_format(figure.scale.decimals)
    labels.number_format_is_linked = False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END


def stacked(
    chart: Chart,
    figure: StackedFigure,
    extent: tuple[float, float],
    size: float,
    longest: float | None = None,
) -> None:
    """Draw parts that add up, from zero, with a legend below."""
    _rows(chart)
    chart.plots[0].gap_width = 40
    chart.plots[0].overlap = 100
    scale(chart.value_axis, even(0.0, longest or 1.0), figure.axis.decimals)
    # its values below, not on top: the first row is, and there python-pptx would leave them
    chart.element.find(f".//{{{C}}}valAx/{{{C}}}crosses").set("val", "max")
    titled(chart.value_axis, figure.axis.title)
    legend(chart)
    names = max((width_of(name, size) for name in figure.names), default=0.0)
    left = (names + 1.5 * size) / extent[0]
    set_plot(chart, left, 0.01, 0.97 - left, 0.99 - LEGEND_ROOM / extent[1])
    for position, series in enumerate(chart.series):
        words = PARTS[position % len(PARTS)]
        _solid(series.format.fill).rgb = RGBColor.from_string(words[1:].upper())
        series.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        series.invert_if_negative = False


def _rows(chart: Chart) -> None:
    """Put the first row on top, names at the left edge also where values are below zero."""
    chart.plots[0].vary_by_categories = False
    axis = chart.category_axis
    axis.reverse_order = True
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.width = Pt(0.75)
    axis.format.line.color.theme_color = MUTED
    # every row keeps its name, however many there are
    last = chart.element.find(f".//{{{C}}}catAx/{{{C}}}noMultiLvlLbl")
    last.addprevious(element('<c:tickLblSkip {c} val="1"/>'))


def scatter(chart: Chart, figure: ScatterFigure, extent: tuple[float, float], size: float) -> None:
    """Draw points on even axes, with the names that fit beside them in ``extent`` points."""
    axes = _even(figure.x, figure), _even(figure.y, figure)
    for axis, about in zip((chart.category_axis, chart.value_axis), axes, strict=True):
        low, high = about.domain or (0.0, 1.0)
        scale(axis, (low, high, even(low, high)[2]), about.decimals)
        titled(axis, about.title)
        axis.crosses = XL_AXIS_CROSSES.MINIMUM
    legend(chart)
    plot = _scatter_plot(chart, extent, size)
    names = place(figure.points, *axes, plot, size * NAMES)
    for series, cloud in zip(chart.series, clouds(figure), strict=True):
        if cloud.look == "trend":
            _trend(series)
            continue
        _points(series, cloud.look)
        for position, point in enumerate(cloud.points):
            if point.code in names:
                _name(series.points[position], point, names[point.code], size * NAMES)


def _scatter_plot(chart: Chart, extent: tuple[float, float], size: float) -> tuple[float, float]:
    """Say where the plot stands: beside and below it are ticks, titles and two lines of legend."""
    left, below = 5.2 * size / extent[0], 7.4 * size / extent[1]
    width, height = 0.985 - left, 0.97 - below
    set_plot(chart, left, 0.02, width, height)
    return width * extent[0], height * extent[1]


def _even(axis: Axis, figure: ScatterFigure) -> Axis:
    values = [point.x if axis is figure.x else point.y for point in figure.points]
    return replace(axis, domain=of_values(*axis.domain or (0.0, 1.0), values)[:2])


def _points(series: Any, look: str) -> None:
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = {"home": 11, "group": 8, "others": 6}[look]
    fill = _solid(series.marker.format.fill)
    if look == "others":
        fill.rgb = FAINT
    else:
        fill.theme_color = HOME if look == "home" else PLAIN
    series.marker.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


def _trend(series: Any) -> None:
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.width = Pt(1.5)
    series.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_5
    series.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH


_POSITIONS = {
    "r": XL_LABEL_POSITION.RIGHT,
    "l": XL_LABEL_POSITION.LEFT,
    "t": XL_LABEL_POSITION.ABOVE,
    "b": XL_LABEL_POSITION.BELOW,
}


def _name(mark: Any, point: Any, side: str, size: float) -> None:
    label = mark.data_label
    label.text_frame.text = point.name
    label.position = _POSITIONS[side]
    font = label.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(size), point.is_home


def _solid(fill: Any) -> Any:
    fill.solid()
    return fill.fore_color
