"""A table is found wherever it begins: far to the right, far below, behind another."""

import pytest

from data.ingest import Delivery, read_delivery
from data.reference import provinces
from tests.fixtures.workbooks import Rows, names, xlsx

CODES = list(provinces("63"))
TABLE: Rows = [["STT", "Tỉnh", "DTI 2023"]]
TABLE += [[n, name, n / 100] for n, name in enumerate(names(), start=1)]


def _moved(rows: Rows, columns: int, down: int = 0) -> Rows:
    return [*([] for _ in range(down)), *([None] * columns + row for row in rows)]


def _last(delivery: Delivery) -> tuple[object, ...]:
    one = delivery.observations[-1]
    return delivery.outcome, len(delivery.observations), one.cell, one.value


@pytest.mark.parametrize(
    ("columns", "down", "cell"),
    [(29, 0, "AF64"), (31, 0, "AH64"), (120, 0, "DS64"), (0, 5_000, "C5064"), (60, 900, "BK964")],
)
def test_far_from_the_corner(columns: int, down: int, cell: str):
    rows = [["Báo cáo"], *_moved(TABLE, columns, down)]
    found = read_delivery(xlsx(rows), "dti.xlsx")

    last = f"{cell.rstrip('0123456789')}{int(cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')) + 1}"
    assert _last(found) == ("loads", 63, last, 0.63)


def test_a_letterhead_far_above_is_no_column_of_names():
    rows = [["UBND tỉnh Hà Giang"], ["Hà Giang"], *_moved(TABLE, 0, 300)]

    assert _last(read_delivery(xlsx(rows), "dti.xlsx")) == ("loads", 63, "C366", 0.63)


def test_codes_below_a_long_preface():
    rows: Rows = [[f"Căn cứ thứ {number}"] for number in range(80)]
    rows += [["Mã tỉnh", "DTI 2023"], *([int(code), 0.5] for code in CODES)]

    assert _last(read_delivery(xlsx(rows), "dti.xlsx")) == ("loads", 63, "B144", 0.5)


@pytest.mark.parametrize("lower", [False, True])
def test_a_second_list_far_to_the_right_was_read_under_the_names_of_the_first(lower: bool):
    """Its provinces stand in another order: each figure belongs to the name in front of it."""
    rows: Rows = [["Tỉnh", "DTI 2022"], *([name, 0.5] for name in names()), [], [], [], []]
    second: Rows = [[], [], [], [], ["Tỉnh", "DTI 2023"]]
    second += [[name, 0.9 if name == "Hà Giang" else 0.6] for name in reversed(names())]
    if lower:
        rows = [
            [*(left or [None, None]), *([None] * 34), *right]
            for left, right in zip(rows, second, strict=True)
        ]
    else:
        rows = [
            [*left, *([None] * 34), *right] for left, right in zip(rows, second[4:], strict=False)
        ]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    (found,) = (one for one in delivery.observations if one.value == 0.9)
    assert (delivery.outcome, found.province_code, found.period) == ("loads", "02", "2023")


def test_a_table_by_bank_that_begins_in_the_middle_of_the_sheet():
    rows: Rows = [["Số điểm QR trên địa bàn tỉnh Tuyên Quang đến ngày 31/8/2025"]]
    rows += [["STT", "Ngân hàng", "Số điểm QR"], [1, "Agribank", 6_480], [2, "BIDV", 6_000]]
    rows += [[None, "Tổng cộng", 12_480]]

    delivery = read_delivery(xlsx(_moved(rows, 12)), "qr.xlsx")

    (one,) = delivery.observations
    assert (one.province_code, one.value, one.cell) == ("08", 12_480, "O5")
