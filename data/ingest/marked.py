"""The same workbook back, with the cells that need a look in colour and a note on each.

The file is one that somebody brought: it is opened in a child process only, by ``marker.py`` for an
``.xlsx`` and by the reader for every other kind. What comes back holds values, no formulas, no
macros and no links, and reads as the file itself: the list of findings is no table of figures.
"""

import json
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.ingest.book import Book
from data.ingest.child import WALL_SECONDS, read_book
from data.ingest.delivery import Delivery, named_by_file
from data.ingest.fresh import fresh_copy
from data.ingest.issues import Issue, Severity, message, place_in_words
from data.ingest.precheck import precheck
from data.ingest.process import run
from data.ingest.sniff import Kind, sniff
from language import Lang, text

MARKER = Path(__file__).with_name("marker.py")
_MOST = 64 * 2**20
_COLOURS = {Severity.NOTE: "DDEBF7", Severity.REVIEW: "FFE699", Severity.REFUSE: "F8CBAD"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_ENVIRONMENT = {"OPENPYXL_LXML": "False", "LC_ALL": "C.UTF-8"}
_WIDTHS = {"A": 6, "B": 24, "C": 12, "D": 110}

log = logging.getLogger("dti.ingest")


def marked_copy(content: bytes, name: str, delivery: Delivery, lang: Lang) -> bytes:
    """Give a workbook with every finding of ``delivery`` noted at its cell, and a list of them.

    An ``.xlsx`` keeps its looks; of any other kind, and of one that the marker cannot take, the
    visible cells are written anew. A file that cannot be read gives the list alone.
    """
    marks = marks_of(delivery, lang)
    kind = sniff(content)
    is_sound = not any(x.severity == Severity.REFUSE for x in precheck(content, kind))
    if kind == Kind.XLSX and is_sound and (same := _same(content, marks)):
        return same
    book = read_book(content, kind) if is_sound and kind in _READ else Book(())
    if isinstance(book, Issue):
        book = Book(())
    return fresh_copy(named_by_file(book, name), marks)


_READ = frozenset((Kind.XLSX, Kind.XLSB, Kind.ODS, Kind.XLS, Kind.TEXT))


def _same(content: bytes, marks: dict[str, Any]) -> bytes | None:
    """Mark an ``.xlsx`` in a child process; ``None`` when it cannot."""
    told = json.dumps(marks).encode()
    try:
        ended = run(
            [sys.executable, "-I", str(MARKER)],
            b"%08d" % len(told) + told + content,
            environment=_ENVIRONMENT,
            seconds=WALL_SECONDS,
            most=_MOST,
        )
    except OSError as error:
        log.warning("The marker of workbooks cannot be started: %s", error)
        return None
    if ended.status == 0 and len(ended.answer) <= _MOST and ended.answer.startswith(b"PK"):
        return ended.answer
    log.warning("The marker stopped with status %s: %s", ended.status, ended.told[-2_000:].strip())
    return None


def marks_of(delivery: Delivery, lang: Lang) -> dict[str, Any]:
    """Give what to write: ``sheets`` by name and cell, and the ``list`` of findings.

    Of two findings at one cell both are told, in the colour of the graver.
    """
    sheets: dict[str, dict[str, list[str]]] = {}
    for place, words, severity in _places(delivery, lang):
        sheet, _, cell = place.rpartition("!")
        if not sheet or not _CELL.fullmatch(cell):
            continue
        mark = sheets.setdefault(sheet, {}).setdefault(cell, ["", _COLOURS[severity]])
        if words not in mark[0]:
            mark[0] = f"{mark[0]}\n{words}".strip()
        if severity != Severity.NOTE:
            mark[1] = _COLOURS[severity]
    return {"sheets": sheets, "list": _listed(delivery, lang)}


def _places(delivery: Delivery, lang: Lang) -> Iterator[tuple[str, str, Severity]]:
    """Yield each place with what is said of it; of alike cells each has the words of the first."""
    for issue in delivery.issues:
        words = _plain(_sentence(issue, lang))
        for cell in issue.cells or (issue.cell,):
            yield cell, words, issue.severity
    told = {cell for issue in delivery.issues for cell in (issue.cell, *issue.cells)}
    for question in delivery.questions:
        for cell in question.cells:
            if cell not in told:
                yield cell, _plain(question.words[lang]), Severity.REVIEW


def _sentence(issue: Issue, lang: Lang) -> str:
    """The message without the place: a note stands at its place."""
    return message(issue, lang).removeprefix(place_in_words(issue.cell, lang))


def _listed(delivery: Delivery, lang: Lang) -> dict[str, Any]:
    columns = ("number", "sheet_name", "cell", "what")
    head = [text(f"marked.{key}", lang) for key in columns]
    title = [text("marked.title", lang, name=_plain(delivery.name), count=len(delivery.issues))]
    rows = [_row(number, issue, lang) for number, issue in enumerate(delivery.issues, start=1)]
    name = text("marked.sheet", lang)
    return {"name": name, "rows": [title, head, *rows], "bold": 2, "widths": _WIDTHS}


def _row(number: int, issue: Issue, lang: Lang) -> list[str]:
    sheet, _, cell = issue.cell.rpartition("!")
    more = len(_also(issue))
    also = text("marked.also", lang, count=more) if more else ""
    grade = text(f"marked.{issue.severity}", lang)
    return [
        str(number),
        _plain(sheet),
        cell,
        _plain(f"{grade} {_sentence(issue, lang)} {also}".strip()),
    ]


def _also(issue: Issue) -> tuple[str, ...]:
    return tuple(cell for cell in issue.cells if cell != issue.cell)


def _plain(words: str) -> str:
    """Take out what no workbook may hold."""
    return _CONTROL.sub(" ", words)[:8_000]
