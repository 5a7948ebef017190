"""The overview in a real browser: map, sentences, address, clipboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.view import (
    NORTH,
    click_on,
    link,
    province,
    sentences,
    shown,
    slide,
    wait_for_link,
)
from tests.running import watched

pytestmark = pytest.mark.browser
HOME = f"/?province=08&boundary=34&group={NORTH}"
COUNTRY = "/?province=none&boundary={}&group=country"


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_the_national_map_has_every_province_and_both_archipelagos(server, page, boundary):
    shown(page, server.url + COUNTRY.format(boundary))
    texts = page.locator(".dti-map svg text").all_text_contents()

    assert page.locator(".dti-map path[data-code]").count() == int(boundary)
    assert any("Quần đảo Hoàng Sa" in one for one in texts)
    assert any("Quần đảo Trường Sa" in one for one in texts)


def test_the_year_is_repainted_without_a_message_and_told_once(server, page):
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    shown(page, server.url + HOME)
    before = province(page, "08").get_attribute("style"), sentences(page)
    assert sent, "no message was seen at all: the test would prove nothing"
    sent.clear()

    for position in (3, 2, 1, 2):
        slide(page, position, "input")
    page.locator('.dti-map[data-year="2022"]').wait_for()
    page.wait_for_timeout(300)

    assert sent == []
    assert province(page, "08").get_attribute("style") != before[0]
    assert "Năm 2022".lower() in page.locator(".dti-map output").inner_text().lower()
    assert sentences(page) == before[1]

    slide(page, 2, "change")
    wait_for_link(page, year="2022")

    assert len(sent) == 1
    assert "0,5055 điểm DTI" in sentences(page)


def test_a_click_and_enter_choose_a_province_and_back_restores_the_view(server, page):
    shown(page, server.url + HOME)
    first = sentences(page)
    assert "Tuyên Quang (gồm" in first

    click_on(page, "11")
    wait_for_link(page, province="11")
    page.locator(".sentences").get_by_text("Điện Biên đạt 0,7651").wait_for()

    province(page, "20").focus()
    page.keyboard.press("Enter")
    wait_for_link(page, province="20")
    page.locator(".sentences").get_by_text("Lạng Sơn").first.wait_for()
    assert province(page, "20").get_attribute("aria-pressed") == "true"

    page.go_back()
    wait_for_link(page, province="11")
    page.locator(".sentences").get_by_text("Điện Biên đạt 0,7651").wait_for()
    page.locator('.dti-map[data-province="11"]').wait_for()

    page.go_back()
    wait_for_link(page, province="08")
    page.locator('.dti-map[data-province="08"]').wait_for()
    assert sentences(page) == first


def test_the_button_copies_the_sentences_with_their_source(server, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    shown(page, server.url + HOME)

    page.get_by_role("button", name="Sao chép câu").click()
    page.get_by_text("Đã sao chép.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()

    items = page.locator(".sentences li").all_inner_texts()
    assert copied[:-1] == items
    assert 3 <= len(items) <= 5
    assert copied[-1].startswith("Nguồn: dti.gov.vn")
    assert "bản số liệu số" in copied[-1]


def test_a_first_choice_is_remembered_as_home(server, page):
    shown(page, f"{server.url}/?boundary=34")
    assert link(page).get("province", "") == ""

    page.get_by_test_id("stSelectbox").first.locator("input").click()
    page.keyboard.type("Sơn La")
    page.keyboard.press("Enter")
    wait_for_link(page, province="14")
    shown(page, server.url)

    assert link(page)["province"] == "14"


def test_the_language_is_switched_with_the_same_view(server, page):
    shown(page, server.url + HOME)

    page.get_by_text("English", exact=True).click()
    wait_for_link(page, lang="en")
    page.get_by_role("heading", name="Overview").wait_for()

    assert link(page)["province"] == "08"
    assert "scored 0.6862 points" in sentences(page)
    expect(page.locator(".dti-map output")).to_have_text("2024")


def test_a_phone_does_not_scroll_sideways(server, browser):
    with watched(browser, viewport={"width": 390, "height": 844}) as (page, wrongs):
        for path in (HOME, "/ranking?boundary=63&group=country", "/ranking?show=grid"):
            shown(page, server.url + path)
            wide = page.evaluate(
                "[document.scrollingElement, document.querySelector('[data-testid=stMain]')]"
                ".map(one => one.scrollWidth - one.clientWidth)"
            )
            assert wide == [0, 0], path
            assert page.get_by_role("heading", level=1).is_visible()
    assert not wrongs
