"""Whatever happens in the child happens to the child only."""

import logging
import math
import os
import shutil
import threading
from pathlib import Path

import pytest
from pydantic_core import from_json

from data.ingest import child, read_delivery
from data.ingest.book import Book, Sheet
from data.ingest.child import READER, read_book
from data.ingest.issues import Issue
from data.ingest.reader import written
from data.ingest.sniff import Kind
from tests.fixtures.workbooks import Formula, dti_rows, part_of, with_part, xlsx

LIMITS = (
    READER.read_text("utf-8")
    .partition("import datetime")[0]
    .replace("_SECONDS = 10", "_SECONDS = 1")
)
STOPPED = Issue("issue.reader_stopped", "", "")


def _reader(folder: Path, body: str) -> Path:
    """The real reader's limits, then other work than reading."""
    file = folder / "reader.py"
    file.write_text(f"{LIMITS}\n{body}", "utf-8")
    return file


def test_a_workbook_comes_back_as_typed_cells():
    book = read_book(xlsx([["Tỉnh", 2023], ["Hà Giang", 0.5, None, True]]), Kind.XLSX)

    assert book == Book((Sheet("DTI", (("Tỉnh", 2023.0), ("Hà Giang", 0.5, None, True))),))


def test_half_of_a_character_does_not_lose_the_rest_of_the_file():
    answer = from_json(written({"sheets": [["Hà Giang \ud83d", 0.5]]}))

    assert answer == {"sheets": [["Hà Giang ?", 0.5]]}


def test_a_number_that_is_none_is_no_missing_value():
    nowhere, endless = from_json(written({"rows": [float("nan"), float("inf")]}))["rows"]

    assert math.isnan(nowhere)
    assert math.isinf(endless)


@pytest.mark.parametrize(
    "body",
    [
        "bytearray(600 * 2**20)",
        "while True: pass",
        "import os; os.abort()",
        "open(__file__ + '.out', 'w').write('x')",
        "print('no json')",
        "print('[' * 100_000)",
    ],
    ids=["memory", "cpu", "abort", "writes a file", "nonsense", "deep nonsense"],
)
def test_a_child_that_fails_is_a_refusal(tmp_path: Path, body: str):
    assert read_book(b"", Kind.XLSX, reader=_reader(tmp_path, body)) == STOPPED


def test_a_child_that_sleeps_is_stopped_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(child, "WALL_SECONDS", 0.3)

    assert (
        read_book(b"", Kind.XLSX, reader=_reader(tmp_path, "import time; time.sleep(9)")) == STOPPED
    )


def test_the_child_sees_no_secret_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DTI_DATABASE_URL", "postgresql://secret")
    body = (
        "import json, os; print(json.dumps({'failed': 'issue.x', 'found': str(dict(os.environ))}))"
    )

    told = read_book(b"", Kind.XLSX, reader=_reader(tmp_path, body))

    assert isinstance(told, Issue)
    assert "secret" not in told.found
    assert os.environ["DTI_DATABASE_URL"] not in told.found


def test_the_child_loads_no_heavy_library(tmp_path: Path):
    heavy = {"numpy", "pandas", "pyarrow", "openpyxl", "xlrd", "zoneinfo"}
    source = READER.read_text("utf-8").replace(
        "    sys.stdout.buffer.write(answer)",
        "    print(json.dumps({'failed': 'x', 'found': ' '.join(sys.modules)}))",
    )
    (tmp_path / "reader.py").write_text(source, "utf-8")
    shutil.copytree(READER.with_name("raw"), tmp_path / "raw")

    told = read_book(xlsx(dti_rows()), Kind.XLSX, reader=tmp_path / "reader.py")

    assert isinstance(told, Issue)
    assert "python_calamine" in told.found
    assert not heavy & set(told.found.split())


