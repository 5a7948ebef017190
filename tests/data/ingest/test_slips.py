"""What a spreadsheet made of a figure before anybody saw it."""

from data.ingest import Answer, Delivery, message, read_delivery
from tests.fixtures.workbooks import Rows, csv, names, xlsx


def _points(*cells: object, heading: str = "Số điểm QR 31/8/2024", **more: object) -> Delivery:
    rows: Rows = [["Tỉnh", heading], *([name, 4_000] for name in names())]
    for row, cell in zip(rows[1:], cells, strict=False):
        row[1] = cell
    return read_delivery(xlsx(rows), "qr.xlsx", **more)  # type: ignore[arg-type]


def test_twelve_thousand_points_were_stored_as_twelve():
    """Excel with English settings makes 12.48 of "12.480"."""
    delivery = _points(12.48)

    (issue,) = delivery.issues
    assert (issue.code, issue.cell, delivery.outcome) == (
        "issue.count_not_whole",
        "DTI!B2",
        "review",
    )
    assert message(issue, "vi").endswith(
        "Điểm chấp nhận thanh toán QR là số đếm nhưng ô ghi 12,48. Có phải 12.480?"
    )


def test_the_answer_gives_the_figure():
    for choice, value in (("convert", 12_480), ("as_is", 12.48), ("12.481", 12_481)):
        answers = [Answer("issue.count_not_whole", "DTI!B2", choice)]
        delivery = _points(12.48, answers=answers)

        assert (delivery.outcome, delivery.observations[0].value) == ("loads", value)


def test_a_count_in_thousands_has_decimals_by_right():
    delivery = _points(12.48, heading="Số lượng giao dịch QR (nghìn món) 2024")

    assert (delivery.outcome, delivery.observations[0].value) == ("loads", 12_480)


def test_a_share_among_percents_is_asked_about():
    rows = [["Tỉnh", "Tỷ lệ hộ nghèo (rà soát) 2023"], *([name, "28,94%"] for name in names())]
    rows[1][1] = "0,2471"

    delivery = read_delivery(csv(rows, ";"), "ngheo.csv")

    (issue,) = delivery.issues
    assert (issue.code, issue.found, issue.expected) == ("issue.percent_unsure", "0.2471", "24.71")
    assert delivery.outcome == "review"
