"""Migrations lead to the tables that the code declares, once, whoever starts first."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from data.store import Store
from data.store.migrate import MIGRATIONS, newest_revision, revision_of
from data.store.schema import metadata


def test_the_migrations_make_the_declared_tables(store: Store):
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_file_is_alembics_head():
    assert ScriptDirectory(MIGRATIONS).get_heads() == [newest_revision()]


def test_a_second_start_finds_nothing_to_do(store: Store):
    store.migrate()

    assert revision_of(store.engine) == newest_revision()


def test_stores_that_start_at_once_migrate_one_after_the_other(url: str):
    def start(_number: int) -> bool:
        opened = Store(url)
        with opened.exclusive():
            opened.migrate()
        return inspect(opened.engine).has_table("observation")

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(start, range(4)))


def test_a_store_of_the_first_version_keeps_its_releases_and_takes_new_ones(url: str):
    old = Store(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with old.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        row = "VALUES (1, '2025-03-01 08:00:00', 'Lan', 'bản in', 'delivery', '[\"issue.dash\"]')"
        names = "id, created_at, published_by, note, kind, accepted"
        connection.execute(text(f"INSERT INTO release ({names}) {row}"))

    with old.exclusive():
        old.migrate()

    kept = old.release(1)
    assert (kept.by, kept.note, kept.accepted) == ("Lan", "bản in", ("issue.dash",))
    assert (kept.reason, kept.approved_by, kept.answers, kept.undoes) == ("", "", (), None)
    with pytest.raises(DBAPIError, match="append-only"), old.engine.begin() as connection:
        connection.execute(text("UPDATE release SET reason = 'x'"))
    old.close()
