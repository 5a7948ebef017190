"""Points drawn for files: each once, at its value, with the names that were placed."""

import pytest
from defusedxml.ElementTree import fromstring

from charts import scatter_svg
from charts.lines import Axis
from charts.point_names import place_names
from charts.scatter import FitLine, Point, ScatterFigure
from charts.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
X, Y = Axis("Hộ nghèo (%)", 2, (0.0, 30.0)), Axis("DTI (điểm)", 4, (0.5, 0.8))
POINTS = (
    Point("02", "Hà Giang", 29.0, 0.67, "", is_home=True),
    Point("20", "Lạng Sơn", 6.0, 0.76, ""),
    Point("01", "Hà Nội", 0.0, 0.75, "", in_group=False),
)
TREND = FitLine(((0.0, 0.7), (30.0, 0.6)), "xu hướng chung")
FIGURE = ScatterFigure(
    "DTI và hộ nghèo",
    "",
    X,
    Y,
    POINTS,
    "Nguồn: dti.gov.vn",
    "Mỗi điểm một tỉnh",
    "2 tỉnh trong vùng",
    "tỉnh khác",
    "Hà Giang",
    TREND,
    names=place_names(POINTS, X, Y, TREND),
)


def drawn(width=700.0):
    return fromstring(scatter_svg.svg(FIGURE, "vi", LIGHT, width))


def points(root):
    return [one for one in root.iter(f"{SVG}circle") if one.get("stroke-width") == "0.8"]


def test_each_province_is_one_point_with_home_on_top():
    found = points(drawn())

    assert len(found) == 3
    assert found[-1].get("fill") == LIGHT.accent


def test_points_stand_at_their_values():
    places = sorted((float(one.get("cx")), float(one.get("cy"))) for one in points(drawn()))
    (x0, y0), (x1, y1), (x2, y2) = places  # Hà Nội 0, Lạng Sơn 6, Hà Giang 29 percent

    assert (x1 - x0) / (x2 - x0) == pytest.approx(6 / 29, abs=0.001)
    assert (y2 - y0) / (y0 - y1) == pytest.approx(0.08 / 0.01, rel=0.01)


def test_names_axes_and_the_line_are_named():
    words = [one.text for one in drawn().iter(f"{SVG}text")]

    assert {"Hà Giang", "Lạng Sơn", "Hà Nội", "xu hướng chung", "DTI (điểm)"} <= set(words)
    assert "0,80" in words
    assert "30" in words
