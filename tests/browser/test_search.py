"""The search box: found without accents, opened by keys or a click, from every page."""

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server, opened, settled, watched

pytestmark = pytest.mark.browser

VIEW = "province=08&boundary=34&group=northern-mountain-border&year=2023&indicator=dti_total"


def box(page: Page):
    return page.get_by_role("combobox", name="Tìm tỉnh, chỉ số, chỉ tiêu")


def options(page: Page):
    return page.locator('[role="listbox"]#dti-search-list [role="option"]')


def typed(page: Page, words: str):
    box(page).click()
    box(page).press_sequentially(words)
    return options(page)


def parameters(page: Page) -> dict[str, str]:
    return page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")


def test_a_province_is_found_without_accents_and_enter_opens_its_profile(page, server: Server):
    opened(page, f"{server.url}/ranking?{VIEW}")
    found = typed(page, "ha giang")
    expect(found.first).to_contain_text("Hà Giang (cũ)")
    box(page).press("Enter")
    page.get_by_role("heading", name="Hà Giang", exact=True).wait_for()
    settled(page)

    assert page.url.startswith(f"{server.url}/profile?")
    now = parameters(page)
    assert (now["province"], now["boundary"]) == ("02", "63")
    assert (now["year"], now["group"]) == ("2023", "northern-mountain-border")


def test_accents_and_d_find_the_same(page, server: Server):
    opened(page, f"{server.url}/?{VIEW}")

    expect(typed(page, "Đắk Lắk").first).to_contain_text("Đắk Lắk")
    box(page).fill("")
    expect(typed(page, "dak lak").first).to_contain_text("Đắk Lắk")


def test_an_indicator_opens_the_ranking(page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    typed(page, "ha tang so")
    options(page).get_by_text("Hạ tầng số", exact=True).click()
    page.get_by_role("heading", name="Xếp hạng", level=1).wait_for()
    settled(page)

    now = parameters(page)
    assert now["indicator"] == "dti_infrastructure"
    assert (now["province"], now["year"], now["boundary"]) == ("08", "2023", "34")


def test_an_indicator_of_another_list_opens_there_and_says_so(page, server: Server):
    """The ranking said that the list has no figures of it, and showed the DTI instead."""
    opened(page, f"{server.url}/profile?{VIEW}")
    typed(page, "tru cot kinh te so theo cong bo")
    box(page).press("Enter")
    page.get_by_role("heading", name="Xếp hạng", level=1).wait_for()
    settled(page)
    now = parameters(page)

    assert (now["indicator"], now["boundary"]) == ("dti_economy_pillar_rank_published", "63")
    assert (now["province"], now["group"]) == ("08", "northern-mountain-border")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("chưa có số liệu theo 34 tỉnh")


def test_an_indicator_without_any_figures_says_so_where_it_is_explained(page, server: Server):
    opened(page, f"{server.url}/ranking?{VIEW}")
    typed(page, "gia tri giao dich qr")
    box(page).press("Enter")
    page.get_by_role("heading", name="Thanh toán QR", level=1).wait_for()
    settled(page)

    assert parameters(page)["indicator"] == "qr_value"
    expect(page.get_by_test_id("stAlert").first).to_contain_text("trong số liệu đã nạp")


def test_a_province_on_both_lists_keeps_the_list(page, server: Server):
    opened(page, f"{server.url}/profile?province=02&boundary=63&group=country&year=2022")
    typed(page, "cao bang")
    box(page).press("Enter")
    page.get_by_role("heading", name="Cao Bằng", exact=True).wait_for()
    settled(page)

    now = parameters(page)
    assert (now["province"], now["boundary"], now["group"]) == ("04", "63", "country")


def test_arrows_move_and_escape_closes(page, server: Server):
    opened(page, f"{server.url}/?{VIEW}")
    found = typed(page, "tuyen quang")
    expect(found).to_have_count(2)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(found.nth(0)).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowDown")
    expect(found.nth(1)).to_have_attribute("aria-selected", "true")
    active = box(page).get_attribute("aria-activedescendant")
    assert found.nth(1).get_attribute("id") == active
    box(page).press("ArrowDown")  # around
    expect(found.nth(0)).to_have_attribute("aria-selected", "true")
    box(page).press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("tuyen quang")
    box(page).press("Escape")
    expect(box(page)).to_have_value("")


def test_nothing_found_is_said(page, server: Server):
    opened(page, f"{server.url}/?{VIEW}")
    typed(page, "xyzzy")

    expect(page.locator('.search [role="status"]')).to_have_text("Không tìm thấy.")
    box(page).press("Enter")
    settled(page)
    assert parameters(page)["province"] == "08"


def test_letters_typed_there_are_no_shortcuts_of_the_page(page, server: Server):
    """Streamlit reruns on r and clears its cache on c."""
    opened(page, f"{server.url}/?{VIEW}")
    typed(page, "rc")

    expect(box(page)).to_have_value("rc")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_on_a_phone_the_page_found_is_not_covered(browser, server: Server):
    with watched(browser, viewport={"width": 390, "height": 844}) as (page, wrongs):
        opened(page, f"{server.url}/ranking?{VIEW}")
        page.get_by_test_id("stExpandSidebarButton").click()
        typed(page, "lai chau")
        options(page).first.click()
        page.get_by_role("heading", name="Lai Châu", exact=True).wait_for()
        settled(page)

        expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
        box_of_sidebar = page.get_by_test_id("stSidebar").bounding_box()
        assert box_of_sidebar["x"] + box_of_sidebar["width"] <= 0
    assert not wrongs
