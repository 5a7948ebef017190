"""Every page by its own link, on a fresh server that may ask nothing of anybody else."""

import json
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from language import text
from tests.running import ROOT, Server, opened, settled

pytestmark = pytest.mark.browser

PAGES = ("", "ranking", "profile", "payments", "poverty", "method")
TITLES = ("overview", "ranking", "profile", "payments", "poverty", "method")
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


def test_the_page_of_poverty_has_no_fault_of_ours_for_axe(page: Page, server: Server):
    opened(page, f"{server.url}/poverty?{VIEW}&against=poverty_rate_nso")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    found = Axe().run(page).response["violations"]

    assert [one["id"] for one in found if one["id"] not in THEIRS] == []


def test_lines_of_the_group_are_drawn_only_when_asked_for(page: Page, server: Server):
    opened(page, f"{server.url}/profile?{VIEW}")
    assert page.locator(".js-plotly-plot").count() == 0

    page.get_by_text(text("profile.explore")).click()
    settled(page)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()

    assert "Hà Giang" in page.locator(".js-plotly-plot").inner_text()


def test_places_on_the_profile_are_those_of_dti_series(page: Page, server: Server):
    command = [sys.executable, "cli.py", "series", "dti_total", "--province", "02"]
    command += ["--boundary", "63", "--json"]
    said = subprocess.run(
        command,
        cwd=ROOT,
        env={"DTI_HOME": str(server.home), "PATH": ""},
        capture_output=True,
        check=True,
    )
    found = json.loads(said.stdout)
    points = found.get("points") or found["rows"]
    known = [(one["period"], one["rank"], one["n"]) for one in points if one["rank"]]
    opened(page, f"{server.url}/profile?{VIEW}")
    drawn = page.locator(".figure svg").first

    assert [period for period, _, _ in known] == ["2022", "2023", "2024"]
    for _, rank, n in known:
        expect(drawn).to_contain_text(f"{rank}/{n}")
