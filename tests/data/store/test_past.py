"""Any two releases can be compared, and a figure tells its whole life."""

from dataclasses import replace

import pytest

from data.store import Key, SourceFile, Store
from indicators.model import Observation, Status

HA_GIANG = Observation("02", "63", "dti_total", "2022", 0.479, "index", Status.A, "mst", "B", "C5")
CAO_BANG = replace(HA_GIANG, province_code="04", value=0.5408, cell="C6")


@pytest.fixture
def three(store: Store) -> Store:
    """1: two provinces. 2: Hà Giang corrected, from another file. 3: release 2 undone."""
    book, mended = SourceFile("a.xlsx", b"a"), SourceFile("b.xlsx", b"b")
    first = store.publish([HA_GIANG, CAO_BANG], file=book, by="Lan", base=None)
    new = [replace(HA_GIANG, value=0.48, cell="D9")]
    second = store.publish(new, file=mended, by="Minh", reason="in nhầm", base=first)
    store.undo(second, by="Hoa", note="nhầm tệp", base=second)
    return store


def test_a_release_against_the_one_before_shows_what_it_changed(three: Store):
    found = three.between(1, 2)

    change = found.items[0]
    assert (change.kind, change.key.province_code) == ("changed", "02")
    assert change.before is not None
    assert (change.before.value, change.after.value) == (0.479, 0.48)
    assert (len(found.items), found.unchanged) == (1, 1)


def test_backwards_a_comparison_says_the_opposite(three: Store):
    change = three.between(2, 1).items[0]

    assert change.before is not None
    assert (change.before.value, change.after.value) == (0.48, 0.479)


def test_before_the_first_release_there_was_nothing(three: Store):
    assert three.between(0, 1).added == 2
    assert three.between(1, 0).removed == 2
    assert three.between(1, 3).items == ()


def test_a_figure_tells_every_release_that_wrote_it_with_its_cell(three: Store):
    found = three.written(Key("dti_total", "2022", "63", "02"))

    assert [(row.release, row.value, row.file, row.cell) for row in found] == [
        (1, 0.479, "a.xlsx", "C5"),
        (2, 0.48, "b.xlsx", "D9"),
        (3, 0.479, "a.xlsx", "C5"),
    ]
    assert [(row.by, row.reason, row.kind) for row in found[1:]] == [
        ("Minh", "in nhầm", "delivery"),
        ("Hoa", "", "undo"),
    ]


def test_a_figure_that_an_undo_took_back_has_no_file_in_its_last_row(three: Store):
    three.undo(three.release(1), by="Hoa", base=three.current())

    last = three.written(Key("dti_total", "2022", "63", "04"))[-1]

    assert (last.value, last.file, last.cell) == (None, "", "")
