"""What happens once, before the first reader: files prepared, store open, newest figures ready."""

import gc
import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from data.memory import give_back
from data.service import current
from data.service.faults import explain, unknown_home_province
from data.settings import settings
from language import LANGS, text
from web import figures
from web.build import Site

log = logging.getLogger("dti")


@contextmanager
def told() -> Iterator[None]:
    """End the program with a sentence when the installation is at fault: a folder, a setting."""
    try:
        yield
    except Exception as error:
        sentences = [explain(error, lang) for lang in LANGS]
        if None in sentences:
            raise
        print(*sentences, sep="\n", file=sys.stderr, flush=True)
        os._exit(1)  # any exception would be printed as a traceback; nothing runs yet


def prepare(site: Site) -> None:
    """Prepare the frontend, open (and fill) the store, and build the newest release's answers."""
    started = time.perf_counter()
    for lang in LANGS:
        if sentence := unknown_home_province(settings(), lang):
            print(sentence, file=sys.stderr, flush=True)
    site.frontend.prepare()
    current.store(_say)
    newest = current.figures()
    if newest is not None:
        figures.warm(newest)
    log.info("Ready in %.1f s", time.perf_counter() - started)


def settle_memory() -> None:
    """Take what lives as long as the process out of garbage collection, give the rest back.

    After every rerun Streamlit collects garbage in all generations: with everything that was
    imported 74 ms of CPU, with what is left 5.
    """
    gc.collect()
    gc.freeze()
    give_back()


def _say(name: str, number: int, count: int) -> None:
    print(text("cli.filling", name=name, number=number, count=count), file=sys.stderr, flush=True)
