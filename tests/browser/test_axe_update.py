"""Nothing that axe finds, contrast included, in any state of the pages of uploads and history."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_axe import violations
from tests.browser.uploads import changed, drop, misspelt
from tests.running import Server, opened, settled, watched

pytestmark = pytest.mark.browser
LIFE = "history?part=figure&province=02&boundary=63&indicator=dti_total&year=2024"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_update_history_and_reports(
    browser, server: Server, tmp_path, scheme
):
    found: list[object] = []
    with watched(browser, color_scheme=scheme) as (page, wrongs):

        def look(state: str) -> None:
            found.extend((state, one["id"], one["nodes"][0]["html"]) for one in violations(page))

        update(page, server.url, tmp_path, look)
        history(page, server.url, look)
        opened(page, f"{server.url}/reports")
        look("reports")
    assert found == []
    assert not wrongs


def update(page: Page, url: str, folder: Path, look: Callable[[str], None]) -> None:
    """Empty; in review, refused and ready to publish at once; then one figure by hand."""
    opened(page, f"{url}/update")
    look("empty")
    pdf = folder / "anh.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    drop(page, misspelt(folder), changed(folder), pdf)
    look("files")
    page.get_by_text("Nhập một số liệu", exact=True).click()
    # By key: the fold is still opening, and a click on what moves hits nothing.
    page.get_by_role("button", name="Kiểm tra số này").press("Enter")
    page.get_by_text("Chưa kiểm tra được:").wait_for()
    settled(page)
    look("by hand")


def history(page: Page, url: str, look: Callable[[str], None]) -> None:
    """The list, an undo that is asked about, two releases, the life of one figure."""
    opened(page, f"{url}/history")
    look("releases")
    page.get_by_role("button", name="Khôi phục bản trước").click()
    settled(page)
    look("undo")
    opened(page, f"{url}/history?part=two")
    look("two")
    opened(page, f"{url}/{LIFE}")
    look("figure")
