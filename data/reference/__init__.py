"""Facts about provinces: lists by date, what became of them, regions, groups, names.

The key of a province is (boundary, code). Nothing here counts to 63 or 34: the files say.
"""

from data.reference.geometry import boundary_geojson
from data.reference.load import (
    boundaries,
    boundary,
    boundary_of,
    parts,
    province,
    provinces,
    regions,
    successor,
)
from data.reference.membership import group, groups, groups_on
from data.reference.model import Boundary, Group, Kind, Province, Region, Resolved
from data.reference.names import (
    is_former,
    is_total,
    lists_with,
    nearest,
    region_of_row,
    resolve,
)
from language.bilingual import Words

__all__ = [
    "Boundary",
    "Group",
    "Kind",
    "Province",
    "Region",
    "Resolved",
    "Words",
    "boundaries",
    "boundary",
    "boundary_geojson",
    "boundary_of",
    "group",
    "groups",
    "groups_on",
    "is_former",
    "is_total",
    "lists_with",
    "nearest",
    "parts",
    "province",
    "provinces",
    "region_of_row",
    "regions",
    "resolve",
    "successor",
]
