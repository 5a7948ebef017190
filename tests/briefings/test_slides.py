"""Slides say what is found, hold editable shapes and tables, and open without a repair prompt."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from briefings.finding import Finding
from briefings.office_template import BadTemplate
from briefings.slides import Cover, deck
from charts.map.base import base
from charts.theme import LIGHT
from data.reference import groups_on
from data.service.figures import Figures
from language import text
from tests.briefings import figures_by_hand as by_hand
from tests.briefings import findings_of
from tests.briefings.office_parts import charts, faults, parts, texts
from tests.running import ROOT

COVER = Cover(
    "Chuyển đổi số năm 2024", "63 tỉnh, thành phố", ("Bản số liệu số 14",), date(2026, 11, 23)
)
EVERY_KIND = (
    by_hand.map_(),
    by_hand.bars(),
    by_hand.lines(),
    by_hand.scatter(),
    by_hand.stacked(),
    by_hand.table(),
)


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def slide_of(finding: Finding) -> Any:
    return opened(deck([finding], COVER, "vi")).slides[0]


def words_on(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def group(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def test_a_deck_has_a_cover_and_a_slide_for_each_finding_and_one_figure_has_none():
    shown = opened(deck(EVERY_KIND, COVER, "vi"))

    assert len(shown.slides) == 7
    assert shown.slides[0].shapes.title.text_frame.text == "Chuyển đổi số năm 2024"
    assert len(opened(deck([by_hand.bars()], COVER, "vi")).slides) == 1


def test_slides_are_sixteen_to_nine_and_their_titles_are_the_findings():
    shown = opened(deck(EVERY_KIND, COVER, "vi"))

    assert shown.slide_width / shown.slide_height == pytest.approx(16 / 9, abs=0.001)
    titles = [slide.shapes.title.text_frame.text for slide in list(shown.slides)[1:]]
    assert titles == ["Hà Giang đạt 0,7292 điểm DTI năm 2024"] * 6


def test_every_field_of_the_contract_stands_on_the_slide_or_in_its_notes():
    for finding in EVERY_KIND:
        slide = slide_of(finding)
        notes = slide.notes_slide.notes_text_frame.text

        for heading, words in finding.notes.fields("vi"):
            assert f"{heading}: {words}" in notes
        seen = words_on(slide)
        assert "Ngày lập: 23/11/2026" in seen
        assert "Từ năm đánh giá 2024: bộ chỉ số mới" in seen
        assert "Bộ Khoa học và Công nghệ" in seen
        assert "không có giá trị pháp lý" in seen


def test_a_map_is_one_editable_shape_for_each_province_grouped_and_named():
    slide = slide_of(by_hand.map_())
    provinces = group(slide, "DTI, năm 2024 · 63 tỉnh, thành phố")

    assert len(provinces.shapes) == 63
    assert "Hà Giang" in {shape.name for shape in provinces.shapes}
    geometry = provinces.shapes[0].element.xpath(".//a:custGeom//a:pt")
    assert len(geometry) > 20
    assert provinces.element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == ["Biểu đồ điểm DTI năm 2024."]


def test_a_province_has_the_colour_of_its_class_and_one_without_a_value_is_hatched():
    provinces = group(slide_of(by_hand.map_()), "DTI, năm 2024 · 63 tỉnh, thành phố").shapes
    fills = {shape.name: shape.element.spPr for shape in provinces}

    colour = LIGHT.more[3][1:].upper()  # 0.7292: from 0.70 to less than 0.75
    assert fills["Hà Giang"].xpath("./a:solidFill/a:srgbClr/@val") == [colour]
    assert fills[by_hand.BAD].xpath("./a:pattFill/@prst") == ["wdUpDiag"]


def test_both_archipelagos_are_on_the_national_map_and_on_the_northern_one():
    for view, names in (
        ("national", ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]),
        ("north", [text(f"chart.map.{one}.short", "vi") for one in ("hoang_sa", "truong_sa")]),
    ):
        slide = slide_of(by_hand.map_(view=view))
        seen = " ".join(slide.element.xpath(".//a:t/text()"))
        assert all(name in seen for name in names)


def test_shapes_of_a_map_lie_inside_its_frame_and_keep_the_shape_of_the_country():
    slide = slide_of(by_hand.map_(view="north"))
    frame = group(slide, "DTI, năm 2024 · 63 tỉnh, thành phố")
    view = base("63")["views"]["north"]

    assert frame.width / frame.height == pytest.approx(view["width"] / view["height"], rel=0.01)
    for shape in frame.shapes:
        assert shape.left >= frame.left - 2
        assert shape.top >= frame.top - 2
        assert shape.left + shape.width <= frame.left + frame.width + 2
        assert shape.top + shape.height <= frame.top + frame.height + 2


def test_sentences_stand_beside_the_chart_and_all_of_them_in_the_notes():
    said = tuple(f"Câu số {n} nói thêm về hình bên và về số liệu của hình." for n in range(40))
    slide = slide_of(replace(by_hand.bars(), said=said))

    assert "Câu số 0" in words_on(slide)
    assert "Câu số 39" not in words_on(slide)
    assert "Câu số 39" in slide.notes_slide.notes_text_frame.text


def test_illustrative_figures_carry_their_mark():
    notes = replace(by_hand.NOTES, illustrative=True)
    slide = slide_of(replace(by_hand.bars(), notes=notes))

    marks = slide.element.xpath(".//a:t[contains(., 'SỐ LIỆU MINH HỌA')]")
    assert len(marks) == 1
    assert "SỐ LIỆU MINH HỌA" in slide.notes_slide.notes_text_frame.text


def test_text_from_figures_is_never_markup_and_names_keep_every_sign():
    slide = slide_of(replace(by_hand.map_(), title=by_hand.BAD))

    assert slide.shapes.title.text_frame.text == by_hand.BAD
    assert by_hand.BAD in {shape.name for shape in slide.shapes[2].shapes}


def test_fonts_and_colours_stand_once_in_the_theme():
    found = parts(deck(EVERY_KIND, COVER, "vi"))
    theme = found["ppt/theme/theme1.xml"].decode()
    slides = [blob.decode() for name, blob in found.items() if name.startswith("ppt/slides/slide")]

    assert theme.count('<a:latin typeface="Arial"/>') == 2
    assert f'<a:accent1><a:srgbClr val="{LIGHT.more[3][1:].upper()}"/>' in theme
    assert not any("typeface=" in slide for slide in slides)


def test_a_file_opens_without_a_repair_prompt():
    assert faults(deck(EVERY_KIND, COVER, "vi")) == []


def test_the_same_call_gives_the_same_bytes_and_tells_of_nobody():
    content = deck(EVERY_KIND, COVER, "vi")
    properties = opened(content).core_properties

    assert deck(EVERY_KIND, COVER, "vi") == content
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created.date() == properties.modified.date() == date(2026, 11, 23)
    assert properties.title == "Chuyển đổi số năm 2024"
    for forbidden in ("python-pptx", "Steve Canny", "Macintosh", str(ROOT), "/home", "/tmp"):
        assert forbidden not in texts(content)
    assert not [name for name in parts(content) if "thumbnail" in name or "printer" in name]


def test_english_on_request():
    slide = opened(deck([by_hand.bars()], COVER, "en")).slides[0]

    assert text("field.made", "en") in words_on(slide)
    assert set(slide.element.xpath(".//p:txBody//a:rPr/@lang")) == {"en-GB"}


def template(*, width: float = 13.333, height: float = 7.5) -> bytes:
    """An office's own file: another font, another size, slides and a person in its properties."""
    found = Presentation()
    found.slide_width, found.slide_height = Inches(width), Inches(height)
    found.core_properties.author = "Nguyễn Văn A"
    slide = found.slides.add_slide(found.slide_layouts[0])
    slide.shapes.title.text_frame.text = "Trang của cơ quan"
    target = BytesIO()
    found.save(target)
    return target.getvalue()


