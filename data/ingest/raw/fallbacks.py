"""Readers for workbooks that the first reader cannot open: slower, and both in Python."""

import io
import sys
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

Found = Iterator[tuple[str, bool, Iterator[list[Any]]]]
"""Each sheet: its name, whether it is seen, and its rows."""

_MOST, _DEEPEST = 24 * 2**20, 100


def of_xlsx(content: bytes) -> Found:
    """Read with openpyxl, which takes defusedxml for its XML.

    Raises ``ValueError`` for a large or endlessly nested workbook: it would take all the time
    and memory there is.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _MOST:
            raise ValueError("too large for this reader")
        for name in archive.namelist():
            if name.endswith(".xml"):
                _check_depth(archive.read(name))
    # Neither is needed to read values, and numpy alone costs half a second.
    sys.modules["numpy"] = sys.modules["PIL"] = None  # type: ignore[assignment]
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        rows = (
            ["" if value is None else value for value in row]
            for row in sheet.iter_rows(values_only=True)
        )
        yield sheet.title, sheet.sheet_state == "visible", rows


def _check_depth(part: bytes) -> None:
    """Raise ``ValueError`` or ``expat.ExpatError`` for elements within elements without end."""
    depth = 0

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")

    def end(_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(part, True)


def of_xls(content: bytes) -> Found:
    """Read with xlrd; what it has to say goes to stderr."""
    import xlrd

    book = xlrd.open_workbook(file_contents=content, logfile=sys.stderr, on_demand=True)

    def value(cell: Any) -> Any:
        if cell.ctype == xlrd.XL_CELL_DATE:
            return xlrd.xldate_as_datetime(cell.value, book.datemode)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        # Errors come from the pass over the file itself.
        return "" if cell.ctype == xlrd.XL_CELL_ERROR else cell.value

    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        rows = ([value(cell) for cell in sheet.row(row)] for row in range(sheet.nrows))
        yield sheet.name, not sheet.visibility, rows
