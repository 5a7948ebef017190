"""Thirty seeded faults in one workbook are thirty findings at the right cells."""

from data.ingest import Answer, message, read_delivery
from tests.fixtures.thirty_faults import PLACES, thirty_faults

CONTENT = thirty_faults()


def test_thirty_seeded_faults_are_thirty_findings_at_their_cells():
    delivery = read_delivery(CONTENT, "bao_cao.xlsx")

    assert len(PLACES) == 30
    assert sorted((one.code, one.cell) for one in delivery.issues) == sorted(PLACES)
    assert {str(one.severity) for one in delivery.issues} == {"review"}
    assert {(one.code, cell) for one in delivery.questions for cell in one.cells} >= set(PLACES)


def test_every_finding_begins_with_its_place_and_says_no_word_of_computers():
    for issue in read_delivery(CONTENT, "bao_cao.xlsx").issues:
        sheet, _, cell = issue.cell.rpartition("!")
        said = message(issue, "vi")

        assert said.startswith(f'Ô {cell} (trang tính "{sheet}"): ')
        assert not {"None", "float", "str", "NaN", "null", "code"} & set(said.split()), said


def test_all_thirty_can_be_answered_in_the_page():
    """Answers may raise a further question, which is answered too: then the file loads."""
    delivery = read_delivery(CONTENT, "bao_cao.xlsx")
    answers: list[Answer] = []
    for _ in range(4):
        answers += [
            Answer(one.code, one.cell, one.default or one.options[0].value, "đã đối chiếu")
            for one in delivery.questions
        ]
        delivery = read_delivery(CONTENT, "bao_cao.xlsx", answers=answers)
        if delivery.outcome == "loads":
            break

    assert (delivery.outcome, delivery.questions) == ("loads", ())
    assert len(delivery.answered) >= 30
