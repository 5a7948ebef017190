"""The child process that marks cells: ``python -I marker.py < marks and workbook > workbook``.

It runs alone, with limits set before anything else is imported, and writes no file: the workbook
is one that somebody brought. What it is given: the length of the marks in eight digits, the marks
as JSON ``{"sheets": {name: {cell: [words, colour]}}, "list": {"name", "rows", "widths"}}``, and the
``.xlsx`` itself. What it answers is the workbook with values for formulas, without macros, links
to other files, names and rules that compute, and with the list as its first sheet.
"""

import resource
import sys

_MEMORY = 512 * 2**20
_SECONDS = 20


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True


if __name__ == "__main__":
    _limit()

import io  # noqa: E402
import json  # noqa: E402
import zipfile  # noqa: E402
from typing import Any  # noqa: E402

_LENGTH = 8
_NOTE_SIZE = (360, 160)  # width and height of a note, in pixels


def marked(content: bytes, marks: dict[str, Any]) -> bytes:
    """Give the workbook with its cells marked."""
    import defusedxml
    from openpyxl import load_workbook

    defusedxml.defuse_stdlib()
    book = load_workbook(io.BytesIO(content), data_only=True, keep_vba=False, keep_links=False)
    book.defined_names.clear()
    for sheet in book.worksheets:
        make_harmless(sheet)
        for cell, (words, colour) in marks["sheets"].get(sheet.title, {}).items():
            _mark(sheet, cell, words, colour)
    _list(book, marks["list"])
    return saved(book)


def make_harmless(sheet: Any) -> None:
    """Take off what computes, leads out of the file or is no cell; a text stays a text."""
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.datavalidation import DataValidationList

    sheet.conditional_formatting = ConditionalFormattingList()
    sheet.data_validations = DataValidationList()
    sheet.legacy_drawing = None
    sheet.defined_names.clear()
    sheet._charts, sheet._images, sheet._pivots = [], [], []
    sheet._tables.clear()
    for row in sheet.iter_rows():
        for cell in row:
            if getattr(cell, "hyperlink", None):
                cell.hyperlink = None
            if cell.data_type == "f":
                cell.value = None


def saved(book: Any) -> bytes:
    """Write a workbook in memory: the library itself writes every sheet into a file first."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc]
        def write_worksheet(self, ws: Any) -> None:
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            out = io.BytesIO()
            writer = WorksheetWriter(ws, out)
            writer.write()
            ws._rels = writer._rels
            self._archive.writestr(ws.path[1:], out.getvalue())
            self.manifest.append(ws)

    answer = io.BytesIO()
    with zipfile.ZipFile(answer, "w", zipfile.ZIP_DEFLATED) as archive:
        InMemory(book, archive).save()
    return answer.getvalue()


def _mark(sheet: Any, address: str, words: str, colour: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = sheet[address]
    if not hasattr(cell, "comment") or type(cell).__name__ == "MergedCell":
        return
    width, height = _NOTE_SIZE
    cell.fill = PatternFill("solid", start_color=colour)
    former = f"\n{cell.comment.text}" if cell.comment else ""
    cell.comment = Comment(f"{words}{former}", "", width=width, height=height)


def _list(book: Any, listed: dict[str, Any]) -> None:
    """Put the list of findings before all other sheets."""
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(listed["name"], 0)
    for number, words in enumerate(listed["rows"], start=1):
        for column, word in enumerate(words, start=1):
            cell: Cell = sheet.cell(number, column)
            cell._value, cell.data_type = word, "s"  # "=1+1" stays a text
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number <= listed["bold"])
    for letter, width in listed["widths"].items():
        sheet.column_dimensions[letter].width = width
    for one in book.worksheets:
        one.sheet_view.tabSelected = False
    book.active = 0


def main() -> None:
    given = sys.stdin.buffer.read()
    length = int(given[:_LENGTH])
    marks = json.loads(given[_LENGTH : _LENGTH + length])
    sys.stdout.buffer.write(marked(given[_LENGTH + length :], marks))


if __name__ == "__main__":
    main()
