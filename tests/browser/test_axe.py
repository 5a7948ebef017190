"""Nothing of ours that axe finds, nothing that sticks out: pages, both widths and schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.view import NORTH
from tests.running import Server, opened, settled, watched

pytestmark = pytest.mark.browser

VIEW = f"province=08&boundary=63&group={NORTH}&year=2023"
# What must be drawn before a page is looked at.
PAGES = {
    "": ".dti-map[data-year]",
    "ranking": ".dti-map[data-year]",
    "profile": ".st-key-profile-standings tbody tr",
    "payments": ".table tbody tr",
    "payments?figures=illustrative": ".figure > svg",
    "poverty": ".js-plotly-plot .main-svg",
    "method": ".table tbody tr",
    "reports": ".st-key-reports-make button",
}
# Streamlit's own, on its own elements: nothing that this program can change.
THEIRS = {"empty-table-header", "presentation-role-conflict"}


# Colours do not depend on the width nor the layout on the scheme: two of the four say it all.
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_sticks_out(browser, server: Server, width, scheme):
    """It found the grey of captions too light, and headings that skipped a level."""
    shape = {"width": width, "height": 844}
    found = []
    with watched(browser, color_scheme=scheme, viewport=shape) as (page, wrongs):
        for slug, drawn in PAGES.items():
            opened(page, f"{server.url}/{slug}{'&' if '?' in slug else '?'}{VIEW}")
            page.locator(drawn).first.wait_for(timeout=60_000)
            if not slug and width == 1280:
                searching(page)
            found += [(slug, one["id"], one["nodes"][0]["html"]) for one in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((slug, "sticks out", ""))
    assert found == []
    assert not wrongs


def searching(page: Page) -> None:
    """Open the list of the search box, so that it is looked at too."""
    box = page.get_by_role("combobox", name="Tìm tỉnh, chỉ số, chỉ tiêu")
    box.press_sequentially("ha")
    page.locator("#dti-search-option-0").wait_for()
    settled(page)


def violations(page: Page) -> list[dict]:
    """Give what axe finds in the page, without what is Streamlit's own."""
    said = Axe().run(page).response["violations"]
    return [one for one in said if one["id"] not in THEIRS]
