"""The menu at a figure of every page: opened from a cold link, the file taken away and read.

Every format is taken on some page: all menus are one piece of code, and the tests of the shell and
of findings make every format and kind.
"""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from language import text
from tests.briefings.read_back import squeezed, words
from tests.browser.view import NORTH
from tests.running import Server, opened, settled

pytestmark = [pytest.mark.browser, pytest.mark.poppler]

HA_GIANG = f"lang=vi&province=02&boundary=63&group={NORTH}&year=2023"
MARK = "SỐ LIỆU MINH HỌA"


def menu(page: Page, url: str, number: int = 0) -> Page:
    """Open a page from a cold link, then one of its menus."""
    opened(page, url)
    page.get_by_role("button", name=text("export.download"), exact=True).nth(number).click()
    page.get_by_role("button", name=text("export.as_xlsx")).wait_for()
    return settled(page)


def taken(page: Page, suffix: str) -> tuple[str, bytes]:
    """Take the figure in one format; give the file's name and content."""
    with page.expect_download(timeout=90_000) as waiting:
        page.get_by_role("button", name=text(f"export.as_{suffix.removeprefix('.')}")).click()
    found = waiting.value
    assert found.suggested_filename.endswith(suffix)
    return found.suggested_filename, Path(found.path()).read_bytes()


def read(page: Page, suffix: str, folder: Path) -> tuple[str, str]:
    """Give the name and every word of a file, without spaces."""
    name, content = taken(page, suffix)
    return name, squeezed(words(content, suffix, folder))


def test_the_overview_gives_map_or_bars_from_one_menu(page: Page, server: Server, tmp_path):
    menu(page, f"{server.url}/?{HA_GIANG}")
    name, content = taken(page, ".png")
    with Image.open(BytesIO(content)) as drawn:
        assert drawn.width >= 2 * 700
        assert len(drawn.convert("RGB").getcolors(maxcolors=1_000_000)) > 100
    assert re.fullmatch(r"dti-map-63-02-2023-r\d+\.png", name)

    page.get_by_text(text("export.figure_bars"), exact=True).click()
    settled(page)
    name, said = read(page, ".xlsx", tmp_path)
    assert name.startswith("dti-bars-63-02-2023")
    assert "HàGiang" in said
    assert "0.6744" in said


def test_the_ranking_says_on_paper_what_stands_in_its_bars(page: Page, server: Server, tmp_path):
    menu(page, f"{server.url}/ranking?{HA_GIANG}", 1)
    shown = page.locator(".figure svg").first.locator("text").all_text_contents()
    values = {one for one in shown if re.fullmatch(r"0,\d{4}", one)}
    assert len(values) >= 14

    for suffix in (".svg", ".pdf"):
        name, said = read(page, suffix, tmp_path)
        assert name.startswith("dti-bars-63-02-2023")
        assert {one for one in values if one not in said} == set()
        assert "Bảnsốliệu:" in said


def test_the_profile_gives_the_line_of_the_indicator_that_is_chosen(
    page: Page, server: Server, tmp_path
):
    menu(page, f"{server.url}/profile?{HA_GIANG}&indicator=poverty_rate_nso", 1)

    name, said = read(page, ".pptx", tmp_path)
    assert name.startswith("dti-trend-poverty-rate-nso-63-02-")
    assert "HàGiang" in said
    assert "Tỷlệhộnghèo" in said


def test_illustrative_payments_carry_their_mark_in_name_and_picture(
    page: Page, server: Server, tmp_path
):
    menu(page, f"{server.url}/payments?lang=vi&figures=illustrative&boundary=34&group=country")

    name, said = read(page, ".svg", tmp_path)
    assert name.startswith("illustrative-dti-map-qr-")
    assert squeezed(MARK) in said
    assert squeezed(text("chart.map.disclaimer")) in said


def test_the_poverty_page_gives_its_points_and_the_series_that_is_chosen(
    page: Page, server: Server, tmp_path
):
    menu(page, f"{server.url}/poverty?{HA_GIANG}&against=poverty_rate_nso")

    name, said = read(page, ".xlsx", tmp_path)
    assert name.startswith("dti-scatter-poverty-rate-nso-63-02-2023")
    assert "r=−0,36" in said
    assert "0.6744" in said
    assert "29.07" in said
