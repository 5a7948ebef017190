"""A delivery is checked, answered, published and undone; nothing else writes."""

from pathlib import Path

import pytest

from data.errors import NotAccepted, NotAllowed, StaleBase
from data.service.deliveries import check, publish, undo
from data.service.opening import PUBLISHED
from data.service.rights import Person

LAN = Person("Lan", may_write=True)
COMPLETE = PUBLISHED / "dti_2023.xlsx"
FIVE_OF_34 = PUBLISHED / "dti_2024_34_tinh.xlsx"


def report_on(store, path: Path):
    return check(store, path.read_bytes(), path.name)


def test_a_check_counts_what_would_change_and_stores_nothing(store):
    report = report_on(store, COMPLETE)

    assert (report.delivery.outcome, report.changes.added) == ("loads", 315)
    assert report.base is None
    assert store.current() is None


def test_a_release_holds_the_delivery_and_the_same_file_again_changes_nothing(store):
    first = publish(store, report_on(store, COMPLETE), person=LAN, note="công văn 12")
    again = report_on(store, COMPLETE)

    assert (first.by, first.note, first.written) == ("Lan", "công văn 12", 315)
    assert (again.changes.added, again.changes.unchanged) == (0, 315)
    assert publish(store, again, person=LAN) == first


def test_a_question_that_nobody_answered_keeps_a_delivery_out(store):
    report = report_on(store, FIVE_OF_34)

    with pytest.raises(NotAccepted) as refused:
        publish(store, report, person=LAN)

    assert refused.value.codes == ("issue.missing_province",)
    assert store.current() is None


def test_an_accepted_question_stands_in_the_history(store):
    report = report_on(store, FIVE_OF_34)

    release = publish(
        store, report, person=LAN, accept=["issue.missing_province", "issue.not_asked"]
    )

    assert release.accepted == ("issue.missing_province",)


def test_a_refused_file_cannot_be_accepted(store):
    report = check(store, b"%PDF-1.7 not a table", "cong_van.pdf")

    assert (report.delivery.outcome, report.changes.added) == ("refused", 0)
    with pytest.raises(NotAccepted, match="refused"):
        publish(store, report, person=LAN, accept=[x.code for x in report.delivery.issues])


def test_a_reader_may_check_but_not_publish_nor_undo(store):
    reader = Person("khách", may_write=False)
    report = report_on(store, COMPLETE)

    with pytest.raises(NotAllowed):
        publish(store, report, person=reader)
    release = publish(store, report, person=LAN)
    with pytest.raises(NotAllowed):
        undo(store, release.id, person=reader)


def test_who_checked_before_somebody_else_published_must_check_again(store):
    early = report_on(store, COMPLETE)
    publish(store, report_on(store, PUBLISHED / "dti_2022.xlsx"), person=LAN)

    with pytest.raises(StaleBase):
        publish(store, early, person=LAN)


def test_an_undone_release_leaves_the_state_before_it(store):
    publish(store, report_on(store, PUBLISHED / "dti_2022.xlsx"), person=LAN)
    second = publish(store, report_on(store, COMPLETE), person=LAN)

    third = undo(store, second.id, person=LAN)

    assert third.kind == "undo"
    assert set(store.observations(third)["period"]) == {"2022"}
