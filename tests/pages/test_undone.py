"""A store from which the only release was taken back."""

import pytest

from data.store import SourceFile, Store
from indicators.model import Observation, Status
from tests.pages.conftest import opened

FOUND = Observation("02", "63", "dti_total", "2022", 0.1, "index", Status.A, "s01", "B", "C5")


@pytest.mark.parametrize(
    "page", ["overview", "ranking", "payments", "poverty", "profile", "method", "update", "history"]
)
def test_a_store_whose_only_release_was_undone_opens_without_an_error(use, tmp_path, page):
    store = Store(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    store.migrate()
    first = store.publish([FOUND], file=SourceFile("a", b"a"), by="Lan", base=None)
    store.undo(first, by="Lan", base=first)
    use(store, DTI_PUBLISHED="off")

    app = opened(page)
    store.close()

    assert not app.exception
