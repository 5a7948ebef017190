"""The chart of one figure in its Excel workbook: Excel's own, with the cells it is drawn from.

All words of the chart are references to cells: no text is ever a formula. Maps and tables are no
charts of Excel; their workbooks go without.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from briefings import native_axes, native_lines, native_series, native_style, sheets
from briefings.book_figures import sheet_name
from briefings.finding import Drawn, Finding
from charts.bars import BarsFigure
from charts.lines import Axis, Line, LinesFigure
from charts.scatter import Point, ScatterFigure
from charts.stacked import StackedFigure
from charts.theme import LIGHT
from language import Lang, text

HEAD = 5  # row of the headings, counted from zero
_UNIT = 3  # row that says what the values are
_MARK = 4  # row of the watermark
_WIDE, _NARROW = 28, 13  # widths of columns, in characters
_BESIDE = 6  # columns of a table that leaves room for the chart on its right
_ROW = 20.0  # pixels of a row of bars
_SIZE = {"width": 760, "height": 400}
_MOST_NAMED = 20  # points that can carry their names
# Of lines with a name; the home province has its own.
_COLOURS = (LIGHT.more[4], LIGHT.more[2], "#2f7d5b", "#8a5a9e", LIGHT.more[1], LIGHT.ink)
_MARKERS = ("circle", "square", "triangle")

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Refers to the cells of a sheet's table as charts want it."""

    name: str
    rows: int

    def cell(self, row: int, column: int) -> list[Any]:
        """Refer to one cell of the sheet."""
        return [self.name, row, column]

    def column(self, place: int, first: int = 0, count: int | None = None) -> list[Any]:
        """Refer to rows of a column, to all by default."""
        top = HEAD + 1 + first
        last = top + (self.rows if count is None else count) - 1
        return [self.name, top, place, last, place]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the cells hold, and how the chart is drawn of them."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    decimals: int
    unit: str
    draw: Callable[[Any, _Sheet], Any]


def add(book: Any, finding: Finding, lang: Lang) -> None:
    """Add the sheet of a finding's chart; nothing for a map or a table."""
    drawing = _drawing(finding.figure, lang)
    if drawing is None or not drawing.rows:
        return
    sheet = _Sheet(sheet_name(text("book.chart", lang), book), len(drawing.rows))
    page = book.add_worksheet(sheet.name)
    _above(book, page, finding, drawing, lang)
    form = book.add_format({"num_format": native_series.number_format(drawing.decimals)})
    for row, cells in enumerate(drawing.rows, start=HEAD + 1):
        for column, found in enumerate(cells):
            if isinstance(found, str):
                page.write_string(row, column, found)
            elif found is not None:
                page.write_number(row, column, found, form)
    columns = len(drawing.heads)
    sheets.as_table(page, HEAD, sheet.rows, columns, fixed=1)
    chart = drawing.draw(book, sheet)
    chart.set_title({"name": sheet.cell(0, 0), "name_font": {"size": 11}})
    beside = columns <= _BESIDE
    page.insert_chart(*((HEAD, columns + 1) if beside else (HEAD + sheet.rows + 2, 0)), chart)


