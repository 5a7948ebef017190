"""Native Office charts: the same drawing on a slide and in a document, with its workbook inside.

python-pptx writes the chart; python-docx, which knows no charts, carries it as a part. What reaches
below the public surface of either library stands here and nowhere else.
"""

from dataclasses import replace
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml as parse_word
from docx.text.paragraph import Paragraph
from lxml import etree
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml

from briefings import native_lines, native_series, native_style
from briefings.finding import Finding
from charts.bars import BarsFigure
from charts.lines import LinesFigure
from charts.scatter import ScatterFigure
from charts.stacked import StackedFigure
from language import Lang

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = ("bars", "lines", "scatter", "stacked")  # maps are shapes or pictures, tables are tables
EMU = 12700  # in a point
LEGEND_ROOM = native_style.LEGEND_ROOM
MOST_BARS = 36  # rows of one chart; more stand in two, side by side

Drawn = tuple[XL_CHART_TYPE, Any]  # rows or points of ``native_series``
Extent = tuple[float, float]
Box = tuple[int, int, int, int]  # left, top, width, height in EMU


def chart_data(finding: Finding, lang: Lang) -> Drawn:
    """Give the kind of chart and its rows; ValueError for a map or a table."""
    figure = finding.figure
    if isinstance(figure, BarsFigure):
        return XL_CHART_TYPE.BAR_CLUSTERED, native_series.of_bars(figure, lang)
    if isinstance(figure, LinesFigure):
        return XL_CHART_TYPE.LINE_MARKERS, native_series.of_lines(figure)
    if isinstance(figure, StackedFigure):
        return XL_CHART_TYPE.BAR_STACKED, native_series.of_stacked(figure, lang)
    if isinstance(figure, ScatterFigure):
        return XL_CHART_TYPE.XY_SCATTER, native_series.of_scatter(figure)
    raise ValueError(f"{finding.id!r} is no chart: {finding.kind}.")


def style(
    chart: Chart, finding: Finding, lang: Lang, extent: Extent, longest: float | None = None
) -> None:
    """Draw a chart of ``chart_data`` as ours; ``extent`` is its width and height in points.

    ``longest`` bar of all charts that stand side by side, so that they have one axis.
    """
    figure = finding.figure
    size = text_size(finding, extent[1])
    native_style.settle(chart, lang, size)
    if isinstance(figure, BarsFigure):
        native_style.bars(chart, figure, longest)
    elif isinstance(figure, LinesFigure):
        native_lines.lines(chart, figure, extent, size)
    elif isinstance(figure, StackedFigure):
        native_style.stacked(chart, figure, extent, size, longest)
    elif isinstance(figure, ScatterFigure):
        native_style.scatter(chart, figure, extent, size)


def halves(finding: Finding, most: int = MOST_BARS) -> tuple[Finding, ...]:
    """Give a finding of many bars as two of half as many; any other as it is."""
    figure = finding.figure
    if isinstance(figure, BarsFigure) and len(figure.bars) > most:
        middle = (len(figure.bars) + 1) // 2
        bars = (figure.bars[:middle], figure.bars[middle:])
        return tuple(replace(finding, figure=replace(figure, bars=part)) for part in bars)
    if isinstance(figure, StackedFigure) and len(figure.names) > most:
        middle = (len(figure.names) + 1) // 2
        ends = (slice(None, middle), slice(middle, None))
        return tuple(replace(finding, figure=_rows_of(figure, part)) for part in ends)
    return (finding,)


def _rows_of(figure: StackedFigure, rows: slice) -> StackedFigure:
    return replace(
        figure,
        codes=figure.codes[rows],
        names=figure.names[rows],
        parts=tuple(replace(part, values=part.values[rows]) for part in figure.parts),
    )


def longest(finding: Finding) -> float | None:
    """Give the longest bar, so that two halves have one axis; None for what has no bars."""
    figure = finding.figure
    if isinstance(figure, BarsFigure):
        return max((bar.value for bar in figure.bars if bar.value is not None), default=None)
    if isinstance(figure, StackedFigure):
        rows = zip(*(part.values for part in figure.parts), strict=True)
        return max((sum(v for v in row if v is not None) for row in rows), default=None)
    return None


def text_size(finding: Finding, height: float) -> float:
    """Give the text size in points for a chart ``height`` points high: rows may be many."""
    figure = finding.figure
    rows = len(figure.bars) if isinstance(figure, BarsFigure) else 0
    if isinstance(figure, StackedFigure):
        rows, height = len(figure.names), height - LEGEND_ROOM
    return 12.0 if not rows else max(6.5, min(12.0, round(height / (rows + 1) * 0.74 * 2) / 2))


def add_to_slide(shapes: Any, finding: Finding, lang: Lang, box: Box) -> None:
    """Put the chart on a slide, or two side by side where its rows are many."""
    left, top, width, height = box
    parts = halves(finding)
    for place, part in enumerate(parts):
        kind, data = chart_data(part, lang)
        across = width // len(parts)
        frame = shapes.add_chart(kind, left + place * across, top, across, height, data)
        style(frame.chart, part, lang, (across / EMU, height / EMU), longest(finding))
        name = frame.element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0]
        name.set("name", part.subtitle or part.title)
        name.set("descr", part.alt)


def add_to_document(
    document: Document,
    paragraph: Paragraph,
    finding: Finding,
    lang: Lang,
    extent: tuple[int, int],
    longest: float | None = None,
) -> None:
    """Put the chart into a paragraph of a document, ``extent`` wide and high in EMU."""
    width, height = extent
    kind, data = chart_data(finding, lang)
    space = parse_xml(data.xml_bytes(kind))
    style(Chart(space, None), finding, lang, (width / EMU, height / EMU), longest)
    link = document.part.relate_to(_part(document, space, data.xlsx_blob), RT.CHART)
    number = document.part.next_id
    name, alt = (_attribute(words) for words in (finding.subtitle or finding.title, finding.alt))
    paragraph.add_run().element.append(
        parse_word(
            '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
            ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="{link}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
    )


def _part(document: Document, space: Any, book: bytes) -> Part:
    """Make the parts of a chart and its workbook; the workbook is the chart's only relation."""
    package = document.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/word/charts/chart{n}.xml" not in taken)
    space.get_or_add_externalData().rId = "rId1"
    xml = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART_TYPE, xml, package)
    inside = PackURI(f"/word/embeddings/chart{number}.xlsx")
    if chart.relate_to(Part(inside, BOOK_TYPE, book, package), RT.PACKAGE) != "rId1":
        raise RuntimeError("The first relation of a new part is not rId1 any more.")
    return chart


def _attribute(words: str) -> str:
    """Write words as an attribute's value."""
    pairs = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", " "))
    for found, written in pairs:
        words = words.replace(found, written)
    return words
