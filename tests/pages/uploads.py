"""What tests of uploads do again and again: a store of their own, files to drop, buttons to press.

``tests/pages/conftest.py`` does not import it: a module names the fixtures that it uses.
"""

import shutil
from io import BytesIO

import openpyxl
import pytest

from dashboard import components
from data.service.opening import PUBLISHED, open_store
from data.settings import Settings
from tests.pages.conftest import opened

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MISSPELT = "unknown_province.DTI 2024!C7"
STRANGE = "column_left_out.DTI 2024!I5"


@pytest.fixture
def store(official_home, tmp_path):
    """The published figures in a store of the test's own."""
    home = tmp_path / "own"
    home.mkdir()
    shutil.copy(official_home / "dti.sqlite3", home / "dti.sqlite3")
    own = open_store(Settings(home=home, database_url="", published="off", demo=False))
    yield own
    own.close()


@pytest.fixture
def said(monkeypatch):
    """What the page says, by key: the parts that Streamlit has no element for."""
    found: dict[str, tuple[str, str, list[str]]] = {}

    def note(kind, title, lines=(), *, key, cookie=None):
        found[key] = (kind, title, list(lines))

    monkeypatch.setattr(components, "notice", note)
    monkeypatch.setattr(components, "table", lambda data, *, key: found.__setitem__(key, data))
    monkeypatch.setattr(components, "links", lambda data, *, key, **_: found.__setitem__(key, data))
    return found


@pytest.fixture
def desk(use, store, said):
    """Open the page at home in Tuyên Quang."""
    use(store, DTI_PROVINCE="08")
    return opened("update")


def workbook(**cells):
    """Give the published DTI of 2024 with other cells."""
    book = openpyxl.load_workbook(PUBLISHED / "dti_2024.xlsx")
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def drop(app, *files):
    """Drop files on the page, as (name, content)."""
    app.file_uploader[0].set_value([(name, content, XLSX) for name, content in files]).run()
    assert not app.exception, app.exception[0].value
    return app


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception, app.exception[0].value
    return app


def publish(app, number=1, name="Lan"):
    app.text_input(key=f"update.{number}.person").set_value(name)
    return press(app, f"update.{number}.put")
