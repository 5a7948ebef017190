"""The first page is there before its code: a picture in the document, taken away by the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.view import NORTH, sentences
from tests.running import opened

pytestmark = pytest.mark.browser
HOME = f"/?province=08&boundary=34&group={NORTH}"


def test_figures_are_seen_before_any_of_the_pages_code_is_there(server, page):
    page.route("**/frontend/**/js/*", lambda route: route.abort())
    page.goto(server.url + HOME)

    expect(page.locator("#first-view .page li").first).to_contain_text("0,6862")
    expect(page.locator("#first-view .side")).to_contain_text("Xếp hạng")
    expect(page.locator("#first-view svg svg path").first).to_be_visible()
    fonts = page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(f => f.status))")
    assert "loaded" in fonts


def test_it_says_what_the_page_says_and_is_gone_when_that_stands(server, page):
    page.route("**/frontend/**/js/*", lambda route: route.abort())
    page.goto(server.url + HOME)
    before = page.locator("#first-view .page li").all_text_contents()
    menu = page.locator("#first-view .side li").all_text_contents()
    tables = page.locator("#first-view tbody tr").all_text_contents()
    page.unroute_all()
    opened(page, server.url + HOME)

    expect(page.locator("#first-view")).to_have_count(0)
    assert all(sentence in sentences(page) for sentence in before)
    assert page.locator("[data-testid=stSidebarNavLink]").all_text_contents() == menu
    assert len(tables) > 10
    assert page.locator(".table tbody tr").all_text_contents() == tables


def test_the_page_stays_where_one_read(server, page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(
        """document.addEventListener("DOMContentLoaded", () => {
          const view = document.getElementById("first-view");
          if (view) view.scrollTop = 300;
        });"""
    )
    opened(page, server.url + HOME)

    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 200
