"""Commands on the published figures: shared for reading, a copy to publish into."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.settings import settings
from tests.shell import Dti, runner


@pytest.fixture
def dti(official_home: Path, monkeypatch: pytest.MonkeyPatch) -> Dti:
    """Run a command on the published figures; the store is shared, nothing may be published."""
    return runner(official_home, monkeypatch)


@pytest.fixture
def dti_of_my_own(official_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dti:
    """Run a command on a copy of the store, to publish into."""
    shutil.copytree(official_home, tmp_path / "home")
    return runner(tmp_path / "home", monkeypatch)


@pytest.fixture(autouse=True)
def _own_settings() -> Iterator[None]:
    yield
    settings.cache_clear()
