"""Whatever happens in the child happens to the child only."""

import os
from pathlib import Path

import pytest

from data.ingest import child
from data.ingest.book import Book, Sheet
from data.ingest.child import READER, read_book
from data.ingest.issues import Issue
from data.ingest.sniff import Kind
from tests.fixtures.workbooks import dti_rows, xlsx

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
    heavy = {"numpy", "pandas", "pyarrow", "openpyxl", "zoneinfo"}
    source = READER.read_text("utf-8").replace(
        "    sys.stdout.write(answer)",
        "    print(json.dumps({'failed': 'x', 'found': ' '.join(sys.modules)}))",
    )
    (tmp_path / "reader.py").write_text(source, "utf-8")

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
        ("Tỉnh,Năm".encode("cp1258", "replace") + b"\xe0\xff\n1,2", "issue.encoding"),
    ],
    ids=["rows", "columns", "letters"],
)
def test_text_has_the_same_limits(content: bytes, code: str):
    told = read_book(content, Kind.TEXT)

    assert isinstance(told, Issue)
    assert told.code == code
