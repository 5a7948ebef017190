"""Every page by its own link, on a fresh server that may ask nothing of anybody else."""

import pytest
from playwright.sync_api import Page, expect

from language import text
from tests.running import Server, opened, settled

pytestmark = pytest.mark.browser

PAGES = ("", "ranking", "profile", "payments", "poverty", "method", "update", "history", "reports")
TITLES = ("overview", *PAGES[1:])
VIEW = "lang=vi&province=02&boundary=63&group=northern-midlands-mountains&year=2023"
# Streamlit's own, on its own elements: nothing that this program can change.
THEIRS = {"presentation-role-conflict", "empty-table-header"}


@pytest.mark.parametrize(("slug", "title"), list(zip(PAGES, TITLES, strict=True)))
def test_every_page_opens_by_its_own_link(page: Page, server: Server, slug: str, title: str):
    opened(page, f"{server.url}/{slug}?{VIEW}")

    assert page.locator("h1").inner_text() == text(f"menu.{title}")
    assert page.get_by_test_id("stAlertContentError").count() == 0
    assert text("web.trouble", code="")[:20] not in page.locator("body").inner_text()


def test_correlations_on_the_page_are_those_of_the_glossary(page: Page, server: Server):
    opened(page, f"{server.url}/poverty?{VIEW}&against=poverty_rate_nso")
    said = page.locator(".sentences")

    expect(said).to_contain_text("r = −0,36 (n = 63; khoảng tin cậy 95%: −0,55 đến −0,12)")
    expect(said).to_contain_text("r = −0,39 (−0,76 đến 0,17): chưa đủ căn cứ để kết luận")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()


def test_lines_of_the_group_are_drawn_only_when_asked_for(page: Page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    assert page.locator(".js-plotly-plot").count() == 0

    page.get_by_text(text("profile.explore")).click()
    settled(page)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()

    assert "Hà Giang" in page.locator(".js-plotly-plot").inner_text()


def kept(page: Page) -> dict[str, str]:
    """Give what every page keeps in the address."""
    found = page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")
    return {name: found.get(name, "") for name in ("lang", "province", "boundary", "group", "year")}


def test_the_menu_keeps_every_choice_and_the_back_button_returns(page: Page, server: Server):
    opened(page, f"{server.url}/?{VIEW}")
    menu = page.get_by_test_id("stSidebarNav").get_by_role("link")
    asked, visited = kept(page), [page.locator("h1").inner_text()]
    for position in range(1, menu.count()):
        name = menu.nth(position).inner_text()
        menu.nth(position).click()
        page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
        settled(page)
        visited.append(name)

        assert kept(page) == asked, name
    for name in reversed(visited[:-1]):
        page.go_back()
        page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
        settled(page)

        assert kept(page) == asked, name


def test_the_picture_of_a_plot_has_our_letters_title_and_source(page: Page, server: Server):
    """Drawn without the page around it, it had whatever letters the machine has."""
    opened(page, f"{server.url}/poverty?{VIEW}&against=poverty_rate_nso")
    plot = page.locator(".js-plotly-plot")
    plot.locator(".main-svg").first.wait_for()
    plot.hover()
    page.wait_for_timeout(500)
    written = "new XMLSerializer().serializeToString(document.querySelector('.main-svg'))"
    assert "font-weight:700;src:url(data:font/woff2" in page.evaluate(written)
    with page.expect_download() as waiting:
        page.get_by_text(text("chart.plot.download")).or_(
            page.locator(f'[data-title="{text("chart.plot.download")}"]')
        ).first.click()
    picture = waiting.value.path().read_bytes()

    assert waiting.value.suggested_filename == "dti_total_poverty_rate_nso_2023_63.png"
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20]) == 2400
    drawn = page.evaluate("[...document.querySelectorAll('.main-svg')].map(n => n.textContent)")
    for words in ("DTI và tỷ lệ hộ nghèo", "Nguồn: chỉ số chuyển đổi số", "Bản số liệu số"):
        assert words in "".join(drawn)
