"""The child process that opens a workbook: ``python -I reader.py KIND < file > JSON``.

It runs alone, with limits set before anything else is imported, writes no file, and answers with
one JSON object. It imports nothing of this program: a file that kills it kills nothing else.

Answer: ``{"sheets": [{"name", "visible", "rows", "merged", "hidden_rows", "hidden_columns"}]}`` or
``{"failed": CODE, "found": TEXT}``. A cell is a number, a text, true or false, null,
``{"date": "2024-08-31"}``, ``{"error": "#DIV/0!"}``, or ``{"formula": true}`` for a formula without
a value. ``merged`` holds ``[top, left, bottom, right]``; rows and columns count from zero.
"""

import resource
import sys

_MEMORY = 512 * 2**20
_SECONDS = 10


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit()

import datetime  # noqa: E402
import io  # noqa: E402
import json  # noqa: E402
import re  # noqa: E402
from typing import Any  # noqa: E402

MAX_SHEETS, MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 50, 20_000, 500, 250_000
MAX_MERGED, MAX_ANSWER = 5_000, 16 * 2**20

Json = dict[str, Any]


class FailedError(Exception):
    """The file is refused: the code of an issue and what was found."""


def read(content: bytes, kind: str) -> Json:
    """Read every visible sheet of ``content``; the answer described above."""
    try:
        sheets = [read_text(content)] if kind == "csv" else with_calamine(content)
    except FailedError:
        raise
    except BaseException as error:  # a panic of the Rust side is not an Exception
        if kind == "csv":
            raise
        if "password" in f"{type(error).__name__} {error}".lower():
            raise FailedError("issue.encrypted", "") from None
        if kind != "xlsx":
            raise FailedError("issue.unreadable", "") from None
        sheets = with_openpyxl(content)
    if kind == "xlsx":
        add_what_readers_drop(content, sheets)
    check_size("issue.too_many_cells", sum(map(len_of, sheets)), MAX_CELLS)
    return {"sheets": sheets}


def len_of(sheet: Json) -> int:
    """The cells of a sheet, empty ones between others included."""
    return sum(map(len, sheet["rows"]))


def with_calamine(content: bytes) -> list[Json]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    tables = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
    check_size("issue.too_many_sheets", len(tables), MAX_SHEETS)
    return [
        calamine_sheet(book, meta.name)
        if meta.visible == SheetVisibleEnum.Visible
        else hidden(meta.name)
        for meta in tables
    ]


def calamine_sheet(book: Any, name: str) -> Json:
    sheet = book.get_sheet_by_name(name)
    height, width = sheet.end or (-1, -1)
    check_size("issue.too_many_cells", height + 1, MAX_ROWS)
    check_size("issue.too_many_cells", width + 1, MAX_COLUMNS)
    rows = sheet.to_python(skip_empty_area=False) if sheet.end else []
    merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or []]
    return shown(name, rows, merged)


def with_openpyxl(content: bytes) -> list[Json]:
    # Neither is needed to read values, and numpy alone costs half a second.
    sys.modules["numpy"] = sys.modules["PIL"] = None  # type: ignore[assignment]
    try:
        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        check_size("issue.too_many_sheets", len(book.worksheets), MAX_SHEETS)
        return [
            openpyxl_sheet(sheet) if sheet.sheet_state == "visible" else hidden(sheet.title)
            for sheet in book.worksheets
        ]
    except FailedError:
        raise
    except Exception:
        raise FailedError("issue.unreadable", "") from None


def openpyxl_sheet(sheet: Any) -> Json:
    sheet.reset_dimensions()
    rows = []
    for row in sheet.iter_rows(values_only=True):
        rows.append(["" if value is None else value for value in row])
        check_size("issue.too_many_cells", len(rows), MAX_ROWS)
        check_size("issue.too_many_cells", len(row), MAX_COLUMNS)
    return shown(sheet.title, rows, [])


