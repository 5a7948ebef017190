"""Base maps: the boundary file as compact SVG paths, for each view, with places for labels.

``charts/base/*.json`` are made from the shipped boundaries by ``tools/boundaries``; for an
agency's own file the same function runs once at start.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import numpy as np

from charts.map.view import INSET, VIEWS, Points, Units, View
from data.reference import geometry
from data.reference.geometry_check import area

BASE = Path(__file__).parent.parent / "base"
ARCHIPELAGO_IDS = {"Quần đảo Hoàng Sa": "hoang_sa", "Quần đảo Trường Sa": "truong_sa"}
TINY = 3.0  # square units: a smaller island is less than a fifth of a pixel
TINY_IN_INSET = 8.0
GRID = 36

Base = dict[str, Any]


@cache
def base(boundary: str) -> Base:
    """Give the base map of the boundary file in use."""
    if geometry.is_shipped(boundary):
        content: Base = json.loads((BASE / f"{boundary}.json").read_text("utf-8"))
        return content
    return prepared(geometry.boundary_geojson(boundary), geometry.archipelagos(), boundary)


def prepared(collection: Base, archipelagos: Base, boundary: str) -> Base:
    """Prepare all views of one boundary file.

    Returns
    -------
    dict
        ``views[id]`` has ``width`` and ``height`` in units and ``provinces[code]`` with ``d``
        (path), ``at`` (where a label fits best) and ``box`` (west, north, east, south).
        ``national`` has ``archipelagos``, ``north`` an ``inset`` of the country.
    """
    shapes = geometry.shapes_of(collection)
    views = {view.id: _view(shapes, view) for view in VIEWS.values()}
    views["national"]["archipelagos"] = _islands(archipelagos, VIEWS["national"])
    views["north"]["inset"] = _inset(shapes, archipelagos)
    attribution = collection.get("attribution") or ""
    return {"boundary": boundary, "attribution": attribution, "views": views}


def _view(shapes: Mapping[str, list[Points]], view: View) -> Base:
    drawn = ((code, _province(rings, view)) for code, rings in sorted(shapes.items()))
    provinces = {code: province for code, province in drawn if province}
    return {"width": view.width, "height": view.height, "provinces": provinces}


def _province(rings: list[Points], view: View) -> Base | None:
    """Give the path of what falls into the view, None when nothing does."""
    seen = [ring for ring in map(view.project, rings) if _in_view(ring, view)]
    seen = [ring for ring in seen if area(ring) >= TINY] or seen[:1]
    if not seen:
        return None
    everything = np.concatenate(seen).clip((0, 0), (view.width, view.height))
    largest = max(seen, key=area)
    return {
        "d": "".join(map(path, seen)),
        "at": label_place(largest, view),
        "box": [*everything.min(axis=0).tolist(), *everything.max(axis=0).tolist()],
    }


def _in_view(ring: Units, view: View) -> bool:
    (west, north), (east, south) = ring.min(axis=0), ring.max(axis=0)
    return bool(east > 0 and south > 0 and west < view.width and north < view.height)


def path(ring: Units) -> str:
    """Write a closed ring as relative steps; a vertex in the same unit as the last is dropped."""
    steps = np.diff(ring, axis=0)
    steps = steps[steps.any(axis=1)][:-1]
    x, y = ring[0]
    numbers = chain.from_iterable(steps.tolist())
    return f"M{x} {y}l{''.join(_separated(numbers))}z"


def _separated(numbers: Iterator[int]) -> Iterator[str]:
    """Yield numbers with a space only where no minus sign parts them."""
    for position, number in enumerate(numbers):
        yield f" {number}" if position and number >= 0 else str(number)


def label_place(ring: Units, view: View) -> list[int]:
    """Give the point of the ring, inside the view, that is farthest from the border.

    Height counts double: a label is wider than high, so a wide place is better than a tall one.
    """
    low = ring.min(axis=0).clip(0)
    high = ring.max(axis=0).clip(max=(view.width, view.height))
    steps = (np.arange(GRID) + 0.5) / GRID
    x, y = np.meshgrid(low[0] + steps * (high[0] - low[0]), low[1] + steps * (high[1] - low[1]))
    points = np.column_stack([x.ravel(), y.ravel()])
    points = points[_inside(points, ring)]
    if not len(points):
        return [int(middle) for middle in (low + high) // 2]
    best = points[np.argmax(_distance(points, ring))]
    return [round(float(value)) for value in best]


def _inside(points: Points, ring: Units) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Tell for each point whether it lies in the ring (even-odd)."""
    x, y = points[:, :1], points[:, 1:]
    (x1, y1), (x2, y2) = ring[:-1].T, ring[1:].T
    meets = (y1 > y) != (y2 > y)
    rise = np.where(y2 == y1, 1, y2 - y1)
    crosses = meets & (x < (x2 - x1) * (y - y1) / rise + x1)
    return np.asarray(crosses.sum(axis=1) % 2 == 1)


def _distance(points: Points, ring: Units) -> Points:
    """Give each point's distance to the nearest edge, heights doubled."""
    stretch = np.array([1.0, 2.0])
    starts, ends = ring[:-1] * stretch, ring[1:] * stretch
    along = ends - starts
    length = (along**2).sum(axis=1).clip(min=1)
    offset = (points * stretch)[:, None, :] - starts
    share = ((offset * along).sum(axis=2) / length).clip(0, 1)
    gap = offset - share[:, :, None] * along
    return np.asarray(np.sqrt((gap**2).sum(axis=2)).min(axis=1))


def _islands(archipelagos: Base, view: View) -> list[Base]:
    """Give each archipelago with its province's codes and the places of its islands."""
    groups: dict[str, list[Base]] = {}
    for feature in archipelagos["features"]:
        groups.setdefault(feature["properties"]["archipelago"], []).append(feature)
    return [_archipelago(name, features, view) for name, features in groups.items()]


def _archipelago(name: str, features: list[Base], view: View) -> Base:
    degrees = np.array([one["geometry"]["coordinates"] for one in features], dtype=np.float64)
    points = view.project(degrees)
    (west, north), (east, south) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    properties = features[0]["properties"]
    return {
        "id": ARCHIPELAGO_IDS[name],
        "code": {"63": properties["code63"], "34": properties["code34"]},
        "points": points.tolist(),
        "box": [west, north, east, south],
    }


def _inset(shapes: Mapping[str, list[Points]], archipelagos: Base) -> Base:
    """Give the country in small, with the frame of the northern view."""
    rings = chain.from_iterable(shapes.values())
    small = [ring for ring in map(INSET.project, rings) if area(ring) >= TINY_IN_INSET]
    north = VIEWS["north"]
    corners = INSET.project(np.array([[north.west, north.north], [north.east, north.south]]))
    return {
        "width": INSET.width,
        "height": INSET.height,
        "d": "".join(map(path, small)),
        "frame": corners.ravel().tolist(),
        "archipelagos": _islands(archipelagos, INSET),
    }


def view_of(members: Collection[str], boundary: str) -> Literal["north", "national"]:
    """Give the closest view that shows all members whole: their boxes do not touch its edge."""
    view = base(boundary)["views"]["north"]
    known = view["provinces"]
    inside = (code in known and _whole(known[code]["box"], view) for code in members)
    return "north" if members and all(inside) else "national"


def _whole(box: list[int], view: Base) -> bool:
    west, north, east, south = box
    return west > 0 and north > 0 and east < view["width"] and south < view["height"]
