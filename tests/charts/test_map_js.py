"""The map in a real browser: drawn once, repainted there, and talking to Python when it should."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from charts.assets import assets
from charts.map.browser import values_json

pytestmark = pytest.mark.browser

NORTH = "northern-midlands-mountains"
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bản đồ</title>
<link rel="stylesheet" href="{style}">
<div id="host"><div class="map"></div></div>
<script type="module">
import draw from "{module}"
window.sent = []
const host = document.getElementById("host")
window.call = data => draw({{
  data,
  parentElement: host,
  setStateValue: (name, value) => window.sent.push([name, value, data.call]),
}})
host.dataset.ready = ""
</script>"""


@pytest.fixture(scope="module")
def address(figures: Any) -> Iterator[str]:
    """Serve the page, the assets and the values of two lists on loopback."""
    files = {one.path: (one.content, one.media_type) for one in assets().values()}
    for boundary in ("63", "34"):
        content = values_json(figures, boundary, "vi").encode()
        files[f"/figures/12/{boundary}.vi.json"] = (content, "application/json")
    style, module = assets()["map.css"].path, assets()["map.js"].path
    files["/"] = (PAGE.format(style=style, module=module).encode(), "text/html")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content, media_type = files.get(self.path, (b"", ""))
            self.send_response(200 if media_type else 404)
            self.send_header("Content-Type", media_type)
            # the strictest policy of the pages: no style attribute, nothing from elsewhere
            self.send_header(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src-attr 'none'",
            )
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page with the module loaded; a word on the console is a failure."""
    opened = browser.new_page(viewport={"width": 900, "height": 800})
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    opened.goto(address)
    opened.locator("#host[data-ready]").wait_for(state="attached")
    yield opened
    opened.close()
    assert said == []


def call(page: Page, **changes: Any) -> None:
    """Draw as Streamlit does at each rerun, and wait for the picture."""
    data = {
        "release": 12, "boundary": "63", "view": "national", "indicator": "dti_total", "lang": "vi",
        "year": "2024", "group": "country", "province": "02", "call": 1,
    } | changes  # fmt: skip
    boundary = data["boundary"]
    data["base"] = assets()[f"base-{boundary}.json"].path
    data["figures"] = f"/figures/12/{boundary}.vi.json"
    page.evaluate(f"window.call({json.dumps(data)})")
    shown = "".join(f'[data-{key}="{data[key]}"]' for key in ("boundary", "group", "province"))
    page.locator(f".dti-map{shown}").wait_for(state="attached")


def sent(page: Page) -> list[list[Any]]:
    return page.evaluate("window.sent")


def slide(page: Page, position: int, event: str) -> None:
    """Move the slider as a hand does: ``input`` while it moves, ``change`` when it is let go."""
    page.locator("input[type=range]").evaluate(
        "(node, [to, event]) => { node.value = to;"
        " node.dispatchEvent(new Event(event, {bubbles: true})) }",
        [position, event],
    )


def test_it_draws_every_province_of_either_list(page: Page):
    call(page)
    assert page.locator("path[data-code]").count() == 63

    call(page, boundary="34")
    assert page.locator("path[data-code]").count() == 34


def test_a_rerun_draws_into_the_same_picture(page: Page):
    call(page)
    page.evaluate("document.querySelector('.dti-map-svg').marked = 1")
    page.evaluate("document.querySelector('path[data-code=\"02\"]').marked = 1")

    call(page, call=2, group=NORTH, year="2023")

    assert page.locator("svg.dti-map-svg").count() == 1
    assert page.evaluate("document.querySelector('.dti-map-svg').marked") == 1
    assert page.evaluate("document.querySelector('path[data-code=\"02\"]').marked") == 1


def test_files_are_fetched_once(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    call(page)
    call(page, call=2, year="2023")

    assert sum(url.endswith(".json") for url in asked) == 2


def test_the_year_repaints_here_and_is_told_only_when_let_go(page: Page):
    call(page)
    fill = "document.querySelector('path[data-code=\"02\"]').style.fill"
    before = page.evaluate(fill)

    slide(page, 0, "input")

    assert page.locator(".dti-map-year").inner_text().lower() == "năm 2022"
    assert "url(" in page.evaluate(fill)  # missing in 2022: the hatch
    assert page.evaluate(fill) != before
    assert sent(page) == []

    slide(page, 0, "change")
    assert sent(page) == [["year", "2022", 1]]


def test_a_rerun_for_another_reason_leaves_the_year_alone(page: Page):
    call(page)
    slide(page, 0, "input")

    call(page, call=2, province="04")

    assert page.locator("input[type=range]").input_value() == "0"


def test_click_and_enter_choose_a_province_through_the_newest_call(page: Page):
    call(page)
    call(page, call=2)

    page.locator('path[data-code="04"]').click()
    page.locator('path[data-code="04"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    assert sent(page)[0] == ["province", "04", 2]
    assert sent(page)[1][0::2] == ["province", 2]
    assert sent(page)[1][1] != "04"


def test_one_province_is_reached_by_tab(page: Page):
    call(page)

    assert page.locator('path[data-code][tabindex="0"]').count() == 1
    assert page.locator('path[data-code="02"]').get_attribute("tabindex") == "0"


def test_hover_and_focus_show_name_value_and_places(page: Page):
    call(page, group=NORTH, view="north")

    page.locator('path[data-code="04"]').hover()
    assert page.locator(".dti-map-tip").inner_text().split("\n") == [
        "Cao Bằng", "0,9100 điểm", "thứ 3/63 · thứ 2/14 trong nhóm",
    ]  # fmt: skip

    page.locator('path[data-code="02"]').focus()
    assert page.locator(".dti-map-tip").inner_text().startswith("Hà Giang")
    label = page.locator('path[data-code="02"]').get_attribute("aria-label")
    assert label == "Hà Giang, 0,9150 điểm, thứ 2/63, thứ 1/14 trong nhóm"


def test_a_table_is_heard_and_follows_the_year(page: Page):
    call(page, group=NORTH)
    rows = page.locator(".dti-map table tbody tr")
    assert rows.count() == 14
    assert rows.first.text_content() == "Hà Giang0,9150 điểmthứ 2/63"

    slide(page, 0, "input")

    caption = page.locator(".dti-map caption").text_content()
    assert caption == "Bản đồ Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2022"
    row = rows.filter(has_text="Hà Giang").text_content()
    assert row == "Hà Giangchưa có số liệukhông xếp hạng"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_archipelagos_and_licence_stand_in_every_width(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    call(page)

    words = " ".join(page.locator(".dti-map-extra tspan").all_text_contents())
    assert "Quần đảo Hoàng Sa (TP. Đà Nẵng)" in words
    assert "Quần đảo Trường Sa (tỉnh Khánh Hòa)" in words
    assert "© OpenStreetMap contributors (ODbL)" in page.locator(".dti-map-small").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_labels_do_not_lie_on_each_other(page: Page):
    call(page, group=NORTH, view="north")

    overlapping = page.evaluate(
        """() => {
        const boxes = [...document.querySelectorAll('.dti-map-labels text')].map(t => t.getBBox())
        const over = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1
          && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => over(a, b))).length
        }"""
    )

    assert page.locator(".dti-map-labels text").count() >= 10
    assert overlapping == 0


def test_dark_follows_the_pages_color_scheme(page: Page):
    call(page)
    colour = "getComputedStyle(document.querySelector('.dti-map')).color"
    light = page.evaluate(colour)

    page.evaluate("document.documentElement.style.colorScheme = 'dark'")

    assert page.evaluate(colour) != light