def test_openpyxl_reads_what_calamine_cannot(tmp_path: Path):
    """The fall-back gives the same cells, within the same limits."""
    source = READER.read_text("utf-8").replace(
        "    from python_calamine import", "    raise ValueError\n    from python_calamine import"
    )
    (tmp_path / "reader.py").write_text(source, "utf-8")
    shutil.copytree(READER.with_name("raw"), tmp_path / "raw")
    content = xlsx(dti_rows())

    assert read_book(content, Kind.XLSX, reader=tmp_path / "reader.py") == read_book(
        content, Kind.XLSX
    )


def test_more_than_fifty_sheets_are_too_many():
    others = {f"Trang {number}": [["x"]] for number in range(50)}

    told = read_book(xlsx([["x"]], others=others), Kind.XLSX)

    assert isinstance(told, Issue)
    assert told.code == "issue.too_many_sheets"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a,b\n" * 20_001, "issue.too_many_cells"),
        (b"," * 500 + b"x", "issue.too_many_cells"),
        (b"\xff\xfea", "issue.encoding"),
    ],
    ids=["rows", "columns", "letters"],
)
def test_text_has_the_same_limits(content: bytes, code: str):
    told = read_book(content, Kind.TEXT)

    assert isinstance(told, Issue)
    assert told.code == code


SHEET = "xl/worksheets/sheet1.xml"
FORGED = b'<c r="%s" t="e"><f>A1</f><v>#N/A</v></c>'


def _with_markup(markup: bytes, content: bytes | None = None) -> bytes:
    content = content or xlsx(dti_rows())
    end = b"</worksheet>"
    return with_part(content, SHEET, part_of(content, SHEET).replace(end, markup + end))


@pytest.mark.parametrize("cell", [b"C5", b"B" + b"1" * 5_000], ids=["a cell", "5,000 digits"])
@pytest.mark.parametrize(
    "around", [b"<!--%s-->", b"<?note %s?>", b"<note><![CDATA[<!--%s]]></note>"]
)
def test_a_comment_that_looks_like_a_cell_raised_a_value_error(around: bytes, cell: bytes):
    """The reader's patterns read comments; int() refuses 5,000 digits."""
    content = _with_markup(around % (FORGED % cell))

    assert read_book(content, Kind.XLSX) == read_book(xlsx(dti_rows()), Kind.XLSX)


def test_a_forged_error_cannot_replace_a_figure():
    rows = dti_rows()
    rows[4][2] = Formula("=1/0", "#DIV/0!")
    content = _with_markup(b"<x>" + FORGED % b"C6" + b"</x>", xlsx(rows))

    told = [(one.code, one.cell) for one in read_delivery(content, "dti.xlsx").issues]

    assert told == [("issue.error_cell", "DTI!C5")]


@pytest.mark.parametrize(
    "answer",
    ["{'sheets': 7}", "{'sheets': [{'visible': True}]}", "[]", "{'sheets': [None]}", "{'x': 1}"],
)
def test_an_answer_of_another_shape_is_a_refusal(tmp_path: Path, answer: str):
    body = f"import json; print(json.dumps({answer}))"

    assert read_book(b"", Kind.XLSX, reader=_reader(tmp_path, body)) == STOPPED


def test_an_endless_answer_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(child, "MAX_ANSWER", 1_000)
    body = "import sys\nwhile True: sys.stdout.write('[' * 4096)"
    before = threading.active_count()

    assert read_book(b"x" * 10**6, Kind.XLSX, reader=_reader(tmp_path, body)) == STOPPED
    assert threading.active_count() == before


def test_what_a_child_said_when_it_stopped_is_in_the_log_and_nowhere_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    reader = _reader(tmp_path, "raise SystemExit('the library libxyz is missing')")

    with caplog.at_level(logging.WARNING, "dti.ingest"):
        told = read_book(b"", Kind.XLSX, reader=reader)

    assert told == STOPPED
    assert "status 1" in caplog.text
    assert "the library libxyz is missing" in caplog.text
