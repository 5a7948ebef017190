"""Pictures carry all that stands beside a figure, in every format, and the same bytes each time."""

import re
import struct
import subprocess
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from briefings import card, pictures
from briefings.finding import Finding
from charts.bars import BarsFigure
from charts.map.figure import MapFigure
from charts.table import Table
from language import text
from tests.briefings.findings_of import BORDER, NORTH, group, province

MARK = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"
KINDS = ("map", "bars", "lines", "scatter", "stacked", "table")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def one_of_each(official) -> dict[str, Finding]:
    """Give a finding of every kind: the border group on the list of 63 in 2023."""
    found = {one.kind: one for one in group(official, BORDER, "63", "2023")}
    assert set(found) == set(KINDS)
    return found


def words_of(svg: str) -> str:
    """Give the drawn words in reading order, one space between lines."""
    return " ".join(one.text or "" for one in fromstring(svg).iter(f"{SVG}text"))


def squeezed(words: str) -> str:
    """Leave out spaces: an address that is longer than a line is cut."""
    return re.sub(r"\s", "", words)


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_carries_title_and_every_note(one_of_each, kind):
    finding = one_of_each[kind]
    said = squeezed(words_of(pictures.svg(finding, "vi")))

    assert squeezed(finding.title) in said
    assert squeezed(finding.subtitle) in said
    for heading, words in finding.notes.fields("vi"):
        for part in re.split(r"\n|; ", words):
            if heading != text("field.map", "vi"):
                assert squeezed(part) in said, heading
    assert squeezed(finding.notes.licence) in said
    assert squeezed(finding.notes.disclaimer) in said


@pytest.mark.poppler
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_pdf_carries_the_same_as_text_in_embedded_fonts(one_of_each, kind, tmp_path):
    finding = one_of_each[kind]
    file = tmp_path / "picture.pdf"
    file.write_bytes(pictures.pdf(finding, "vi"))

    run = {"capture_output": True, "text": True, "check": True}
    said = squeezed(subprocess.run(["pdftotext", "-layout", file, "-"], **run).stdout)
    fonts = subprocess.run(["pdffonts", file], **run).stdout.splitlines()[2:]

    assert squeezed(finding.title) in said
    for source in finding.notes.sources:
        assert squeezed(source.split(". http")[0]) in said
    assert f"Bảnsốliệu:{finding.notes.release}" in said
    assert f"Ngàylập:{finding.notes.made}" in said
    assert squeezed(finding.notes.licence) in said
    assert fonts
    assert all("BeVietnamPro" in font and " yes yes yes" in font for font in fonts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_has_two_device_pixels_for_each_of_the_drawing(one_of_each, kind):
    root = fromstring(pictures.svg(one_of_each[kind], "vi", 700))
    width, height = (round(float(root.attrib[side])) for side in ("width", "height"))

    assert width >= 700
    assert size_of(pictures.png(one_of_each[kind], "vi", 2, 700)) == (2 * width, 2 * height)


@pytest.mark.parametrize("make", [pictures.png, pictures.pdf, pictures.card, pictures.svg])
def test_the_same_finding_gives_the_same_bytes(one_of_each, make):
    assert make(one_of_each["map"], "vi") == make(one_of_each["map"], "vi")


def test_a_drawing_brings_its_fonts_and_asks_for_nothing(one_of_each):
    for finding in one_of_each.values():
        drawn = pictures.svg(finding, "vi")
        root = fromstring(drawn)

        assert drawn.count("data:font/woff2;base64,") >= 2
        addresses = re.findall(r"(?:href|src|url\()\s*=?[\"'(]?\s*((?:https?:)?//[^\"')]+)", drawn)
        assert addresses == []
        assert not [one for one in root.iter() if "style" in one.attrib]
        assert not [one for one in root.iter() if one.tag in (f"{SVG}script", f"{SVG}image")]
        assert "var(" not in drawn


@pytest.mark.parametrize("kind", KINDS)
def test_illustrative_figures_are_marked_across_the_picture(one_of_each, kind):
    plain = one_of_each[kind]
    figure = plain.figure
    shown = figure if isinstance(figure, Table) else replace(figure, illustrative=True)
    marked = replace(plain, figure=shown, notes=replace(plain.notes, illustrative=True))

    for drawn in (pictures.svg(marked, "vi"), card.svg(marked, "vi")):
        root = fromstring(drawn)
        across = [one for one in root.iter(f"{SVG}text") if "rotate" in one.get("transform", "")]
        assert [one.text for one in across] == [MARK]
        assert words_of(drawn).count(MARK) >= 2  # across the figure, and in the small print
    assert MARK not in pictures.svg(plain, "vi")


def test_text_from_figures_is_never_markup(one_of_each):
    bars = one_of_each["bars"].figure
    assert isinstance(bars, BarsFigure)
    nasty = '<script>alert("1")</script> & #image("/etc/passwd") $x$'
    first = replace(bars.bars[0], name=nasty)
    finding = replace(
        one_of_each["bars"], title=nasty, figure=replace(bars, bars=(first, *bars.bars[1:]))
    )

    root = fromstring(pictures.svg(finding, "vi"))
    assert not list(root.iter(f"{SVG}script"))
    assert squeezed(words_of(pictures.svg(finding, "vi"))).count(squeezed(nasty)) == 2
    assert pictures.pdf(finding, "vi").startswith(b"%PDF")
    assert size_of(pictures.card(finding, "vi")) == (1080, 1350)


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_has_the_size_of_messaging_apps_and_names_its_source(one_of_each, kind):
    finding = one_of_each[kind]
    said = squeezed(words_of(card.svg(finding, "vi")))

    assert size_of(pictures.card(finding, "vi")) == (1080, 1350)
    assert squeezed(finding.title) in said
    for source in finding.notes.sources:
        assert squeezed(source.split(". http")[0]) in said
    assert squeezed(finding.notes.disclaimer) in said
    assert f"Ngàylập:{finding.notes.made}" in said


def test_a_card_of_a_long_list_says_how_many_rows_it_leaves_out_and_keeps_home(official):
    found = province(official, "34", "63", "country", "2024")  # Thái Bình (cũ), far down
    bars = next(one for one in found if one.kind == "bars")
    said = words_of(card.svg(bars, "vi"))

    assert "… và 41 dòng khác có trong bảng số liệu đầy đủ" in said
    assert "Thái Bình" in said


def test_every_part_of_a_card_lies_on_it(official):
    for finding in (
        *group(official, "country", "63", "2024"),
        *group(official, NORTH, "34", "2024"),
    ):
        for one in fromstring(card.svg(finding, "vi")).findall(f"{SVG}text"):
            assert 0 < float(one.attrib["y"]) <= 1350 - 20, one.text


def test_a_national_map_shows_both_archipelagos_in_every_size(official):
    finding = group(official, "country", "63", "2024")[0]
    assert isinstance(finding.figure, MapFigure)

    for drawn in (pictures.svg(finding, "vi", 480), card.svg(finding, "vi")):
        said = words_of(drawn)
        assert "Quần đảo Hoàng Sa" in said
        assert "Quần đảo Trường Sa" in said


def test_english_pictures_have_english_words(official):
    found = group(official, BORDER, "63", "2023", "en")
    said = words_of(pictures.svg(found[0], "en"))

    assert "Made on: 23 November 2026" in said
    assert "without legal value" in said
    assert "Nguồn" not in said
