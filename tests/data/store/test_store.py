"""Releases: what is written, what is read back, what is refused."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from data.errors import DataError, StaleBase, UnknownName
from data.store import SourceFile, Store
from indicators.model import Observation, Status

BOOK = SourceFile("dti_2022.xlsx", b"first")
HA_GIANG = Observation(
    "02", "63", "dti_total", "2022", 0.4790, "points", Status.A, "s01", "Bảng 1", "C5"
)
CAO_BANG = replace(HA_GIANG, province_code="04", value=0.5408, cell="C6")


def values(store: Store, release_id: int) -> dict[str, float]:
    """Read DTI 2022 at a release, by province."""
    found = store.observations(store.release(release_id), indicator_ids=["dti_total"])
    return dict(zip(found["province_code"], found["value"], strict=True))


def test_a_release_gives_back_what_was_published_with_its_file_sheet_and_cell(store: Store):
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", note="bản in", base=None)

    row = store.observations(first).set_index("province_code").loc["02"]
    assert (row["value"], row["status"], row["unit"]) == (0.4790, "A", "points")
    assert (row["file"], row["sheet"], row["cell"]) == ("dti_2022.xlsx", "Bảng 1", "C5")
    assert store.file(row["file_sha256"]) == b"first"
    assert (first.id, first.by, first.note, first.base_id, first.written) == (
        1,
        "Lan",
        "bản in",
        None,
        2,
    )
    assert first.created_at.utcoffset().total_seconds() == 0


def test_the_same_delivery_again_makes_no_release(store: Store):
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", base=None)

    again = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Minh", base=first)

    assert again == first
    assert [release.id for release in store.releases()] == [1]


def test_the_same_figures_in_another_file_and_cell_make_no_release(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)

    moved = replace(HA_GIANG, sheet="Sheet1", cell="F9")

    assert store.publish([moved], file=SourceFile("b.xlsx", b"b"), by="Lan", base=first) == first


def test_a_release_writes_only_what_changed_and_leaves_the_former_state_readable(store: Store):
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", base=None)
    corrected = replace(CAO_BANG, value=0.5409)

    second = store.publish(
        [HA_GIANG, corrected], file=SourceFile("c.xlsx", b"c"), by="Lan", base=first
    )

    assert second.written == 1
    assert values(store, 1) == {"02": 0.4790, "04": 0.5408}
    assert values(store, 2) == {"02": 0.4790, "04": 0.5409}


def test_a_province_that_is_not_in_a_delivery_keeps_its_figure(store: Store):
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", base=None)
    later = replace(HA_GIANG, value=0.5)

    store.publish([later], file=SourceFile("c.xlsx", b"c"), by="Lan", base=first)

    assert values(store, 2) == {"02": 0.5, "04": 0.5408}


def test_a_cell_that_says_missing_removes_a_figure(store: Store):
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", base=None)
    missing = replace(CAO_BANG, value=None, status=Status.M)

    changes = store.compare([HA_GIANG, missing], first)
    second = store.publish([missing], file=SourceFile("c.xlsx", b"c"), by="Lan", base=first)

    assert (changes.added, changes.changed, changes.removed, changes.unchanged) == (0, 0, 1, 1)
    row = store.observations(second).set_index("province_code").loc["04"]
    assert row["status"] == "M"
    assert row.isna()["value"]


def test_who_publishes_on_a_state_that_is_not_the_newest_must_check_again(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)
    store.publish([CAO_BANG], file=BOOK, by="Minh", base=first)

    with pytest.raises(StaleBase, match="Release 2 by Minh"):
        store.publish([replace(HA_GIANG, value=0.1)], file=BOOK, by="Lan", base=first)

    assert len(store.releases()) == 2
    assert values(store, 2)["02"] == 0.4790


def test_of_two_who_publish_at_once_one_wins_and_the_other_must_check_again(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)

    def publish(value: float) -> str:
        try:
            store.publish([replace(CAO_BANG, value=value)], file=BOOK, by="Lan", base=first)
        except StaleBase:
            return "again"
        return "published"

    with ThreadPoolExecutor(2) as pool:
        ends = sorted(pool.map(publish, [0.1, 0.2]))

    assert ends == ["again", "published"]
    assert [release.id for release in store.releases()] == [2, 1]


def test_two_figures_for_one_province_and_period_are_refused_whole(store: Store):
    with pytest.raises(DataError, match="dti_total/2022/63/02"):
        store.publish([CAO_BANG, HA_GIANG, HA_GIANG], file=BOOK, by="Lan", base=None)

    assert store.current() is None


def test_an_empty_first_delivery_is_refused(store: Store):
    with pytest.raises(DataError, match="no figures"):
        store.publish([], file=BOOK, by="Lan", base=None)


def test_undo_brings_back_the_former_state_as_a_new_release(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)
    changed = replace(HA_GIANG, value=0.9)
    second = store.publish([changed, CAO_BANG], file=SourceFile("c", b"c"), by="Lan", base=first)

    third = store.undo(second, by="Minh", note="nhầm tệp", base=second)

    assert (third.kind, third.by, third.base_id, third.file) == ("undo", "Minh", 2, None)
    assert values(store, 3) == {"02": 0.4790}
    assert values(store, 2) == {"02": 0.9, "04": 0.5408}


def test_a_figure_that_was_undone_can_be_published_again(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)
    second = store.publish([CAO_BANG], file=BOOK, by="Lan", base=first)
    third = store.undo(second, by="Lan", base=second)

    fourth = store.publish([CAO_BANG], file=BOOK, by="Lan", base=third)

    assert values(store, fourth.id) == {"02": 0.4790, "04": 0.5408}


def test_the_first_release_can_be_undone_before_it_there_was_nothing(store: Store):
    """The only release of a store, from a wrong file, could not be taken back."""
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", base=None)

    second = store.undo(first, by="Minh", base=first)
    third = store.publish([HA_GIANG], file=BOOK, by="Lan", base=second)

    assert (second.kind, second.written) == ("undo", 2)
    assert values(store, 2) == {}
    assert values(store, 1) == {"02": 0.4790, "04": 0.5408}
    assert values(store, third.id) == {"02": 0.4790}


def test_undoing_the_first_release_takes_the_later_ones_back_too(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)
    second = store.publish([CAO_BANG], file=BOOK, by="Lan", base=first)

    third = store.undo(first, by="Lan", base=second)

    assert values(store, third.id) == {}


def test_who_undoes_on_a_state_that_is_not_the_newest_must_look_again(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)
    store.publish([CAO_BANG], file=BOOK, by="Minh", base=first)

    with pytest.raises(StaleBase):
        store.undo(first, by="Lan", base=first)


def test_a_file_is_kept_once_whatever_its_name(store: Store):
    first = store.publish([HA_GIANG], file=BOOK, by="Lan", base=None)
    renamed = SourceFile("copy.xlsx", BOOK.content)

    second = store.publish([CAO_BANG], file=renamed, by="Lan", base=first)

    assert second.file_sha256 == first.file_sha256
    assert set(store.observations(second)["file"]) == {"dti_2022.xlsx"}
    assert store.has_file(renamed.sha256)


def test_unknown_releases_and_files_say_so(store: Store):
    with pytest.raises(UnknownName, match="numbered 1 to 0"):
        store.release(7)
    with pytest.raises(UnknownName, match="abc"):
        store.file("abc")


@pytest.mark.parametrize("number", [0, -1, 2**31, 10**30])
def test_a_number_that_no_release_can_have_is_unknown(store: Store, number: int):
    """The database driver failed on a number of more than 64 bits."""
    with pytest.raises(UnknownName, match=f"No release {number}"):
        store.release(number)


def test_coverage_names_each_indicator_period_and_list_once(store: Store):
    first = store.publish([HA_GIANG, CAO_BANG], file=BOOK, by="Lan", base=None)
    merged = replace(HA_GIANG, province_code="08", boundary="34", period="2024")
    second = store.publish([merged, replace(HA_GIANG, value=0.3)], file=BOOK, by="Lan", base=first)

    assert set(store.covered(first)) == {("dti_total", "2022", "63")}
    assert set(store.covered(second)) == {("dti_total", "2022", "63"), ("dti_total", "2024", "34")}


def test_reading_can_be_narrowed_by_indicator_period_and_list(store: Store):
    merged = replace(HA_GIANG, province_code="08", boundary="34", period="2024")
    poverty = replace(HA_GIANG, indicator_id="poverty_rate_nso", period="2023", value=29.07)
    first = store.publish([HA_GIANG, merged, poverty], file=BOOK, by="Lan", base=None)

    by_indicator = store.observations(first, indicator_ids=["poverty_rate_nso"])
    by_period = store.observations(first, periods=["2022", "2023"])
    by_list = store.observations(first, boundary="34")

    assert list(by_indicator["value"]) == [29.07]
    assert list(by_period["period"]) == ["2022", "2023"]
    assert list(by_list["province_code"]) == ["08"]
