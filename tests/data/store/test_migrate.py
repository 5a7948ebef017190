"""Migrations lead to the tables that the code declares, once, whoever starts first."""

from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

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
