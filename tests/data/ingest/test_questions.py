"""Every question can be answered, and the answer is what is stored."""

from functools import cache

import pytest

from data.catalogue import indicators
from data.ingest import Answer, Delivery, Question, message, read_delivery
from data.ingest.book import Book
from data.ingest.child import read_book
from data.ingest.delivery import made, read_sheets
from data.ingest.one_table import Hints
from data.ingest.questions import Given
from data.ingest.sniff import sniff
from tests.fixtures.faults import FAULTS, Fault
from tests.fixtures.workbooks import Rows, dti_rows, names, row_of, xlsx

ASKING = {name: fault for name, fault in FAULTS.items() if fault.outcome == "review"}
REASON = "đã đối chiếu với công văn"


@cache
def book_of(content: bytes) -> Book:
    """The cells of a workbook; its process is started once for many answers."""
    book = read_book(content, sniff(content))
    assert isinstance(book, Book)
    return book


def read(fault: Fault, *answers: Answer) -> Delivery:
    return again(fault.content, *answers, **fault.hints)


def again(content: bytes, *answers: Answer, period: str | None = None) -> Delivery:
    """Read cells that are known already with other answers."""
    given = Given(answers)
    found = read_sheets(book_of(content), Hints(None, period, None, {}), given)
    return made(Delivery("dti.xlsx", "", ""), *found, given)


def needed(delivery: Delivery) -> list[Question]:
    return [one for one in delivery.questions if not one.optional]


def values(delivery: Delivery) -> dict[str, float | None]:
    return {one.province_code: one.value for one in delivery.observations}


@pytest.mark.parametrize("fault", ASKING.values(), ids=ASKING.keys())
def test_a_fault_that_waits_for_a_person_is_one_question_at_its_cell(fault: Fault):
    (question,) = needed(read(fault))

    assert (question.code, question.cell) == (f"issue.{fault.code}", fault.cell)
    assert question.options
    assert question.words.vi != question.words.en
    assert question.default in {None, *(one.value for one in question.options)}


@pytest.mark.parametrize("fault", ASKING.values(), ids=ASKING.keys())
def test_every_option_settles_its_question(fault: Fault):
    (question,) = needed(read(fault))

    for option in question.options[:6]:
        answer = Answer(question.code, question.cell, option.value, REASON)
        delivery = read(fault, answer)

        assert question.code not in {one.code for one in needed(delivery)}, option
        if delivery.outcome != "refused":
            assert delivery.answered == (answer,)
            (note,) = [one for one in delivery.issues if one.code == "issue.answered"]
            assert option.words.vi in message(note, "vi")


@pytest.mark.parametrize("fault", ASKING.values(), ids=ASKING.keys())
def test_until_somebody_answers_the_default_is_what_is_shown(fault: Fault):
    open_ = read(fault)
    (question,) = needed(open_)
    if question.default is None:
        return

    answered = read(fault, Answer(question.code, question.cell, question.default, REASON))

    if "issue.missing_province" not in {one.code for one in needed(answered)}:
        assert answered.outcome in {"loads", "refused"}
    assert answered.observations == open_.observations


CHOSEN = [
    ("unknown_province", "02", {"02": 0.799}),
    ("unknown_province", "04", {"04": 0.798}),
    ("former_province", "skip", {"02": 0.799}),
    ("error_cell", "0,7292", {"02": 0.7292}),
    ("error_cell", "missing", {"02": None}),
    ("text_for_number", "0.7292", {"02": 0.7292}),
    ("date_for_number", "0,72", {"02": 0.72}),
    ("figure_in_brackets", "missing", {"02": None}),
    ("out_of_range", "convert", {"02": 0.7292}),
    ("out_of_range", "0,73", {"02": 0.73}),
    ("out_of_range", "missing", {"02": None}),
    ("scale_of_1000", "convert", {"01": 0.8, "02": 0.799}),
    ("dash", "missing", {"02": None}),
    ("decimal_unclear", "comma", {"02": 1234.0}),
    ("duplicate", "DTI!C5", {"02": 0.799}),
    ("duplicate", "DTI!C67", {"02": 0.7}),
    ("missing_beside_a_number", "missing", {"02": None}),
    ("missing_beside_a_number", "as_is", {"02": 0.799}),
    ("one_value_for_three_provinces", "DTI!C5", {"02": 0.8}),
    ("code_of_another_province", "04", {"04": 0.798}),
]


