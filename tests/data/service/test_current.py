"""Which figures a process keeps for all its readers."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from data.errors import UnknownName
from data.service import current
from data.store import SourceFile, Store
from indicators.model import Observation, Status

HA_GIANG = Observation("02", "63", "dti_total", "2022", 0.1, "index", Status.A, "s01", "B", "C5")


@pytest.fixture
def releases(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Give the numbers of five releases of the store that this process has opened."""
    for number in range(5):
        found = replace(HA_GIANG, value=number / 10)
        book = SourceFile(f"{number}.xlsx", str(number).encode())
        store.publish([found], file=book, by="Lan", base=store.current())
    monkeypatch.setattr(current, "_opened", [store])
    forget()
    yield [release.id for release in reversed(store.releases())]
    forget()


def forget() -> None:
    for kept in (current._newest, current._in_use, current._former):
        kept.cache_clear()


def test_who_walks_through_old_releases_does_not_push_out_the_newest(releases):
    """Three old releases threw the current figures out of memory: every page read them anew."""
    newest = current.figures()

    walked = [current.figures(number).release.id for number in releases]

    assert walked == [1, 2, 3, 4, 5]
    assert current.figures() is newest
    assert current.figures(5) is newest
    assert current._former.cache_info().currsize == 2


def test_a_release_that_does_not_exist_is_unknown(releases):
    with pytest.raises(UnknownName):
        current.figures(6)
    with pytest.raises(UnknownName):
        current.figures(10**30)
