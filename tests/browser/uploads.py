"""What tests of uploads in a browser do again and again; a module names the fixtures it uses."""

import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from data.service.opening import PUBLISHED
from tests.running import opened, settled, start

MISSPELT = "Hà Giag"


@pytest.fixture(scope="module")
def desk(server, tmp_path_factory):
    """A server whose store may be written to; store and prepared files are those of the shared."""
    home = tmp_path_factory.mktemp("desk")
    shutil.copytree(server.home, home, dirs_exist_ok=True)
    own = start(home, DTI_PROVINCE="08")
    yield own
    own.stop()


def misspelt(folder: Path) -> Path:
    """Write the published DTI of 2024 with a misspelt province and another value of it."""
    book = openpyxl.load_workbook(PUBLISHED / "dti_2024.xlsx")
    sheet = book.worksheets[0]
    sheet["B7"], sheet["C7"], sheet["D7"] = None, MISSPELT, 0.73
    content = BytesIO()
    book.save(content)
    path = folder / "dti_2024_sua.xlsx"
    path.write_bytes(content.getvalue())
    return path


def drop(page: Page, *paths: Path) -> None:
    """Choose files as a person does; wait until each has its outcome."""
    page.locator("input[type=file]").set_input_files(list(paths))
    # The widget names the files, too, for as long as it has them.
    ours = page.locator("[data-testid=stMain] :not([data-testid=stFileChipName])")
    for path in paths:
        ours.and_(page.get_by_text(path.name, exact=True)).first.wait_for()
    page.locator(".notice .box.good, .notice .box.ask, .notice .box.bad").first.wait_for()
    settled(page)


def changed(folder: Path, value: float = 0.73) -> Path:
    """Write the published DTI of 2024 with another value of Hà Giang: ready to be published."""
    book = openpyxl.load_workbook(PUBLISHED / "dti_2024.xlsx")
    book.worksheets[0]["D7"] = value
    path = folder / f"dti_2024_{value}.xlsx"
    book.save(path)
    return path


def ready(page: Page, url: str, path: Path, name: str = "Nguyễn Thị Lan") -> Page:
    """Choose a file that asks nothing and write the name: one click from being in use."""
    opened(page, f"{url}/update")
    drop(page, path)
    page.get_by_label("Họ tên người đưa vào sử dụng").fill(name)
    expect(page.get_by_role("button", name="Đưa vào sử dụng")).to_be_enabled()
    return page
