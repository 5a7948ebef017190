"""Provinces with several rows each: that of the whole counts, or one question asks which does."""

import pytest

from data.ingest import Answer, Delivery, message, read_delivery
from tests.fixtures.workbooks import Rows, csv, names, xlsx

TITLE = ["Tỷ lệ hộ nghèo năm 2023"]
RATE = "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)"
AREAS = [("Chung", 10.0), ("Thành thị", 5.0), ("Nông thôn", 15.0)]


def _rows(heading: str, parts: list[tuple[str, float]]) -> Rows:
    """A table in which each province has a row for each part; its figures rise with its place."""
    rows: Rows = [TITLE, ["Tỉnh", heading, RATE]]
    for place, name in enumerate(names()):
        rows += [[name, part, value + place / 10] for part, value in parts]
    return rows


def _read(rows: Rows, *answers: Answer) -> Delivery:
    return read_delivery(xlsx(rows), "ngheo.xlsx", answers=answers)


def _codes(delivery: Delivery) -> list[tuple[str, str]]:
    return [(one.code, one.cell) for one in delivery.issues]


def _first(delivery: Delivery) -> tuple[object, ...]:
    one = delivery.observations[0]
    return one.province_code, one.value, one.cell, len(delivery.observations)


@pytest.mark.parametrize("heading", ["Khu vực", "Phân theo", "", "Chỉ tiêu"])
def test_the_row_of_the_whole_is_the_figure_and_the_others_are_named_once(heading: str):
    delivery = _read(_rows(heading, AREAS))

    assert (delivery.outcome, _first(delivery)) == ("loads", ("01", 10.0, "C3", 63))
    assert [message(one, "vi") for one in delivery.issues] == [
        'Ô B2 (trang tính "DTI"): Bảng chia số của mỗi tỉnh, thành phố thành nhiều dòng. Chỉ nạp '
        'dòng "Chung"; chưa nạp các dòng "Thành thị", "Nông thôn".'
    ]


def test_the_whole_may_be_the_last_of_many_banks():
    banks = [("Agribank", 1.0), ("Tổng công ty Bưu điện", 2.0), ("Tổng cộng", 3.0)]

    assert _first(_read(_rows("Ngân hàng", banks))) == ("01", 3.0, "C5", 63)


def test_figures_that_no_row_gives_as_a_whole_are_one_question_and_none_is_taken():
    """Nobody can say that the figure of the countryside is that of the province."""
    delivery = _read(_rows("Khu vực", AREAS[1:]))

    (question,) = delivery.questions
    assert (question.code, question.cells, delivery.observations) == (
        "issue.parts_unsure",
        ("DTI!B2",),
        (),
    )
    assert [one.value for one in question.options] == ["leave_out"]


def test_the_part_that_a_person_names_counts():
    rows = _rows("Loại hộ", [("Hộ nghèo", 5.0), ("Hộ cận nghèo", 7.0)])

    (question,) = _read(rows).questions
    answered = _read(rows, Answer(question.code, question.cell, "Hộ nghèo"))

    assert [one.value for one in question.options] == ["Hộ nghèo", "Hộ cận nghèo", "leave_out"]
    assert (answered.outcome, _first(answered)) == ("loads", ("01", 5.0, "C3", 63))


def test_leaving_the_rows_out_loads_nothing():
    rows = _rows("Khu vực", AREAS[1:])
    delivery = _read(rows, Answer("issue.parts_unsure", "DTI!B2", "leave_out"))

    assert (delivery.observations, delivery.questions) == ((), ())


def test_rows_of_years_are_no_parts():
    rows: Rows = [["Tỉnh", "Năm", "Khu vực", RATE]]
    rows += [[n, y, part, v] for n in names() for y in (2022, 2023) for part, v in AREAS]

    delivery = _read(rows)

    assert (delivery.outcome, _first(delivery)) == ("loads", ("01", 10.0, "D2", 126))


def test_remarks_at_some_rows_are_no_parts():
    rows: Rows = [["Tỉnh", "Năm", "Đợt", RATE]]
    rows += [[n, y, "bổ sung" if y == 2023 else None, 5.0] for n in names() for y in (2022, 2023)]

    assert (_read(rows).outcome, len(_read(rows).observations)) == ("loads", 126)


def test_a_province_without_a_row_of_the_whole_is_missing():
    rows = _rows("Khu vực", AREAS)
    rows.remove(next(row for row in rows if row[0] == "Hà Giang" and row[1] == "Chung"))

    assert _codes(_read(rows)) == [
        ("issue.parts_left_out", "DTI!B2"),
        ("issue.missing_province", "DTI!A2"),
    ]


def test_two_columns_of_parts_leave_the_whole_of_both():
    rows: Rows = [TITLE, ["Tỉnh", "Khu vực", "Giới tính", RATE]]
    for name in names():
        for area, value in AREAS:
            rows += [[name, area, sex, value] for sex in ("Tổng số", "Nam", "Nữ")]

    delivery = _read(rows)

    assert (delivery.outcome, _first(delivery)) == ("loads", ("01", 10.0, "D3", 63))
    assert [code for code, _ in _codes(delivery)] == ["issue.parts_left_out"] * 2


def test_the_country_has_parts_too_and_its_whole_is_compared():
    rows = _rows("Khu vực", AREAS)
    rows[2:2] = [["CẢ NƯỚC", part, value + 50] for part, value in AREAS]

    assert _codes(_read(rows)) == [
        ("issue.parts_left_out", "DTI!B2"),
        ("issue.total_differs", "DTI!C3"),
    ]


def test_rows_of_parts_below_each_name_were_unknown_provinces():
    rows: Rows = [TITLE, ["Tỉnh", RATE]]
    for name in names():
        rows += [[name, 10.0], ["Thành thị", 5.0], ["Nông thôn", 15.0]]

    delivery = read_delivery(csv(rows, ";"), "ngheo.csv")

    assert (delivery.outcome, _first(delivery)) == ("loads", ("01", 10.0, "B3", 63))
    assert message(delivery.issues[0], "vi").endswith(
        'Mỗi tỉnh, thành phố còn có các dòng "Thành thị", "Nông thôn"; chưa nạp các dòng đó.'
    )


def test_parts_below_names_without_a_figure_are_one_question():
    rows: Rows = [TITLE, ["Tỉnh", RATE]]
    for name in names():
        rows += [[name], ["Thành thị", 5.0], ["Nông thôn", 15.0]]

    delivery = _read(rows)

    assert (_codes(delivery), delivery.observations) == ([("issue.parts_unsure", "DTI!A4")], ())
