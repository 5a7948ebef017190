"""The A4 sheet of a province: one page, its numbers, its sources, nothing of its maker."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from briefings import one_page
from tests.briefings.findings_of import NORTH, province
from tests.running import ROOT

MARK = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"
COAST = "north-central-and-central-coast"


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def pages_and_words(file) -> tuple[int, str]:
    run = {"capture_output": True, "text": True, "check": True}
    info = subprocess.run(["pdfinfo", file], **run).stdout
    words = subprocess.run(["pdftotext", "-layout", file, "-"], **run).stdout
    return int(re.search(r"Pages:\s+(\d+)", info)[1]), words


@pytest.fixture(scope="module")
def tuyen_quang(official):
    return province(official, "08", "34", NORTH, "2024")


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("code", "boundary", "group", "name"),
    [
        ("08", "34", NORTH, "Tuyên Quang"),
        ("46", "63", COAST, "Thừa Thiên Huế"),
        ("77", "63", "southeast", "Bà Rịa - Vũng Tàu"),
        ("79", "34", "southeast", "TP. Hồ Chí Minh"),
    ],
)
def test_the_sheet_is_one_page_with_title_sentences_table_and_sources(
    official, tmp_path, code, boundary, group, name
):
    found = province(official, code, boundary, group, "2024")
    file = tmp_path / "sheet.pdf"
    file.write_bytes(one_page.pdf(found, "vi"))

    count, words = pages_and_words(file)
    said = squeezed(words)

    assert count == 1
    assert squeezed(found[0].title) in said
    assert squeezed(f"Tóm tắt chuyển đổi số: {name}") in said
    assert squeezed(found[0].said[0]) in said
    assert "Hoạtđộngchínhquyềnsố" in said
    assert "Nguồn:" in said
    assert "Ngàylập:23/11/2026" in said


@pytest.mark.office
@pytest.mark.poppler
def test_the_word_sheet_is_one_page_for_other_programs_too(tuyen_quang, tmp_path):
    (tmp_path / "sheet.docx").write_bytes(one_page.docx(tuyen_quang, "vi"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    order = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*order, tmp_path / "sheet.docx"], check=True, capture_output=True)

    count, words = pages_and_words(tmp_path / "sheet.pdf")

    assert count == 1
    assert squeezed(tuyen_quang[0].title) in squeezed(words)


def test_the_word_sheet_has_heading_picture_with_words_and_the_table(tuyen_quang):
    document = Document(BytesIO(one_page.docx(tuyen_quang, "vi")))
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    picture = document.inline_shapes[0]._inline.docPr
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    section = document.sections[0]

    assert heads == [tuyen_quang[0].title]
    assert picture.get("descr") == tuyen_quang[0].alt
    assert rows[1][:4] == ["Chỉ số chuyển đổi số cấp tỉnh (DTI)", "2024", "0,6862 điểm", "22/34"]
    assert round(section.page_width.mm) == 210
    assert round(section.page_height.mm) == 297


def test_the_sheet_tells_nothing_of_its_maker(tuyen_quang):
    content = one_page.docx(tuyen_quang, "vi")
    properties = Document(BytesIO(content)).core_properties
    with ZipFile(BytesIO(content)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())

    assert properties.author == ""
    assert properties.created.date().isoformat() == "2026-11-23"
    assert str(ROOT).encode() not in whole
    assert b"/home" not in whole


@pytest.mark.parametrize("make", [one_page.pdf, one_page.docx])
def test_the_same_findings_give_the_same_bytes(tuyen_quang, make):
    assert make(tuyen_quang, "vi") == make(tuyen_quang, "vi")


@pytest.mark.poppler
def test_illustrative_figures_are_marked_on_both(tuyen_quang, tmp_path):
    first = tuyen_quang[0]
    marked = replace(
        first,
        figure=replace(first.figure, illustrative=True),
        notes=replace(first.notes, illustrative=True),
    )
    found = (marked, *tuyen_quang[1:])
    (tmp_path / "sheet.pdf").write_bytes(one_page.pdf(found, "vi"))

    assert MARK in " ".join(pages_and_words(tmp_path / "sheet.pdf")[1].split())
    words = [one.text for one in Document(BytesIO(one_page.docx(found, "vi"))).paragraphs]
    assert MARK in words


def test_text_from_figures_is_never_a_command_of_the_typesetter(tuyen_quang):
    nasty = '#read("/etc/passwd") *bold* $x$ <a> \\ "'
    found = (replace(tuyen_quang[0], title=nasty, said=(nasty,)), *tuyen_quang[1:])

    assert one_page.pdf(found, "vi").startswith(b"%PDF")
    heads = Document(BytesIO(one_page.docx(found, "vi"))).paragraphs
    assert nasty in [one.text for one in heads]


def test_a_sheet_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no"):
        one_page.pdf((), "vi")
