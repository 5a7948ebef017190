"""One figure of a document goes through the same checks and becomes a release with its cell."""

import csv
from dataclasses import replace

import pytest

from data.errors import NotAccepted, NotAllowed, ReasonNeeded
from data.ingest.answers import Answer
from data.service import by_hand, deliveries, history
from data.service.by_hand import Entry
from data.service.rights import Person
from data.store import Store

LAN = Person("Lan", may_write=True)
ENTRY = Entry(
    province_code="02",
    boundary="63",
    indicator_id="dti_total",
    period="năm 2024",
    value="0,7292",
    document="12/BC-STTTT",
    issued="12/3/2025",
    body="Sở Thông tin và Truyền thông",
)


def test_a_figure_is_published_with_document_file_and_cell(store: Store):
    release = by_hand.publish(store, by_hand.check(store, ENTRY), person=LAN)

    document = "Văn bản số 12/BC-STTTT ngày 12/3/2025, Sở Thông tin và Truyền thông"
    assert (release.kind, release.by, release.note) == ("by_hand", "Lan", document)
    written = history.figure(store, "dti_total", "2024", "63", "02")[0]
    assert (written.new, written.new_status, written.source_id) == (0.7292, "A", "mst")
    assert (written.file, written.cell) == ("nhap_tay_dti_total_2024_02.csv", "E2")
    kept = history.source_file(store, release.id)
    assert kept is not None
    assert document in kept.content.decode("utf-8-sig")


def test_that_the_other_provinces_are_absent_is_no_question(store: Store):
    report = by_hand.check(store, ENTRY)

    assert (report.delivery.outcome, report.questions) == ("loads", ())
    assert report.differences.added == 1


def test_a_value_outside_the_range_is_asked_and_can_be_answered(store: Store):
    entry = replace(ENTRY, value="7,29")
    report = by_hand.check(store, entry)
    question = report.questions[0]
    assert (question.code, report.delivery.outcome) == ("issue.out_of_range", "review")
    with pytest.raises(NotAccepted):
        by_hand.publish(store, report, person=LAN)

    answered = by_hand.check(store, entry, [Answer(question.code, question.cell, "0.729")])

    assert by_hand.publish(store, answered, person=LAN).written == 1
    assert store.observations(store.release(1))["value"].tolist() == [0.729]


def test_a_value_that_can_be_read_in_two_ways_is_asked(store: Store):
    entry = replace(ENTRY, indicator_id="qr_value", period="2024", value="1.234")

    assert [one.code for one in by_hand.check(store, entry).questions] == ["issue.decimal_unclear"]


@pytest.mark.parametrize("typed", ["quý III năm 2024", "2024-Q3"])
def test_a_period_may_be_written_in_words(typed: str, store: Store):
    entry = replace(ENTRY, indicator_id="qr_acceptance_points", period=typed, value="2.189.000")

    assert by_hand.check(store, entry).delivery.observations[0].period == "2024-Q3"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("province_code", "99"),
        ("boundary", "35"),
        ("indicator_id", "dti"),
        ("period", "năm ngoái"),
        ("value", " "),
        ("document", ""),
        ("issued", "31/2/2025"),
        ("source_id", "s999"),
        ("status", "X"),
    ],
)
def test_every_field_that_cannot_stay_is_named(store: Store, field: str, typed: str):
    entry = replace(ENTRY, **{field: typed})

    assert [fault.field for fault in by_hand.faults(entry)] == [field]
    with pytest.raises(NotAccepted):
        by_hand.check(store, entry)


def test_all_faults_are_told_at_once():
    entry = replace(ENTRY, document="", issued="", value="")

    assert [fault.field for fault in by_hand.faults(entry)] == ["value", "document", "issued"]


def test_a_correction_needs_a_reason_that_others_can_read(store: Store):
    by_hand.publish(store, by_hand.check(store, ENTRY), person=LAN)
    report = by_hand.check(store, replace(ENTRY, value="0,7293", document="15/BC-STTTT"))
    assert by_hand.is_correction(report)

    with pytest.raises(ReasonNeeded):
        by_hand.publish(store, report, person=LAN, reason=" ")
    with pytest.raises(ReasonNeeded):
        deliveries.publish(store, report, person=LAN)
    made = by_hand.publish(store, report, person=LAN, reason="Báo cáo in nhầm")

    assert made.reason == "Báo cáo in nhầm"
    assert history.figure(store, "dti_total", "2024", "63", "02")[0].reason == made.reason
    assert len(store.releases()) == 2


def test_a_new_figure_is_no_correction(store: Store):
    assert not by_hand.is_correction(by_hand.check(store, ENTRY))


def test_words_that_would_be_a_formula_stand_behind_ours(store: Store):
    entry = replace(ENTRY, document='=HYPERLINK("x")', body="+cmd", value="=1+1")

    lines = by_hand.content(entry).decode("utf-8-sig").splitlines()
    cells = [cell for row in csv.reader(lines) for cell in row]

    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert by_hand.check(store, entry).questions[0].code == "issue.not_a_number"


def test_a_reader_enters_nothing(store: Store):
    report = by_hand.check(store, ENTRY)

    with pytest.raises(NotAllowed):
        by_hand.publish(store, report, person=Person("khách", may_write=False))
    assert store.current() is None


def test_a_count_with_its_dot_between_thousands_is_no_question(store: Store):
    """ "12.480" points was asked about, although nothing that is counted whole has decimals."""
    entry = replace(ENTRY, indicator_id="qr_acceptance_points", value="12.480", period="31/8/2024")
    report = by_hand.check(store, entry)

    assert report.questions == ()
    assert [one.value for one in report.delivery.observations] == [12480]


def test_an_empty_field_is_asked_for_without_empty_quotes():
    keys = [one.key for one in by_hand.faults(replace(ENTRY, period=" ", issued=""))]

    assert keys == ["by_hand.empty_period", "by_hand.empty_issued"]
