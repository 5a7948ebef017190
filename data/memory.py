"""Memory that nobody uses any more goes back to the machine, which others use, too."""

import contextlib
import ctypes
import gc
import sys


def give_back() -> None:
    """Free what only refers to itself, and give the system what was freed.

    GNU's libc keeps most of it for the next need: after a set of 50 files 150 of 360 MiB.
    """
    gc.collect()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # a libc other than GNU's
            ctypes.CDLL("libc.so.6").malloc_trim(0)
