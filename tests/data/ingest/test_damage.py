"""Damage to a file with checksums never gives another number without an error."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest import read_delivery
from tests.fixtures.formats import ods
from tests.fixtures.workbooks import dti_rows, xlsx

WHOLE = {
    "xlsx": xlsx(dti_rows(), others={"Khác": [["Tỉnh", "DTI 2022"], ["Hà Nội", 0.1]]}),
    "ods": ods(dti_rows()),
}
FIGURES = {
    kind: {(one.province_code, one.period, one.cell): one.value for one in read.observations}
    for kind, read in ((kind, read_delivery(content, "dti")) for kind, content in WHOLE.items())
}
QUICK = settings(max_examples=25, deadline=None)
KINDS = st.sampled_from(list(WHOLE))


def _is_honest(kind: str, damaged: bytes) -> bool:
    """Whether every figure that came out is one of the undamaged file, or it was refused."""
    delivery = read_delivery(damaged, "dti")
    if delivery.outcome == "refused":
        return not delivery.observations
    read = {(one.province_code, one.period, one.cell): one.value for one in delivery.observations}
    return read == FIGURES[kind]


def _flipped(content: bytes, places: list[float], byte: int) -> bytes:
    changed = bytearray(content)
    for place in places:
        changed[int(place * len(content))] ^= byte
    return bytes(changed)


PLACES = st.lists(st.floats(0, 0.9999), min_size=1, max_size=8)


@QUICK
@given(kind=KINDS, places=PLACES, byte=st.integers(1, 255))
def test_flipped_bytes(kind: str, places: list[float], byte: int):
    assert _is_honest(kind, _flipped(WHOLE[kind], places, byte))


@QUICK
@given(kind=KINDS, start=st.floats(0, 1), length=st.integers(1, 4_000))
def test_a_piece_cut_out(kind: str, start: float, length: int):
    at = int(start * len(WHOLE[kind]))

    assert _is_honest(kind, WHOLE[kind][:at] + WHOLE[kind][at + length :])


@QUICK
@given(kind=KINDS, first=st.integers(0, 9), second=st.integers(0, 9))
def test_two_parts_swapped(kind: str, first: int, second: int):
    """Each keeps its checksum: only the names are exchanged."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WHOLE[kind])) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        one, other = names[first % len(names)], names[second % len(names)]
        swap = {one: other, other: one}
        for name in names:
            new.writestr(swap.get(name, name), old.read(name))

    delivery = read_delivery(result.getvalue(), "dti")
    values = {one.value for one in delivery.observations}
    assert delivery.outcome == "refused" or values <= set(FIGURES[kind].values())


@pytest.mark.parametrize("kind", WHOLE)
def test_a_figure_changed_in_the_bytes_is_damage(kind: str):
    with zipfile.ZipFile(io.BytesIO(WHOLE[kind])) as old:
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as new:
            for name in old.namelist():
                new.writestr(name, old.read(name))
    content = stored.getvalue()
    assert b"0.799" in content

    delivery = read_delivery(content.replace(b"0.799", b"0.199"), "dti")

    assert [issue.code for issue in delivery.issues] == ["issue.damaged"]


def test_a_part_under_another_name_lost_its_sheet_without_a_word():
    """One changed byte in the list of parts; a reader gives an empty sheet."""
    content = WHOLE["xlsx"]
    at = content.rindex(b"xl/worksheets/sheet2.xml")

    delivery = read_delivery(content[:at] + b"Xl" + content[at + 2 :], "dti")

    assert [issue.code for issue in delivery.issues] == ["issue.damaged"]


def test_a_sheet_whose_part_is_gone_is_damage():
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WHOLE["xlsx"])) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if not name.endswith("sheet2.xml"):
                new.writestr(name, old.read(name))

    delivery = read_delivery(result.getvalue(), "dti")

    assert [issue.code for issue in delivery.issues] == ["issue.damaged"]
