"""A column that asks nothing is read as a whole, and says what its cells say one by one."""

import pytest

from data.ingest.book import Cell, Sheet
from data.ingest.entries import Asked, read_entries, read_rows
from data.ingest.plain import Run, plain_runs
from data.ingest.questions import Given
from data.ingest.table import Table, find_table
from data.ingest.unclear import columns_of
from indicators.model import Status
from tests.fixtures.workbooks import names

ASKED = Asked(None, None, "2023")
DTI, POOR = "DTI", "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)"


def _table(*rows: tuple[Cell, ...], headings: tuple[str, ...] = (DTI, POOR)) -> Table:
    table = find_table(Sheet("S", (("Tỉnh", *headings), *rows)))
    assert table is not None
    return table


def _of_provinces(*cells: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((name, *row) for name, row in zip(names(), cells, strict=False))


def _runs(table: Table) -> list[Run]:
    columns = columns_of(table, None, {}, Given())
    runs, rest = plain_runs(table, columns, read_rows(table, columns, ASKED), ASKED)
    assert len(runs) + len(rest.figures) == len(columns.figures)
    return runs


@pytest.mark.parametrize(
    "table",
    [
        _table(*_of_provinces((0.5, 12.5), (0.6, None), (0.7, 3.0))),
        _table(("Cả nước", 0.6, 8.0), *_of_provinces((0.5, 12.5), (0.6, 2.0), (0.7, 3.0))),
        _table(
            *_of_provinces((0.5, "2022", "Sơ bộ"), (0.6, "2023", None), (0.7, "2022", None)),
            headings=(DTI, "Năm", "Trạng thái"),
        ),
    ],
    ids=["gaps", "totals", "periods and statuses"],
)
def test_a_whole_column_is_what_its_cells_are(table: Table):
    columns = columns_of(table, None, {}, Given())
    rows = read_rows(table, columns, ASKED)

    runs, _ = plain_runs(table, columns, rows, ASKED)

    one_by_one = read_entries(table, columns, rows, ASKED, {}, Given())
    assert [one.column for one in runs] == list(columns.figures)
    assert [entry for run in runs for entry in run.entries("S")] == one_by_one.entries
    assert {at: set(rows) for run in runs for at, rows in run.spans.items()} == one_by_one.spans


@pytest.mark.parametrize(
    "cell", ["0,7", 72.0, float("nan"), True, "..."], ids=["text", "range", "nan", "true", "gap"]
)
def test_one_odd_cell_sends_its_column_cell_by_cell(cell: Cell):
    table = _table(*_of_provinces((0.5, 12.5), (cell, 2.0), (0.7, 3.0)))

    assert [run.column.heading for run in _runs(table)] == [POOR]


def test_shares_for_percentages_and_parts_of_things_are_not_plain():
    heads = (POOR, "Số điểm chấp nhận QR")
    table = _table(*_of_provinces((0.125, 3.5), (0.02, 2.0), (0.03, 1.0)), headings=heads)

    assert _runs(table) == []


def test_a_row_that_says_missing_leaves_no_column_plain():
    table = _table(
        *_of_provinces((0.5, None), (0.6, "Chưa có số liệu")), headings=(DTI, "Trạng thái")
    )

    assert _runs(table) == []


def test_a_merged_cell_keeps_its_columns_from_being_plain():
    rows = (("Tỉnh", DTI, POOR), *_of_provinces((0.5, 12.5), (None, 2.0), (0.7, 3.0)))
    table = find_table(Sheet("S", rows, merged=((1, 1, 2, 1),)))

    assert table is not None
    assert [run.column.heading for run in _runs(table)] == [POOR]


def test_a_row_status_counts_and_the_heading_stands_in_for_it():
    table = _table(
        *_of_provinces((0.5, "Ước tính"), (0.6, None)), headings=("DTI (sơ bộ)", "Trạng thái")
    )

    (run,) = _runs(table)

    assert [entry.status for entry in run.entries("S")] == [Status.E, Status.P]