@pytest.mark.parametrize(("name", "choice", "expected"), CHOSEN)
def test_a_choice_is_the_figure_that_is_stored(name: str, choice: str, expected: dict[str, float]):
    (question,) = needed(read(FAULTS[name]))

    found = values(read(FAULTS[name], Answer(question.code, question.cell, choice, REASON)))

    assert {code: found[code] for code in expected} == expected


def test_a_row_that_is_skipped_leaves_its_province_without_a_figure_and_says_so():
    (question,) = needed(read(FAULTS["unknown_province"]))

    delivery = read(FAULTS["unknown_province"], Answer(question.code, question.cell, "skip"))

    assert "02" not in values(delivery)
    assert [one.code for one in needed(delivery)] == ["issue.missing_province"]


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("out_of_range", "7,3"),
        ("out_of_range", "accept"),
        ("decimal_unclear", "nil"),
        ("dash", "nil"),
        ("mean_of_the_country", "accept"),
        ("period_unknown", "năm ngoái"),
        ("unknown_province", "99"),
    ],
)
def test_an_answer_that_does_not_fit_is_ignored(name: str, choice: str):
    """An impossible value is never stored, a share is never nil, a contradiction needs a reason."""
    (question,) = needed(read(FAULTS[name]))

    delivery = read(FAULTS[name], Answer(question.code, question.cell, choice))

    assert (delivery.answered, needed(delivery)) == ((), [question])


def test_an_answer_to_a_question_that_is_no_more_is_ignored():
    delivery = read_delivery(xlsx(dti_rows()), "a", answers=[Answer("issue.dash", "DTI!C5", "nil")])

    assert (delivery.outcome, delivery.answered) == ("loads", ())


def test_an_impossible_value_without_a_suggestion_is_never_stored():
    rows = dti_rows()
    rows[row_of("Hà Giang", rows) - 1][2] = -5.0

    delivery = again(xlsx(rows))

    (question,) = needed(delivery)
    assert (question.default, "02" in values(delivery)) == (None, False)


@pytest.mark.parametrize(
    ("name", "choice", "period"),
    [
        ("period_unknown", "2022", "2022"),
        ("period_differs", "2023", "2023"),
        ("period_differs", "2022", "2022"),
        ("old_list_for_a_new_year", "63", "2025"),
        ("old_list_for_a_new_year", "2024", "2024"),
        ("new_list_for_an_old_year", "34", "2023"),
        ("new_list_for_an_old_year", "2025", "2025"),
    ],
)
def test_a_period_or_the_list_is_said_with_one_answer(name: str, choice: str, period: str):
    (question,) = needed(read(FAULTS[name]))

    delivery = read(FAULTS[name], Answer(question.code, question.cell, choice))

    assert (delivery.outcome, delivery.periods) == ("loads", (period,))
    assert delivery.boundary == ("34" if name.startswith("new_list") else "63")


def test_an_unclear_heading_is_the_indicator_that_is_chosen():
    (question,) = needed(read(FAULTS["ambiguous_heading"]))

    delivery = read(
        FAULTS["ambiguous_heading"],
        Answer(question.code, question.cell, "dti_economy_pillar"),
    )

    assert {one.indicator_id for one in delivery.observations} == {"dti_economy_pillar"}
    assert (delivery.outcome, len(delivery.observations)) == ("loads", 63)


def test_a_column_that_nobody_knows_loads_without_an_answer_and_with_one():
    rows = dti_rows()
    rows[2].append("Chỉ số XYZ")
    for row in rows[3:]:
        row.append(0.25)
    content = xlsx(rows)

    delivery = again(content)
    (question,) = delivery.questions
    answer = Answer(question.code, question.cell, "dti_infrastructure")
    told = again(content, answer)

    assert (delivery.outcome, question.optional, question.found) == ("loads", True, "Chỉ số XYZ")
    assert len(told.observations) == 126
    assert (told.outcome, told.questions, told.answered) == ("loads", (), (answer,))


