"""Start the reader in a limited process of its own and take its answer; nothing here raises."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from data.ingest.book import Book, Cell, Fault, Sheet
from data.ingest.hidden import without_hidden
from data.ingest.issues import Issue
from data.ingest.process import Ended, started
from data.ingest.sniff import Kind

READER = Path(__file__).with_name("reader.py")
WALL_SECONDS = 15
MAX_ANSWER = 32 * 2**20
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OPENPYXL_LXML": "False",
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",  # else a thread claims address space that the limit counts
}
_STOPPED = Issue("issue.reader_stopped", "", "")

log = logging.getLogger("dti.ingest")


def read_book(content: bytes, kind: Kind, *, reader: Path = READER) -> Book | Issue:
    """Read a workbook in a child process, as ``reading`` does."""
    with reading(kind, reader=reader) as read:
        return read(content)


@contextmanager
def reading(kind: Kind, *, reader: Path = READER) -> Iterator[Callable[[bytes], Book | Issue]]:
    """Start the reader, which gets ready while the file is still looked at, and give its use.

    A child that is killed, stopped by a limit or answers nonsense gives the issue that refuses
    the file: the process that serves readers is never the one that opens it. What the child said
    when it stopped goes to the log and never to a page.
    """
    command = [sys.executable, "-I", str(reader), kind.value]
    with ExitStack() as kept:
        try:
            answer = kept.enter_context(started(command, _ENVIRONMENT))
        except OSError as error:
            log.warning("The reader of workbooks cannot be started: %s", error)
            yield lambda _: _STOPPED
        else:
            yield lambda content: _told(answer(content, WALL_SECONDS, MAX_ANSWER), kind)


def _told(ended: Ended, kind: Kind) -> Book | Issue:
    try:
        return _understood(ended)
    except Exception as error:  # the answer may be anything; whatever it is, it is a refusal
        log.warning(
            "The reader of a %s file stopped with status %s (%s: %.200s). It said: %s",
            *(kind, ended.status, type(error).__name__, error, ended.told[-2_000:].strip()),
        )
        return _STOPPED


def _understood(ended: Ended) -> Book | Issue:
    """Make a workbook or a refusal of an answer; raises for one that is neither."""
    if ended.status != 0 or len(ended.answer) > MAX_ANSWER:
        raise ValueError(f"status {ended.status}, {len(ended.answer)} bytes")
    answer = from_json(ended.answer)
    if "failed" in answer:
        return Issue(str(answer["failed"]), "", str(answer["found"]))
    return _book(answer["sheets"])


def _book(sheets: list[dict[str, Any]]) -> Book:
    return Book(
        sheets=tuple(_sheet(sheet) for sheet in sheets if sheet["visible"]),
        hidden=tuple(sheet["name"] for sheet in sheets if not sheet["visible"]),
    )


def _sheet(answer: dict[str, Any]) -> Sheet:
    rows = tuple(tuple(map(_cell, row)) for row in answer["rows"])
    merged = tuple((t, left, b, r) for t, left, b, r in answer["merged"])
    sheet = Sheet(answer["name"], rows, merged, is_raw=bool(answer["raw"]))
    return without_hidden(sheet, set(answer["hidden_rows"]), set(answer["hidden_columns"]))


def _cell(value: Any) -> Cell:
    if type(value) is float and -1e300 < value < 1e300:
        return value
    if isinstance(value, str):
        return value if value and not value.isspace() else None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return float(value) if abs(value) < 1e300 else Fault("#NUM!")
    return _marked(value)


def _marked(value: dict[str, Any]) -> Cell:
    """Read a cell that is neither number nor text: a date, an error, a formula."""
    if "error" in value:
        return Fault(str(value["error"]))
    if "formula" in value:
        return Fault("", is_formula=True)
    try:
        return date.fromisoformat(value["date"])
    except ValueError:
        return str(value["date"])
