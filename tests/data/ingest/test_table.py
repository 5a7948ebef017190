"""A file that is allowed in may not hold the process that serves readers."""

import time

import pytest

from data.ingest import meant as resolving
from data.ingest import named, read_delivery
from tests.fixtures.workbooks import names, xlsx

HEAD = "Tỉnh,DTI 2023\n" + "".join(f"{name},0.5\n" for name in names())


def _words(row: int, count: int) -> str:
    return ",".join(f"từ {'abcdefghij'[one % 10]}{row}x{one}" for one in range(count))


def test_a_hundred_columns_of_different_texts_held_the_process(monkeypatch: pytest.MonkeyPatch):
    """1,500 rows of 100 different texts were 150,000 look-ups: 7 s of the serving process."""
    looked_up: list[str] = []
    monkeypatch.setattr(named, "lists_with", lambda name: looked_up.append(name) or ())
    content = "\n".join(_words(row, 100) for row in range(1_500)).encode()

    (issue,) = read_delivery(content, "a.csv").issues

    assert issue.code == "issue.too_many_names"
    assert len(looked_up) == 10_000


def test_texts_beside_a_table_are_not_looked_up_as_names():
    content = (HEAD + "\n".join(_words(row, 100) for row in range(1_500))).encode()

    start = time.process_time()
    delivery = read_delivery(content, "a.csv")

    assert len(delivery.observations) == 63
    assert time.process_time() - start < 3


def test_a_thousand_unknown_names_are_suggested_for_twenty_times_only(
    monkeypatch: pytest.MonkeyPatch,
):
    asked: list[str] = []
    monkeypatch.setattr(resolving, "nearest", lambda name, boundary: asked.append(name))
    content = (HEAD + "".join(f"Xã {n}a,0.5\n" for n in range(1_000))).encode()

    issues = read_delivery(content, "a.csv").issues

    assert len(asked) == 20
    assert [one.code for one in issues] == [
        *["issue.unknown_province"] * 20,
        "issue.unknown_provinces",
    ]
    assert (issues[-1].cell, issues[-1].expected) == ("a!A85", "980")


def test_findings_of_one_kind_are_listed_a_hundred_times_and_then_counted():
    lines = [f"{name},đang tính" for name in names() for _ in range(3)]
    content = "\n".join(["Tỉnh,DTI 2023", "Hà Nội,0.5", *lines]).encode()

    issues = read_delivery(content, "a.csv").issues

    assert [one.code for one in issues].count("issue.not_a_number") == 100
    (more,) = (one for one in issues if one.code == "issue.more")
    assert (more.cell, more.found) == ("a!B102", "89")


def test_a_table_below_the_first_rows_is_found():
    rows = [["Thuyết minh số liệu"]] * 450 + [["Tỉnh", "DTI 2023"]]

    delivery = read_delivery(xlsx([*rows, *([name, 0.5] for name in names())]), "dti.xlsx")

    assert (delivery.outcome, len(delivery.observations)) == ("loads", 63)


@pytest.mark.parametrize(("width", "code"), [(51, "issue.too_many_cells"), (3, "")])
def test_too_many_cells_are_refused_in_one_sentence(width: int, code: str):
    content = (HEAD + ("," * (width - 1) + "x\n") * 19_900).encode()

    codes = [one.code for one in read_delivery(content, "a.csv").issues]

    assert codes == ([code] if code else [])
