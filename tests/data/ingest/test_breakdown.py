"""A table of one province by banks or communes: its total row is asked about."""

import pytest

from data.ingest import Answer, Delivery, message, read_delivery
from tests.fixtures.workbooks import Rows, csv, xlsx

BANKS: list[list[object]] = [
    [1, "Agribank Chi nhánh tỉnh Tuyên Quang", 6_480],
    [2, "Vietcombank", 3_500],
    [3, "BIDV", 2_500],
]
HEAD: list[object] = ["STT", "Ngân hàng", "Số điểm QR"]
TITLE = "Số điểm chấp nhận thanh toán QR trên địa bàn tỉnh Tuyên Quang đến ngày 31/8/2025"


def _by_bank(*, total: object = 12_480, title: str = TITLE, label: str = "Tổng cộng") -> Rows:
    return [["NHNN KHU VỰC 4"], [title], HEAD, *BANKS, [None, label, total]]


def _codes(delivery: Delivery) -> list[tuple[str, str]]:
    return [(issue.code, issue.cell) for issue in delivery.issues]


def _figure(delivery: Delivery) -> tuple[object, ...]:
    (one,) = delivery.observations
    return one.province_code, one.boundary, one.indicator_id, one.period, one.value, one.status


TUYEN_QUANG = ("08", "34", "qr_acceptance_points", "2025-08-31", 12_480, "A")
COMMUNES: Rows = [
    ["Toàn tỉnh", 12_480],
    ["Phường Hà Giang 1", 9_980],
    ["Xã Đồng Văn", 2_500],
    ["Tuyên Quang", "..."],
]
LAYOUTS = {
    "by bank": xlsx(_by_bank()),
    "the total above, by commune, one with the name of a province": xlsx(
        [[TITLE], ["Xã, phường", "Số điểm QR"], *COMMUNES]
    ),
    "the total over the column of numbers": xlsx(
        [[TITLE], HEAD, *BANKS, ["TỔNG CỘNG", None, 12_480]], merged=["A6:B6"]
    ),
    "the province in the total row": xlsx(
        _by_bank(title="Số điểm QR đến 31/8/2025", label="Tổng cộng tỉnh Tuyên Quang")
    ),
    "the province in the name of the sheet": xlsx(
        _by_bank(title="Số điểm QR đến 31/8/2025"), sheet="Tuyên Quang"
    ),
    "groups that add up, and their banks": xlsx(
        [
            [TITLE],
            HEAD,
            ["I", "Ngân hàng thương mại nhà nước", 8_980],
            *[[1, "Agribank", 6_480], [2, "BIDV", 2_500]],
            ["II", "Ngân hàng thương mại cổ phần", 3_500],
            [1, "MB", 3_500],
            [None, "Tổng cộng", 12_480],
        ]
    ),
    "text": csv(_by_bank(), ";"),
    "numbers as texts": csv(
        [[TITLE], HEAD, ["1", "Agribank", "11.230"], ["2", "B", "1.250"], ["", "Cộng", "12.480"]],
        ";",
    ),
}


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name != "numbers as texts"])
def test_the_total_row_is_asked_about_once_and_accepted_it_is_the_figure(name: str):
    delivery = read_delivery(LAYOUTS[name], "qr.xlsx")

    (question,) = delivery.questions
    assert (question.code, delivery.outcome) == ("issue.breakdown", "review")
    accepted = read_delivery(
        LAYOUTS[name], "qr.xlsx", answers=[Answer(question.code, question.cell, "accept")]
    )
    assert (accepted.outcome, accepted.questions) == ("loads", ())
    assert _figure(accepted) == TUYEN_QUANG


def test_the_question_is_in_the_words_of_the_glossary():
    delivery = read_delivery(LAYOUTS["by bank"], "qr.xlsx")

    (issue,) = delivery.issues
    assert message(issue, "vi") == (
        'Ô C7 (trang tính "DTI"): Bảng chia theo ngân hàng (hoặc xã, phường) của tỉnh Tuyên Quang. '
        'Lấy dòng "Tổng cộng" 12.480 làm số của tỉnh?'
    )


def test_the_name_of_the_file_names_the_province_where_nothing_else_does():
    content = xlsx(_by_bank(title="Số điểm QR đến 31/8/2025"))

    assert _figure(read_delivery(content, "QR_TuyenQuang_2025.xlsx")) == TUYEN_QUANG
    assert _codes(read_delivery(content, "QR_2025.xlsx")) == [("issue.no_table", "")]


def test_a_sum_that_differs_is_asked_at_the_total():
    delivery = read_delivery(xlsx(_by_bank(total=12_408)), "qr.xlsx")

    assert _codes(delivery) == [("issue.breakdown", "DTI!C7"), ("issue.sum_differs", "DTI!C7")]
    assert message(delivery.issues[1], "vi").endswith(
        'Tổng các dòng là 12.480, dòng "Tổng cộng" ghi 12.408. Xem lại ô này.'
    )


def test_every_column_is_one_question_together():
    rows: Rows = [[TITLE], [*HEAD, "Số lượng giao dịch (món)"]]
    rows += [[*row, 100] for row in BANKS] + [[None, "Tổng cộng", 12_480, 300]]

    delivery = read_delivery(xlsx(rows), "qr.xlsx")

    (question,) = delivery.questions
    assert question.cells == ("DTI!C6", "DTI!D6")
    assert {one.value for one in delivery.observations} == {12_480, 300}


def test_titles_that_name_two_provinces_name_none():
    content = xlsx(_by_bank(title="QR của tỉnh Tuyên Quang và tỉnh Lào Cai đến 31/8/2025"))

    assert _codes(read_delivery(content, "qr.xlsx")) == [("issue.no_table", "")]


def test_rates_by_district_have_no_sum():
    rows: Rows = [["Tỷ lệ hộ nghèo tỉnh Tuyên Quang năm 2025"], ["Xã", "Tỷ lệ hộ nghèo (%)"]]
    rows += [["Xã A", 10.0], ["Xã B", 20.0], ["Toàn tỉnh", 14.0]]

    assert _codes(read_delivery(xlsx(rows), "a.xlsx")) == [("issue.breakdown", "DTI!B5")]


def test_a_table_of_provinces_with_a_total_is_no_breakdown():
    rows: Rows = [
        ["Điểm QR đến 31/8/2025"],
        ["Tỉnh", "Số điểm QR"],
        ["Tuyên Quang", 5],
        ["Lào Cai", 7],
    ]

    delivery = read_delivery(xlsx([*rows, ["Tổng cộng", 12]]), "qr.xlsx")

    assert _codes(delivery) == [("issue.missing_province", "DTI!A2")]
