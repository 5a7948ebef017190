"""The whole way of a file in a real browser: choose, answer, publish, see the map, take it back."""

import shutil
from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from data.service.opening import PUBLISHED
from tests.browser.english import english
from tests.browser.uploads import MISSPELT, desk, drop, misspelt
from tests.running import Server, opened, settled, start, watched, words

__all__ = ["desk"]

pytestmark = pytest.mark.browser
RANKING = "ranking?indicator=dti_total&year=2024&boundary=63&group=country"


def on_the_map(page: Page) -> str:
    """Give what the map says of Hà Giang."""
    shape = page.locator('.dti-map path[data-code="02"]')
    shape.wait_for()
    return shape.get_attribute("aria-label") or ""


def test_upload_answer_publish_see_the_map_change_undo_see_it_back(
    page: Page, desk: Server, tmp_path
):
    opened(page, f"{desk.url}/{RANKING}")
    assert "0,7292" in on_the_map(page)

    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Cập nhật số liệu").click()
    page.get_by_role("heading", name="Cập nhật số liệu", level=1).wait_for()
    drop(page, misspelt(tmp_path))
    expect(page.locator(".box.ask", has_text="Còn 1 điểm cần bạn trả lời.")).to_be_visible(
        timeout=20_000
    )
    expect(page.get_by_test_id("stMain")).to_contain_text("Ô C7")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải tệp có đánh dấu (Excel)").click()
    marked = openpyxl.load_workbook(BytesIO(waiting.value.path().read_bytes()))["DTI 2024"]["C7"]
    assert marked.comment is not None
    assert marked.fill.fill_type == "solid"
    field = page.get_by_role("combobox", name="Trả lời câu 1")
    field.fill("Hà Gi")
    page.get_by_role("option", name="Hà Giang").click()
    page.get_by_role("button", name="Kiểm tra lại").click()

    page.get_by_label("Họ tên người đưa vào sử dụng").fill("Nguyễn Thị Lan")
    page.get_by_role("button", name="Đưa vào sử dụng").dblclick()
    done = page.locator(".box.good", has_text="Đã đưa vào sử dụng: bản số liệu số 15.")
    expect(done).to_be_visible(timeout=20_000)
    settled(page)
    page.get_by_role("link", name="năm 2024, 63 tỉnh").click()
    page.get_by_role("heading", name="Xếp hạng", level=1).wait_for()
    settled(page)
    assert "0,7300" in on_the_map(page)
    expect(page.locator(".st-key-ranking tr").filter(has_text="Hà Giang")).to_contain_text("0,7300")

    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Lịch sử số liệu").click()
    page.get_by_role("heading", name="Lịch sử số liệu", level=1).wait_for()
    expect(page.locator(".st-key-history-releases tr").nth(1)).to_contain_text("Nguyễn Thị Lan")
    page.get_by_role("button", name="Khôi phục bản trước").click()
    page.get_by_role("button", name="Khôi phục về trước bản số 15").click()
    expect(page.locator(".box.good", has_text="bản số liệu số 16")).to_be_visible(timeout=20_000)

    opened(page, f"{desk.url}/{RANKING}")
    assert "0,7292" in on_the_map(page)
    opened(page, f"{desk.url}/{RANKING}&release=15")
    assert "0,7300" in on_the_map(page)


def test_a_read_only_server_shows_no_upload(page: Page, server: Server, tmp_path):
    shutil.copytree(server.home, tmp_path, dirs_exist_ok=True)
    closed = start(tmp_path, DTI_READ_ONLY="1")
    try:
        opened(page, f"{closed.url}/update")
        assert page.locator("input[type=file]").count() == 0
        expect(page.get_by_test_id("stAlert")).to_contain_text("chỉ cho xem số liệu")
        expect(page.get_by_role("button", name="Tải mẫu về (Excel)")).to_be_visible()
    finally:
        closed.stop()


def test_no_english_word_is_met(page: Page, desk: Server, tmp_path):
    opened(page, f"{desk.url}/update")
    drop(page, misspelt(tmp_path), PUBLISHED / "dti_2022.xlsx")
    page.get_by_text("Nhập một số liệu", exact=True).click()
    settled(page)
    seen = [text.replace(MISSPELT, "") for text in words(page)]
    for address in ("history", "history?part=two", "history?part=figure&province=02&boundary=63"):
        seen += words(opened(page, f"{desk.url}/{address}"))

    assert english(seen) == []


def test_a_phone_shows_both_pages_without_sideways_scrolling(browser, desk: Server, tmp_path):
    with watched(browser, viewport={"width": 390, "height": 844}) as (page, wrongs):
        opened(page, f"{desk.url}/update")
        drop(page, misspelt(tmp_path))
        main = page.get_by_test_id("stMain")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
        opened(page, f"{desk.url}/history")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    assert not wrongs
