"""Provinces side by side: the same figures, at the cells where they stand, and questions by row."""

from data.ingest import Answer, Delivery, read_delivery
from tests.fixtures.workbooks import Rows, names, xlsx

NAMES = names()


def _read(rows: Rows, *answers: Answer) -> Delivery:
    return read_delivery(xlsx(rows), "dti.xlsx", answers=answers)


def _of(cells: list[object], heading: object = "DTI 2023") -> Rows:
    return [["Chỉ số", *NAMES], [heading, *cells]]


def test_a_figure_is_found_at_its_own_cell():
    delivery = _read([["DTI theo tỉnh"], [], ["Năm", *NAMES], [2023, *([0.5] * 62), 0.7]])

    last = delivery.observations[-1]
    assert (delivery.outcome, last.cell, last.value, last.period) == ("loads", "BL4", 0.7, "2023")


def test_a_question_names_the_cell_of_the_sheet_and_one_answer_serves_the_row():
    cells: list[object] = [0.5] * 60
    rows = _of([*cells, "-", "-", 7.5])

    delivery = _read(rows)
    dash, wrong = delivery.questions
    answered = _read(
        rows,
        Answer("issue.dash", dash.cell, "missing"),
        Answer("issue.out_of_range", wrong.cell, "0.75"),
    )

    assert (dash.cells, wrong.cells) == (("DTI!BJ2", "DTI!BK2"), ("DTI!BL2",))
    assert (answered.outcome, len(answered.observations)) == ("loads", 63)
    assert [one.value for one in answered.observations[-3:]] == [None, None, 0.75]


def test_texts_with_two_readings_are_one_question_of_their_row():
    rows = _of([f"1.{number:03d}" for number in range(63)], "Số điểm chấp nhận thanh toán QR")

    delivery = _read([["Năm 2024"], *rows])

    assert [(one.code, len(one.cells)) for one in delivery.questions] == [
        ("issue.decimal_unclear", 63)
    ]


def test_a_province_twice_side_by_side_is_asked_about():
    rows: Rows = [["Chỉ số", *NAMES, "Hà Giang"], ["DTI 2023", *([0.5] * 63), 0.6]]

    (question,) = _read(rows).questions

    assert (question.code, question.cell) == ("issue.duplicate", "DTI!BM2")
    assert [one.value for one in question.options] == ["DTI!C2", "DTI!BM2", "skip"]


def test_an_unknown_province_is_asked_about_at_its_heading():
    rows = _of([0.5] * 63)
    rows[0][2] = "Hà Giag"

    (question,) = _read(rows).questions

    assert (question.code, question.cell, question.default) == (
        "issue.unknown_province",
        "DTI!C1",
        "02",
    )


def test_a_total_of_the_country_beside_the_provinces_is_compared():
    rows: Rows = [["Chỉ tiêu", "Cả nước", *NAMES], ["Số điểm QR", 7, *([2] * 63)]]

    (question,) = _read([["Năm 2024"], *rows]).questions

    assert (question.code, question.cell) == ("issue.total_differs", "DTI!B3")


def test_a_merged_figure_names_the_cells_of_the_sheet():
    rows = _of([0.5] * 63)
    rows[1][2] = None

    delivery = read_delivery(xlsx(rows, merged=["B2:C2"]), "dti.xlsx")

    (question,) = delivery.questions
    assert (question.code, question.cell) == ("issue.merged_cells", "DTI!B2")
    assert [one.value for one in question.options][:2] == ["DTI!B2", "DTI!C2"]


def test_names_in_a_line_of_words_are_no_table():
    rows: Rows = [["Nơi nhận:", "Hà Giang", "Cao Bằng", "Lào Cai"], ["Người ký", "x"]]

    assert _read(rows).outcome == "refused"


def test_provinces_below_one_another_stay_as_they_are():
    rows: Rows = [["Tỉnh", "DTI 2023", "Tỉnh giáp ranh", "", ""]]
    rows += [[name, 0.5, "Hà Nội", "Hải Phòng", "Đà Nẵng"] for name in NAMES]

    assert {one.cell[0] for one in _read(rows).observations} == {"B"}
