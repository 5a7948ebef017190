"""The illustrative figures, in a store of their own that is opened when a reader asks for them."""

from functools import lru_cache
from pathlib import Path
from threading import Lock

from data.service.figures import Figures
from data.service.opening import open_store
from data.settings import Settings, settings

_opening = Lock()


def figures() -> Figures:
    """Give the figures of the illustrative store under ``DTI_HOME``, filled at the first call.

    Never those of the official store, whatever is current there: its database is another file.
    """
    with _opening:
        return _of(settings().home)


@lru_cache(maxsize=1)
def _of(home: Path) -> Figures:
    store = open_store(Settings(home=home, demo=True, published="on"))
    newest = store.current()
    assert newest is not None  # noqa: S101 - it was filled just now
    return Figures(store, newest)
