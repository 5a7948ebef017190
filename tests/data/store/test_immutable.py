"""What is published stays as it is, also against somebody with a database console."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data.store import SourceFile, Store
from data.store.engine import PRAGMAS
from data.store.schema import APPEND_ONLY
from indicators.model import Observation, Status

TABLES = [table.name for table in APPEND_ONLY]
FIRST_COLUMN = {table.name: next(iter(table.c)).name for table in APPEND_ONLY}


@pytest.fixture
def published(store: Store) -> Store:
    found = Observation(
        "02", "63", "dti_total", "2022", 0.479, "points", Status.A, "s01", "B", "C5"
    )
    store.publish([found], file=SourceFile("a.xlsx", b"a"), by="Lan", base=None)
    return store


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
