"""The profile in a real browser: neighbours, the way back, choices kept between pages."""

import pytest
from playwright.sync_api import Page, expect

from data.catalogue import sources
from tests.browser.english import english
from tests.running import Server, opened, settled, watched, words

pytestmark = pytest.mark.browser

VIEW = "province=08&boundary=34&group=northern-mountain-border&year=2023&indicator=dti_total"
KEPT = ("province", "boundary", "group", "year")


def parameters(page: Page) -> dict[str, str]:
    return page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")


def heading(page: Page, name: str) -> None:
    page.get_by_role("heading", level=2).filter(has_text=name).first.wait_for()
    settled(page)


def test_the_merged_province_shows_its_predecessors_beside_it(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    rows = page.locator(".st-key-profile-kin_table tr")

    expect(rows.filter(has_text="Hà Giang (cũ)")).to_contain_text("(57/63)")
    expect(rows.filter(has_text="Tuyên Quang (cũ)")).to_contain_text("(49/63)")


def test_a_neighbour_opens_the_same_view_and_the_back_button_returns(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    before = parameters(page)
    page.get_by_role("list", name="Giáp với").get_by_role("link", name="Cao Bằng").click()
    heading(page, "Cao Bằng")

    assert parameters(page) == before | {"province": "04"}
    page.go_back()
    heading(page, "Tuyên Quang")
    assert parameters(page) == before


def test_a_neighbours_link_is_a_real_address(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    link = page.get_by_role("list", name="Giáp với").get_by_role("link", name="Lào Cai")
    address = link.evaluate("node => node.href")
    opened(page, address)
    heading(page, "Lào Cai")

    assert {name: parameters(page)[name] for name in KEPT} == {
        "province": "15",
        "boundary": "34",
        "group": "northern-mountain-border",
        "year": "2023",
    }


def test_a_predecessor_opens_on_the_old_list(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    page.get_by_role("link", name="Hà Giang (cũ)").click()
    heading(page, "Hà Giang")

    now = parameters(page)
    assert (now["province"], now["boundary"], now["year"]) == ("02", "63", "2023")


def test_the_source_of_a_figure_is_one_click_away(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    page.get_by_role("paragraph").filter(has_text="Nguồn của từng số").click()

    cell = page.locator(".st-key-profile-sources tr").filter(has_text="Hạ tầng số, năm 2024")
    expect(cell).to_be_visible()
    expect(cell).to_contain_text("dti_2024.xlsx")
    expect(cell).to_contain_text("DTI 2024!E7, E10")


def test_the_first_view_loads_no_plotly(page, server: Server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"{server.url}/profile?{VIEW}")

    assert not [url for url in asked if "plotly" in url.lower()]


def test_a_phone_shows_the_profile_without_sideways_scrolling(browser, server: Server):
    with watched(browser, viewport={"width": 390, "height": 844}) as (page, wrongs):
        opened(page, f"{server.url}/profile?{VIEW}")
        main = page.get_by_test_id("stMain")

        assert main.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    assert not wrongs


def test_no_english_word_is_met(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    page.get_by_role("paragraph").filter(has_text="Nguồn của từng số").click()
    settled(page)

    named = [f"{one.publisher['vi']}: {one.title['vi']}" for one in sources().values()]
    assert english([text for text in words(page) if text not in named]) == []


def test_all_years_of_the_predecessors_are_seen_at_once(page, server: Server):
    """At 1280 pixels the newest year stood outside of its frame."""
    opened(page, f"{server.url}/profile?{VIEW}")
    frame = page.locator(".st-key-profile-kin_table .scroll")

    assert frame.evaluate("node => node.scrollWidth - node.clientWidth") == 0