def test_an_offices_template_decides_the_looks_and_leaves_its_slides_behind():
    content = deck(EVERY_KIND, COVER, "vi", template())
    shown = opened(content)

    assert len(shown.slides) == 7
    assert 'typeface="Calibri"' in parts(content)["ppt/theme/theme1.xml"].decode()
    assert "Nguyễn Văn A" not in texts(content)
    assert "Trang của cơ quan" not in texts(content)
    assert faults(content) == []


def test_what_stands_on_a_slide_stays_inside_it_with_our_master_and_with_another():
    for given in (None, template(), template(width=10, height=7.5)):
        shown = opened(deck(EVERY_KIND, COVER, "vi", given))
        for slide in list(shown.slides)[1:]:
            for shape in slide.shapes:
                assert shape.left >= 0, shape.name
                assert shape.top >= 0, shape.name
                assert shape.left + shape.width <= shown.slide_width + 12700, shape.name
                assert shape.top + shape.height <= shown.slide_height + 12700, shape.name


def without_layout() -> bytes:
    found = Presentation()
    for one in list(found.slide_layouts):
        if one.element.get("type") == "titleOnly":
            found.slide_layouts.remove(one)
    target = BytesIO()
    found.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "no_pptx"),
        (b"%PDF-1.7", "no_pptx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_pptx"),
        (template()[:4000], "damaged"),
        (without_layout(), "layouts"),
        (template(width=7.5, height=10), "upright"),
        (b"PK\x03\x04" + bytes(21 * 2**20), "too_large"),
    ],
)
def test_an_unusable_template_is_refused_with_a_sentence(content: bytes, key: str):
    with pytest.raises(BadTemplate) as refused:
        deck([by_hand.bars()], COVER, "vi", content)

    assert refused.value.key == f"office_template.{key}"
    assert len(refused.value.sentence("vi")) > 20
    assert refused.value.sentence("vi") != refused.value.sentence("en")


