"""The legend of a native chart: below it, without the lines that need no entry."""

from collections.abc import Iterable

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.util import Pt

from briefings.native_axes import C, element

LEAST = 10.0  # points: rows may be smaller, a legend is read once


def legend(chart: Chart, without: Iterable[int] = ()) -> None:
    """Show the legend; ``without`` are positions of series that it leaves out."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(max(LEAST, (chart.font.size or 0) / 12700 * 0.9))
    place = chart.element.find(f".//{{{C}}}legend/{{{C}}}legendPos")
    for number in reversed(list(without)):
        words = f'<c:legendEntry {{c}}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        place.addnext(element(words))
