"""The grid of places."""

from dataclasses import replace
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring

from charts.places import Places, PlacesFigure, Year, class_of, svg
from charts.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
FIGURE = PlacesFigure(
    title="Thứ hạng DTI",
    years=(Year("2022", "2022", 63), Year("2023", "2023", 63), Year("2024", "2024", 63, True)),
    rows=(
        Places("02", "Hà Giang", {"2022": 57, "2023": 37, "2024": 25}),
        Places("04", "Cao Bằng", {"2023": 62}),
    ),
    source="Nguồn: dti.gov.vn",
    home="02",
)


def drawn(width: float = 620) -> ElementTree.Element:
    return fromstring(svg(FIGURE, "vi", LIGHT, width))


def test_the_best_fifth_is_the_darkest():
    assert [class_of(rank, 63) for rank in (1, 13, 14, 57, 63)] == [4, 4, 3, 0, 0]


def test_a_break_is_a_gap_a_line_and_a_sentence():
    root = drawn()
    cells = [rect for rect in root.iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None][:3]
    left = [float(cell.get("x", 0)) for cell in cells]

    words = " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))

    assert left[2] - left[1] > left[1] - left[0]
    assert [path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")] == ["4 3"]
    assert "từ 2024, cách tính thay đổi" in words


def test_no_place_is_a_dash_on_plain_ground():
    titles = [rect.findtext(f"{SVG}title") for rect in drawn().iter(f"{SVG}rect")]

    assert titles.count("–/63") == 2
    assert "57/63" in titles


def test_it_fits_a_telephone():
    rights = [
        float(rect.get("x", 0)) + float(rect.get("width", 0))
        for rect in drawn(320).iter(f"{SVG}rect")
    ]

    assert max(rights) <= 320


def test_a_year_without_any_place_has_no_n():
    empty = replace(FIGURE, years=(Year("2020", "2020", 4),))

    words = [
        "".join(node.itertext())
        for node in fromstring(svg(empty, "vi", LIGHT, 620)).iter(f"{SVG}text")
    ]

    assert "2020" in words
    assert "/4" not in words
