"""Reading without the collector of cyclic garbage: a large table is a million objects at once.

Every few thousand of them make it walk over all that there is, which is a third of the time. The
cells of a table hold no circles: what is not needed any more goes without it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_readers = 0


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector of the process until the last reader in here has left."""
    global _readers
    with _lock:
        is_ours = _readers > 0 or gc.isenabled()
        if is_ours:
            _readers += 1
            gc.disable()
    try:
        yield
    finally:
        with _lock:
            if is_ours:
                _readers -= 1
                if not _readers:
                    gc.enable()
