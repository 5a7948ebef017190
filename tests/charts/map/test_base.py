"""Base maps: what is committed is what the code makes of the shipped boundaries."""

import json

import numpy as np
import pytest

from charts.map.base import BASE, base, label_place, path, prepared, view_of
from charts.map.view import VIEWS
from data.reference import geometry, groups, provinces


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_the_committed_file_is_what_the_build_makes(boundary: str):
    shipped = geometry.boundary_geojson(boundary)

    made = prepared(shipped, geometry.archipelagos(), boundary)

    assert json.loads((BASE / f"{boundary}.json").read_text("utf-8")) == made


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_the_national_view_has_every_province_and_both_archipelagos(boundary: str):
    national = base(boundary)["views"]["national"]

    assert set(national["provinces"]) == set(provinces(boundary))
    codes = {one["id"]: one["code"][boundary] for one in national["archipelagos"]}
    assert codes == {"hoang_sa": "48", "truong_sa": "56"}


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_a_file_stays_small(boundary: str):
    assert (BASE / f"{boundary}.json").stat().st_size < 120_000


def test_the_northern_mountains_fit_the_northern_view():
    members = groups()["northern-midlands-mountains"].members

    assert view_of(members["63"], "63") == "north"
    assert view_of(members["34"], "34") == "north"
    assert view_of(["79"], "63") == "national"
    assert view_of(["38"], "63") == "national"  # Thanh Hóa is cut off by the southern edge


def test_places_for_labels_lie_inside_the_picture():
    north = base("63")["views"]["north"]

    for province in north["provinces"].values():
        assert 0 <= province["at"][0] <= north["width"]
        assert 0 <= province["at"][1] <= north["height"]


def test_hung_yen_is_where_it_is():
    """Hưng Yên town lies at 106.05 E, 20.65 N: the projection does not mirror or shift."""
    west, north, east, south = base("63")["views"]["north"]["provinces"]["33"]["box"]
    x, y = VIEWS["north"].project(np.array([[106.05, 20.65]]))[0]

    assert west < x < east
    assert north < y < south


def test_a_path_drops_vertices_within_one_unit():
    ring = np.array([[0, 0], [0, 0], [10, 0], [10, -5], [0, -5], [0, 0]])

    assert path(ring) == "M0 0l10 0 0-5-10 0z"


def test_a_label_prefers_the_wide_part():
    """A tall stem with a wide foot: the label goes into the foot."""
    shape = np.array(
        [
            [40, 0],
            [60, 0],
            [60, 300],
            [200, 300],
            [200, 380],
            [0, 380],
            [0, 300],
            [40, 300],
            [40, 0],
        ]
    )

    assert label_place(shape, VIEWS["north"])[1] > 300
