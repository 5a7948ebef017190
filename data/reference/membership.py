"""Groups of provinces, as ``groups.toml`` lists them."""

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from data.errors import UnknownGroup
from data.reference import load
from data.reference.model import Group
from language.bilingual import Words


@cache
def groups() -> Mapping[str, Group]:
    """All groups by id, in the order of the file: the country first."""
    return MappingProxyType(
        {
            key: load.entry("groups.toml", key, partial(_group, key, row))
            for key, row in load.read_toml("groups.toml").items()
        }
    )


def group(group_id: str) -> Group:
    """One group; ``UnknownGroup`` tells which exist."""
    if group_id not in groups():
        raise UnknownGroup(f"Unknown group {group_id!r}. There are: {', '.join(groups())}.")
    return groups()[group_id]


def groups_on(boundary: str) -> Mapping[str, Group]:
    """The groups that have members on one list."""
    return {key: one for key, one in groups().items() if boundary in one.members}


def _group(key: str, row: Mapping[str, Any]) -> Group:
    return Group(
        id=key,
        name=Words.of(row["name"]),
        phrase=Words.of(row["phrase"]),
        definition=Words.of(row["definition"]),
        source=Words.of(row["source"]),
        members=MappingProxyType({b: codes for b, codes in _members(row).items() if codes}),
    )


def _members(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    rules = [rule for rule in ("all", "region", "members") if rule in row]
    if len(rules) != 1:
        raise ValueError(f"one of all, region, members decides who belongs, got {rules}")
    return {one.id: _members_on(row, one.id) for one in load.boundaries()}


def _members_on(row: Mapping[str, Any], boundary: str) -> tuple[str, ...]:
    known = load.provinces(boundary)
    if "members" in row:
        listed = tuple(row["members"].get(boundary, ()))
        if unknown := set(listed) - set(known):
            raise ValueError(f"{sorted(unknown)} not on the list of {boundary}")
        return listed
    if "region" in row and row["region"] not in load.regions():
        raise ValueError(f"no region {row['region']!r}")
    return tuple(c for c, one in known.items() if row.get("all") or one.region.id == row["region"])
