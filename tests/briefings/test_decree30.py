"""A briefing keeps the layout of Decree 30/2020/NĐ-CP, and leaves to the agency what is its own."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from briefings.documents import About, briefing
from tests.briefings import figures_by_hand as by_hand

ABOUT = About("Kết quả chuyển đổi số tỉnh Hà Giang năm 2024", date(2026, 11, 23))
SAID = ("Năm 2024, Hà Giang đạt 0,7292 điểm.",)


@pytest.fixture(scope="module")
def shown() -> Any:
    found = [replace(one, said=SAID) for one in (by_hand.bars(), by_hand.lines(), by_hand.table())]
    return docx.Document(BytesIO(briefing(found, ABOUT, "vi")))


def lines_of(document: Any) -> list[str]:
    """Give every paragraph, prompts and fields with their results included."""
    found = document.element.body.iter(qn("w:p"))
    return ["".join(one.text or "" for one in p.iter(qn("w:t"))) for p in found]


def test_the_page_is_a4_with_the_margins_of_the_decree(shown: Any):
    page = shown.sections[0]

    assert (page.page_width.mm, page.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert 20 <= round(page.top_margin.mm) <= 25
    assert 20 <= round(page.bottom_margin.mm) <= 25
    assert 30 <= round(page.left_margin.mm) <= 35
    assert 15 <= round(page.right_margin.mm) <= 20


def test_the_text_is_times_new_roman_justified_with_its_first_line_indented(shown: Any):
    for name in ("Body Text", "Heading 1", "Heading 2"):
        style = shown.styles[name]
        shape = style.paragraph_format
        assert style.font.name == "Times New Roman"
        assert 13 <= style.font.size.pt <= 14
        assert shape.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
        assert Cm(1) <= shape.first_line_indent <= Cm(1.27) + 100
        assert shape.space_after >= Pt(6)
        assert 1.0 <= shape.line_spacing <= 1.5
    assert shown.styles["Normal"].font.name == "Times New Roman"


def test_page_numbers_stand_in_the_middle_of_the_upper_margin_but_not_on_the_first_page(shown: Any):
    for section in shown.sections:
        assert section.different_first_page_header_footer
        (number,) = section.header.paragraphs
        assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert "PAGE" in "".join(one.text for one in number._p.iter(qn("w:instrText")))
        assert "".join(one.text for one in section.first_page_header.paragraphs) == ""
        assert section.header_distance < section.top_margin


def test_nation_and_motto_stand_there_and_what_the_agency_says_is_left_to_fill_in(shown: Any):
    lines = lines_of(shown)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert "Độc lập - Tự do - Hạnh phúc" in lines
    prompts = [
        "".join(t.text for t in one.iter(qn("w:t"))) for one in shown.element.body.iter(qn("w:sdt"))
    ]
    assert all(re.match(r"^\[?[^\[\]]*(\[.*\])", one) for one in prompts)
    for wanted in ("[TÊN CƠ QUAN BAN HÀNH]", "[số, ký hiệu]", "[CHỨC VỤ CỦA NGƯỜI KÝ]"):
        assert wanted in prompts
    assert any(one.startswith("[Địa danh], ngày [ngày]") for one in prompts)


def test_the_number_of_the_document_is_not_filled_in(shown: Any):
    (number,) = [line for line in lines_of(shown) if line.startswith("Số:")]

    assert number == "Số: [số, ký hiệu]"


def test_it_opens_with_what_it_carries_out(shown: Any):
    (opening,) = [line for line in lines_of(shown) if line.startswith("Thực hiện")]

    assert opening.endswith("báo cáo kết quả như sau:")


def test_its_parts_are_headings_and_what_figures_cannot_say_is_a_grey_prompt(shown: Any):
    headings = [p.text for p in shown.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "I. KẾT QUẢ",
        "II. ĐÁNH GIÁ",
        "III. NHIỆM VỤ, GIẢI PHÁP",
        "IV. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    for key in ("Nêu nguyên nhân", "Nêu nhiệm vụ", "Nêu đề xuất"):
        (prompt,) = [
            one for one in shown.element.body.iter(qn("w:sdt")) if key in "".join(one.itertext())
        ]
        assert prompt.find(f".//{qn('w:showingPlcHdr')}") is not None
        assert {one.get(qn("w:val")) for one in prompt.iter(qn("w:color"))} == {"808080"}


def test_the_annex_names_itself_and_the_document_that_it_belongs_to(shown: Any):
    lines = lines_of(shown)
    at = lines.index("Phụ lục")

    assert lines[at + 1] == lines[at + 1].upper()
    assert lines[at + 2].startswith("(Kèm theo")
    assert {shown.styles["DTI Centred"].paragraph_format.alignment} == {WD_ALIGN_PARAGRAPH.CENTER}


def test_whoever_signs_does_not_sign_a_page_of_its_own(shown: Any):
    (last,) = [p for p in shown.paragraphs if p._p.xpath("./w:pPr/w:keepNext") and "./." in p.text]

    assert last._p.getnext().tag == qn("w:tbl")  # receivers and signature
