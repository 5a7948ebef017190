"""What is published stays as it is, also against somebody with a database console."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data.store import Draft, SourceFile, Store, lessons, proposals
from data.store.engine import PRAGMAS
from data.store.schema import APPEND_ONLY
from indicators.model import Observation, Status

TABLES = [table.name for table in APPEND_ONLY]
FIRST_COLUMN = {table.name: next(iter(table.c)).name for table in APPEND_ONLY}


FOUND = Observation("02", "63", "dti_total", "2022", 0.479, "points", Status.A, "s01", "B", "C5")


def fill(store: Store) -> Store:
    """Write a row into every table."""
    book = SourceFile("a.xlsx", b"a")
    base = store.publish([FOUND], file=book, by="Lan", base=None)
    lessons.add(store.engine, key="ty le", heading="Tỷ lệ", indicator_id="dti_total", by="Lan")
    draft = Draft(book, "Lan", "delivery", "", "", base, {}, (), (), request="r1")
    number = proposals.add(store.engine, draft).id
    proposals.send_back(store.engine, number, by="Minh", reason="nhầm tệp")
    return store


@pytest.fixture
def published(store: Store) -> Store:
    return fill(store)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_changed(published: Store, table: str):
    column = FIRST_COLUMN[table]
    with (
        pytest.raises(DBAPIError, match=f"{table} is append-only"),
        published.engine.begin() as open_,
    ):
        open_.execute(text(f"UPDATE {table} SET {column} = {column}"))  # noqa: S608


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(published: Store, table: str):
    with (
        pytest.raises(DBAPIError, match=f"{table} is append-only"),
        published.engine.begin() as open_,
    ):
        open_.execute(text(f"DELETE FROM {table}"))  # noqa: S608


def test_replace_on_sqlite_asks_the_triggers_too(sqlite_url: str):
    store = Store(sqlite_url)
    store.migrate()
    row = "VALUES ('abc', 'a', 1, x'00')"
    with store.engine.begin() as open_:
        open_.execute(text(f"INSERT INTO file {row}"))
    with pytest.raises(DBAPIError, match="file is append-only"), store.engine.begin() as open_:
        open_.execute(text(f"REPLACE INTO file {row}"))


REPLACED = {
    "file": "REPLACE INTO file SELECT * FROM file",
    "file by its row number": "REPLACE INTO file (rowid, sha256, name, size, content)"
    " SELECT rowid, 'other', name, size, content FROM file",
    "release": "REPLACE INTO release SELECT * FROM release",
    "origin": "REPLACE INTO origin SELECT * FROM origin",
    "origin under another number": "REPLACE INTO origin"
    " SELECT id + 7, file_sha256, sheet, source_id, unit FROM origin",
    "observation": "INSERT OR REPLACE INTO observation SELECT * FROM observation",
    "coverage": "REPLACE INTO coverage SELECT * FROM coverage",
    "lesson": "REPLACE INTO lesson SELECT * FROM lesson",
    "proposal": "REPLACE INTO proposal SELECT * FROM proposal",
    "decision": "REPLACE INTO decision SELECT * FROM decision",
}


@pytest.mark.parametrize("row", REPLACED)
def test_a_console_without_our_settings_cannot_replace_a_row(sqlite_url: str, row: str):
    """`INSERT OR REPLACE` of a bare connection deleted the old row without asking a trigger."""
    store = Store(sqlite_url)
    store.migrate()
    fill(store)
    store.close()
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as console:
        before = list(console.iterdump())
        with pytest.raises(sqlite3.IntegrityError, match=f"{row.split()[0]} is append-only"):
            console.execute(REPLACED[row])

        assert list(console.iterdump()) == before


def test_every_table_is_tried():
    assert {row.split()[0] for row in REPLACED} == set(TABLES)


@pytest.mark.postgres
def test_postgres_refuses_truncate(postgres_url: str):
    store = Store(postgres_url)
    store.migrate()
    with pytest.raises(DBAPIError, match="append-only"), store.engine.begin() as open_:
        open_.execute(text("TRUNCATE release CASCADE"))
    store.close()


def test_sqlite_connections_are_durable(sqlite_url: str):
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 20000,
    }
    with Store(sqlite_url).engine.connect() as open_:
        found = {name: open_.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}

    assert found == expected
    assert len(PRAGMAS) == len(expected) + 1
