"""The store of this process and the figures that readers see now, for pages and routes alike."""

from functools import lru_cache
from threading import Lock
from time import monotonic

from data.service.figures import Figures
from data.service.opening import Progress, open_store, silent
from data.settings import settings
from data.store import Store

_opening = Lock()
_opened: list[Store] = []


def store(progress: Progress = silent) -> Store:
    """Open the store of this installation, once for the process; the first caller sees progress."""
    with _opening:
        if not _opened:
            _opened.append(open_store(settings(), progress))
        return _opened[0]


def figures(release: int | None = None) -> Figures | None:
    """Give the figures of one release, or of the current one; ``None`` before the first.

    ``UnknownName`` when there is no release with that number. What was read is kept and shared: a
    release never changes. The current one is kept apart, so that nobody who looks through old
    releases makes the others wait. Which one is current is asked once a second at most: a page asks
    many times, and readers see a publication a second later.
    """
    newest = _newest(int(monotonic()))
    number = newest if release is None else release
    if number is None:
        return None
    return _in_use(number) if number == newest else _former(number)


def look_again() -> None:
    """Ask the store anew which release is current: who publishes wants to see it at once."""
    _newest.cache_clear()


@lru_cache(maxsize=1)
def _newest(_second: int) -> int | None:
    newest = store().current()
    return None if newest is None else newest.id


@lru_cache(maxsize=1)
def _in_use(release: int) -> Figures:
    return Figures(store(), store().release(release))


@lru_cache(maxsize=2)
def _former(release: int) -> Figures:
    return Figures(store(), store().release(release))
