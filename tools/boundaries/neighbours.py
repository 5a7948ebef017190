"""Find which provinces share a land border, from the shipped boundary files.

    .venv/bin/python -m tools.boundaries.neighbours        # in the root of the project

Needs nothing but the files: they are coverages, so that two provinces share a border exactly when
they share an edge, both ends to the last digit. Meeting in one point is not a border. The output is
committed: ``data/reference/boundaries/neighbours.csv``, each pair once.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from data.reference import boundaries
from data.reference.geometry import SHIPPED, Collection, code_of
from data.reference.geometry_check import rings_of

FILE = SHIPPED / "neighbours.csv"
COLUMNS = ("boundary", "code", "neighbour")

Edge = frozenset[tuple[float, float]]


def pairs(collection: Collection) -> list[tuple[str, str]]:
    """Give the pairs of codes that share an edge, each once, in order."""
    beside: defaultdict[Edge, set[str]] = defaultdict(set)
    for feature in collection["features"]:
        for edge in edges(feature):
            beside[edge].add(code_of(feature))
    shared = {tuple(sorted(codes)) for codes in beside.values() if len(codes) > 1}
    return sorted((first, second) for first, second in shared)


def edges(feature: Collection) -> Iterator[Edge]:
    """Yield the edges of all rings of a province, without a direction."""
    for ring in rings_of(feature["geometry"]):
        points = [(float(x), float(y)) for x, y in ring]
        for start, end in pairwise([*points, points[0]]):
            if start != end:
                yield frozenset((start, end))


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the file, list by list."""
    for boundary in boundaries():
        collection = json.loads((SHIPPED / f"{boundary.id}.geojson").read_text("utf-8"))
        for first, second in pairs(collection):
            yield boundary.id, first, second


def main() -> None:
    """Write the file and say how many borders it has."""
    found = list(rows())
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *found])
    print(f"{FILE.name}: {len(found)} borders")


if __name__ == "__main__":
    main()
