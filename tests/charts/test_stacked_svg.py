"""Stacked bars: parts add up to what is written behind them, a row without a part has no bar."""

import itertools

import pytest
from defusedxml.ElementTree import fromstring

from charts import stacked_svg
from charts.lines import Axis
from charts.stacked import Part, StackedFigure
from charts.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
FIGURE = StackedFigure(
    "Đóng góp",
    ("20", "04"),
    ("Lạng Sơn", "Cao Bằng"),
    (Part("Hạ tầng số", (0.1, 0.05)), Part("Kinh tế số", (0.2, None))),
    Axis("DTI (điểm)", 4),
    "Nguồn: dti.gov.vn",
    home="20",
)


def test_parts_add_up_and_a_row_with_a_missing_part_has_no_sum():
    assert stacked_svg.total_of(FIGURE, 0) == pytest.approx(0.3)
    assert stacked_svg.total_of(FIGURE, 1) is None


def test_bars_are_as_long_as_their_parts_and_a_missing_one_is_said():
    root = fromstring(stacked_svg.svg(FIGURE, "vi", LIGHT, 600))
    bars = [one for one in root.iter(f"{SVG}rect") if one.get("stroke") == LIGHT.line]
    words = [one.text for one in root.iter(f"{SVG}text")]

    assert len(bars) == 2
    first, second = (float(bar.get("width")) for bar in bars)
    assert second == pytest.approx(2 * first, rel=0.01)
    assert "chưa có số liệu" in words
    assert "0,3000" in words


def test_neighbouring_parts_differ_in_lightness():
    def light(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255

    tones = [light(fill) for fill, _ in stacked_svg.fills(LIGHT)]
    assert min(abs(a - b) for a, b in itertools.pairwise(tones)) > 0.1
