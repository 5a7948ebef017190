"""A briefing keeps the layout of Decree 30/2020/NĐ-CP and invents nothing."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from docxchart.api import ChartDoc

from briefings.documents import About, briefing
from briefings.office_template import BadTemplate
from briefings.slides import Cover, deck
from data.service.figures import Figures
from tests.briefings import figures_by_hand as by_hand
from tests.briefings import findings_of
from tests.briefings.office_parts import charts, faults, parts, texts
from tests.running import ROOT

MADE = date(2026, 11, 23)
ABOUT = About("Kết quả chuyển đổi số tỉnh Hà Giang năm 2024", MADE)
SAID = ("Năm 2024, Hà Giang đạt 0,7292 điểm.", "Tăng 12 bậc so với năm 2023.")
EVERY_KIND = tuple(
    replace(one, said=SAID)
    for one in (
        by_hand.map_(view="north"),
        by_hand.bars(),
        by_hand.lines(),
        by_hand.scatter(),
        by_hand.stacked(),
        by_hand.table(),
    )
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return briefing(EVERY_KIND, ABOUT, "vi")


@pytest.fixture(scope="module")
def shown(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def lines_of(document: Any) -> list[str]:
    """Give every paragraph, prompts and fields with their results included."""
    found = document.element.body.iter(qn("w:p"))
    return ["".join(one.text or "" for one in p.iter(qn("w:t"))) for p in found]


def test_every_sentence_is_a_computed_one_and_names_the_table_of_its_numbers(shown: Any):
    body = [p.text for p in shown.paragraphs if p.style.name == "Body Text"]
    sentences = [line for line in body if line and not line.startswith(("(", "Thực hiện", "Trên"))]

    assert set(sentences) == set(SAID)
    references = [line for line in body if line.startswith("(")]
    assert len(references) == len(EVERY_KIND)
    assert references[0] == "(Hình 1; số liệu tại Biểu 1, Phụ lục.)"


def test_captions_are_numbered_fields_with_results_and_every_reference_leads_somewhere(shown: Any):
    captions = [p for p in shown.paragraphs if p.style.name == "Caption"]
    found = [p.text.split(".")[0] for p in captions]

    figures = [f"Hình {n}" for n in range(1, 6)]
    assert found == [*figures, *(f"Biểu {n}" for n in range(1, 7))]
    for caption in captions:
        code = "".join(one.text for one in caption._p.iter(qn("w:instrText")))
        assert re.match(r" SEQ (Hình|Biểu) \\\* ARABIC ", code)
    body = shown.element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    used = re.findall(r"REF (\S+)", " ".join(one.text for one in body.iter(qn("w:instrText"))))
    used += [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(used) > 10
    assert set(used) <= marks


def test_the_list_of_figures_is_not_empty_before_anybody_updates_it(shown: Any):
    listed = [p for p in shown.paragraphs if p.style.name == "table of figures"]
    entries = ["".join(t.text for t in p._p.iter(qn("w:t"))) for p in listed][1:]

    assert [entry.split(".")[0] for entry in entries] == [
        *(f"Hình {n}" for n in range(1, 6)),
        *(f"Biểu {n}" for n in range(1, 7)),
    ]


def test_fields_are_whole(content: bytes):
    kinds = re.findall(r'w:fldCharType="(\w+)"', parts(content)["word/document.xml"].decode())

    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


def test_each_number_stands_in_a_table_of_the_annex_with_its_source(shown: Any):
    tables = [table for table in shown.tables if table.rows[0].cells[0].text == "Tỉnh, thành phố"]

    assert len(tables) == len(EVERY_KIND)
    assert [cell.text for cell in tables[0].rows[1].cells] == ["Hà Giang", "0,7292"]
    sources = [p.text for p in shown.paragraphs if p.style.name == "DTI Source"]
    assert all(any(word in one for word in ("Nguồn", "pháp lý")) for one in sources)
    assert sum("Ngày lập: 23/11/2026" in one for one in sources) == len(EVERY_KIND) + 5


def test_the_map_is_a_picture_with_an_alternative_text(shown: Any):
    (shape,) = [
        one
        for one in shown.element.body.iter(qn("wp:inline"))
        if one.find(f".//{qn('pic:pic')}") is not None
    ]

    assert shape.find(qn("wp:docPr")).get("descr") == "Biểu đồ điểm DTI năm 2024."
    assert int(shape.find(qn("wp:extent")).get("cx")) <= Cm(16) + 100


def test_an_independent_reader_finds_four_charts_and_no_fault(content: bytes, tmp_path: Path):
    path = tmp_path / "briefing.docx"
    path.write_bytes(content)
    found = ChartDoc.open(str(path))

    assert len(found.charts) == 4
    # it knows no scatter, and says so; with anything else it finds no fault
    errors = [one.code for one in found.validate() if one.level == "error"]
    assert errors == ["unsupported_chart"]


def test_charts_carry_their_numbers_and_no_formula(content: bytes):
    found = charts(content)

    assert [chart.formulas for chart in found] == [[], [], [], []]
    assert found[0].column(1) == [0.7601, 0.7292, None]


def test_a_file_opens_without_a_repair_prompt(content: bytes):
    assert faults(content) == []


def test_text_from_figures_is_never_markup_or_a_field():
    bad = replace(by_hand.bars(first=by_hand.BAD), title=by_hand.BAD, said=(by_hand.BAD,))
    content = briefing([bad], ABOUT, "vi")
    shown = docx.Document(BytesIO(content))

    assert by_hand.BAD in [p.text for p in shown.paragraphs]
    assert charts(content)[0].column(0)[0].startswith(by_hand.BAD)
    assert faults(content) == []


def test_the_same_call_gives_the_same_bytes_and_tells_of_nobody(content: bytes, shown: Any):
    properties = shown.core_properties

    assert briefing(EVERY_KIND, ABOUT, "vi") == content
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created.date() == properties.modified.date() == MADE
    assert properties.title == ABOUT.title
    for forbidden in ("python-docx", "Macintosh", str(ROOT), "/home", "/tmp", "w:rsidRoot"):
        assert forbidden not in texts(content)


def test_english_on_request():
    shown = docx.Document(BytesIO(briefing(EVERY_KIND, ABOUT, "en")))
    lines = lines_of(shown)

    assert "SOCIALIST REPUBLIC OF VIET NAM" in lines
    assert "I. RESULTS" in lines
    assert any(line.endswith("reports the results as follows:") for line in lines)


def test_illustrative_figures_carry_their_mark():
    notes = replace(by_hand.NOTES, illustrative=True)
    shown = docx.Document(BytesIO(briefing([replace(by_hand.bars(), notes=notes)], ABOUT, "vi")))

    assert "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC" in lines_of(shown)


def template() -> bytes:
    """An office's own document: wider margins, a text of its own, a person in its properties."""
    found = docx.Document()
    found.sections[0].left_margin = Cm(3.5)
    found.core_properties.author = "Nguyễn Văn A"
    found.add_paragraph("Văn bản cũ của cơ quan")
    target = BytesIO()
    found.save(target)
    return target.getvalue()


