"""What is taken away from the pages of uploads and history opens in another program's reader."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from playwright.sync_api import Download, Page

from data.service.opening import PUBLISHED
from tests.browser.uploads import MISSPELT, drop, misspelt
from tests.running import Server, opened, settled

pytestmark = pytest.mark.browser


def taken(page: Page, button: str) -> Download:
    """Click a button once and give what comes down."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).first.click()
    return waiting.value


def content(found: Download) -> bytes:
    return found.path().read_bytes()


def book(found: Download) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content(found)))


def said(found: Workbook) -> list[object]:
    """Give every cell of a workbook that says something."""
    rows = (row for sheet in found.worksheets for row in sheet.iter_rows(values_only=True))
    return [value for row in rows for value in row if value is not None]


def pick(page: Page, field: str, option: str) -> None:
    """Choose from a list as a person does."""
    page.get_by_role("combobox", name=field).click()
    page.get_by_role("option", name=option).click()
    settled(page)


def test_an_empty_template_comes_for_the_kind_and_list_that_were_chosen(page: Page, server: Server):
    opened(page, f"{server.url}/update")
    first = taken(page, "Tải mẫu về (Excel)")
    pick(page, "Danh sách tỉnh, thành phố", "63 tỉnh, thành phố (trước ngày 01/7/2025)")
    second = taken(page, "Tải mẫu về (Excel)")

    assert (first.suggested_filename, second.suggested_filename) == (
        "mau_dti_34.xlsx",
        "mau_dti_63.xlsx",
    )
    assert "Hà Giang" not in said(book(first))
    sheet = book(second).worksheets[0]
    assert "Hà Giang" in said(book(second))
    assert sheet.freeze_panes
    assert sheet.data_validations.dataValidation


def test_the_file_of_a_release_comes_back_byte_for_byte(page: Page, server: Server):
    opened(page, f"{server.url}/history?open=5")
    found = taken(page, "Tải tệp nguồn")

    assert found.suggested_filename == "dti_2024.xlsx"
    assert content(found) == (PUBLISHED / "dti_2024.xlsx").read_bytes()


def test_the_changes_of_a_release_and_between_two_come_as_workbooks(page: Page, server: Server):
    opened(page, f"{server.url}/history?open=14")
    one = taken(page, "Tải các thay đổi (Excel)")
    assert one.suggested_filename == "thay_doi_ban_14.xlsx"
    assert {"Hà Tĩnh", 42189} <= set(said(book(one)))

    opened(page, f"{server.url}/history?part=two&earlier=12&later=14")
    two = taken(page, "Tải các thay đổi (Excel)")
    assert two.suggested_filename == "thay_doi_ban_12_14.xlsx"
    cells = said(book(two))
    assert "Hà Tĩnh" in cells
    assert len(cells) > len(said(book(one))) + 126  # those of release 13 too


def test_the_coloured_workbook_marks_the_cell_that_is_asked_about(
    page: Page, server: Server, tmp_path
):
    opened(page, f"{server.url}/update")
    drop(page, misspelt(tmp_path))
    found = taken(page, "Tải tệp có đánh dấu (Excel)")
    cell = book(found)["DTI 2024"]["C7"]

    assert found.suggested_filename == "dti_2024_sua_danh_dau.xlsx"
    assert (cell.value, cell.fill.fill_type) == (MISSPELT, "solid")
    assert MISSPELT in cell.comment.text
    assert not [value for value in said(book(found)) if isinstance(value, datetime)]
