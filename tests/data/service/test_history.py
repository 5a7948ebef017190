"""Every release can be opened and compared; every number leads to its file, sheet and cell."""

import pytest

from data.errors import UnknownName
from data.service import history
from data.service.figures import Figures
from data.store import SourceFile, Store
from indicators.model import Observation, Status


@pytest.fixture
def three(store: Store) -> Store:
    """1: Hà Giang. 2: corrected with a reason. 3: release 1 undone, so nothing is left."""

    def found(value: float, cell: str) -> list[Observation]:
        place = ("index", Status.A, "mst", "Bảng 1", cell)
        return [Observation("02", "63", "dti_total", "2022", value, *place)]

    first = store.publish(
        found(0.479, "C5"), file=SourceFile("dti.xlsx", b"a"), by="Lan", base=None
    )
    second = store.publish(
        found(0.48, "D9"),
        file=SourceFile("dti_sua.xlsx", b"b"),
        by="Minh",
        reason="in nhầm",
        base=first,
    )
    store.undo(first, by="Hoa", note="nhầm bảng", base=second)
    return store


def test_releases_stand_newest_first_with_their_reason(three: Store):
    found = history.releases(three)

    assert [(one.id, one.by, one.kind, one.reason) for one in found] == [
        (3, "Hoa", "undo", ""),
        (2, "Minh", "delivery", "in nhầm"),
        (1, "Lan", "delivery", ""),
    ]
    assert found[0].undoes == 1


def test_an_old_release_still_shows_its_figures(three: Store):
    table = Figures(three, three.release(2)).table("dti_total", "2022", "63")

    assert table["02"].value == 0.48


def test_what_a_release_changed_is_said_of_the_one_before(three: Store):
    line = history.changes(three, 2).lines[0]

    assert (line.kind, line.old, line.new) == ("changed", 0.479, 0.48)
    assert history.changes(three, 1).added == 1
    assert (history.changes(three, 3).removed, history.changes(three, 3).lines[0].new) == (1, None)


def test_any_two_releases_can_be_compared_in_any_order(three: Store):
    assert history.compare(three, 1, 3).lines[0].new_status == ""
    assert history.compare(three, 3, 1).lines[0].kind == "added"
    assert history.compare(three, 2, 2).lines == ()
    with pytest.raises(UnknownName):
        history.compare(three, 1, 9)


def test_a_figure_tells_who_wrote_it_from_which_cell_and_why(three: Store):
    undone, corrected, first = history.figure(three, "dti_total", "2022", "63", "02")

    assert (first.old_status, first.new, first.file, first.cell) == ("", 0.479, "dti.xlsx", "C5")
    assert (corrected.old, corrected.new, corrected.by) == (0.479, 0.48, "Minh")
    assert (corrected.reason, corrected.sheet, corrected.cell) == ("in nhầm", "Bảng 1", "D9")
    assert (undone.new, undone.new_status, undone.file) == (None, "", "")
    assert history.figure(three, "dti_total", "2022", "63", "04") == ()


def test_the_file_of_a_release_comes_back_as_it_was(three: Store):
    assert history.source_file(three, 2) == SourceFile("dti_sua.xlsx", b"b")
    assert history.source_file(three, 3) is None
