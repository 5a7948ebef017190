"""A cut connection: what was begun is done once, and its message is there afterwards."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from data.service.opening import open_store
from data.settings import Settings
from data.store import Store
from tests.browser.uploads import changed, desk, drop, misspelt, ready
from tests.running import Server, opened, settled, watched

__all__ = ["desk"]

pytestmark = pytest.mark.browser
PUT = "Đưa vào sử dụng"
DONE = "Đã đưa vào sử dụng: bản số liệu số {}."


class Line:
    """The connection between a page and its server; a test can cut and mend it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.is_cut = False
        self.cuts_after_sending = False
        self.ends: list[WebSocketRoute] = []
        page.route_web_socket("**/_stcore/stream", self._join)

    def _join(self, ours: WebSocketRoute) -> None:
        if self.is_cut:
            ours.close()
            return
        theirs = ours.connect_to_server()
        self.ends = [ours, theirs]

        def send(message: str | bytes) -> None:
            theirs.send(message)
            if self.cuts_after_sending:
                self.cut()

        ours.on_message(send)

    def cut(self) -> None:
        """Take the network away."""
        self.is_cut, self.cuts_after_sending = True, False
        for end in self.ends:
            end.close(code=1001)

    def mend(self) -> None:
        """Give the network back; the page connects again by itself."""
        self.is_cut = False


def current(store: Store) -> int:
    """Give the number of the release in use."""
    found = store.current()
    assert found is not None
    return found.id


@pytest.fixture
def store(desk: Server) -> Iterator[Store]:
    """The server's own store, looked at from outside."""
    own = open_store(Settings(home=desk.home, database_url="", published="off", demo=False))
    yield own
    own.close()


def said_done(page: Page, number: int) -> None:
    """Wait for the message of a release."""
    expect(page.locator(".box.good", has_text=DONE.format(number))).to_be_visible(timeout=60_000)


def test_a_click_whose_answer_was_lost_published_once_and_the_page_says_so(
    page: Page, desk: Server, store: Store, tmp_path: Path
):
    """The form stood there as if nothing had happened, until somebody clicked something."""
    line, before = Line(page), current(store)
    ready(page, desk.url, changed(tmp_path, 0.73))
    line.cuts_after_sending = True
    page.get_by_role("button", name=PUT).click()
    expect(page.get_by_role("button", name=PUT)).to_be_disabled()
    line.mend()

    said_done(page, before + 1)
    page.wait_for_timeout(500)
    assert current(store) == before + 1
    assert store.release(before + 1).written == 1


def test_a_click_on_a_dead_line_arrives_once_when_the_network_is_back(
    page: Page, desk: Server, store: Store, tmp_path: Path
):
    before = current(store)
    ready(page, desk.url, changed(tmp_path, 0.731))
    page.context.set_offline(True)
    page.get_by_role("button", name=PUT).click()
    page.wait_for_timeout(1000)
    page.context.set_offline(False)

    said_done(page, before + 1)
    assert current(store) == before + 1


def test_without_a_connection_nothing_can_be_pressed_and_what_was_typed_stays(
    page: Page, desk: Server, store: Store, tmp_path: Path
):
    line, before = Line(page), current(store)
    ready(page, desk.url, changed(tmp_path, 0.728))
    page.get_by_label("Ghi chú (không bắt buộc)").fill("công văn 12")
    line.cut()
    button = page.get_by_role("button", name=PUT)
    expect(button).to_be_disabled()
    line.mend()
    expect(button).to_be_enabled(timeout=60_000)
    settled(page)
    button.click()

    said_done(page, before + 1)
    assert (current(store), store.release(before + 1).note) == (before + 1, "công văn 12")


def test_a_browser_that_is_closed_before_publishing_leaves_nothing_stored(
    browser: Browser, desk: Server, store: Store, tmp_path: Path
):
    before, path = current(store), misspelt(tmp_path)
    with watched(browser) as (page, _):
        opened(page, f"{desk.url}/update")
        drop(page, path)

    assert current(store) == before
    assert not store.has_file(sha256(path.read_bytes()).hexdigest())


def test_a_browser_that_is_closed_while_publishing_leaves_all_of_it_or_nothing(
    browser: Browser, desk: Server, store: Store, tmp_path: Path
):
    before, path = current(store), changed(tmp_path, 0.727)
    with watched(browser) as (page, _):
        ready(page, desk.url, path)
        page.get_by_role("button", name=PUT).click()
    sleep(3)  # what was begun has come to its end, whichever
    made = store.releases()[: current(store) - before]
    kept = store.has_file(sha256(path.read_bytes()).hexdigest())

    assert [(one.written, one.file) for one in made] in ([], [(1, path.name)])
    assert kept == bool(made)
    with watched(browser) as (page, _):
        opened(page, f"{desk.url}/update")
        drop(page, path)
        outcome = "Mọi số trong tệp đều trùng" if made else "không có lỗi"
        expect(page.locator(".box.good", has_text=outcome)).to_be_visible()
