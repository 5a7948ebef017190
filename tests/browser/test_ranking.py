"""The ranking page in a real browser: sorting, the grid, the download, the link."""

import io
import json
import os
import subprocess
import sys

import openpyxl
import pytest

from language.sorting import sort_key
from tests.browser.view import BORDER, click_on, column, link, shown, value, wait_for_link
from tests.running import ROOT

pytestmark = pytest.mark.browser


def test_the_table_sorts_names_as_vietnamese_does_and_values_as_numbers(server, page):
    shown(page, f"{server.url}/ranking?boundary=63&group=country&year=2022")
    by_name = page.locator(".table thead button").nth(0)
    by_value = page.locator(".table thead button").nth(1)
    assert value(column(page, 1)[0]) == 0.8002

    by_name.click()
    names = column(page, 0)
    assert names == sorted(names, key=sort_key)
    assert names[:3] == ["An Giang (cũ)", "Bà Rịa - Vũng Tàu", "Bạc Liêu"]
    by_name.click()
    assert column(page, 0) == names[::-1]

    by_value.click()
    values = [value(one) for one in column(page, 1)]
    assert len(values) == 63
    assert values == sorted(values)
    assert column(page, 0)[0] == "Bắc Kạn"
    heads = page.locator(".table thead th[aria-sort]")
    assert heads.count() == 1
    assert heads.get_attribute("aria-sort") == "ascending"


def test_provinces_without_a_figure_stay_last_whichever_way(server, page):
    shown(page, f"{server.url}/ranking?boundary=63&group=country&year=2021")
    by_value = page.locator(".table thead button").nth(1)

    for _ in range(2):
        by_value.click()
        assert [one == "…" for one in column(page, 1)] == [False] * 4 + [True] * 59


def test_the_grid_shows_places_over_the_years(server, page):
    shown(page, f"{server.url}/ranking?show=grid&boundary=63&group={BORDER}&province=02")
    texts = page.locator(".figure svg text").all_text_contents()

    assert "Hà Giang" in texts
    assert {"57", "37", "25"} <= set(texts)
    assert {"2022", "2023", "2024"} <= set(texts)
    assert page.locator(".dti-map").count() == 0


def test_the_download_holds_the_same_numbers_as_dti_rank(server, page):
    shown(page, f"{server.url}/ranking?boundary=63&group={BORDER}&year=2024")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải bảng về (Excel)").click()
    file = waiting.value
    sheet = openpyxl.load_workbook(io.BytesIO(file.path().read_bytes())).worksheets[0]
    rows = [[row[place].value for place in (0, 2, 3, 4)] for row in sheet.iter_rows(min_row=5)]

    assert file.suggested_filename == f"dti_total_2024_63_{BORDER}.xlsx"
    assert rows == [
        [row["province_code"], row["value"], row["rank"], row["group_rank"]]
        for row in ranked(server, "2024", "63", BORDER)
    ]


def ranked(server, period, boundary, group):
    """Give the rows of ``dti rank --json`` on the same store."""
    choice = ["--period", period, "--boundary", boundary, "--group", group]
    said = subprocess.run(
        [sys.executable, ROOT / "cli.py", "rank", "dti_total", *choice, "--json"],
        env={**os.environ, "DTI_HOME": str(server.home)},
        capture_output=True,
        check=True,
    )
    return json.loads(said.stdout)["rows"]


def test_a_click_on_the_map_marks_the_province_everywhere(server, page):
    shown(page, f"{server.url}/ranking?boundary=63&group={BORDER}&year=2022")

    click_on(page, "02")
    wait_for_link(page, province="02")
    page.locator(".table tr.home").wait_for()

    assert page.locator(".table tr.home th").all_inner_texts() == ["Hà Giang"]
    assert link(page)["year"] == "2022"


def test_no_figure_of_the_bars_has_an_identity_twice(server, page):
    shown(page, f"{server.url}/ranking?boundary=63&group=country")
    twice = page.evaluate(
        """() => { const seen = {}; for (const one of document.querySelectorAll('[id]'))
             seen[one.id] = (seen[one.id] ?? 0) + 1;
           return Object.keys(seen).filter(id => seen[id] > 1) }"""
    )

    assert twice == []
