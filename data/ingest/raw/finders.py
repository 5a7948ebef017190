"""What stands in a workbook of each kind beside its values: found before any reader opens it."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

Found = Iterator[tuple[str | int, dict[str, Any]]]
"""Each sheet, by its name or by its number, and what was found of it."""
Beside = Callable[[str], Any]
"""Loads another module of this folder."""


class UnreadableError(Exception):
    """The file is not what its first bytes say."""


def found(content: bytes, kind: str, beside: Beside, most: tuple[int, int]) -> Found:
    """Look through a workbook; ``most`` are the rows and columns that a sheet may have.

    Raises ``UnreadableError``, ``OverflowError`` for what is too large, ``PermissionError`` for
    what is encrypted, ``EOFError`` for what is cut off; anything else where it is too odd.
    """
    if kind == "ods":
        return _of_ods(content, beside, most)
    return {"xlsx": _of_xlsx, "xlsb": _of_xlsb, "xls": _of_xls}[kind](content, beside)


def _of_xlsx(content: bytes, beside: Beside) -> Found:
    xlsx, raised = beside("xlsx"), beside("raised")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shared = raised.strings(archive)
        for name, place in xlsx.sheet_parts(archive).items():
            part = archive.read(place)
            yield name, xlsx.of_sheet(part) | {"raised": raised.of_sheet(part, shared)}


def _of_xlsb(content: bytes, beside: Beside) -> Found:
    biff = beside("biff")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        links = biff.sheet_links(archive.read("xl/workbook.bin"))
        parts = beside("xlsx").linked(archive, "xl/_rels/workbook.bin.rels", links)
        marks = _marks_of_xlsb(archive, beside, biff.records_12)
        for name, part in parts.items():
            body = archive.read(part)
            yield name, biff.of_xlsb(body) | {"raised": marks(body)}


def _marks_of_xlsb(
    archive: zipfile.ZipFile, beside: Beside, records: Callable[[bytes], Any]
) -> Callable[[bytes], list[Any]]:
    """Give what finds the raised footnote marks of a sheet."""
    raised, marks = beside("raised"), beside("raised_xlsb")
    named = {name.lower(): name for name in archive.namelist()}

    def part(name: str) -> bytes:
        return archive.read(named[name]) if name in named else b""

    fonts = marks.fonts(records(part("xl/styles.bin")))
    if not fonts:
        return lambda _: []
    shared = marks.strings(records(part("xl/sharedstrings.bin")), fonts, raised.in_fonts)
    return lambda body: list(marks.cells(records(body), shared, fonts, raised.in_fonts))


def _of_xls(content: bytes, beside: Beside) -> Found:
    biff, ole = beside("biff"), beside("ole")
    stream = content
    if content.startswith(ole.SIGNATURE):
        try:
            book = ole.Ole(content)
            stream = book.read("Workbook" if "Workbook" in book.names else "Book")
        except ole.BrokenError:
            raise UnreadableError from None
    sheets = biff.of_xls(stream)
    marks = beside("raised_xls").Xls(biff.bodies(stream, 0), beside("raised").in_fonts)
    for number, start in enumerate(biff.sheet_starts(stream) if marks else ()):
        sheets[number]["raised"] = list(marks.cells(biff.bodies(stream, start)))
    yield from sheets.items()


def _of_ods(content: bytes, beside: Beside, most: tuple[int, int]) -> Found:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.read("content.xml")
        looks = archive.read("styles.xml") if "styles.xml" in archive.namelist() else b""
    sheets = beside("ods").extras(part, *most)
    if b"text-position" in part or b"text-position" in looks:
        told = beside("raised").told
        for name, marked in beside("raised_ods").cells(part, looks, told).items():
            sheets[name]["raised"] = marked
    yield from sheets.items()
