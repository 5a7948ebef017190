"""Every native chart of real files holds the page's numbers, in its workbook and as drawn."""

from math import isnan
from pathlib import Path

import pytest
from docxchart.api import ChartDoc

from briefings.documents import About, briefing
from briefings.finding import Finding
from briefings.slides import Cover, deck
from charts.bars import BarsFigure
from charts.lines import LinesFigure
from charts.scatter import ScatterFigure
from data.service.figures import Figures
from tests.briefings import findings_of
from tests.briefings.findings_of import MADE, NORTH
from tests.briefings.office_parts import Chart, charts, faults

SETS = {
    "a group whose parts are known": lambda f: findings_of.group(f, NORTH, "63", "2023"),
    "the country": lambda f: findings_of.group(f, "country", "63", "2024"),
    "a long name, figures missing": lambda f: findings_of.province(
        f, "77", "63", "southeast", "2024"
    ),
}


@pytest.fixture(scope="module", params=SETS)
def found(request: pytest.FixtureRequest, official: Figures) -> tuple[Finding, ...]:
    return SETS[request.param](official)


@pytest.fixture(scope="module")
def paper(found: tuple[Finding, ...]) -> bytes:
    return briefing(found, About("DTI", MADE), "vi")


def numbers_of(finding: Finding) -> set[float]:
    """Give what the page's table of a figure says, as numbers."""
    cells = (cell.order for line in finding.numbers.lines for cell in line.cells)
    return {round(float(one), 9) for one in cells if isinstance(one, (int, float))}


def in_book(chart: Chart) -> set[float]:
    """Give the numbers of a chart's workbook, headings and names left out."""
    cells = (cell for row in chart.rows[1:] for cell in row if isinstance(cell, (int, float)))
    return {round(float(one), 9) for one in cells}


def drawn(chart: Chart) -> set[float]:
    tags = ("val", "xVal", "yVal")
    values = (one for tag in tags for series in chart.cached(tag) for one in series)
    return {round(float(one), 9) for one in values if one is not None and not isnan(float(one))}


def test_a_charts_workbook_has_what_is_drawn_and_no_formula(
    found: tuple[Finding, ...], paper: bytes
):
    for content in (deck(found, Cover("DTI", "", (), MADE), "vi"), paper):
        shown = charts(content)
        assert len(shown) >= 3
        for chart in shown:
            assert chart.formulas == []
            assert drawn(chart) == in_book(chart)
        assert faults(content) == []


def test_bars_hold_only_numbers_of_the_page(found: tuple[Finding, ...]):
    for finding in found:
        if isinstance(finding.figure, BarsFigure):
            values = [bar.value for bar in finding.figure.bars if bar.value is not None]
            assert held(finding) == {round(one, 9) for one in values}
            assert held(finding) <= numbers_of(finding)


def test_points_hold_the_pairs_of_the_page_and_the_trend_two_ends(found: tuple[Finding, ...]):
    for finding in found:
        if isinstance(finding.figure, ScatterFigure):
            points = finding.figure.points
            everyone = {round(one, 9) for point in points for one in (point.x, point.y)}
            members = {round(v, 9) for p in points if p.in_group for v in (p.x, p.y)}
            assert everyone <= held(finding)
            assert members <= numbers_of(finding)
            assert len(held(finding) - everyone) <= 4  # the trend is computed from the points


def held(finding: Finding) -> set[float]:
    """Give the numbers in the workbooks of a finding's charts on a slide of its own."""
    shown = charts(deck([finding], Cover("", "", (), MADE), "vi"))
    return set().union(*(in_book(chart) for chart in shown))


def test_lines_hold_the_values_of_every_year(found: tuple[Finding, ...]):
    for finding in found:
        if isinstance(finding.figure, LinesFigure):
            lines = finding.figure.lines
            values = {round(v, 9) for line in lines for v in line.values if v is not None}
            assert held(finding) == values, finding.id


def test_an_independent_reader_finds_no_fault_in_the_charts_of_a_briefing(
    paper: bytes, tmp_path: Path
):
    file = tmp_path / "briefing.docx"
    file.write_bytes(paper)
    errors = {one.code for one in ChartDoc.open(str(file)).validate() if one.level == "error"}

    assert errors <= {"unsupported_chart"}  # it knows no scatter, and says so
