"""Connections: the same code on SQLite (the default) and on PostgreSQL (by URL)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from data.errors import BadDatabaseUrl

PRAGMAS = (
    "journal_mode = DELETE",  # a rollback journal: one file to copy, no shared memory
    "synchronous = EXTRA",  # a published release survives a power cut
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else REPLACE would delete without asking the triggers
    "busy_timeout = 20000",  # milliseconds; a publication takes far less
)


def make_engine(url: str) -> Engine:
    """Open a database by URL; the folder of a SQLite file is made when it is missing.

    Raises
    ------
    BadDatabaseUrl
        If the URL has another form, or names a database whose driver is not installed.
    """
    try:
        parsed = with_driver(make_url(url))
        is_far = parsed.get_backend_name() != "sqlite"
        engine = create_engine(parsed, pool_pre_ping=is_far)
    except (ArgumentError, ModuleNotFoundError, ValueError) as error:
        raise BadDatabaseUrl(f"No database can be opened by this address: {error}") from error
    if is_far:
        return engine
    if engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
    event.listen(engine, "connect", set_pragmas)
    event.listen(engine, "begin", begin)
    return engine


def with_driver(url: URL) -> URL:
    """Read ``postgres://`` and ``postgresql://`` as psycopg 3, the driver that we ship."""
    is_plain = url.drivername in ("postgres", "postgresql")
    return url.set(drivername="postgresql+psycopg") if is_plain else url


def set_pragmas(connection: SqliteConnection, _record: object) -> None:
    """Make each new SQLite connection durable, and leave BEGIN to ``begin``."""
    connection.isolation_level = None  # the driver's own BEGIN leaves out reads and CREATE TABLE
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """Start a SQLite transaction; one that will write takes the lock before it reads."""
    writes = connection.get_execution_options().get("dti_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other writer runs beside: what it reads stays true until it ends."""
    with engine.connect().execution_options(dti_writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE release IN SHARE ROW EXCLUSIVE MODE"))
        yield connection
