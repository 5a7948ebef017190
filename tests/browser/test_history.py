"""The history in a real browser: hundreds of releases, links, the life of one figure."""

import shutil
from collections.abc import Iterator
from time import perf_counter

import pytest
from playwright.sync_api import Page, expect

from data.store import Store
from tests.browser.view import link, wait_for_link
from tests.long_history import fill
from tests.running import Server, opened, settled, start

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def years(server: Server, tmp_path_factory) -> Iterator[Server]:
    """A server with 500 releases; the prepared files are those of the shared one."""
    home = tmp_path_factory.mktemp("years")
    shutil.copytree(server.home / "frontend", home / "frontend")
    store = Store(f"sqlite:///{home / 'dti.sqlite3'}")
    store.migrate()
    fill(store, 500)
    store.close()
    own = start(home, DTI_PUBLISHED="off")
    yield own
    own.stop()


def click(page: Page, row: str, name: str) -> None:
    """Follow a link of the rows below the list."""
    page.get_by_role("list", name=row).get_by_role("link", name=name, exact=True).click()


def first(page: Page) -> str:
    return page.locator(".st-key-history-releases tbody th").first.inner_text()


def test_500_releases_are_turned_over_by_pages_and_every_view_is_a_link(page: Page, years: Server):
    opened(page, f"{years.url}/history")
    assert page.locator(".st-key-history-releases tbody tr").count() == 25
    began = perf_counter()
    click(page, "Trang", "20")
    expect(page.locator(".st-key-history-releases tbody th").first).to_have_text("25")
    assert perf_counter() - began < 3

    click(page, "Mở bản số", "7")
    wait_for_link(page, open="7", page="20")
    expect(page.get_by_text("Bản số liệu số 7", exact=True)).to_be_visible()
    address = page.url
    page.go_back()
    expect(page.get_by_text("Bản số liệu số 500", exact=True)).to_be_visible()
    page.go_back()
    expect(page.locator(".st-key-history-releases tbody th").first).to_have_text("500")

    opened(page, address)
    assert first(page) == "25"
    expect(page.get_by_text("Bản số liệu số 7", exact=True)).to_be_visible()


def test_the_life_of_a_figure_leads_to_the_release_that_wrote_it(page: Page, years: Server):
    address = f"{years.url}/ranking?indicator=dti_total&boundary=63&province=02&year=2022"
    opened(page, f"{address}&group=country")
    page.get_by_role("link", name="Hà Giang: Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2022").click()
    page.get_by_role("heading", name="Lịch sử số liệu", level=1).wait_for()
    settled(page)
    rows = page.locator(".st-key-history-life tbody tr")

    assert rows.count() == 500
    expect(rows.first).to_contain_text("0,5000")
    assert {"part", "province", "year"} <= link(page).keys()
    click(page, "Mở bản số", "499")
    wait_for_link(page, open="499")
    expect(page.get_by_text("Bản số liệu số 499", exact=True)).to_be_visible()


def test_the_menu_opens_the_list_whatever_was_looked_at(page: Page, years: Server):
    opened(page, f"{years.url}/history?part=two&earlier=3&later=9")
    expect(page.get_by_label("Từ bản số")).to_have_value("3")
    menu = page.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name="Xếp hạng").click()
    page.get_by_role("heading", name="Xếp hạng", level=1).wait_for()
    settled(page)
    assert "part" not in link(page)
    menu.get_by_role("link", name="Lịch sử số liệu").click()
    page.locator(".st-key-history-releases tbody tr").first.wait_for()
    settled(page)
    assert first(page) == "500"
