"""What a missing system package means: a skipped test, or a failure where all must run."""

import os
import shutil
from pathlib import Path

import pytest

# One browser, one server and one filled store for the whole run, whichever folder asks for them.
from tests.published import official, official_home, official_store
from tests.running import browser, page, server

__all__ = ["browser", "official", "official_home", "official_store", "page", "server"]

_LONG = Path(__file__).parent / "browser"
NEEDS = {
    "browser": lambda: shutil.which("chromium") or shutil.which("chromium-browser"),
    "office": lambda: shutil.which("soffice"),
    "poppler": lambda: shutil.which("pdftotext") and shutil.which("pdffonts"),
    "postgres": lambda: next(Path("/usr/lib/postgresql").glob("*/bin/initdb"), None),
}
PACKAGES = {
    "browser": "chromium",
    "office": "libreoffice-writer libreoffice-impress libreoffice-calc",
    "poppler": "poppler-utils",
    "postgres": "postgresql",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest; skip what the machine cannot run, unless the run must be complete.

    Files are dealt out in this order: the short ones at the end keep all workers busy to the last.
    """
    items.sort(key=lambda item: not item.path.is_relative_to(_LONG))
    if os.environ.get("DTI_TESTS_COMPLETE"):
        return
    absent = {marker for marker, present in NEEDS.items() if not present()}
    for item in items:
        for marker in absent & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.skip(reason=f"install {PACKAGES[marker]}"))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In a complete run a skipped test is a failure: it was not seen to hold."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("DTI_TESTS_COMPLETE") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
