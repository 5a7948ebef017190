"""Whose period a figure has: of its heading, its row, its title; never a longer one by mistake."""

import pytest

from data.ingest import Answer, Delivery, read_delivery
from tests.fixtures.workbooks import Rows, names, xlsx

NAMES = names("34")
TITLE = "Thanh toán QR năm 2026"


def _read(head: Rows, *cells: object, title: str = TITLE, **more: object) -> Delivery:
    rows: Rows = [[title], *head, *([name, *cells] for name in NAMES)]
    return read_delivery(xlsx(rows), "qr.xlsx", **more)


def _codes(delivery: Delivery) -> list[str]:
    return [issue.code for issue in delivery.issues]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Số lượng giao dịch QR", "2026"),
        ("Số lượng giao dịch QR 9 tháng", "2026-01/2026-09"),
        ("Số lượng giao dịch QR quý III", "2026-Q3"),
        ("Số lượng giao dịch QR tháng 8", "2026-08"),
        ("Số lượng giao dịch QR lũy kế đến ngày 30/9", "2026-01/2026-09"),
        ("Số lượng giao dịch QR lũy kế đến 30/9/2026", "2026-01/2026-09"),
        ("Số lượng giao dịch QR đến ngày 30/9", "2026-09-30"),
    ],
)
def test_nine_months_were_stored_as_a_year(heading: str, period: str):
    """ "9 tháng" beside a title of 2026 was read as the whole of 2026."""
    delivery = _read([["Tỉnh", heading]], 5_000)

    assert (delivery.outcome, delivery.periods) == ("loads", (period,))


def test_months_under_a_merged_year_are_months_of_it():
    head: Rows = [["Tỉnh", "Năm 2025", None], [None, "9 tháng", "Quý IV"]]
    rows: Rows = [["Số lượng giao dịch QR"], *head, *([name, 5, 6] for name in NAMES)]

    delivery = read_delivery(xlsx(rows, merged=["A2:A3", "B2:C2"]), "qr.xlsx")

    assert delivery.periods == ("2025-01/2025-09", "2025-Q4")


@pytest.mark.parametrize("words", ["Tuần 3/2026", "6 tháng cuối năm 2026", "Lũy kế đến 15/9/2026"])
def test_a_period_that_is_none_is_asked_and_never_the_year_of_the_title(words: str):
    head: Rows = [["Tỉnh", "Số lượng giao dịch QR"], [None, words]]
    delivery = _read(head, 5_000)

    assert (_codes(delivery), delivery.observations) == (["issue.period_unread"], ())
    answers = [Answer("issue.period_unread", delivery.questions[0].cell, "2026-Q1")]
    answered = _read(head, 5_000, answers=answers)
    assert (answered.outcome, answered.periods) == ("loads", ("2026-Q1",))


@pytest.mark.parametrize(
    ("head", "cells", "period"),
    [
        (["Năm", "Tháng"], (2026, 8), "2026-08"),
        (["Năm", "Quý"], ("2026", "III"), "2026-Q3"),
        (["Năm", "Tháng"], (2026, "Tháng 08"), "2026-08"),
        (["Tháng"], (8,), "2026-08"),
        (["Kỳ báo cáo"], ("9 tháng",), "2026-01/2026-09"),
    ],
)
def test_month_and_quarter_may_stand_in_columns_of_their_own(
    head: list[object], cells: tuple[object, ...], period: str
):
    """A column "Tháng" was ignored, and a month stored as its year."""
    delivery = _read([["Tỉnh", *head, "Số lượng giao dịch QR"]], *cells, 5_000)

    assert (_codes(delivery), delivery.periods) == ([], (period,))


def test_a_row_whose_period_nobody_knows_is_asked_about_once():
    head: Rows = [["Tỉnh", "Kỳ", "Số lượng giao dịch QR"]]
    delivery = _read(head, "Tuần 3", 5_000)

    assert (_codes(delivery), delivery.observations) == (["issue.period_unread"], ())
    answers = [Answer("issue.period_unread", delivery.questions[0].cell, "2026-Q1")]
    assert _read(head, "Tuần 3", 5_000, answers=answers).periods == ("2026-Q1",)


def test_a_letterhead_with_the_day_of_signing_is_no_period():
    rows: Rows = [["Hà Nội, ngày 05 tháng 10 năm 2025"], ["Số điểm QR đến 31/8/2025"]]
    rows += [["Tỉnh", "Số điểm QR"], *([name, 5_000] for name in NAMES)]

    assert read_delivery(xlsx(rows), "qr.xlsx").periods == ("2025-08-31",)
