"""What goes wrong with an installation is one sentence that names the folder or the setting."""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import OperationalError

from data.errors import NewerStore
from data.service.faults import explain, unknown_home_province
from data.settings import Settings, settings
from data.store import Store


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DTI_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    yield tmp_path / "home"
    settings.cache_clear()


def test_a_full_disk_names_the_folder_and_says_that_nothing_was_stored(home):
    found = OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    assert str(home) in explain(found, "vi")
    assert "đã đầy" in explain(found, "vi")
    assert "full" in explain(OSError(errno.ENOSPC, "No space left on device"), "en")


def test_a_folder_that_nobody_may_write_to_is_named(home):
    denied = PermissionError(errno.EACCES, "Permission denied", str(home / "frontend"))

    assert str(home / "frontend") in explain(denied, "vi")


def test_a_file_that_a_person_named_is_not_our_folder(home):
    assert explain(FileNotFoundError(errno.ENOENT, "no", "x.xlsx"), "vi") is None
    assert explain(FileNotFoundError(errno.ENOENT, "no", str(home / "x.xlsx")), "vi") is None


def test_an_error_of_the_program_itself_stays_one():
    assert explain(KeyError("x"), "vi") is None
    assert (
        explain(OperationalError("SELEC", {}, sqlite3.OperationalError("syntax error")), "vi")
        is None
    )


def test_a_store_of_a_newer_version_is_left_alone(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'dti.sqlite3'}")
    store.migrate()
    with store.engine.begin() as open_:
        open_.execute(sql("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerStore) as found:
        store.migrate()

    assert "phiên bản mới hơn" in explain(found.value, "vi")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_home_province_that_is_not_on_the_list_is_told_at_start(lang):
    """DTI_PROVINCE=99 opened the pages without a home, and nobody knew why."""
    assert "“99”" in unknown_home_province(Settings(_env_file=None, province="99"), lang)
    assert unknown_home_province(Settings(_env_file=None, province="08"), lang) is None
    assert unknown_home_province(Settings(_env_file=None, province=""), lang) is None
