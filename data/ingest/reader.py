"""The child process that opens a workbook: ``python -I reader.py KIND < file > JSON``.

It runs alone, with limits set before anything else is imported, writes no file, and answers with
one JSON object. It imports nothing of this program: a file that kills it kills nothing else.

Answer: ``{"sheets": [{"name", "visible", "rows", "merged", "hidden_rows", "hidden_columns",
"raw"}]}`` or ``{"failed": CODE, "found": TEXT}``. A cell is a number, a text, true or false, null,
``{"date": "2024-08-31"}``, ``{"error": "#DIV/0!"}``, or ``{"formula": true}`` for a formula without
a value. ``merged`` holds ``[top, left, bottom, right]``; rows and columns count from zero. ``raw``
says that the letters of a text file are still bytes.

Modules of the folder ``raw`` beside this file belong to it: they are loaded by their path.
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
    sys.dont_write_bytecode = True


if __name__ == "__main__":
    _limit()

import contextlib  # noqa: E402
import datetime  # noqa: E402
import importlib.util  # noqa: E402
import io  # noqa: E402
import json  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from itertools import chain  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

MAX_SHEETS, MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 50, 20_000, 500, 1_000_000
MAX_AREA, MAX_MERGED, MAX_ANSWER = 2_000_000, 5_000, 32 * 2**20

Json = dict[str, Any]


class FailedError(Exception):
    """The file is refused: the code of an issue and what was found."""


def read(content: bytes, kind: str) -> Json:
    """Read every visible sheet of ``content``; the answer described above."""
    if kind == "csv":
        sheets = [read_text(content)]
    else:
        sheets, extras = looked_at(content, kind)
        for number, sheet in enumerate(sheets):
            if sheet["visible"]:
                extra = extras.get(sheet["name"], extras.get(number, {}))
                beside("extras").add(sheet, extra, MAX_ROWS, MAX_COLUMNS, MAX_MERGED)
    check_size("issue.too_many_cells", sum(map(len_of, sheets)), MAX_CELLS)
    return {"sheets": sheets}


def looked_at(content: bytes, kind: str) -> tuple[list[Json], dict[str | int, Json]]:
    """Read the sheets, and find beside it what readers drop; what that refuses comes first."""
    readers = with_calamine, *OTHERS.get(kind, ())
    if kind not in CHECKED_BEFORE:
        extras = look(content, kind)
        return with_one_of(content, *readers), extras
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as other:  # both let go of the interpreter while they inflate
        looked = other.submit(look, content, kind)
        try:
            sheets = with_one_of(content, *readers)
        finally:
            extras = looked.result()
        return sheets, extras


def with_one_of(content: bytes, *readers: Callable[[bytes], list[Json]]) -> list[Json]:
    """Read with the first reader that can. What one refuses is refused."""
    for reader in readers:
        try:
            return reader(content)
        except (FailedError, MemoryError):
            raise
        except BaseException as error:  # a panic of the Rust side is not an Exception
            told = f"{type(error).__name__} {error}"
            sys.stderr.write(f"{reader.__name__}: {told[:200]}\n")
            if "password" in told.lower() or "encrypted" in told.lower():
                raise FailedError("issue.encrypted", "") from None
    raise FailedError("issue.unreadable", "")


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
    check_extent(height + 1, width + 1)
    rows = sheet.to_python(skip_empty_area=False) if sheet.end else []
    merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or []]
    return shown(name, rows, merged)


def with_openpyxl(content: bytes) -> list[Json]:
    return all_of(beside("fallbacks").of_xlsx(content))


def with_xlrd(content: bytes) -> list[Json]:
    return all_of(beside("fallbacks").of_xls(content))


def all_of(found: Iterator[tuple[str, bool, Iterator[list[Any]]]]) -> list[Json]:
    """Take the sheets of a fall-back within the limits."""
    sheets = []
    for name, is_visible, lines in found:
        rows = []
        for row in lines if is_visible else ():
            rows.append(row)
            check_extent(len(rows), len(row))
        sheets.append(shown(name, rows, []) if is_visible else hidden(name))
        check_size("issue.too_many_sheets", len(sheets), MAX_SHEETS)
    return sheets


CHECKED_BEFORE = {"xlsx"}  # the extent that a sheet claims is known before it comes here
OTHERS = {"xlsx": (with_openpyxl,), "xls": (with_xlrd,)}


def check_extent(height: int, width: int) -> None:
    check_size("issue.too_many_cells", height, MAX_ROWS)
    check_size("issue.too_many_cells", width, MAX_COLUMNS)
    check_size("issue.too_many_cells", height * width, MAX_AREA)


def read_text(content: bytes) -> Json:
    """Read a text file; ``raw`` says that its letters are still bytes."""
    text = beside("text")
    try:
        words, is_raw = text.decoded(content)
    except UnicodeDecodeError:
        raise FailedError("issue.encoding", "") from None
    marks = max(map(words.count, text.SEPARATORS))
    check_size("issue.too_many_cells", marks, MAX_AREA)
    rows: list[list[Any]] = []
    try:
        for row in text.rows(words):
            rows.append(trimmed(list(map(as_json, row))))
            check_extent(len(rows), len(row))
    except text.csv.Error:  # one cell longer than any cell is
        raise FailedError("issue.unreadable", "") from None
    return shown("", rows, []) | {"raw": is_raw}


def hidden(name: str) -> Json:
    empty: Json = {"rows": [], "merged": [], "hidden_rows": [], "hidden_columns": []}
    return empty | {"name": name, "visible": False, "raw": False}


def shown(name: str, rows: list[list[Any]], merged: list[list[int]]) -> Json:
    check_size("issue.too_many_cells", len(merged), MAX_MERGED)
    # Nearly every cell of a long table is a number or a word: all are looked at in one go.
    is_plain = PLAIN.issuperset(map(type, chain.from_iterable(rows)))
    is_ready = is_plain and "" not in chain.from_iterable(rows)
    plain = rows if is_ready else [trimmed(in_json(row)) for row in rows]
    return hidden(name) | {"visible": True, "rows": trimmed(plain), "merged": merged}


def trimmed(items: list[Any]) -> list[Any]:
    """Without the empty items at the end."""
    while items and (items[-1] is None or items[-1] == []):
        items.pop()
    return items


PLAIN = {float, str}


def in_json(row: list[Any]) -> list[Any]:
    """Write a row as JSON can; one of numbers and words is so already."""
    return row if PLAIN.issuperset(map(type, row)) and "" not in row else list(map(as_json, row))


def get_ready(kind: str) -> None:
    """Load what will be needed while the file is still looked at: it comes a little later."""
    import pydantic_core  # noqa: F401

    if kind != "csv":
        import concurrent.futures.thread  # noqa: F401

        with contextlib.suppress(Exception):  # what is at fault is told when it is used
            import python_calamine  # noqa: F401


def as_json(value: Any) -> Any:
    if type(value) is float or type(value) is str:
        return value if value != "" else None
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"date": value.isoformat()[:10]}
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return {"date": str(value)}
    return value


def check_size(code: str, found: int, limit: int) -> None:
    if found > limit:
        raise FailedError(code, f"{found} > {limit}")


def look(content: bytes, kind: str) -> dict[str | int, Json]:
    """Look at a workbook before any reader does, and find what readers will drop.

    By the name of each sheet, or by its number. Readers give error cells as empty ones, say nothing
    of what is hidden, and believe in cells that a few bytes claim.
    """
    finders = beside("finders")
    try:
        found = dict(finders.found(content, kind, beside, (MAX_ROWS, MAX_COLUMNS)))
    except OverflowError as error:
        raise FailedError("issue.too_many_cells", str(error)) from None
    except PermissionError:
        raise FailedError("issue.encrypted", "") from None
    except EOFError:
        raise FailedError("issue.damaged", "") from None
    except finders.UnreadableError:
        raise FailedError("issue.unreadable", "") from None
    except (MemoryError, FailedError):
        raise
    except Exception as error:
        sys.stderr.write(f"look: {type(error).__name__} {error}"[:200] + "\n")
        if kind == "ods":  # its one part holds everything
            raise FailedError("issue.unreadable", "") from None
        return {}  # too odd for this pass: the reader decides alone
    for extra in found.values():
        check_extent(extra.get("height", 0), extra.get("width", 0))
    return found


def beside(name: str) -> Any:
    """Load a module of the folder ``raw`` by its path: this program has no search path."""
    path = Path(__file__).resolve().parent / "raw" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"raw_{name}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    get_ready(sys.argv[1])
    try:
        answer = written(read(sys.stdin.buffer.read(), sys.argv[1]))
        check_size("issue.too_many_cells", len(answer), MAX_ANSWER)
    except FailedError as failure:
        answer = written({"failed": failure.args[0], "found": failure.args[1]})
    except MemoryError:
        answer = written({"failed": "issue.too_many_cells", "found": ""})
    sys.stdout.buffer.write(answer)


def written(answer: Json) -> bytes:
    """Write the answer; half of a character, which no text can hold, becomes a question mark."""
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(answer, inf_nan_mode="constants")
    except (PydanticSerializationError, UnicodeError):
        return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")


if __name__ == "__main__":
    main()
