"""What pages say and show is what ``dti rank`` and ``dti series`` print, on the same store."""

import json
import os
import re
import subprocess
import sys
from functools import cache

import pytest
from playwright.sync_api import Page

from tests.browser.view import NORTH, column, shown, value
from tests.running import ROOT, Server, opened, settled

pytestmark = pytest.mark.browser

VIEW = f"province=02&boundary=63&group={NORTH}&year=2023"
POINTS = r"(\d,\d{4}) điểm DTI, xếp thứ (\d+)/(\d+) tỉnh, thành phố và thứ (\d+)/(\d+)"


@cache
def dti(home: str, *words: str) -> dict:
    """Give what a command prints with ``--json``."""
    said = subprocess.run(
        [sys.executable, ROOT / "cli.py", *words, "--json"],
        env={**os.environ, "DTI_HOME": home},
        capture_output=True,
        check=True,
    )
    return json.loads(said.stdout)


def ranked(server: Server, indicator: str) -> dict:
    choice = ("--period", "2023", "--boundary", "63", "--group", NORTH)
    return dti(str(server.home), "rank", indicator, *choice)


def series(server: Server, indicator: str, province: str, boundary: str) -> dict[str, dict]:
    choice = ("--province", province, "--boundary", boundary)
    points = dti(str(server.home), "series", indicator, *choice)["points"]
    return {one["period"]: one for one in points}


def rows(page: Page, key: str) -> dict[str, list[str]]:
    """Give the rows of a table on the page by their first cell."""
    found = page.locator(f".st-key-{key} .table tbody tr")
    found.first.wait_for()
    cells = [one.locator("th, td").all_inner_texts() for one in found.all()]
    return {row[0]: row[1:] for row in cells}


def test_sentences_of_the_overview_are_those_of_dti_rank(page: Page, server: Server):
    shown(page, f"{server.url}/?{VIEW}")
    found = ranked(server, "dti_total")
    mine = next(row for row in found["rows"] if row["province_code"] == "02")
    said = re.search(POINTS, page.locator(".sentences li").first.inner_text())

    assert value(said[1]) == mine["value"]
    assert [int(one) for one in said.groups()[1:]] == [
        mine["rank"],
        found["n"],
        mine["group_rank"],
        found["group_n"],
    ]


def test_the_table_of_the_ranking_is_that_of_dti_rank(page: Page, server: Server):
    shown(page, f"{server.url}/ranking?{VIEW}")
    found = ranked(server, "dti_total")["rows"]

    assert [one.removesuffix(" (cũ)") for one in column(page, 0)] == [row["name"] for row in found]
    assert [value(one) for one in column(page, 1)] == [row["value"] for row in found]
    assert [int(one) for one in column(page, 2)] == [row["rank"] for row in found]
    assert [int(one) for one in column(page, 3)] == [row["group_rank"] for row in found]


def test_both_columns_of_the_poverty_page_are_those_of_dti_rank(page: Page, server: Server):
    opened(page, f"{server.url}/poverty?{VIEW}&against=poverty_rate_nso")
    table = rows(page, "poverty-values")
    for place, indicator in enumerate(("poverty_rate_nso", "dti_total")):
        found = {row["name"]: row["value"] for row in ranked(server, indicator)["rows"]}
        seen = {name.removesuffix(" (cũ)"): value(row[place]) for name, row in table.items()}

        assert seen == found


def test_profile_sentences_and_tables_are_those_of_dti_series(page: Page, server: Server):
    opened(page, f"{server.url}/profile?province=08&boundary=34&group={NORTH}&year=2023")
    kin = rows(page, "profile-kin_table")
    for name, code, boundary in (
        ("Hà Giang (cũ)", "02", "63"),
        ("Tuyên Quang (cũ)", "08", "63"),
        ("Tuyên Quang", "08", "34"),
    ):
        points = series(server, "dti_total", code, boundary)
        for cell, year in zip(kin[name], ("2022", "2023", "2024"), strict=True):
            number, place = cell.removesuffix(")").split(" (")
            assert abs(value(number) - points[year]["value"]) <= 0.00005 + 1e-9, (name, year)
            assert place == f"{points[year]['rank']}/{points[year]['n']}"
    now = series(server, "dti_total", "08", "34")["2024"]
    first = page.locator(".sentences li").first.inner_text()
    standing = rows(page, "profile-standings")["Chỉ số chuyển đổi số cấp tỉnh (DTI)"]

    assert f"tương ứng thứ {now['rank']}/{now['n']} tỉnh" in first
    assert value(re.search(r"đạt (\S+) điểm", first)[1]) == now["value"]
    assert standing[:3] == ["2024", "0,6862 điểm", f"{now['rank']}/{now['n']}"]


def test_the_figures_of_payments_are_those_of_dti_series(page: Page, server: Server):
    opened(page, f"{server.url}/payments?{VIEW}")
    point = series(server, "qr_acceptance_points", "42", "63")["2024-08-31"]

    assert value(rows(page, "payments-existing")["Hà Tĩnh"][2].split()[0]) == point["value"]


def test_a_figures_file_sheet_and_cell_are_one_click_away(page: Page, server: Server):
    shown(page, f"{server.url}/?{VIEW}")
    page.get_by_role("paragraph").filter(has_text="Nguồn của từng số").click()
    told = rows(page, "overview-source_table")
    assert told["Hà Giang: DTI, năm 2023"][1:] == ["dti_2023.xlsx", "DTI 2023!D7"]

    shown(page, f"{server.url}/ranking?{VIEW}")
    cell = page.get_by_text("dti_2023.xlsx: DTI 2023!D7", exact=True)
    assert not cell.is_visible()
    page.get_by_role("button", name="Xem nguồn").click()
    settled(page)
    assert cell.is_visible()
    page.get_by_role("button", name="Ẩn nguồn").click()
    assert not cell.is_visible()