def _above(book: Any, page: Any, finding: Finding, drawing: _Drawing, lang: Lang) -> None:
    """Write title, what is shown, what kind of sheet this is, the mark that is due, headings."""
    bold = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    page.write_string(0, 0, finding.title, bold)
    page.write_string(1, 0, finding.subtitle)
    page.write_string(2, 0, text("book.computed", lang), book.add_format({"italic": True}))
    page.write_string(_UNIT, 0, drawing.unit)
    if finding.notes.illustrative:
        page.write_string(_MARK, 0, text("chart.watermark", lang), bold)
    widths = [_WIDE if isinstance(one, str) else _NARROW for one in drawing.rows[0]]
    for column, (words, width) in enumerate(zip(drawing.heads, widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(HEAD, column, words, head)
    said = [(words, width - 3.0) for words, width in zip(drawing.heads, widths, strict=True)]
    page.set_row(HEAD, sheets.height(said))


def _drawing(figure: Drawn, lang: Lang) -> _Drawing | None:
    if isinstance(figure, BarsFigure):
        heads, rows = _of(native_series.of_bars(figure, lang), text("column.name", lang))
        return _Drawing(heads, rows, figure.scale.decimals, figure.unit, partial(_bars, figure))
    if isinstance(figure, LinesFigure):
        axis = figure.axis
        heads, rows = _of(native_series.of_lines(figure), text("column.period", lang))
        return _Drawing(heads, rows, axis.decimals, axis.title, partial(_lines, figure))
    if isinstance(figure, StackedFigure):
        axis = figure.axis
        heads, rows = _of(native_series.of_stacked(figure, lang), text("column.name", lang))
        return _Drawing(heads, rows, axis.decimals, axis.title, partial(_stacked, figure))
    if isinstance(figure, ScatterFigure):
        heads = [text("column.name", lang), text("book.kind", lang)]
        heads += [figure.x.title, figure.y.title]
        decimals = max(figure.x.decimals, figure.y.decimals)
        return _Drawing(heads, _points(figure), decimals, "", partial(_scatter, figure))
    return None


def _points(figure: ScatterFigure) -> list[tuple[Cell, ...]]:
    """Give a row for each point, kind by kind, and two for the ends of the line."""
    clouds = native_series.clouds(figure)
    rows: list[tuple[Cell, ...]] = [(p.name, c.name, p.x, p.y) for c in clouds for p in c.points]
    if figure.trend is not None:
        rows += [("", figure.trend.name, x, y) for x, y in figure.trend.ends]
    return rows


def _of(data: native_series.Rows, first: str) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Give headings and rows of categories and their series."""
    series = list(data)
    columns = [list(one.values) for one in series]
    names = [str(one.label) for one in data.categories]
    rows = [(name, *values) for name, *values in zip(names, *columns, strict=True)]
    return [first, *(one.name for one in series)], rows


def _bars(figure: BarsFigure, book: Any, sheet: _Sheet) -> Any:
    """Draw bars from zero, the first row on top, the home province in its own colour."""
    known = [bar.value for bar in figure.bars if bar.value is not None]
    home = {"fill": {"color": LIGHT.less[3]}}
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": sheet.cell(HEAD, 1),
            "categories": sheet.column(0),
            "values": sheet.column(1),
            "fill": {"color": LIGHT.more[2]},
            "points": [home if bar.code == figure.home else None for bar in figure.bars],
            "gap": 40,
            "data_labels": {
                "value": True,
                "num_format": native_series.number_format(figure.scale.decimals),
            },
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low", "interval_unit": 1})
    low = {"min": 0} if min(known, default=0.0) >= 0 else {}
    chart.set_x_axis({**low, "major_gridlines": {"visible": False}, "visible": False})
    chart.set_size({"width": _SIZE["width"], "height": 90 + _ROW * max(sheet.rows, 4)})
    return chart


def _lines(figure: LinesFigure, book: Any, sheet: _Sheet) -> Any:
    """Draw a line for each name; a gap stays a gap, places run downwards."""
    chart = book.add_chart({"type": "line"})
    for place, line in enumerate(figure.lines):
        pen = _pen(line, place)
        dot = {"color": pen["color"]}
        chart.add_series(
            {
                "name": sheet.cell(HEAD, place + 1),
                "categories": sheet.column(0),
                "values": sheet.column(place + 1),
                "line": pen,
                "marker": {"type": _marker(line, place), "size": 5, "fill": dot, "border": dot},
            }
        )
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "right"})
    low, high, step = native_lines.ends_of(figure)
    axis = _axis(replace(figure.axis, domain=(low, high)), sheet.cell(_UNIT, 0), step)
    chart.set_y_axis({**axis, "reverse": figure.axis.reverse})
    chart.set_x_axis({"label_position": "high" if figure.axis.reverse else "low"})
    chart.set_size(_SIZE)
    return chart


def _pen(line: Line, place: int) -> dict[str, Any]:
    """Draw home strongest, a mean dashed, the others of a group faint."""
    if line.is_home:
        return {"color": LIGHT.less[3], "width": 3}
    if line.is_dashed:
        return {"color": LIGHT.muted, "width": 1.75, "dash_type": "dash"}
    if line.is_faint:
        return {"color": LIGHT.land_line, "width": 1}
    return {"color": _COLOURS[place % len(_COLOURS)], "width": 1.75}


def _marker(line: Line, place: int) -> str:
    return _MARKERS[0 if line.is_home else place // len(_COLOURS) % len(_MARKERS)]


def _stacked(figure: StackedFigure, book: Any, sheet: _Sheet) -> Any:
    """Draw parts that add up, the first row on top."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for place in range(len(figure.parts)):
        chart.add_series(
            {
                "name": sheet.cell(HEAD, place + 1),
                "categories": sheet.column(0),
                "values": sheet.column(place + 1),
                "fill": {"color": native_style.PARTS[place % len(native_style.PARTS)]},
                "border": {"color": LIGHT.background, "width": 0.5},
                "gap": 40,
            }
        )
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": True, "label_position": "low", "interval_unit": 1})
    sums = [
        sum(row) for row in zip(*(p.values for p in figure.parts), strict=True) if None not in row
    ]
    ends = native_axes.even(0.0, max(sums, default=1.0))
    axis = _axis(replace(figure.axis, domain=ends[:2]), sheet.cell(_UNIT, 0), ends[2])
    chart.set_x_axis({**axis, "label_position": "high"})
    chart.set_size({"width": _SIZE["width"], "height": 150 + _ROW * max(sheet.rows, 4)})
    return chart


def _scatter(figure: ScatterFigure, book: Any, sheet: _Sheet) -> Any:
    """Draw the points of each kind, and the line as it was computed."""
    chart = book.add_chart({"type": "scatter"})
    first = 0
    for cloud in native_series.clouds(figure):
        is_line = cloud.look == "trend"
        count = 2 if is_line else len(cloud.points)
        series: dict[str, Any] = {
            "name": sheet.cell(HEAD + 1 + first, 1),
            "categories": sheet.column(2, first, count),
            "values": sheet.column(3, first, count),
        }
        chart.add_series(series | (_trend() if is_line else _dots(cloud.look, cloud.points)))
        first += count
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis(_even(figure.x, [p.x for p in figure.points], sheet.cell(HEAD, 2)))
    chart.set_y_axis(_even(figure.y, [p.y for p in figure.points], sheet.cell(HEAD, 3)))
    chart.set_size({"width": _SIZE["width"], "height": 520})
    return chart


def _trend() -> dict[str, Any]:
    line = {"color": LIGHT.muted, "width": 1.5, "dash_type": "dash"}
    return {"line": line, "marker": {"type": "none"}}


def _dots(look: str, points: Sequence[Point]) -> dict[str, Any]:
    """Draw points, with their names where they are few or the reader's own."""
    colour = {"home": LIGHT.less[3], "group": LIGHT.more[3]}.get(look, LIGHT.land_line)
    fill = {"color": colour}
    marker = {"type": "circle", "size": 8 if look == "home" else 6, "fill": fill, "border": fill}
    series: dict[str, Any] = {"marker": marker, "line": {"none": True}}
    if look == "others" or len(points) > _MOST_NAMED:
        return series
    # a name that begins like a formula would be one
    names = [f" {one.name}" if one.name.startswith("=") else one.name for one in points]
    labels = {"value": True, "custom": [{"value": name} for name in names], "position": "right"}
    return series | {"data_labels": labels}


def _axis(axis: Axis, title: list[Any], step: float) -> dict[str, Any]:
    """Give an axis with its ends, its steps, and as few decimals as those need."""
    low, high = axis.domain or (0.0, 1.0)
    return {
        "name": title,
        "name_font": {"bold": False},
        "min": low,
        "max": high,
        "major_unit": step,
        "num_format": native_series.number_format(native_axes.needed(step, axis.decimals)),
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.land_line, "width": 0.5}},
    }


def _even(axis: Axis, values: Iterable[float], title: list[Any]) -> dict[str, Any]:
    """Give an axis of points with even ends."""
    ends = native_axes.of_values(*axis.domain or (0.0, 1.0), values)
    return _axis(replace(axis, domain=ends[:2]), title, ends[2])
