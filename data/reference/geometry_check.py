"""Is this boundary file fit to be drawn? Checked in numpy: the server has no geopandas.

Every function gives the reasons against the file as sentences, none when all is well.
Rings are arrays of shape ``(n, 2)``, longitude and latitude in degrees, first point = last.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]
Shapes = Mapping[str, list[Ring]]

WEST, EAST, SOUTH, NORTH = 101.5, 118.2, 6.0, 24.0
ROW = 0.02  # degrees between the lines along which overlaps are measured
HAIR = 0.0005  # degrees (50 m): neighbours that were rounded apart may overlap by this
MAX_OVERLAP = 0.005  # of a province's area
MAX_POINTS = 400_000
MAX_SHIFT = 0.6  # degrees between a province's centre and the known one


def rings_of(geometry: Mapping[str, Any]) -> list[Ring]:
    """Give all rings of a Polygon or MultiPolygon, holes too; ValueError for another geometry."""
    if geometry["type"] == "Polygon":
        nested = [geometry["coordinates"]]
    elif geometry["type"] == "MultiPolygon":
        nested = geometry["coordinates"]
    else:
        raise ValueError(f"geometry {geometry['type']!r} is not a polygon")
    return [np.asarray(ring, dtype=np.float64)[:, :2] for ring in chain.from_iterable(nested)]


def area(ring: NDArray[np.float64] | NDArray[np.int64]) -> float:
    """Give the unsigned area, in the square of the ring's unit."""
    x, y = (ring - ring[0]).T
    return abs(float(x[:-1] @ y[1:] - x[1:] @ y[:-1])) / 2


def centre(ring: Ring) -> NDArray[np.float64]:
    """Give the middle of the ring's box."""
    middle: NDArray[np.float64] = (ring.min(axis=0) + ring.max(axis=0)) / 2
    return middle


def wrong_codes(found: Sequence[str], expected: frozenset[str]) -> Iterator[str]:
    """Name the codes that are missing, unknown or there twice."""
    if missing := sorted(expected - set(found)):
        yield f"codes missing: {', '.join(missing)}"
    if unknown := sorted(set(found) - expected):
        yield f"codes not on the list: {', '.join(unknown)}"
    if twice := sorted({code for code in found if found.count(code) > 1}):
        yield f"codes given twice: {', '.join(twice)}"


def wrong_rings(shapes: Shapes) -> Iterator[str]:
    """Name provinces with a ring that is open, flat, outside Viet Nam or crosses itself."""
    for code, rings in shapes.items():
        for ring in rings:
            if reason := wrong_ring(ring):
                yield f"province {code}: {reason}"
                break


def wrong_ring(ring: Ring) -> str:
    """Give the first reason against one ring, or an empty text."""
    if len(ring) < 4 or not np.isfinite(ring).all():
        return "a ring has fewer than three corners or a coordinate is not a number"
    if (ring[0] != ring[-1]).any():
        return "a ring is not closed"
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    if west < WEST or east > EAST or south < SOUTH or north > NORTH:
        return (
            f"reaches {west:g}..{east:g} east, {south:g}..{north:g} north, outside Viet Nam; "
            "coordinates must be longitude, latitude in degrees (WGS 84)"
        )
    if area(ring) == 0:
        return "a ring has no area"
    return "a border crosses itself" if crosses_itself(ring) else ""


def crosses_itself(ring: Ring) -> bool:
    """Tell whether two edges of the ring properly cross (touching at a point is allowed)."""
    starts, ends = ring[:-1], ring[1:]
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    order = np.argsort(low[:, 0], kind="stable")
    a, b, low, high = starts[order], ends[order], low[order], high[order]
    last = np.searchsorted(low[:, 0], high[:, 0], side="right")
    return any(
        bool(_crossed(a[i], b[i], a[i + 1 : end], b[i + 1 : end]).any())
        for i, end in enumerate(last.tolist())
        if end > i + 1
    )


def _side(p: Ring, q: Ring, r: Ring) -> Ring:
    """Give the sign of the turn p -> q -> r, for arrays of points."""
    turn = (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1])
    turn = turn - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
    return np.sign(np.where(np.abs(turn) < 1e-14, 0.0, turn))


def _crossed(a: Ring, b: Ring, c: Ring, d: Ring) -> NDArray[np.bool_]:
    """Tell for each edge c-d whether it crosses the one edge a-b inside both."""
    apart = _side(a, b, c) * _side(a, b, d) < 0
    other = _side(c, d, a) * _side(c, d, b) < 0
    return np.asarray(apart & other)


def crossings(rings: Sequence[Ring], row: float = ROW) -> tuple[NDArray[np.int64], Ring]:
    """Give (row number, longitude) wherever an edge meets a horizontal line; rows from SOUTH."""
    edges = np.concatenate([np.hstack([ring[:-1], ring[1:]]) for ring in rings])
    x1, y1, x2, y2 = edges.T
    position1, position2 = (y1 - SOUTH) / row, (y2 - SOUTH) / row
    first = np.floor(np.minimum(position1, position2)).astype(np.int64) + 1
    last = np.floor(np.maximum(position1, position2)).astype(np.int64)
    count = last - first + 1
    edge = np.repeat(np.arange(len(edges)), count)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    rows = first[edge] + within
    share = (rows - position1[edge]) / (position2[edge] - position1[edge])
    return rows, x1[edge] + share * (x2[edge] - x1[edge])


def spans(shapes: Shapes) -> NDArray[np.float64]:
    """Give the stretches inside each province: row, west, east, number of the province."""
    found = []
    for number, rings in enumerate(shapes.values()):
        rows, x = crossings(rings)
        order = np.lexsort((x, rows))
        rows, x = rows[order], x[order]
        pair = slice(0, len(rows) // 2 * 2)
        west, east = x[pair][::2], x[pair][1::2]
        found.append(np.column_stack([rows[pair][::2], west, east, np.full(len(west), number)]))
    return np.concatenate(found)


def overlaps(shapes: Shapes) -> Iterator[str]:
    """Name provinces of which more than ``MAX_OVERLAP`` lies on a neighbour, too."""
    codes = list(shapes)
    table = spans(shapes)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    same_row = table[1:, 0] == table[:-1, 0]
    shared = np.minimum(table[1:, 2], table[:-1, 2]) - table[1:, 1]
    shared = np.where(same_row & (shared > HAIR), shared, 0)
    length = np.bincount(table[:, 3].astype(int), table[:, 2] - table[:, 1], len(codes))
    lost = np.bincount(table[1:, 3].astype(int), shared, len(codes))
    for number in np.flatnonzero(lost > MAX_OVERLAP * length):
        yield f"province {codes[number]}: {lost[number] / length[number]:.1%} lies on a neighbour"


def misplaced(shapes: Shapes, known: Shapes) -> Iterator[str]:
    """Name provinces far from where the known file has them: codes swapped, or another list."""
    for code, rings in shapes.items():
        shift = centre(max(rings, key=area)) - centre(max(known[code], key=area))
        if np.abs(shift).max() > MAX_SHIFT:
            yield f"province {code}: lies {np.abs(shift).max():.1f} degrees from its known place"
