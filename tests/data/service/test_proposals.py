"""Where a second person is asked for, nothing is put to use by one person alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from data.errors import (
    AlreadyDecided,
    NeedsApproval,
    NotAccepted,
    NotAllowed,
    ReasonNeeded,
    StaleBase,
)
from data.service import by_hand, deliveries, proposals
from data.service.by_hand import Entry
from data.service.deliveries import Report
from data.service.proposals import Proposal
from data.service.rights import Person
from data.settings import settings
from data.store import Release, Store

LAN = Person("Lan", may_write=True)
MINH = Person("Minh", may_write=True)
READER = Person("khách", may_write=False)
ENTRY = Entry("02", "63", "dti_total", "2024", "0,7292", "12/BC", "12/3/2025")


@pytest.fixture(autouse=True)
def _two_people(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DTI_APPROVAL", "on")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


def report(store: Store, value: str = "0,7292") -> Report:
    return by_hand.check(store, replace(ENTRY, value=value))


def propose(store: Store, value: str = "0,7292", *, person: Person = LAN) -> Proposal:
    made = proposals.submit(store, report(store, value), person=person, reason="đính chính")
    assert isinstance(made, Proposal)
    return made


def approve(store: Store, number: int, *, person: Person = MINH) -> Release:
    return proposals.approve(store, number, proposals.review(store, number), person=person)


def test_the_button_makes_a_proposal_and_nothing_is_in_use(store: Store):
    made = propose(store)

    assert (made.by, made.decided, made.note) == ("Lan", None, "Văn bản số 12/BC ngày 12/3/2025")
    assert proposals.waiting(store) == (made,)
    assert store.current() is None


def test_a_second_person_puts_it_to_use_with_both_names(store: Store):
    release = approve(store, propose(store).id)

    assert (release.by, release.approved_by, release.kind) == ("Lan", "Minh", "by_hand")
    assert proposals.waiting(store) == ()
    decided = proposals.proposal(store, 1).decided
    assert decided is not None
    assert (decided.by, decided.verdict, decided.release_id) == ("Minh", "approved", release.id)


@pytest.mark.parametrize("name", ["Lan", " LAN ", ""])
def test_nobody_approves_what_they_proposed_however_the_name_is_written(store: Store, name: str):
    number = propose(store).id

    with pytest.raises(NotAllowed):
        approve(store, number, person=Person(name, may_write=True))

    assert store.current() is None


def test_accents_tell_people_apart_and_two_spellings_of_one_name_do_not(store: Store):
    number = propose(store, person=Person("Hòa", may_write=True)).id
    with pytest.raises(NotAllowed):
        approve(store, number, person=Person("hoà", may_write=True))

    other = propose(store, "0,73", person=LAN).id

    assert approve(store, other, person=Person("Lân", may_write=True)).approved_by == "Lân"


def test_one_person_cannot_publish_past_the_proposal(store: Store):
    with pytest.raises(NeedsApproval):
        deliveries.publish(store, report(store), person=LAN)
    with pytest.raises(NeedsApproval):
        by_hand.publish(store, report(store), person=LAN)

    assert store.current() is None


def test_a_reader_proposes_approves_and_sends_back_nothing(store: Store):
    number = propose(store).id

    with pytest.raises(NotAllowed):
        propose(store, person=READER)
    with pytest.raises(NotAllowed):
        approve(store, number, person=READER)
    with pytest.raises(NotAllowed):
        proposals.send_back(store, number, person=READER, reason="nhầm")

    assert proposals.proposal(store, number).decided is None
    assert store.current() is None


def test_sent_back_with_a_reason_it_cannot_be_approved_any_more(store: Store):
    number = propose(store).id
    with pytest.raises(ReasonNeeded):
        proposals.send_back(store, number, person=MINH, reason=" ")

    back = proposals.send_back(store, number, person=MINH, reason="nhầm văn bản")

    assert back.decided is not None
    assert (back.decided.verdict, back.decided.reason) == ("returned", "nhầm văn bản")
    with pytest.raises(AlreadyDecided):
        approve(store, number)
    assert store.current() is None


def test_an_open_question_keeps_a_proposal_out(store: Store):
    with pytest.raises(NotAccepted):
        proposals.submit(store, report(store, "7,292"), person=LAN)

    assert proposals.proposals(store) == ()


def test_a_correction_without_a_reason_is_not_proposed(store: Store):
    approve(store, propose(store).id)

    with pytest.raises(ReasonNeeded):
        proposals.submit(store, report(store, "0,7293"), person=LAN)


def test_after_another_release_the_approver_sees_the_changes_computed_anew(store: Store):
    first = propose(store)
    second = propose(store, "0,7300", person=Person("Hoa", may_write=True))
    seen = proposals.review(store, second.id)
    approve(store, first.id)

    assert proposals.is_stale(store, second)
    with pytest.raises(StaleBase) as late:
        proposals.approve(store, second.id, seen, person=MINH)

    assert [one.by for one in late.value.published] == ["Lan"]
    fresh = proposals.review(store, second.id)
    assert (fresh.differences.lines[0].old, fresh.differences.lines[0].new) == (0.7292, 0.73)
    assert proposals.approve(store, second.id, fresh, person=MINH).reason == "đính chính"


def test_the_review_of_another_file_does_not_approve(store: Store):
    number = propose(store).id

    with pytest.raises(NotAccepted):
        proposals.approve(store, number, report(store, "0,7"), person=MINH)


def test_a_second_click_makes_one_proposal_and_one_release(store: Store):
    assert propose(store) == propose(store)

    seen = proposals.review(store, 1)
    first = proposals.approve(store, 1, seen, person=MINH)

    assert proposals.approve(store, 1, seen, person=MINH) == first
    assert len(store.releases()) == 1


def test_what_would_change_nothing_is_not_proposed(store: Store):
    release = approve(store, propose(store).id)

    assert proposals.submit(store, report(store), person=LAN) == release
    assert len(proposals.proposals(store)) == 1


def test_an_undo_needs_nobody_else(store: Store):
    release = approve(store, propose(store).id)

    assert deliveries.undo(store, release.id, person=LAN, base=release).kind == "undo"


def test_without_the_setting_the_button_publishes(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DTI_APPROVAL", "off")
    settings.cache_clear()

    made = proposals.submit(store, report(store), person=LAN)

    assert isinstance(made, Release)
    assert (proposals.required(), made.approved_by) == (False, "")
