"""What Streamlit itself says around our widgets, in a real browser."""

import re
import shutil

import pytest

from tests.running import ROOT, opened, settled, started, words

pytestmark = pytest.mark.browser
ENGLISH = re.compile(
    r"\b(the|to|of|a|an|and|or|not|no|your|this|please|press|enter to|select|choose|search|close|"
    r"open|show|hide|view|copy|download|upload|file|files|menu|page|sidebar|column|row|result|"
    r"results|option|options|value|error|running|loading|main|content|index|link|help|clear|"
    r"add|remove|smaller|icon|drag|drop|increment|decrement|fullscreen|available|selected)\b",
    re.IGNORECASE,
)


def english(seen: list[str]) -> list[str]:
    """Give what is English; "a", "an" and "no" are Vietnamese words as well, alone they pass."""
    sure = {"a", "an", "no", "to", "add"}
    return sorted({one for one in seen if {m.lower() for m in ENGLISH.findall(one)} - sure})


@pytest.fixture(scope="module")
def widgets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("widgets")
    shutil.copytree(ROOT / "tests" / "fixtures" / "widgets", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    with started(app=folder / "app.py", DTI_PUBLISHED="off") as server:
        yield server


def test_the_detector_knows_english_from_vietnamese():
    assert english(["Show/hide columns", "An Giang", "Chọn", "No results", "to, nhỏ"]) == [
        "No results",
        "Show/hide columns",
    ]


def test_nothing_english_stands_around_the_widgets(widgets, page):
    opened(page, widgets.url)

    assert english(words(page)) == []


def test_nothing_english_appears_when_widgets_are_used(widgets, page):
    opened(page, widgets.url)
    seen: list[str] = []

    def note():
        page.wait_for_timeout(300)
        seen.extend(words(page))

    page.get_by_test_id("stSelectbox").locator("input").click()
    note()
    page.keyboard.type("không có")
    note()
    page.keyboard.press("Escape")
    page.get_by_test_id("stMultiSelect").locator("input").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    note()
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Tên", exact=True).fill("chữ")
    note()
    number = page.get_by_test_id("stNumberInput").locator("input")
    number.fill("99")
    number.press("Enter")
    note()
    page.get_by_role("button", name="Thêm", exact=True).click()
    note()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Báo").click()
    note()
    page.get_by_text("Nguồn").click()
    note()
    settled(page)

    assert "Không có kết quả" in seen
    assert "Nhấn Enter để áp dụng" in seen
    assert english(seen) == []


def test_nothing_english_appears_when_files_are_chosen_and_a_form_is_filled(
    widgets, page, tmp_path
):
    large = tmp_path / "lon.xlsx"
    large.write_bytes(b"0" * (21 * 1024 * 1024))
    small = tmp_path / "nho.xlsx"
    small.write_bytes(b"0")
    opened(page, widgets.url)
    page.get_by_role("textbox", name="Họ tên").fill("Lan")
    page.wait_for_timeout(300)
    seen = words(page)
    for field in page.locator("input[type=file]").all():
        field.set_input_files(small)
        field.set_input_files(large)
    page.wait_for_timeout(500)
    seen += words(page)

    assert any("Tệp quá lớn" in one for one in seen)
    assert english(seen) == []


def test_the_tools_of_a_table_are_vietnamese(widgets, page):
    opened(page, widgets.url)
    table = page.get_by_test_id("stDataFrame")
    table.hover()
    table.get_by_role("button", name="Tìm").click()
    page.wait_for_timeout(300)
    page.keyboard.type("Hà")
    page.wait_for_timeout(500)

    seen = words(page)

    assert "Toàn màn hình" in seen
    assert "1 kết quả" in seen
    assert english(seen) == []


def test_an_address_without_a_page_is_answered_in_vietnamese(widgets, page):
    page.goto(f"{widgets.url}/khong-co")
    page.get_by_role("dialog").wait_for()

    seen = words(page)

    assert "Không có trang này" in seen
    assert english(seen) == []


def test_a_lost_connection_is_told_in_vietnamese(tmp_path, page):
    shutil.copytree(ROOT / "tests" / "fixtures" / "widgets", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    with started(app=tmp_path / "app.py", DTI_PUBLISHED="off") as short:
        opened(page, short.url)
    page.get_by_role("dialog").wait_for(timeout=60_000)

    seen = words(page)

    assert any("Số đang xem vẫn đúng" in one for one in seen)
    assert english(seen) == []


def test_an_english_reader_keeps_streamlits_own_words(widgets, page):
    opened(page, f"{widgets.url}/?lang=en")

    assert "Skip to main content" in words(page)
    assert page.evaluate("document.documentElement.lang") == "en"


def test_our_font_is_the_one_that_is_drawn(widgets, page):
    opened(page, widgets.url)

    assert page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"', 'Điểm chuyển đổi số')")