def read_text(content: bytes) -> Json:
    """Split text by the separator that gives the most even rows: comma, semicolon or tab."""
    import csv

    csv.field_size_limit(2**20)
    text = decoded(content)
    lines = text.splitlines()[:200]
    separator = max(";\t,", key=lambda mark: evenness([line.count(mark) for line in lines]))
    rows: list[list[Any]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        rows.append(trimmed([as_json(value) for value in row]))
        check_size("issue.too_many_cells", len(rows), MAX_ROWS)
        check_size("issue.too_many_cells", len(row), MAX_COLUMNS)
    return shown("", rows, [])


def evenness(counts: list[int]) -> tuple[int, int]:
    """How many lines share the commonest count above zero, and that count."""
    some = [count for count in counts if count]
    best = max(set(some), key=lambda count: (some.count(count), count), default=0)
    return some.count(best), best


def decoded(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise FailedError("issue.encoding", "") from None


def hidden(name: str) -> Json:
    empty: Json = {"rows": [], "merged": [], "hidden_rows": [], "hidden_columns": []}
    return empty | {"name": name, "visible": False}


def shown(name: str, rows: list[list[Any]], merged: list[list[int]]) -> Json:
    check_size("issue.too_many_cells", len(merged), MAX_MERGED)
    plain = [trimmed([as_json(value) for value in row]) for row in rows]
    return hidden(name) | {"visible": True, "rows": trimmed(plain), "merged": merged}


def trimmed(items: list[Any]) -> list[Any]:
    """Without the empty items at the end."""
    while items and (items[-1] is None or items[-1] == []):
        items.pop()
    return items


def as_json(value: Any) -> Any:
    if value == "":
        return None
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"date": value.isoformat()[:10]}
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return {"date": str(value)}
    return value


def check_size(code: str, found: int, limit: int) -> None:
    if found > limit:
        raise FailedError(code, f"{found} > {limit}")


# Bounded repetitions, so that no tag makes the search slow.
_CELL = r'<(?:\w+:)?c\s(?:[^<>]{0,99}\s)?r="([A-Z]{1,3}[0-9]{1,7})"[^<>]{0,99}'
_FORMULA = r"<(?:\w+:)?f\b[^<>]{0,99}(?:/>|>[^<]{0,8200}</(?:\w+:)?f>)"
_EMPTY = r"(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
_ERROR = re.compile(rf"{_CELL}>(?:{_FORMULA})?<(?:\w+:)?v>(#[^<]{{1,20}})<".encode())
_NO_VALUE = re.compile(rf"{_CELL}(?<!/)>{_FORMULA}{_EMPTY}</(?:\w+:)?c>".encode())
# What stands in these is no markup, whatever it looks like.
_NO_MARKUP = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.S)
_TAG = re.compile(rb"<(?:\w+:)?(row|col)\s([^<>]{1,500})>")
_ATTRIBUTE = re.compile(rb"\b(r|min|max|hidden)\s*=\s*[\"'](\d{1,7}|true)[\"']")


def add_what_readers_drop(content: bytes, sheets: list[Json]) -> None:
    """Find error cells, formulas without values, and which rows and columns are hidden.

    Readers give the first two as empty cells, and say nothing of the third.
    """
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = sheet_parts(archive)
        for sheet in sheets:
            part = parts.get(sheet["name"])
            if part is None or not sheet["visible"]:
                continue
            xml = _NO_MARKUP.sub(b"x", archive.read(part))
            if b'"e"' in xml:
                for cell, error in _ERROR.findall(xml):
                    put(sheet["rows"], cell.decode(), {"error": error.decode()})
            if b"<f" in xml or b":f" in xml:
                for cell in _NO_VALUE.findall(xml):
                    put(sheet["rows"], cell.decode(), {"formula": True})
            if b"hidden" in xml:
                add_hidden(xml, sheet)


def put(rows: list[list[Any]], name: str, cell: Json) -> None:
    """Put a cell, named as in "B17", where a reader gave an empty one or none."""
    letters = name.rstrip("0123456789")
    row, column = int(name[len(letters) :]) - 1, -1
    for letter in letters:
        column = (column + 1) * 26 + ord(letter) - 65
    if not 0 <= row < MAX_ROWS or column >= MAX_COLUMNS:
        return
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend([None] * (column + 1 - len(rows[row])))
    if rows[row][column] is None:
        rows[row][column] = cell


def add_hidden(xml: bytes, sheet: Json) -> None:
    """Find the rows and columns that nobody sees in a sheet, within its size."""
    width = max(map(len, sheet["rows"]), default=0)
    for tag, attributes in _TAG.findall(xml):
        found = dict(_ATTRIBUTE.findall(attributes))
        if found.get(b"hidden", b"0") in (b"0", b"false"):
            continue
        named = b"r" if tag == b"row" else b"min"
        first, last = number(found.get(named)), number(found.get(b"max"))
        if tag == b"row" and 0 < first <= len(sheet["rows"]):
            sheet["hidden_rows"].append(first - 1)
        elif tag == b"col" and first:
            sheet["hidden_columns"] += range(first - 1, min(last, width))


def number(digits: bytes | None) -> int:
    return int(digits) if digits and digits.isdigit() else 0


def sheet_parts(archive: Any) -> dict[str, str]:
    """Map the name of each sheet to its part in the zip file."""
    from xml.etree import ElementTree  # the pre-check has refused every DTD

    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    found = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            link = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            target = targets.get(link, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.namelist():
                found[sheet.get("name", "")] = part
    return found


def main() -> None:
    try:
        answer = json.dumps(read(sys.stdin.buffer.read(), sys.argv[1]))
        check_size("issue.too_many_cells", len(answer), MAX_ANSWER)
    except FailedError as failure:
        answer = json.dumps({"failed": failure.args[0], "found": failure.args[1]})
    except MemoryError:
        answer = json.dumps({"failed": "issue.too_many_cells", "found": ""})
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
