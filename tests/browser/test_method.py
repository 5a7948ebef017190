"""The page on method and sources in a real browser: deep link, folds, citation, a phone."""

import pytest
from playwright.sync_api import expect

from tests.running import opened, settled, watched

pytestmark = pytest.mark.browser


def test_a_link_shows_one_indicator_and_how_to_cite_it(server, browser):
    with watched(browser, permissions=["clipboard-read", "clipboard-write"]) as (page, wrongs):
        opened(page, f"{server.url}/method?indicator=dti_government_pillar")
        first = page.locator(".table").first
        expect(first).to_contain_text("công thức suy từ số công bố")
        expect(first).to_contain_text("dti_government_pillar")
        page.get_by_role("button", name="Trích dẫn").click()
        expect(page.locator(".sentences [role=status]")).to_have_text("Đã sao chép.")
        copied = page.evaluate("navigator.clipboard.readText()")
    assert "chỉ tiêu “Trụ cột chính quyền số”" in copied
    assert not wrongs


def test_a_fold_opens_the_catalogue_of_a_dataflow(server, page):
    opened(page, f"{server.url}/method")
    page.get_by_test_id("stExpander").filter(has_text="Hộ nghèo").first.locator("summary").click()
    settled(page)

    expect(page.get_by_text("near_poor_rate_molisa", exact=True)).to_be_visible()


def test_a_source_is_a_link_that_tells_nobody_where_it_was_clicked(server, page):
    opened(page, f"{server.url}/method")
    address = page.get_by_role("link", name="https://dti.gov.vn/xep-hang-2023-all")

    assert address.get_attribute("href") == "https://dti.gov.vn/xep-hang-2023-all"
    assert address.get_attribute("rel") == "noopener noreferrer"


def test_on_a_phone_long_texts_are_read_without_pushing_the_table_sideways(server, browser):
    with watched(browser, viewport={"width": 390, "height": 844}) as (page, wrongs):
        opened(page, f"{server.url}/method?indicator=dti_total")
        page.locator(".table .prose").first.wait_for()
        settled(page)
        hidden = page.evaluate(
            """() => [...document.querySelectorAll(".table .prose")]
                     .filter(one => one.scrollWidth > one.clientWidth + 1).length"""
        )
    assert hidden == 0
    assert not wrongs
