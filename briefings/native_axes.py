"""Even axes and the plot's place in a native chart: nothing is left to chance."""

from collections.abc import Iterable
from math import ceil, floor, log10
from typing import Any

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.util import Pt

from briefings.native_series import number_format
from charts.theme import LIGHT

TICKS = 5
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
HIDE_ZERO = "0;;"  # places begin with 1
_LINE = RGBColor.from_string(LIGHT.land_line[1:].upper())


def element(words: str) -> Any:
    """Parse a piece of a chart; ``{c}`` stands for the declarations of its first tag."""
    return parse_xml(words.replace("{c}", f'xmlns:c="{C}" xmlns:a="{_A}"', 1))


def even(low: float, high: float) -> tuple[float, float, float]:
    """Widen a range to even ends: (low, high, step), about five steps that read well."""
    rough = (high - low) / TICKS or 1.0
    power = 10.0 ** floor(log10(rough))
    step = next(power * one for one in (1, 2, 2.5, 5, 10) if power * one >= rough * 0.999)
    down, up = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return round(down * step, 10), round(up * step, 10), round(step, 10)


def of_values(low: float, high: float, values: Iterable[float]) -> tuple[float, float, float]:
    """Give even ends; an axis of values that are never negative does not begin below zero."""
    ends = even(low, high)
    return (0.0, *ends[1:]) if ends[0] < 0 <= min(values, default=0.0) else ends


def of_places(last: float) -> tuple[float, float, float]:
    """Give the ends of an axis of places: zero, which is not written, and beyond the last one."""
    step = even(0.0, last)[2]
    return 0.0, ceil(last) + 1.0, max(round(step), 1.0)


def scale(axis: Any, ends: tuple[float, float, float], decimals: int, form: str = "") -> None:
    """Set the ends and steps of an axis, its faint grid, and as few decimals as its steps need."""
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = ends
    grid(axis, form or number_format(needed(ends[2], decimals)))


def needed(step: float, decimals: int) -> int:
    """Give the decimals that the steps of an axis need, at most those of its values."""
    return next((d for d in range(decimals) if round(step, d) == step), decimals)


def grid(axis: Any, form: str) -> None:
    """Draw a faint grid and no line of the axis itself."""
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.width = Pt(0.5)
    axis.major_gridlines.format.line.color.rgb = _LINE
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format = form
    axis.tick_labels.number_format_is_linked = False


def titled(axis: Any, words: str) -> None:
    """Write the title of an axis, or none."""
    axis.has_title = bool(words)
    if words:
        axis.axis_title.text_frame.text = words
        axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False


def set_plot(chart: Chart, left: float, top: float, width: float, height: float) -> None:
    """Say where the plot stands, without its labels, in shares of the chart."""
    area = chart.element.find(f".//{{{C}}}plotArea")
    for old in area.findall(f"./{{{C}}}layout"):
        area.remove(old)
    sizes = zip(("x", "y", "w", "h"), (left, top, width, height), strict=True)
    area.insert(
        0,
        element(
            '<c:layout {c}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            '<c:yMode val="edge"/>'
            + "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in sizes)
            + "</c:manualLayout></c:layout>"
        ),
    )
