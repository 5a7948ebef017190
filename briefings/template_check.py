"""An office's template, opened in a limited process of its own before any other process does."""

import logging
import sys
from pathlib import Path

from briefings.office_template import BadTemplate, Kind, check
from data.ingest.precheck import MAX_FILE
from data.ingest.process import Ended, run

READER = Path(__file__).with_name("template_reader.py")
WALL_SECONDS = 30  # the libraries are read first, at low priority on a busy machine
_MOST = 200  # bytes of a key
_PREFIX = "office_template."
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "LC_ALL": "C.UTF-8",
}

log = logging.getLogger("dti.export")


def read(file: Path, kind: Kind) -> bytes:
    """Give the content of a template that can be used.

    ``BadTemplate`` says why it cannot; ``OSError`` for a file that cannot be read.
    """
    if file.stat().st_size > MAX_FILE:
        raise BadTemplate(f"{_PREFIX}too_large")
    content = file.read_bytes()
    accept(content, kind)
    return content


def accept(content: bytes, kind: Kind) -> None:
    """Raise ``BadTemplate`` for a template that cannot be used.

    Parts are inflated and looked at first, with limits; then a child opens the whole. A child that
    is stopped by a limit, or answers nonsense, is the template's fault: ours opens.
    """
    check(content, kind)
    try:
        ended = run(
            [sys.executable, "-I", str(READER), kind],
            content,
            environment=_ENVIRONMENT,
            seconds=WALL_SECONDS,
            most=_MOST,
        )
    except OSError as error:
        log.warning("The reader of templates cannot be started: %s", error)
        raise BadTemplate(f"{_PREFIX}damaged") from error
    if key := _key(ended):
        raise BadTemplate(key)


def _key(ended: Ended) -> str:
    said = ended.answer.decode("utf-8", "replace")
    if ended.status == 0 and (not said or said.startswith(_PREFIX)):
        return said
    log.warning(
        "The reader of a template stopped with status %s: %s", ended.status, ended.told[-2_000:]
    )
    return f"{_PREFIX}damaged"
