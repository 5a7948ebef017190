"""Proposals wait with file and answers; one decision ends each, with the release it makes."""

from dataclasses import replace

import pytest

from data.errors import AlreadyDecided, UnknownName
from data.store import Draft, GivenAnswer, Release, SourceFile, Store, proposals
from indicators.model import Observation, Status

BOOK = SourceFile("dti_2022.xlsx", b"first")
HA_GIANG = Observation("02", "63", "dti_total", "2022", 0.479, "index", Status.A, "mst", "B", "C5")
NIL = GivenAnswer("issue.dash", "B!C5", "nil")
DRAFT = Draft(BOOK, "Lan", "delivery", "", "", None, {"period": "2022"}, (), (NIL,), request="r1")


def approve(store: Store, number: int, *, by: str = "Minh") -> Release:
    return store.publish(
        [HA_GIANG], file=BOOK, by="Lan", base=store.current(), approved_by=by, proposal=number
    )


def test_a_proposal_keeps_file_answers_and_hints_and_publishes_nothing(store: Store):
    made = proposals.add(store.engine, DRAFT)

    assert (made.id, made.by, made.period, made.flow) == (1, "Lan", "2022", None)
    assert (made.answers, made.decided) == ((NIL,), None)
    assert store.file(made.file_sha256) == b"first"
    assert store.current() is None


def test_a_second_click_keeps_one_proposal(store: Store):
    first = proposals.add(store.engine, DRAFT)

    assert proposals.add(store.engine, DRAFT) == first
    assert proposals.add(store.engine, replace(DRAFT, request="r2")).id == 2


def test_an_approval_publishes_with_both_names_in_one_step(store: Store):
    number = proposals.add(store.engine, DRAFT).id

    release = approve(store, number)

    assert (release.by, release.approved_by) == ("Lan", "Minh")
    decided = proposals.find(store.engine, number).decided
    assert decided is not None
    assert (decided.by, decided.verdict, decided.release_id) == ("Minh", "approved", 1)


def test_a_second_approval_gives_the_release_of_the_first(store: Store):
    number = proposals.add(store.engine, DRAFT).id
    release = approve(store, number)

    assert approve(store, number, by="Hoa") == release
    assert len(store.releases()) == 1


def test_what_was_sent_back_cannot_be_approved_and_what_was_approved_not_sent_back(store: Store):
    back = proposals.add(store.engine, DRAFT).id
    used = proposals.add(store.engine, replace(DRAFT, request="r2")).id
    proposals.send_back(store.engine, back, by="Minh", reason="nhầm tệp")
    approve(store, used)

    with pytest.raises(AlreadyDecided):
        approve(store, back)
    with pytest.raises(AlreadyDecided):
        proposals.send_back(store.engine, used, by="Minh", reason="nhầm tệp")

    assert len(store.releases()) == 1
    assert [one.id for one in proposals.newest_first(store.engine)] == [used, back]


@pytest.mark.parametrize("number", [0, 1, 10**30])
def test_an_unknown_proposal_says_so(store: Store, number: int):
    with pytest.raises(UnknownName, match=str(number)):
        proposals.find(store.engine, number)
