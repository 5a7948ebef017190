"""Questions of a check are answered one by one or by their code; what is said is stored."""

import pytest

from data.errors import NotAccepted
from data.ingest import Answer, read_delivery
from data.service import plain
from data.service.deliveries import STEPS, Report, check, publish
from data.service.opening import PUBLISHED
from data.service.rights import Person
from data.store import Store
from tests.fixtures.faults import FAULTS
from tests.fixtures.workbooks import dti_rows, row_of, xlsx

LAN = Person("Lan", may_write=True)


def report_on(store: Store, fault: str, *answers: Answer) -> Report:
    return check(store, FAULTS[fault].content, "dti.xlsx", answers=answers)


def stored(store: Store) -> dict[str, float]:
    release = store.current()
    assert release is not None
    found = store.observations(release, indicator_ids=["dti_total"], periods=["2023"])
    return dict(zip(found["province_code"], found["value"], strict=True))


def test_an_answer_makes_a_delivery_load_and_stands_in_the_history(store):
    (question,) = report_on(store, "unknown_province").questions
    answer = Answer(question.code, question.cell, "02")

    report = report_on(store, "unknown_province", answer)
    release = publish(store, report, person=LAN)

    assert (report.delivery.outcome, report.questions, report.answered) == ("loads", (), (answer,))
    assert stored(store)["02"] == 0.799
    (kept,) = release.answers
    assert (kept.code, kept.cell, kept.choice) == ("issue.unknown_province", "DTI!B5", "02")


def test_a_code_is_accepted_as_the_default_of_its_questions(store):
    release = publish(
        store, report_on(store, "out_of_range"), person=LAN, accept=["issue.out_of_range"]
    )

    assert release.accepted == ("issue.out_of_range",)
    assert stored(store)["02"] == 0.7292


@pytest.mark.parametrize("fault", ["duplicate", "impossible"])
def test_what_only_a_person_can_say_is_not_accepted_as_a_whole(store, fault: str):
    """An impossible value was stored as found when its code was accepted."""
    rows = dti_rows()
    rows[row_of("Hà Giang", rows) - 1][2] = -5.0
    content = FAULTS["duplicate"].content if fault == "duplicate" else xlsx(rows)
    report = check(store, content, "dti.xlsx")

    with pytest.raises(NotAccepted) as refused:
        publish(store, report, person=LAN, accept=report.open_codes)

    assert refused.value.codes == report.open_codes
    assert store.current() is None


def test_a_question_that_need_not_be_answered_keeps_nothing_out(store):
    rows = dti_rows()
    rows[2].append("Chỉ số XYZ")
    for row in rows[3:]:
        row.append(0.25)

    report = check(store, xlsx(rows), "dti.xlsx")

    assert [one.optional for one in report.questions] == [True]
    assert publish(store, report, person=LAN).written == 63


def test_a_score_that_no_history_makes_plausible_waits_for_a_reason(store):
    """Two provinces were swapped in the file of 2023; that of 2022 is in use."""
    publish(store, official(store, "dti_2022.xlsx"), person=LAN)
    rows = dti_rows()
    scores = {
        one.province_code: one.value
        for one in read_delivery((PUBLISHED / "dti_2023.xlsx").read_bytes(), "a").observations
        if one.indicator_id == "dti_total"
    }
    first, last = max(scores, key=scores.__getitem__), min(scores, key=scores.__getitem__)
    scores[first], scores[last] = scores[last], scores[first]
    for row, value in zip(rows[3:], scores.values(), strict=True):
        row[2] = value
    report = check(store, xlsx(rows), "dti.xlsx")

    (question,) = report.questions
    reasoned = Answer(question.code, question.cell, "accept", "công văn đính chính số 12")
    told = check(store, xlsx(rows), "dti.xlsx", answers=[reasoned])

    assert (question.code, len(question.cells), question.needs_reason) == ("issue.jump", 2, True)
    assert told.delivery.outcome == "loads"
    assert publish(store, told, person=LAN).answers[0].reason == "công văn đính chính số 12"


def official(store: Store, name: str) -> Report:
    return check(store, (PUBLISHED / name).read_bytes(), name)


@pytest.mark.parametrize("name", ["dti_2022.xlsx", "dti_2023.xlsx", "dti_2024.xlsx"])
def test_published_scores_raise_no_question_on_those_before(store, name: str):
    for earlier in ("dti_2022.xlsx", "dti_2023.xlsx"):
        if earlier < name:
            publish(store, official(store, earlier), person=LAN)

    assert official(store, name).questions == ()


def test_a_figure_that_is_in_use_is_not_asked_about_again(store):
    publish(store, official(store, "dti_2022.xlsx"), person=LAN)
    rows = dti_rows(value=lambda place: 0.999 if place == 1 else round(0.8 - place / 1000, 4))
    asked = check(store, xlsx(rows), "dti.xlsx")
    publish(store, asked, person=LAN, accept=asked.open_codes)

    assert check(store, xlsx(rows), "dti.xlsx").questions == ()


def test_the_steps_of_a_check_are_told_as_they_begin(store):
    told: list[str] = []

    check(store, FAULTS["dash"].content, "dti.xlsx", progress=told.append)

    assert told == list(STEPS)


def test_a_shell_sees_what_may_be_chosen(store):
    (question,) = plain.report(report_on(store, "dash"), "vi")["questions"]

    assert (question["code"], question["cells"], question["default"]) == (
        "issue.dash",
        ["DTI!C5"],
        "missing",
    )
    assert question["options"] == {"missing": "Chưa có số liệu"}
