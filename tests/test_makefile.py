"""What `make` would do, asked of make itself in a folder of its own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from data.settings import ROOT

LOCKS = ("requirements.txt", "requirements-uv.txt", "requirements-dev.txt", "pyproject.toml")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a checkout after `make run`: everything is older than what was installed."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in LOCKS:
        made(tmp_path / name, 100)
    made(tmp_path / ".venv" / "bin" / "uv", 200)
    made(tmp_path / ".venv" / ".run", 300)
    return tmp_path


def made(path: Path, second: int) -> None:
    path.touch()
    os.utime(path, (second, second))


def would(folder: Path, target: str) -> str:
    make = ["make", "--dry-run", "--no-print-directory", target]
    return subprocess.run(make, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_run_installs_nothing_when_nothing_changed(checkout):
    assert "pip" not in would(checkout, "run")


def test_a_changed_lock_reaches_run(checkout):
    made(checkout / "requirements.txt", 400)

    assert "--require-hashes requirements-uv.txt requirements.txt" in would(checkout, "run")


def test_a_changed_lock_reaches_run_after_the_tests_were_installed(checkout):
    """Once .venv/.dev existed, `make run` called the new lock installed and installed nothing."""
    made(checkout / ".venv" / ".dev", 300)
    assert "pip" not in would(checkout, "run")

    made(checkout / "requirements.txt", 400)
    made(checkout / "requirements-dev.txt", 400)

    assert "--require-hashes requirements-uv.txt requirements-dev.txt" in would(checkout, "run")
