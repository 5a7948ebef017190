"""Start the reader in a limited process of its own and take its answer; nothing here raises."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from data.ingest.book import Book, Cell, Fault, Sheet, position
from data.ingest.issues import Issue
from data.ingest.precheck import MAX_COLUMNS, MAX_ROWS
from data.ingest.sniff import Kind

READER = Path(__file__).with_name("reader.py")
WALL_SECONDS = 15
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OPENPYXL_LXML": "False", "LC_ALL": "C.UTF-8"}


def read_book(content: bytes, kind: Kind, *, reader: Path = READER) -> Book | Issue:
    """Read a workbook in a child process.

    A child that is killed, stopped by a limit or answers nonsense gives the issue that refuses
    the file: the process that serves readers is never the one that opens it.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
            [sys.executable, "-I", str(reader), kind.value],
            input=content,
            capture_output=True,
            env=_ENVIRONMENT,
            timeout=WALL_SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, OSError, ValueError, RecursionError):
        answer = {}
    if "failed" in answer:
        return Issue(answer["failed"], "", answer["found"])
    if "sheets" not in answer:
        return Issue("issue.reader_stopped", "", "")
    return _book(answer["sheets"])


def _book(sheets: list[dict[str, Any]]) -> Book:
    return Book(
        sheets=tuple(_sheet(sheet) for sheet in sheets if sheet["visible"]),
        hidden=tuple(sheet["name"] for sheet in sheets if not sheet["visible"]),
    )


def _sheet(answer: dict[str, Any]) -> Sheet:
    rows = [[_cell(value) for value in row] for row in answer["rows"]]
    faults = {cell: Fault(text) for cell, text in answer["errors"].items()}
    faults |= {cell: Fault("", is_formula=True) for cell in answer["formulas"]}
    for cell, fault in faults.items():
        _put(rows, *position(cell), fault)
    merged = tuple((t, left, b, r) for t, left, b, r in answer["merged"])
    return Sheet(answer["name"], tuple(tuple(row) for row in rows), merged)


def _put(rows: list[list[Cell]], row: int, column: int, fault: Fault) -> None:
    """Place a fault where the reader gave an empty cell, maybe beyond what it gave."""
    if row >= MAX_ROWS or column >= MAX_COLUMNS:
        return
    while len(rows) <= row:
        rows.append([])
    rows[row].extend([None] * (column + 1 - len(rows[row])))
    rows[row][column] = fault


def _cell(value: Any) -> Cell:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return float(value) if abs(value) < 1e300 else Fault("#NUM!")
    if isinstance(value, dict):
        return _date(value["date"])
    return str(value) if value.strip() else None


def _date(text: str) -> Cell:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
