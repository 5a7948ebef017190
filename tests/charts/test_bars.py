"""Ranking bars."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from defusedxml.ElementTree import fromstring

from charts.bars import Bar, BarsFigure, svg
from charts.scale import at
from charts.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
FIGURE = BarsFigure(
    title="DTI, năm 2024",
    bars=(
        Bar("20", "Lạng Sơn", 0.7480, 18),
        Bar("02", "Hà Giang", 0.7405, 25),
        Bar("04", "Cao Bằng", 0.5128, 62),
        Bar("06", "Bắc Kạn", None, None),
    ),
    scale=at([0.5, 0.6, 0.7, 0.8], decimals=4),
    unit="điểm",
    source="Nguồn: dti.gov.vn",
    ranked=63,
    median=0.7405,
    home="02",
    bands={"20": 1, "02": 1, "04": 2},
)


def words(drawn: str) -> list[str]:
    return ["".join(node.itertext()) for node in fromstring(drawn).iter(f"{SVG}text")]


def bars(drawn: str) -> dict[str, ElementTree.Element]:
    """The bar of each province by its name."""
    root = fromstring(drawn)
    named = ((rect.findtext(f"{SVG}title"), rect) for rect in root.iter(f"{SVG}rect"))
    return {name: rect for name, rect in named if name}


def test_a_row_says_place_name_and_value():
    found = words(svg(FIGURE, "vi", LIGHT, 620))

    assert found[found.index("Hà Giang") - 1 : found.index("Hà Giang") + 2] == [
        "25/63", "Hà Giang", "0,7405",
    ]  # fmt: skip


def test_bars_begin_at_zero():
    drawn = bars(svg(FIGURE, "vi", LIGHT, 620))

    lengths = {name: float(rect.get("width", 0)) for name, rect in drawn.items()}

    assert lengths["Cao Bằng"] / lengths["Lạng Sơn"] == pytest.approx(0.5128 / 0.7480, abs=1e-3)


def test_no_figure_is_said_and_has_no_bar():
    drawn = svg(FIGURE, "vi", LIGHT, 620)

    assert "chưa có số liệu" in words(drawn)
    assert "Bắc Kạn" not in bars(drawn)


def test_home_is_bold_and_outlined_not_only_coloured():
    root = fromstring(svg(FIGURE, "vi", LIGHT, 620))

    weights = {node.text: node.get("font-weight") for node in root.iter(f"{SVG}text")}
    outlines = [rect for rect in root.iter(f"{SVG}rect") if rect.get("stroke") == LIGHT.ink]

    assert weights["Hà Giang"] == "700"
    assert weights["Lạng Sơn"] == "400"
    assert len(outlines) == 2  # the row and its bar


def test_a_bracket_joins_close_scores_only():
    close, apart = FIGURE, replace(FIGURE, bands={"20": 1, "02": 2, "04": 3})

    assert "sát điểm ]" in words(svg(close, "vi", LIGHT, 620))
    assert "sát điểm ]" not in words(svg(apart, "vi", LIGHT, 620))


def test_the_median_is_named():
    assert "trung vị 0,7405" in words(svg(FIGURE, "vi", LIGHT, 366))


def test_values_do_not_leave_a_narrow_picture():
    root = fromstring(svg(FIGURE, "vi", LIGHT, 320))

    assert all(
        float(node.get("x", 0)) < 275
        for node in root.iter(f"{SVG}text")
        if "0," in (node.text or "")
    )


def test_negative_values_go_left_of_zero():
    figure = replace(FIGURE, bars=(Bar("20", "Lạng Sơn", 2.0, 1), Bar("02", "Hà Giang", -1.0, 2)))

    drawn = bars(svg(figure, "vi", LIGHT, 620))

    lengths = {name: (float(r.get("x", 0)), float(r.get("width", 0))) for name, r in drawn.items()}
    assert sum(lengths["Hà Giang"]) == pytest.approx(lengths["Lạng Sơn"][0], abs=0.02)


def test_an_empty_ranking_is_drawn_and_says_so():
    assert "Chưa có số liệu." in svg(replace(FIGURE, bars=(), median=None), "vi", LIGHT, 390)
