"""One click that arrives twice makes one release, whoever is faster."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from data.errors import StaleBase
from data.store import GivenAnswer, Release, SourceFile, Store
from indicators.model import Observation, Status

BOOK = SourceFile("dti_2022.xlsx", b"first")
HA_GIANG = Observation("02", "63", "dti_total", "2022", 0.479, "index", Status.A, "mst", "B", "C5")
CAO_BANG = replace(HA_GIANG, province_code="04", value=0.5408, cell="C6")


def publish(store: Store, *found: Observation, base: Release | None, by: str = "Lan") -> Release:
    content = repr(found).encode()
    return store.publish(list(found), file=SourceFile("a.xlsx", content), by=by, base=base)


def test_a_second_click_gives_the_release_of_the_first(store: Store):
    first = publish(store, HA_GIANG, base=None)

    assert publish(store, HA_GIANG, base=None) == first
    assert len(store.releases()) == 1


def test_a_click_that_comes_again_after_somebody_else_published_gives_its_own_release(
    store: Store,
):
    """After a lost connection the page asked again and was told that its base was stale."""
    first = publish(store, HA_GIANG, base=None)
    publish(store, CAO_BANG, base=first, by="Minh")

    assert publish(store, HA_GIANG, base=None) == first


def test_a_click_that_comes_again_after_an_undo_does_not_publish_anew(store: Store):
    first = publish(store, HA_GIANG, base=None)
    store.undo(first, by="Minh", base=first)

    assert publish(store, HA_GIANG, base=None) == first
    assert len(store.releases()) == 2


def test_two_servers_with_the_same_click_at_once_make_one_release(store: Store, url: str):
    servers = [Store(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda one: publish(one, HA_GIANG, CAO_BANG, base=None), servers))

    assert {release.id for release in made} == {1}
    assert [release.id for release in store.releases()] == [1]
    for server in servers:
        server.close()


def test_another_answer_is_another_wish(store: Store):
    nil = [GivenAnswer("issue.dash", "B!C5", "nil")]
    missing = [GivenAnswer("issue.dash", "B!C5", "missing")]
    store.publish([replace(HA_GIANG, value=0.0)], file=BOOK, by="Lan", base=None, answers=nil)

    absent = replace(HA_GIANG, value=None, status=Status.M)
    with pytest.raises(StaleBase):
        store.publish([absent], file=BOOK, by="Lan", base=None, answers=missing)


def test_a_second_click_on_undo_gives_the_release_of_the_first(store: Store):
    first = publish(store, HA_GIANG, base=None)

    undone = store.undo(first, by="Lan", base=first)

    assert store.undo(first, by="Lan", base=first) == undone
    assert undone.undoes == first.id
    assert len(store.releases()) == 2


def test_who_is_too_late_is_told_who_published_what_since(store: Store):
    first = publish(store, HA_GIANG, base=None)
    publish(store, replace(CAO_BANG, value=0.1), base=first, by="Minh")
    third = publish(store, replace(CAO_BANG, value=0.2), base=store.current(), by="Hoa")

    with pytest.raises(StaleBase) as late:
        publish(store, replace(HA_GIANG, value=0.3), base=first)

    assert [release.by for release in late.value.published] == ["Minh", "Hoa"]
    assert late.value.published[-1] == third


def test_a_release_keeps_reason_and_answers(store: Store):
    answers = (GivenAnswer("issue.jump", "B!C5", "accept", "điều chỉnh cách tính"),)

    made = store.publish(
        [HA_GIANG], file=BOOK, by="Lan", reason="đính chính", answers=answers, base=None
    )

    assert (made.reason, made.answers, made.approved_by) == ("đính chính", answers, "")