def test_a_unit_is_chosen_among_those_of_the_indicator():
    rows: Rows = [["Bảng"], ["Đơn vị tính: đầu người"], ["Địa phương", "Dân số trung bình 2023"]]
    content = xlsx([*rows, *([name, 800_000] for name in names())])
    (unit, _) = (one.code for one in needed(again(content)))
    assert unit == "issue.unit_unknown"

    delivery = again(content, Answer(unit, "DTI!B3", "người"))

    assert (delivery.outcome, values(delivery)["01"]) == ("loads", 800.0)


def test_alike_cells_are_one_question_and_one_answer():
    rows = dti_rows(value=lambda place: "-" if place < 3 else "đang tính" if place < 6 else 0.5)

    delivery = again(xlsx(rows))
    text, dash = delivery.questions
    answers = [Answer(one.code, one.cell, "missing") for one in (dash, text)]
    told = again(xlsx(rows), *answers)

    assert text.cells == ("DTI!C7", "DTI!C8", "DTI!C9")
    assert dash.cells == ("DTI!C4", "DTI!C5", "DTI!C6")
    assert told.outcome == "loads"
    assert [one.value for one in told.observations[:6]] == [None] * 6


def test_a_number_that_is_typed_is_the_figure_of_one_cell_only():
    rows = dti_rows(value=lambda place: "đang tính" if place < 2 else 0.5)

    answer = Answer("issue.not_a_number", "DTI!C4", "0,61")
    delivery = again(xlsx(rows), answer)

    (question,) = delivery.questions
    assert (question.cells, values(delivery)["01"]) == (("DTI!C5",), 0.61)


def test_a_dash_under_a_count_may_be_nil():
    rows: Rows = [["Tỉnh", "Số hộ nghèo 2023"], *([name, 500] for name in names())]
    rows[1][1] = "-"

    delivery = again(xlsx(rows), Answer("issue.dash", "DTI!B2", "nil"))

    assert (delivery.outcome, values(delivery)["01"]) == ("loads", 0.0)


@pytest.mark.parametrize(("mark", "value"), [("comma", 1234.0), ("point", 1.234)])
def test_the_decimal_mark_is_chosen_for_the_column(mark: str, value: float):
    heading = f"{indicators()['qr_value'].name.vi} (tỷ đồng)"
    rows: Rows = [["Tỉnh", f"{heading} 2023"], *([name, "1.234"] for name in names())]
    (question,) = needed(again(xlsx(rows)))

    delivery = again(xlsx(rows), Answer(question.code, question.cell, mark))

    assert (question.code, len(question.cells)) == ("issue.decimal_unclear", 63)
    assert (delivery.outcome, values(delivery)["01"]) == ("loads", value)


def test_one_answer_for_a_table_that_stands_twice():
    content = xlsx(dti_rows(), others={"Bản sao": dti_rows(value=lambda place: 0.5)})
    (question,) = needed(again(content))

    delivery = again(content, Answer(question.code, question.cell, question.cell))

    assert len(question.cells) == 63
    assert delivery.outcome == "loads"
    assert {one.sheet for one in delivery.observations} == {"Bản sao"}


def test_two_lists_in_one_table_are_settled_by_naming_one():
    older = [name for name in names() if name not in names("34")]
    rows: Rows = [["Tỉnh", "DTI 2026"], *([name, 0.5] for name in names("34"))]
    rows += [[name, 0.6] for name in older[:5]]
    (question,) = needed(again(xlsx(rows)))

    delivery = again(xlsx(rows), Answer("issue.mixed_boundary", question.cell, "34"))

    assert question.code == "issue.mixed_boundary"
    assert (delivery.outcome, len(delivery.observations)) == ("loads", 34)


def test_answers_to_several_questions_are_taken_together():
    rows = dti_rows()
    rows[row_of("Hà Giang", rows) - 1][1] = "Hà Giag"
    rows[row_of("Cao Bằng", rows) - 1][2] = "-"
    rows[row_of("Lào Cai", rows) - 1][2] = 7.5
    content = xlsx(rows)
    answers = [Answer(one.code, one.cell, one.default or "") for one in again(content).questions]

    delivery = read_delivery(content, "dti.xlsx", answers=answers)

    assert (delivery.outcome, set(delivery.answered)) == ("loads", set(answers))
    found = values(delivery)
    assert (found["02"], found["04"], found["10"]) == (0.799, None, 0.75)
