"""Xuất báo cáo from a cold link: the file is made by a child, taken away, and is not blank."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from language import text
from tests.running import Server, opened

pytestmark = pytest.mark.browser

VIEW = "lang=vi&province=02&boundary=63&group=northern-midlands-mountains&year=2023"


def test_a_deck_is_made_from_a_cold_link_and_taken_away(page: Page, server: Server, tmp_path: Path):
    opened(page, f"{server.url}/reports?{VIEW}")

    page.get_by_role("button", name=text("export.make")).click()
    button = page.get_by_role("button", name=text("export.download"), exact=True)
    button.wait_for(timeout=90_000)
    with page.expect_download() as taken:
        button.click()

    file = tmp_path / taken.value.suggested_filename
    taken.value.save_as(file)
    assert re.fullmatch(r"dti-deck-63-02-2023-r\d+\.pptx", file.name)
    slides = Presentation(str(file)).slides
    assert len(slides) >= 6
    assert "Hà Giang" in slides[0].shapes.title.text_frame.text


def test_a_set_can_be_stopped(page: Page, server: Server):
    opened(page, f"{server.url}/reports?{VIEW}")
    page.get_by_role("combobox", name=re.compile(text("export.kind"))).click()
    page.get_by_role("option", name=text("export.kind_release_day")).click()
    page.get_by_role("button", name=text("export.make")).click()

    page.get_by_role("button", name=text("export.stop")).click()

    expect(page.get_by_text(text("export.cancelled"))).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name=text("export.make"))).to_be_visible()
