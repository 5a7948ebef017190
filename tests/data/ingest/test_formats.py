"""One table in every format gives one set of figures."""

import shutil
import subprocess
from pathlib import Path

import pytest

from data.ingest import Delivery, read_delivery
from tests.fixtures.formats import Fault, ods, xls, xlsb
from tests.fixtures.workbooks import Rows, csv, dti_rows, xlsx

COLLAPSED = "<table:table-column/>" * 2 + '<table:table-column table:visibility="collapse"/>'
EXPECTED = read_delivery(xlsx(dti_rows()), "dti.xlsx")

WRITERS = {
    "Excel 97": xls,
    "Excel 95": lambda rows: xls(rows, biff=5),
    "Excel binary": xlsb,
    "OpenDocument": ods,
}
WRAPPED = {
    "comma": lambda rows: csv(rows, ","),
    "semicolon": lambda rows: csv(rows, ";"),
    "tab": lambda rows: csv(rows, "\t"),
    "UTF-8 with mark": lambda rows: csv(rows, ",", "utf-8-sig"),
    "UTF-16": lambda rows: csv(rows, "\t", "utf-16"),
    "UTF-16 without mark": lambda rows: csv(rows, "\t", "utf-16-le"),
    "UTF-16, great end first": lambda rows: csv(rows, ";", "utf-16-be"),
}


def _wider(cell: object) -> Rows:
    """The usual rows with one more cell behind each figure."""
    return [[*row, cell] if number > 2 else row for number, row in enumerate(dti_rows())]


def _figures(delivery: Delivery) -> list[tuple]:
    return [
        (one.province_code, one.indicator_id, one.period, one.value, one.status, one.cell)
        for one in delivery.observations
    ]


@pytest.mark.parametrize("name", [*WRITERS, *WRAPPED])
def test_every_format_gives_the_same_figures(name: str):
    delivery = read_delivery((WRITERS | WRAPPED)[name](dti_rows()), "so-lieu.tep")

    assert delivery.issues == ()
    assert _figures(delivery) == _figures(EXPECTED)


@pytest.mark.parametrize("name", WRITERS)
def test_an_error_cell_is_told_in_every_format(name: str):
    rows: Rows = dti_rows()
    rows[4][2] = Fault()

    delivery = read_delivery(WRITERS[name](rows), "dti")

    told = [(one.code, one.cell, one.found) for one in delivery.issues]
    assert told == [("issue.error_cell", "DTI!C5", "#DIV/0!")]


@pytest.mark.parametrize(
    "content",
    [
        xls(_wider(0.5), hidden_columns=[3]),
        xls(_wider(0.5), biff=5, hidden_columns=[3]),
        xlsb(_wider(0.5), hidden_columns=[3]),
        ods(_wider(0.5), columns="<table:table-column/>" + COLLAPSED),
    ],
    ids=WRITERS,
)
def test_a_hidden_column_is_named_and_left_out_in_every_format(content: bytes):
    delivery = read_delivery(content, "dti")

    assert [(one.code, one.found) for one in delivery.issues] == [("issue.hidden_columns", "D")]
    assert _figures(delivery) == _figures(EXPECTED)


@pytest.mark.parametrize(
    "content",
    [xls(dti_rows(), hidden_rows=[4, 5]), xlsb(dti_rows(), hidden_rows=[4, 5])],
    ids=["xls", "xlsb"],
)
def test_hidden_rows_are_named_in_binary_workbooks(content: bytes):
    delivery = read_delivery(content, "dti")

    assert ("issue.hidden_rows", "5–6") in [(one.code, one.found) for one in delivery.issues]
    assert len(delivery.observations) == len(EXPECTED.observations) - 2


def test_quoted_lines_and_separators_stay_in_their_cells():
    rows: Rows = [["Tỉnh,\nthành phố", "DTI,\n2023"], *(row[1:] for row in dti_rows()[3:])]

    delivery = read_delivery(csv(rows), "dti.csv")

    assert [one.value for one in delivery.observations] == [
        one.value for one in EXPECTED.observations
    ]


@pytest.mark.parametrize("biff", [5, 8])
def test_the_second_reader_opens_what_the_first_cannot(biff: int):
    """Records without the OLE2 file around them, as some programs write them."""
    rows = dti_rows()
    rows[4][2] = Fault()

    delivery = read_delivery(xls(rows, biff=biff, wrapped=False), "dti.xls")

    assert [(one.code, one.cell) for one in delivery.issues] == [("issue.error_cell", "DTI!C5")]
    assert len(delivery.observations) == len(EXPECTED.observations) - 1


@pytest.mark.office
@pytest.mark.parametrize(("kind", "told"), [("xls:MS Excel 97", "xls"), ("ods", "ods")])
def test_what_libreoffice_writes_gives_the_same_figures(tmp_path: Path, kind: str, told: str):
    source = tmp_path / "dti.xlsx"
    source.write_bytes(xlsx(_wider("ẩn"), hidden_columns=["D:D"]))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [shutil.which("soffice") or "soffice", home, "--headless", "--convert-to", kind]

    subprocess.run([*command, "--outdir", tmp_path / "out", source], check=True, timeout=120)
    delivery = read_delivery((tmp_path / "out" / f"dti.{told}").read_bytes(), "dti")

    assert [(one.code, one.found) for one in delivery.issues] == [("issue.hidden_columns", "D")]
    assert _figures(delivery) == _figures(EXPECTED)
