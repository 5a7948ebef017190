"""What tests of pages in a browser do again and again."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from tests.running import opened, settled

NORTH = "northern-midlands-mountains"
BORDER = "northern-mountain-border"


def shown(page: Page, url: str) -> Page:
    """Open an address and wait until the map is painted, where there is one."""
    opened(page, url)
    if "show=grid" not in url:
        page.locator(".dti-map[data-year]").wait_for()
    return page


def link(page: Page) -> dict[str, str]:
    """Give the parameters of the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def sentences(page: Page) -> str:
    """Give the sentences of the overview."""
    return page.locator(".sentences").inner_text()


def column(page: Page, number: int) -> list[str]:
    """Give a column of the ranking's table, top to bottom."""
    return page.locator(f".table tbody tr > :nth-child({number + 1})").all_inner_texts()


def value(text: str) -> float:
    """Read a number as it is written in Vietnamese."""
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def province(page: Page, code: str) -> Locator:
    """Give the shape of a province on the map."""
    return page.locator(f'.dti-map path[data-code="{code}"]')


def click_on(page: Page, code: str) -> None:
    """Click where the province is what lies on top, as a hand does."""
    province(page, code).scroll_into_view_if_needed()
    point = province(page, code).evaluate(
        """node => {
          const box = node.getBoundingClientRect();
          for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) {
            const [x, y] = [box.left + box.width * i / 20, box.top + box.height * j / 20];
            if (document.elementFromPoint(x, y) === node) return [x, y];
          }
        }"""
    )
    assert point, f"nothing of province {code} can be clicked"
    page.mouse.click(*point)


def slide(page: Page, position: int, event: str) -> None:
    """Move the slider: ``input`` while it moves, ``change`` when it is let go."""
    page.locator(".dti-map input[type=range]").evaluate(
        "(node, [to, event]) => { node.value = to;"
        " node.dispatchEvent(new Event(event, {bubbles: true})) }",
        [position, event],
    )


def wait_for_link(page: Page, /, **expected: str) -> Page:
    """Wait until the address says so, then until the page is drawn."""
    for name, said in expected.items():
        page.wait_for_url(re.compile(rf"[?&]{name}={re.escape(said)}(&|$)"))
    return settled(page)
