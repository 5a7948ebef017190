"""One table, written in every layout that offices use, gives one set of figures."""

import io
import subprocess
from pathlib import Path

import openpyxl
import pytest

from data.ingest import Delivery, read_delivery
from tests.fixtures import layouts_turned
from tests.fixtures.layouts import EXPECTED, LAYOUTS, Page
from tests.fixtures.workbooks import Rows, csv

assert layouts_turned  # it adds its layouts to the others
ONE_SHEET = {name: pages[0] for name, pages in LAYOUTS.items() if len(pages) == 1}
NEEDS_MERGED = {"a name merged over its years"}
TEXTS = {name: page for name, page in ONE_SHEET.items() if name not in NEEDS_MERGED}


def _xlsx(pages: list[Page]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        for row, cells in enumerate(page.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                sheet.cell(row, column, cell)
        for area in page.merged:
            sheet.merge_cells(area)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _said(delivery: Delivery) -> set[tuple[object, ...]]:
    return {
        (one.province_code, one.boundary, one.indicator_id, one.period, one.value, one.status)
        for one in delivery.observations
    }


def _asked(delivery: Delivery) -> list[tuple[str, str, str]]:
    return [(i.code, i.cell, i.found) for i in delivery.issues if i.severity != "note"]


def _check(delivery: Delivery) -> None:
    assert (_asked(delivery), delivery.outcome) == ([], "loads")
    assert _said(delivery) == EXPECTED
    assert len(delivery.observations) == len(EXPECTED)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_table_in_a_workbook(name: str):
    _check(read_delivery(_xlsx(LAYOUTS[name]), "bang.xlsx"))


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_table_as_text(name: str):
    """As a file with tabs, or with semicolons and decimal commas, one layout each in turn."""
    is_even = list(TEXTS).index(name) % 2 == 0
    rows = _even(TEXTS[name].rows)
    if is_even:
        content = csv(rows, "\t")
    else:
        content = csv([[_comma(cell) for cell in row] for row in rows], ";", "utf-8-sig")

    _check(read_delivery(content, "bang.tsv" if is_even else "bang.csv"))


def _even(rows: Rows) -> Rows:
    """Rows of one length, as spreadsheets write them."""
    width = max(map(len, rows))
    return [[*row, *[None] * (width - len(row))] for row in rows]


def _comma(cell: object) -> object:
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


@pytest.mark.office
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_the_same_table_as_other_programs_write_it(kind: str, tmp_path: Path):
    """All layouts are converted by one call of LibreOffice."""
    for number, pages in enumerate(LAYOUTS.values()):
        (tmp_path / f"{number}.xlsx").write_bytes(_xlsx(pages))
    files = sorted(tmp_path.glob("*.xlsx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    order = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*order, *map(str, files)], check=True, capture_output=True, timeout=120)

    found = {
        name: read_delivery((tmp_path / f"{number}.{kind}").read_bytes(), f"bang.{kind}")
        for number, name in enumerate(LAYOUTS)
    }

    assert {name: _asked(one) for name, one in found.items() if _asked(one)} == {}
    assert {name for name, one in found.items() if _said(one) != EXPECTED} == set()
