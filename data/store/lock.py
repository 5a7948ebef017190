"""One process at a time: what must not happen twice when two servers start together."""

import fcntl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Engine, text

ADVISORY_KEY = 0x0D71  # any number, the same for every process of this program


def exclusive(engine: Engine) -> AbstractContextManager[None]:
    """Hold the store alone; others wait. A lock of a process that dies is released by itself."""
    if engine.dialect.name == "postgresql":
        return advisory_lock(engine)
    database = engine.url.database
    return file_lock(Path(f"{database}.lock")) if database else nullcontext()


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Lock a file beside the database; the file stays, empty."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def advisory_lock(engine: Engine) -> Iterator[None]:
    """Take PostgreSQL's advisory lock on a connection of its own."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": ADVISORY_KEY})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": ADVISORY_KEY})
