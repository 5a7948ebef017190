"""Words from figures stay words in every format: no formula, link, field, markup or command.

First findings in which every word is hostile, then a delivery whose file and sheet have such names.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from pptx import Presentation

from briefings import (
    book,
    card,
    documents,
    figure_book,
    one_page,
    pictures,
    slides,
    snapshot,
)
from briefings.finding import Finding
from charts.bars import BarsFigure
from charts.lines import LinesFigure
from charts.map.figure import MapFigure
from charts.scatter import ScatterFigure
from charts.stacked import StackedFigure
from charts.table import Cell, Column, Line, Table
from data.service.choices import Choice
from tests.briefings import figures_by_hand as by_hand
from tests.briefings import read_back, small_store
from tests.briefings.office_parts import charts, faults, parts
from tests.briefings.read_back import squeezed
from tests.running import ROOT

MADE = date(2026, 11, 23)
HOSTILE = {
    "formula": '=HYPERLINK("http://x.vn","bấm")',
    "markup": "<script>alert(1)</script><b>đậm</b>",
    "entity": "&amp; &lt;i&gt; &#60;",
    "escape": "_x000D_ và _x003D_1",
    "command": '#link("http://x.vn") $x$ [a](http://x.vn) \\href',
    "sign": "@SUM(1;2) +1 -1 |cmd",
    "long": "Tên dài đến mức không trang nào chứa hết " * 40,
    "control": "chuông\x07 xuống\x0bdòng\nngắt",
}
# What programs may follow: fields of ours, and links to a place in the same document.
FIELDS = re.compile(r"^ ?(PAGE|SEQ |TOC |REF _DTI_)")


def hostile(one: Finding, words: str) -> Finding:
    """Put the words into everything of a finding that is words."""
    columns = (Column(words), Column(words, is_number=True))
    table = Table(words, columns, (Line((Cell(words), Cell("0,7292", 0.7292))),))
    notes = replace(
        one.notes, sources=(words,), marks=(words,), breaks=(words,), unit=words, method=(words,)
    )
    figure = one.figure
    if isinstance(figure, MapFigure):
        figure = replace(figure, names=dict.fromkeys(figure.names, words), title=words)
    elif isinstance(figure, BarsFigure):
        figure = replace(figure, bars=tuple(replace(bar, name=words) for bar in figure.bars))
    elif isinstance(figure, LinesFigure):
        figure = replace(figure, lines=tuple(replace(line, name=words) for line in figure.lines))
    elif isinstance(figure, ScatterFigure):
        figure = replace(figure, points=tuple(replace(p, name=words) for p in figure.points))
    elif isinstance(figure, StackedFigure):
        figure = replace(figure, names=tuple(words for _ in figure.names))
    else:
        figure = table
    return replace(
        one,
        title=words,
        subtitle=words,
        alt=words,
        said=(words,),
        notes=notes,
        numbers=table,
        figure=figure,
    )


def every_kind(words: str) -> list[Finding]:
    plain = (
        *(by_hand.map_(), by_hand.bars(), by_hand.lines()),
        *(by_hand.scatter(), by_hand.stacked(), by_hand.table()),
    )
    return [hostile(one, words) for one in plain]


def is_quiet(content: bytes) -> None:
    """Check that an office file needs no repair, leads nowhere and follows nothing."""
    assert faults(content) == []
    for name, blob in parts(content).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = fromstring(blob)
        tags = {one.tag.rsplit("}", 1)[-1] for one in root.iter()}
        assert not tags & {"hlinkClick", "hlinkHover", "altChunk", "fldSimple", "oleObj"}, name
        assert not [one for one in root.iter() if one.get("TargetMode") == "External"], name
        codes = [one.text for one in root.iter() if one.tag.endswith("}instrText")]
        assert [code for code in codes if not FIELDS.match(code or "")] == []


@pytest.mark.parametrize("kind", HOSTILE)
def test_slides_hold_the_words_as_words(kind: str, tmp_path: Path):
    words = HOSTILE[kind]
    content = slides.deck(every_kind(words), slides.Cover(words, words, (words,), MADE), "vi")

    is_quiet(content)
    assert [found.formulas for found in charts(content) if found.formulas] == []
    assert shown_in(words, read_back.words(content, ".pptx", tmp_path))
    assert Presentation(BytesIO(content)).core_properties.author == ""


@pytest.mark.parametrize("kind", HOSTILE)
def test_documents_hold_the_words_as_words(kind: str, tmp_path: Path):
    words = HOSTILE[kind]
    found = every_kind(words)
    briefing = documents.briefing(found, documents.About(words, MADE), "vi")
    for content in (briefing, one_page.docx(found, "vi")):
        is_quiet(content)
        assert shown_in(words, read_back.words(content, ".docx", tmp_path))
        assert Document(BytesIO(content)).core_properties.author == ""


@pytest.mark.parametrize("kind", HOSTILE)
def test_drawings_hold_the_words_as_words(kind: str, tmp_path: Path):
    words = HOSTILE[kind]
    for one in every_kind(words):
        for drawn in (pictures.svg(one, "vi"), card.svg(one, "vi")):
            tags = {found.tag.rsplit("}", 1)[-1] for found in fromstring(drawn).iter()}
            assert not tags & {"script", "a", "image", "foreignObject", "b", "i"}
            if drawn.count("<text") < 400:
                assert shown_in(words, read_back.words(drawn.encode(), ".svg", tmp_path))


@pytest.mark.poppler
@pytest.mark.parametrize("kind", HOSTILE)
def test_pages_of_pdf_hold_the_words_as_words(kind: str, tmp_path: Path):
    words = HOSTILE[kind]
    found = every_kind(words)
    for content in (one_page.pdf(found, "vi"), pictures.pdf(found[1], "vi")):
        assert not re.search(rb"/URI|/JavaScript|/Launch|/EmbeddedFile|/Author", content)
        assert shown_in(words, read_back.words(content, ".pdf", tmp_path))


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_workbook_of_one_figure_holds_the_words_as_words(kind: str):
    words = HOSTILE[kind]
    for one in every_kind(words):
        is_plain(figure_book.workbook(one, "vi"))


def is_plain(content: bytes) -> None:
    """Check that a workbook has neither formulas nor links, and what the cells of it say."""
    is_quiet(content)
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def shown_in(words: str, said: str) -> bool:
    """Tell whether the words were read back; of long ones their beginning, without controls."""
    plain = "".join(letter for letter in words if letter.isprintable())
    return squeezed(plain)[:40] in squeezed(said)


@pytest.fixture(scope="module", params=["formula", "markup", "entity", "escape"])
def delivered(request, tmp_path_factory) -> Iterator[tuple[str, object]]:
    """Give figures that came in a file, and from a sheet, of a hostile name."""
    words = HOSTILE[request.param]
    folder = tmp_path_factory.mktemp("hostile")
    figures = small_store.filled(folder / "dti.sqlite3", name=f"{words}.xlsx", sheet=words)
    yield words, figures
    figures.store.close()


def test_a_delivery_with_a_hostile_name_makes_a_plain_workbook_and_page(delivered, tmp_path: Path):
    words, figures = delivered
    about = Choice("dti_total", "2024", small_store.BOUNDARY, small_store.GROUP)
    content = book.workbook(figures, about, "vi", MADE)
    page = snapshot.page(figures, small_store.GROUP, small_store.BOUNDARY, "vi", MADE)

    is_plain(content)
    assert squeezed(f"{words}!C75") in squeezed(read_back.words(content, ".xlsx", tmp_path))
    assert page.count(b"<script") == 2  # its data and its own script
    assert str(figures.store.engine.url.database).encode() not in content + page


def test_no_file_tells_where_or_by_whom_it_was_made(delivered, tmp_path: Path):
    _, figures = delivered
    about = Choice("dti_total", "2024", small_store.BOUNDARY, small_store.GROUP)
    found = every_kind("Tỉnh")
    files = {
        "a.pptx": slides.deck(found, slides.Cover("", "", (), MADE), "vi"),
        "a.docx": documents.briefing(found, documents.About("", MADE), "vi"),
        "b.docx": one_page.docx(found, "vi"),
        "a.pdf": one_page.pdf(found, "vi"),
        "a.png": pictures.png(found[1], "vi"),
        "a.xlsx": book.workbook(figures, about, "vi", MADE),
        "b.xlsx": figure_book.workbook(found[1], "vi"),
    }
    telling = (str(ROOT), str(Path.home()), str(figures.store.engine.url.database))

    for name, content in files.items():
        whole = b"".join(parts(content).values()) if zipped(content) else content
        assert [one for one in telling if one != "/" and one.encode() in whole] == [], name
        for part in ("docProps/core.xml", "docProps/app.xml"):
            said = parts(content).get(part, b"").decode() if zipped(content) else ""
            for tag in ("creator", "lastModifiedBy", "Company", "Manager"):
                assert re.findall(rf"<(?:\w+:)?{tag}>[^<]+<", said) == [], (name, part)


def zipped(content: bytes) -> bool:
    return zipfile.is_zipfile(BytesIO(content))
