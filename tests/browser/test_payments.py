"""QR payments in a real browser: the empty state, the template, the illustrative figures apart."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.view import link
from tests.running import opened, settled, watched

pytestmark = pytest.mark.browser
MARK = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"
HOME = "/payments?province=08&boundary=34&group=northern-midlands-mountains"


def illustrative(page: Page, url: str) -> Page:
    opened(page, url)
    page.locator(".figure > svg").nth(1).wait_for()
    return settled(page)


def test_the_empty_state_lists_what_there_is_and_gives_a_template(server, page):
    opened(page, server.url + HOME)
    table = page.locator(".table tbody")

    expect(page.get_by_text("Chưa có số liệu QR của vùng này.")).to_be_visible()
    expect(table).to_contain_text("42.189 điểm chấp nhận")
    expect(table.locator("tr")).to_have_count(2)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải mẫu nạp số liệu").click()
    content = Path(download.value.path()).read_bytes()

    assert download.value.suggested_filename == "mau_qr_34.xlsx"
    assert openpyxl.load_workbook(BytesIO(content)).sheetnames == ["Số liệu", "Hướng dẫn"]


def test_the_illustrative_figures_open_apart_and_close_again(server, page):
    opened(page, server.url + HOME)
    expect(page.get_by_text(MARK)).to_have_count(0)

    page.get_by_role("button", name="Xem số liệu minh họa").click()
    page.locator(".figure > svg").nth(1).wait_for(timeout=60_000)
    settled(page)
    for number in (0, 1):  # the map and the bars
        expect(page.locator(".figure > svg").nth(number)).to_contain_text(MARK)
    assert page.locator(".dti-map").count() == 0  # the map of the official release
    assert link(page)["figures"] == "illustrative"

    page.go_back()
    page.locator(".figure > svg").first.wait_for(state="detached")
    assert MARK not in page.locator("body").inner_text()


def test_a_copied_sentence_carries_the_mark(server, browser):
    with watched(browser, permissions=["clipboard-read", "clipboard-write"]) as (page, wrongs):
        illustrative(page, f"{server.url}{HOME}&figures=illustrative")
        page.get_by_role("button", name="Sao chép câu").click()
        expect(page.locator(".sentences [role=status]")).to_have_text("Đã sao chép.")
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(MARK)
    assert not wrongs
