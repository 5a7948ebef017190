"""A fresh store for each test, on SQLite and on a PostgreSQL server of the tests' own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from data.store import Store

NUMBERS = count(1)


def binaries() -> Path | None:
    """Find the newest installed PostgreSQL server; Debian keeps it off the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = [*debian[-1:], *map(Path, filter(None, [shutil.which("initdb")]))]
    return found[0].parent if found else None


def as_postgres(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: step down to a user that owns nothing else."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["runuser", "-u", "postgres", "--"]


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a cluster that listens on a socket in its own folder only; give its URL."""
    tools = binaries()
    if tools is None:
        pytest.skip("PostgreSQL's server is not installed (Debian: apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="dti-pg-"))  # short: a socket's path has 107 bytes
    su = as_postgres(folder)
    cluster = folder / "cluster"
    quiet = {"check": True, "capture_output": True, "cwd": folder}
    make = [tools / "initdb", "-D", cluster, "-U", "dti", "--auth=trust", "--no-sync"]
    subprocess.run([*su, *make, "--encoding=UTF8", "--locale=C"], **quiet)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    control = [*su, tools / "pg_ctl", "-D", cluster, "-w"]
    with (folder / "start.log").open("w") as log:
        start = [*control, "-l", cluster / "log", "-o", options, "start"]
        subprocess.run(start, check=True, stdout=log, stderr=log, cwd=folder)
    yield f"postgresql://dti@/postgres?host={folder}"
    subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
    shutil.rmtree(folder)


@pytest.fixture
def postgres_url(postgres: str) -> str:
    """Give an empty database of its own."""
    name = f"dti_{next(NUMBERS)}"
    server = create_engine(
        postgres.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    return postgres.replace("/postgres?", f"/{name}?")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Give a database file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'var' / 'dti.sqlite3'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str:
    """Give both kinds of database in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give an empty store with its tables."""
    opened = Store(url)
    with opened.exclusive():
        opened.migrate()
    yield opened
    opened.close()