def test_small_text_is_never_smaller_than_six_points_on_a_real_deck(official: Figures):
    found = findings_of.group(official, findings_of.NORTH, "34", "2024")
    content = deck(found, COVER, "vi")

    sizes = [int(one) for one in re.findall(r'\bsz="(\d+)"', texts(content))]
    assert min(sizes) >= 600
    assert faults(content) == []
    assert 8 <= len(opened(content).slides) <= 10
    assert all(not chart.formulas for chart in charts(content))


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_the_decks_of_all_groups_have_eight_to_ten_slides_in_a_first_year_too(
    official: Figures, boundary: str
):
    """Those of 2022 had seven: nobody rises or falls in a first year."""
    lengths = {
        name: len(
            opened(deck(findings_of.group(official, name, boundary, "2022"), COVER, "vi")).slides
        )
        for name in groups_on(boundary)
    }

    assert {name: n for name, n in lengths.items() if not 8 <= n <= 10} == {}
    assert len(lengths) > 5


def test_each_chart_of_a_real_deck_equals_its_finding(official: Figures):
    found = findings_of.group(official, findings_of.NORTH, "34", "2024")
    bars = next(one for one in found if one.kind == "bars")
    chart = charts(deck(found, COVER, "vi"))[0]

    assert chart.column(1) == [bar.value for bar in bars.figure.bars]  # type: ignore[union-attr]
    assert [float(v or "nan") for v in chart.cached("val")[0]] == chart.column(1)
    shown = {cell.order for line in bars.numbers.lines for cell in line.cells}
    assert set(chart.column(1)) <= shown


def test_titles_get_a_smaller_size_only_when_they_do_not_fit():
    slide = slide_of(replace(by_hand.bars(), title="Tỉnh có tên dài " * 14))
    (run,) = slide.shapes.title.text_frame.paragraphs[0].runs

    assert Pt(14) <= run.font.size < Pt(26)
    assert slide_of(by_hand.bars()).shapes.title.text_frame.paragraphs[0].runs[0].font.size is None
