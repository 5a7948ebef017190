"""One contract for every format: each field is read back, by name, from each kind of file.

The figures are those of ``small_store``: converted, from provisional ones, and invented; the method
changed before the newest year. ``dti export`` makes its files by the same calls.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from playwright.sync_api import Browser

from briefings import card, export
from briefings.wish import Wish, settled
from data.service.figures import Figures
from language import Lang
from tests.briefings import read_back, small_store
from tests.briefings.read_back import squeezed

MADE = date(2026, 11, 23)
GROUP = {"group": small_store.GROUP, "boundary": small_store.BOUNDARY}
PROVINCE = {"province": small_store.PROVINCE, "boundary": small_store.BOUNDARY}
PAGE = "snapshot.html"
FILES = {
    "deck of a province.pptx": Wish("deck", **PROVINCE),
    "deck of a group.pptx": Wish("deck", **GROUP),
    "slide of one figure.pptx": Wish("map", **GROUP),
    "sheet.docx": Wish("sheet", **PROVINCE),
    "sheet.pdf": Wish("sheet", **PROVINCE),
    "card.png": Wish("card", **GROUP),
    "briefing.docx": Wish("briefing", **PROVINCE),
    "workbook.xlsx": Wish("workbook", **GROUP),
    "workbook of one figure.xlsx": Wish("map", **GROUP),
    "picture.png": Wish("map", **GROUP),
    "picture.svg": Wish("map", **GROUP),
    "picture.pdf": Wish("map", **GROUP),
    PAGE: Wish("snapshot", **GROUP),
}
# A workbook has no map. The sheet of a province shows bars where the group's map would be small.
WITHOUT_MAP = {"workbook.xlsx", "workbook of one figure.xlsx", "sheet.docx", "sheet.pdf"}
FIELDS: dict[str, dict[Lang, str]] = {
    "title": {
        "vi": r"DTI năm 2024: TP\. Hồ Chí Minh dẫn đầu nhóm với 0,7483 điểm"
        r"|Đồng Nai đạt 0,7375 điểm DTI năm 2024, tương ứng thứ 8/34 và thứ 3/3 trong nhóm",
        "en": r"DTI 2024: Hồ Chí Minh City leads the group with 0\.7483 points"
        r"|Đồng Nai has 0\.7375 points DTI in 2024, equivalent to rank 8 of 34",
    },
    "unit": {"vi": "điểm, thang 0–1", "en": "points, scale 0–1"},
    "period": {"vi": "năm 2024", "en": r"\(DTI\), 2024|Period(: )?2024"},
    "boundary": {
        "vi": r"34 tỉnh, thành phố \(từ ngày 01/7/2025\)",
        "en": r"34 provinces \(since 1 July 2025\)",
    },
    "source": {
        "vi": r"dti\.gov\.vn, qua bản chép của bên thứ ba",
        "en": r"dti\.gov\.vn, by a third party's transcription",
    },
    "release": {"vi": r"Bản số liệu(: | số )?1(?!\d)", "en": r"Release(: )?1(?!\d)"},
    "derived": {
        "vi": "Quy đổi: trung bình cộng các tỉnh, thành phố cũ",
        "en": "Converted: plain mean of the former provinces",
    },
    "provisional": {"vi": ", từ số sơ bộ", "en": ", from provisional figures"},
    "illustrative": {
        "vi": "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC",
        "en": "ILLUSTRATIVE FIGURES, NOT REAL ONES",
    },
    "break": {
        "vi": "Từ năm đánh giá 2024: bộ chỉ số mới",
        "en": "From year assessed 2024: a new set of indicators",
    },
    "made": {
        "vi": r"Ngày lập(: )?23/11/2026",
        "en": r"Made on(: )?23 November 2026",
    },
}
OF_MAPS: dict[str, dict[Lang, str]] = {
    "licence": dict.fromkeys(("vi", "en"), r"© OpenStreetMap contributors \(ODbL\)"),
    "standing": {
        "vi": "Sơ đồ minh họa, không có giá trị pháp lý về địa giới đơn vị hành chính",
        "en": "Sketch map, without legal value as to administrative borders",
    },
}
OTHER_LANGUAGE = {"vi": r"Unit:|Source:|Made on|Release:", "en": r"Đơn vị tính|Nguồn:|Ngày lập"}
READ = [name for name in FILES if name != PAGE]  # a browser reads the page, as its script draws it
Read = Callable[[str, Lang], str]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Figures]:
    figures = small_store.filled(tmp_path_factory.mktemp("small") / "dti.sqlite3")
    yield figures
    figures.store.close()


@pytest.fixture(scope="module")
def made(small: Figures) -> Callable[[str, Lang], bytes]:
    """Make a file of ``FILES``; each once, with the rankings that the files of a language share."""
    makers = {lang: export.maker(small, lang, MADE) for lang in ("vi", "en")}

    @cache
    def make(name: str, lang: Lang) -> bytes:
        asked = settled(small, FILES[name], name)
        if name == "picture.png":  # what is drawn, as text: the PNG is that drawing
            return make("picture.svg", lang)
        if name == "card.png":
            return card.svg(export.findings_of(makers[lang], asked)[0], lang).encode()
        return export.make(makers[lang], asked).content

    return make


@pytest.fixture(scope="module")
def read(made: Callable[[str, Lang], bytes], tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder = tmp_path_factory.mktemp("read")

    @cache
    def words(name: str, lang: Lang) -> str:
        suffix = name[name.rindex(".") :].replace(".png", ".svg")
        return squeezed(read_back.words(made(name, lang), suffix, folder))

    return words


def pattern(words: str) -> str:
    """Give a pattern for text without spaces: programs break lines where they like."""
    return words.replace(" ", "")


@pytest.mark.poppler
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", READ)
def test_every_field_of_the_contract_is_in_the_file(read: Read, name: str, lang: Lang):
    said = read(name, lang)
    due = FIELDS | ({} if name in WITHOUT_MAP else OF_MAPS)

    absent = [field for field, words in due.items() if not re.search(pattern(words[lang]), said)]

    assert absent == []


@pytest.mark.poppler
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", READ)
def test_no_label_is_in_the_other_language(read: Read, name: str, lang: Lang):
    assert re.findall(pattern(OTHER_LANGUAGE[lang]), read(name, lang)) == []


@pytest.mark.poppler
@pytest.mark.parametrize("name", READ)
def test_written_numbers_have_the_decimal_sign_of_the_language(read: Read, name: str):
    """Cells of a workbook hold numbers, without any sign: they are no text."""
    values = r"0[.,]7(?:483|375)(?!\d)"
    written = {lang: set(re.findall(values, read(name, lang))) for lang in ("vi", "en")}
    is_book = name.endswith(".xlsx")

    assert {one[1] for one in written["en"]} == {"."}
    assert {one[1] for one in written["vi"]} - ({"."} if is_book else set()) == {","}


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_shows_every_field_and_prints_it(
    browser: Browser, made: Callable[[str, Lang], bytes], tmp_path, lang: Lang
):
    """What the snapshot's script draws: on the screen, then as a reader of the print finds it."""
    file = tmp_path / "page.html"
    file.write_bytes(made(PAGE, lang))
    page = browser.new_page()
    try:
        page.goto(file.as_uri())
        shown = squeezed(page.locator("body").inner_text())
        printed = squeezed(read_back.words(page.pdf(prefer_css_page_size=True), ".pdf", tmp_path))
    finally:
        page.close()

    for field, words in (FIELDS | OF_MAPS).items():
        assert re.search(pattern(words[lang]), shown), field
        assert re.search(pattern(words[lang]), printed), field
