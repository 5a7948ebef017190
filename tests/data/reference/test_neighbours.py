"""Who borders on whom: found in the boundary files, never typed by hand."""

import json

import pytest

from data.errors import UnknownProvince
from data.reference import provinces
from data.reference.geometry import SHIPPED
from data.reference.neighbours import neighbours
from tools.boundaries.neighbours import FILE, pairs, rows


def names(code: str, boundary: str) -> set[str]:
    known = provinces(boundary)
    return {known[one].name["vi"] for one in neighbours(code, boundary)}


def test_old_and_new_tuyen_quang_have_their_own_neighbours():
    assert names("02", "63") == {"Cao Bằng", "Tuyên Quang", "Lào Cai", "Yên Bái"}
    assert names("08", "34") == {"Cao Bằng", "Thái Nguyên", "Phú Thọ", "Lào Cai"}


def test_borders_are_mutual_and_everybody_has_one():
    for boundary in ("63", "34"):
        for code in provinces(boundary):
            around = neighbours(code, boundary)
            assert around, (boundary, code)
            assert code not in around
            assert all(code in neighbours(other, boundary) for other in around)


def test_the_file_is_what_the_tool_finds_in_the_shipped_boundaries():
    written = FILE.read_text("utf-8").splitlines()[1:]

    assert written == [",".join(row) for row in rows()]


def test_meeting_in_one_point_is_not_a_border():
    """Two squares corner to corner, a third beside the first."""
    squares = {"01": (0, 0), "02": (1, 1), "03": (1, 0)}
    features = [
        {"id": code, "geometry": {"type": "Polygon", "coordinates": [square(x, y)]}}
        for code, (x, y) in squares.items()
    ]

    assert pairs({"features": features}) == [("01", "03"), ("02", "03")]


def square(x: int, y: int) -> list[list[int]]:
    return [[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]


def test_an_unknown_code_is_refused():
    with pytest.raises(UnknownProvince):
        neighbours("99", "34")


def test_the_shipped_files_share_their_edges():
    """A file whose borders are drawn twice, with different points, would give no neighbour."""
    collection = json.loads((SHIPPED / "63.geojson").read_text("utf-8"))

    assert len(pairs(collection)) > 120
