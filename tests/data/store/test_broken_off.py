"""A full disk and a killed process leave the release before, whole, and nothing of the next."""

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from data.service.faults import explain
from data.settings import ROOT
from data.store import SourceFile, Store
from indicators.model import Observation, Status

HA_GIANG = Observation("02", "63", "dti_total", "2022", 0.479, "index", Status.A, "mst", "B", "C5")
LARGE = SourceFile("large.xlsx", os.urandom(2_000_000))


@pytest.fixture
def used(sqlite_url: str) -> Store:
    store = Store(sqlite_url)
    store.migrate()
    store.publish([HA_GIANG], file=SourceFile("a.xlsx", b"a"), by="Lan", base=None)
    return store


def assert_whole(path: Path) -> None:
    """Open the file as another program would: only the first release is there, nothing is torn."""
    fresh = Store(f"sqlite:///{path}")
    assert [release.id for release in fresh.releases()] == [1]
    assert not fresh.has_file(LARGE.sha256)
    fresh.close()
    with sqlite3.connect(path) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_stores_nothing_and_is_a_sentence(used: Store, sqlite_url: str):
    @event.listens_for(used.engine, "connect")
    def small(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 64")

    used.close()
    new = [replace(HA_GIANG, value=0.5)]

    with pytest.raises(OperationalError, match="full") as full:
        used.publish(new, file=LARGE, by="Lan", base=used.current())

    assert "đầy" in (explain(full.value, "vi") or "")
    used.close()
    assert_whole(Path(sqlite_url.removeprefix("sqlite:///")))


def child(url: str, before: str) -> "subprocess.CompletedProcess[str]":
    """Publish a large file in another process that dies, or meets a limit, on the way."""
    code = f"""
import os, resource, signal
from data.store import SourceFile, Store, write
from indicators.model import Observation, Status
{before}
store = Store({url!r})
found = Observation("02", "63", "dti_total", "2022", 0.5, "index", Status.A, "mst", "B", "C5")
large = SourceFile("large.xlsx", os.urandom(2_000_000))
store.publish([found], file=large, by="Lan", base=store.current())
print("published")
"""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)


def test_a_limit_of_the_operating_system_stores_nothing(used: Store, sqlite_url: str):
    """Writing beyond the limit fails in the middle of a page, as on a disk that has no room."""
    used.close()
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))"
    done = child(sqlite_url, f"signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{limit}")

    assert "published" not in done.stdout
    assert "OperationalError" in done.stderr
    assert_whole(Path(sqlite_url.removeprefix("sqlite:///")))


@pytest.mark.parametrize("step", ["keep_file", "append"])
def test_a_process_killed_in_mid_publication_stores_nothing(
    used: Store, sqlite_url: str, step: str
):
    """SQLite has pages of the release on the disk by then; the journal takes them back."""
    used.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    before = path.stat().st_size
    kill = f"""
step = write.{step}
def killed(connection, *rest):
    step(connection, *rest)
    os.kill(os.getpid(), signal.SIGKILL)
write.{step} = killed
"""
    done = child(sqlite_url, kill)

    assert done.returncode == -signal.SIGKILL, done.stderr
    assert path.stat().st_size > before  # a part of the release is on the disk
    assert path.with_name(f"{path.name}-journal").exists()
    assert_whole(path)


def test_an_unharmed_process_publishes(used: Store, sqlite_url: str):
    used.close()

    assert child(sqlite_url, "").stdout == "published\n"
    assert [release.id for release in Store(sqlite_url).releases()] == [2, 1]