def test_an_offices_template_decides_the_page_and_leaves_its_text_behind():
    content = briefing(EVERY_KIND, ABOUT, "vi", template())

    assert docx.Document(BytesIO(content)).sections[0].left_margin.mm == pytest.approx(35, abs=0.1)
    assert "Văn bản cũ" not in texts(content)
    assert "Nguyễn Văn A" not in texts(content)
    assert faults(content) == []


@pytest.mark.parametrize(
    ("content_", "key"),
    [
        (b"PK\x03\x04", "damaged"),
        (deck([by_hand.bars()], Cover("", "", (), MADE), "vi"), "no_docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_docx"),
    ],
)
def test_an_unusable_template_is_refused_with_a_sentence(content_: bytes, key: str):
    with pytest.raises(BadTemplate) as refused:
        briefing([by_hand.bars()], ABOUT, "vi", content_)

    assert refused.value.key == f"office_template.{key}"
    assert len(refused.value.sentence("vi")) > 20


def test_a_template_that_fetches_something_from_outside_is_refused():
    found = docx.Document(BytesIO(template()))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    found.part.relate_to("http://example.vn/mau.dotm", kind, is_external=True)
    target = BytesIO()
    found.save(target)

    with pytest.raises(BadTemplate) as refused:
        briefing([by_hand.bars()], ABOUT, "vi", target.getvalue())

    assert refused.value.key == "office_template.outside"


@pytest.mark.office
def test_an_office_program_opens_real_files_and_shows_every_page(official: Figures, tmp_path: Path):
    """One call of LibreOffice for a deck and a briefing of a province that is no longer there."""
    found = findings_of.province(official, "02", "63", findings_of.NORTH, "2022")
    (tmp_path / "deck.pptx").write_bytes(deck(found, Cover("Hà Giang", "2022", (), MADE), "vi"))
    (tmp_path / "briefing.docx").write_bytes(briefing(found, ABOUT, "vi"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = [str(tmp_path / name) for name in ("deck.pptx", "briefing.docx")]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)

    written = {name: (tmp_path / name).read_bytes() for name in ("deck.pdf", "briefing.pdf")}
    pages = {name: len(re.findall(rb"/Type\s*/Page\b", pdf)) for name, pdf in written.items()}
    assert 7 <= pages["deck.pdf"] <= 10
    assert 4 <= pages["briefing.pdf"] <= 16
