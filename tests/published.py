"""The published figures, loaded once for the whole run.

``tests/conftest.py`` imports the fixtures once, so that the store is filled once for a run.

``official_home``
    A ``DTI_HOME`` whose store was filled from data/published. Nobody may publish into it: copy it.
``official_store``, ``official``
    Its ``Store``, and the ``Figures`` of its current release.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.service.figures import Figures
from data.service.opening import open_store
from data.settings import Settings
from data.store import Store


@pytest.fixture(scope="session")
def official_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("official")
    open_store(Settings(home=home, database_url="", published="on", demo=False)).close()
    return home


@pytest.fixture(scope="session")
def official_store(official_home: Path) -> Iterator[Store]:
    store = open_store(Settings(home=official_home, database_url="", published="on", demo=False))
    yield store
    store.close()


@pytest.fixture(scope="session")
def official(official_store: Store) -> Figures:
    release = official_store.current()
    assert release is not None
    return Figures(official_store, release)
