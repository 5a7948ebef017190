"""What goes into a native chart: rows and series of a figure, and the workbook behind them.

The workbook that a chart carries is written here, not by python-pptx: names are plain text, never
formulas or links, and the same figures give the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData

from briefings import sheets
from charts.bars import Bar, BarsFigure
from charts.lines import LinesFigure
from charts.scatter import Point, ScatterFigure
from charts.stacked import StackedFigure
from language import Lang, text

SHEET = "Sheet1"  # the name that python-pptx writes into the references of a chart
BREAK = "(*)"  # the empty place between two periods that were not measured in the same way


class Rows(CategoryChartData):
    """Rows by name and a column for each series."""

    @property
    def xlsx_blob(self) -> bytes:
        """Give the workbook: names in column A from row 2 on, a column for each series."""
        cells = [(row, 0, str(one.label)) for row, one in enumerate(self.categories, start=1)]
        for column, series in enumerate(self, start=1):
            cells.append((0, column, series.name))
            cells += [(row, column, value) for row, value in enumerate(series.values, start=1)]
        return _workbook(cells, self.number_format)


class Points(XyChartData):
    """Series of points, one below the other; ``names`` holds the names of each series' points."""

    names: list[tuple[str, ...]]

    @property
    def xlsx_blob(self) -> bytes:
        """Give the workbook: x in column A, y in B, the point's name in C, series by series."""
        cells: list[tuple[int, int, Any]] = []
        top = 0
        for series, names in zip(self, self.names, strict=True):
            cells.append((top, 1, series.name))
            for row, (point, name) in enumerate(zip(series, names, strict=True), start=top + 1):
                cells += [(row, 0, point.x), (row, 1, point.y), (row, 2, name)]
            top += len(series) + 2
        return _workbook(cells, self.number_format)


def _workbook(cells: list[tuple[int, int, Any]], number_format: str) -> bytes:
    """Write texts as text and numbers as numbers; a missing value is an empty cell."""
    target = BytesIO()
    book = sheets.new_book(target, "")
    sheet = book.add_worksheet(SHEET)
    form = book.add_format({"num_format": number_format})
    sheet.set_column(0, 0, 28)
    for row, column, found in cells:
        if isinstance(found, str):
            sheet.write_string(row, column, found)
        elif found is not None:
            sheet.write_number(row, column, found, form)
    book.close()
    return target.getvalue()


def number_format(decimals: int) -> str:
    """Give the format of a value; the reader's system puts its own decimal sign."""
    form = "0." + "0" * decimals if decimals else "0"
    return form if decimals > 2 else f"#,##{form}"


def of_bars(figure: BarsFigure, lang: Lang) -> Rows:
    """Give a row for each province, best first; one without a value says so in its name."""
    data = Rows(number_format(figure.scale.decimals))
    data.categories = [bar_name(bar, figure, lang) for bar in figure.bars]
    data.add_series(figure.unit, [bar.value for bar in figure.bars])
    return data


def bar_name(bar: Bar, figure: BarsFigure, lang: Lang) -> str:
    """Name a row: "Tuyên Quang · 22/34"; "Hà Giang · chưa có số liệu"."""
    if bar.value is None:
        return f"{bar.name} · {text('value.missing', lang)}"
    return f"{bar.name} · {bar.rank}/{figure.ranked}" if bar.rank is not None else bar.name


def of_lines(figure: LinesFigure) -> Rows:
    """Give a row for each period and a column for each line; a break is a row without values."""
    data = Rows(number_format(figure.axis.decimals))
    places = list(places_of(figure))
    data.categories = [BREAK if place is None else figure.periods[place] for place in places]
    for line in figure.lines:
        values = [None if place is None else line.values[place] for place in places]
        data.add_series(line.name, values)
    return data


def places_of(figure: LinesFigure) -> Iterator[int | None]:
    """Yield the positions of the periods in their order, None where a break parts two of them."""
    before = {mark.before for mark in figure.breaks}
    for place in range(len(figure.periods)):
        if place in before:
            yield None
        yield place


def of_stacked(figure: StackedFigure, lang: Lang) -> Rows:
    """Give a row for each name and a column for each part; nothing in rows that miss a part."""
    data = Rows(number_format(figure.axis.decimals))
    whole = [None not in values for values in zip(*(p.values for p in figure.parts), strict=True)]
    missing = text("value.missing", lang)
    data.categories = [
        name if known else f"{name} · {missing}"
        for name, known in zip(figure.names, whole, strict=True)
    ]
    for part in figure.parts:
        values = zip(part.values, whole, strict=True)
        data.add_series(part.name, [value if known else None for value, known in values])
    return data


@dataclass(frozen=True, slots=True)
class Cloud:
    """One kind of points of a scatter: ``look`` is others, group, home or trend."""

    look: str
    name: str
    points: tuple[Point, ...] = ()


def clouds(figure: ScatterFigure) -> tuple[Cloud, ...]:
    """Give the kinds of points that there are, the important last and so on top."""
    rest = [point for point in figure.points if not point.is_home]
    found = (
        Cloud("others", figure.others, tuple(p for p in rest if not p.in_group)),
        Cloud("group", figure.group, tuple(p for p in rest if p.in_group)),
        Cloud("home", figure.home, tuple(p for p in figure.points if p.is_home)),
    )
    trend = (Cloud("trend", figure.trend.name),) if figure.trend else ()
    return (*(one for one in found if one.points), *trend)


def of_scatter(figure: ScatterFigure) -> Points:
    """Give a series for each kind of points, and one of two points for the line."""
    data = Points(number_format(max(figure.x.decimals, figure.y.decimals)))
    data.names = []
    for cloud in clouds(figure):
        series = data.add_series(cloud.name, number_format(figure.y.decimals))
        ends = figure.trend.ends if cloud.look == "trend" and figure.trend else ()
        for x, y in ((p.x, p.y) for p in cloud.points) if cloud.points else ends:
            series.add_data_point(x, y)
        data.names.append(tuple(p.name for p in cloud.points) or ("",) * len(ends))
    return data
