"""The one-file page: small, asks nobody, and its numbers are those of the release."""

import gzip
import json
import re
from datetime import date
from functools import cache

import pytest

from briefings import snapshot
from briefings.finding_scope import ranked_once
from data.errors import UnknownChoice
from language import text
from language.numbers import number

NORTH = "northern-midlands-mountains"
MADE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def page_of(official):
    """Give the page of a group and list, each written once; rankings are shared."""
    ranked = ranked_once(official, "vi")
    return cache(
        lambda group, boundary: snapshot.page(official, group, boundary, "vi", MADE, ranked=ranked)
    )


def data(content):
    found = re.search(rb'id="data">(.*?)</script>', content, re.S)
    return json.loads(found[1])


@pytest.mark.parametrize(("group", "boundary"), [(NORTH, "63"), ("country", "63"), (NORTH, "34")])
def test_the_page_fits_on_a_slow_line(page_of, group, boundary):
    content = page_of(group, boundary)

    assert len(content) <= 200_000
    assert len(gzip.compress(content, 9)) <= 60_000


def test_nothing_in_it_points_anywhere(page_of):
    content = page_of(NORTH, "63").decode()

    assert not re.search(r"(?:src|href|action)\s*=|url\((?!#)|@import|fetch\(|XMLHttp", content)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', content)[1]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_text_of_figures_cannot_end_its_element():
    words = snapshot._as_json({"a": "</script><img src=x>&"})

    assert "<" not in words
    assert ">" not in words
    assert json.loads(words) == {"a": "</script><img src=x>&"}


def test_every_member_every_indicator_and_every_period_with_figures_is_in_it(page_of, official):
    found = data(page_of(NORTH, "63"))

    total = found["ind"][0]
    assert [one["k"] for one in total["t"]] == ["2020", "2022", "2023", "2024"]
    assert len(found["members"]) == 14
    for one in found["ind"]:
        for when in one["t"]:
            table = official.table(one["id"], when["k"], "63")
            for code, value in zip(found["members"], when["v"], strict=True):
                shown = None if value is None else value / 10 ** one["dec"]
                assert number(shown, one["dec"], "vi") == number(
                    table[code].value, one["dec"], "vi"
                )


def test_an_unknown_group_is_refused_with_those_that_exist(official):
    with pytest.raises(UnknownChoice, match="northern-mountain-border"):
        snapshot.page(official, "nowhere", "63", "vi", MADE)


def test_the_same_release_gives_the_same_page(page_of, official):
    assert snapshot.page(official, NORTH, "34", "vi", MADE) == page_of(NORTH, "34")


@pytest.mark.browser
def test_it_works_without_a_network_and_shows_the_numbers_of_the_release(
    browser, page_of, total, tmp_path
):
    file = tmp_path / "vùng núi.html"
    file.write_bytes(page_of(NORTH, "63"))
    wrongs = []
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.on("request", lambda one: one.url.startswith("file:") or wrongs.append(one.url))
    page.on("pageerror", lambda one: wrongs.append(str(one)))
    page.on("console", lambda one: one.type == "error" and wrongs.append(one.text))
    try:
        page.goto(file.as_uri())
        for when in ("2024", "2023", "2022"):
            rows = page.locator("#ranking tbody tr").all_inner_texts()
            ranking = total(when, "63", NORTH)
            assert page.locator("#period").inner_text() == when
            assert [[cell.strip() for cell in row.split("\t")[:4]] for row in rows] == [
                [f"{row.rank}/63", f"{row.group_rank}/14", row.label, number(row.value, 4, "vi")]
                for row in ranking.rows
            ]
            page.locator("#year").press("ArrowLeft")

        page.locator("path.member[data-code='02']").click()
        assert page.locator("#profile-title").inner_text().endswith("Hà Giang")
        first = page.locator("#profile tbody tr").first.inner_text().split("\t")
        assert first[1:5] == ["2024", "0,7292", "25/63", "6/14"]
        small = page.locator("#licence").inner_text()
        assert text("chart.map.disclaimer") in small
        assert text("chart.map.hoang_sa.short") in page.locator("#map").text_content()
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    finally:
        context.close()
    assert not wrongs
