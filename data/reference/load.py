"""Read the files of this folder once, check that they agree, and hand out frozen values."""

import csv
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from data.errors import BadReference, UnknownName, UnknownProvince
from data.reference.model import Boundary, Kind, Province, Region
from indicators.period import Period, parse
from language.bilingual import Words

T = TypeVar("T")
FOLDER = Path(__file__).resolve().parent


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of this folder; ``BadReference`` with its name when it does not parse."""
    try:
        return tomllib.loads((FOLDER / name).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadReference(f"Cannot read {name}: {error}.") from error


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a CSV file of this folder as texts."""
    try:
        with (FOLDER / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise BadReference(f"Cannot read {name}: {error}.") from error


def entry(file: str, key: str, make: Callable[[], T]) -> T:
    """Make one value; a fault in its fields becomes ``BadReference`` with file and entry."""
    try:
        return make()
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise BadReference(f"{file}, entry {key!r}: {error!r}.") from error


@cache
def _lists() -> Mapping[str, Boundary]:
    found = {
        key: entry("lists.toml", key, partial(_boundary, key, row))
        for key, row in read_toml("lists.toml").items()
    }
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: item[1].valid_from)))


def _boundary(key: str, row: Mapping[str, Any]) -> Boundary:
    return Boundary(
        id=key,
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        name=Words.of(row["name"]),
        source=Words.of(row["source"]),
    )


def boundaries() -> tuple[Boundary, ...]:
    """All lists of provinces, oldest first."""
    return tuple(_lists().values())


def boundary(boundary_id: str) -> Boundary:
    """Give the list with this id; ``UnknownName`` tells which exist."""
    if boundary_id not in _lists():
        raise UnknownName(f"Unknown boundary {boundary_id!r}. There are: {', '.join(_lists())}.")
    return _lists()[boundary_id]


def boundary_of(period: str | Period) -> Boundary:
    """Give the list in force on the last day of a period; before the oldest list, the oldest.

    Raises ``PeriodError`` for a text that is no period.
    """
    last_day = str((parse(period) if isinstance(period, str) else period).end)
    started = [one for one in boundaries() if one.valid_from <= last_day]
    return started[-1] if started else boundaries()[0]


@cache
def regions() -> Mapping[str, Region]:
    """All regions by id, those without provinces of ours too."""
    return MappingProxyType(
        {
            key: entry("regions.toml", key, partial(_region, key, row))
            for key, row in read_toml("regions.toml").items()
        }
    )


def _region(key: str, row: Mapping[str, Any]) -> Region:
    return Region(key, Words.of(row["name"]))


@cache
def _changes() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Parts of each new province: {(boundary, code): ((old boundary, old code), ...)}."""
    parts: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for row in read_rows("changes.csv"):
        key = (row["new_boundary"], row["new_code"])
        parts[key] = (*parts.get(key, ()), (row["old_boundary"], row["old_code"]))
    return MappingProxyType(parts)


def _kinds(text: str) -> tuple[Kind, ...]:
    """Read "province city@2025-01-01": a kind, then those that followed with their first day."""
    table = read_toml("kinds.toml")
    kinds = []
    for word in text.split():
        name, _, since = word.partition("@")
        row = table[name]
        kinds.append(Kind(name, since, Words.of(row["name"]), Words.of(row["title"])))
    if not kinds or kinds[0].valid_from:
        raise ValueError(f"the first kind has no first day, got {text!r}")
    return tuple(kinds)


def _called(row: Mapping[str, str]) -> Words:
    """Give what a province is called in a sentence, by default its name."""
    vi, _, en = (row["called"] or row["name"]).partition("|")
    return Words(vi=vi, en=en or vi)


def _flag(text: str) -> bool:
    return {"0": False, "1": True}[text]


def _province(row: Mapping[str, str], larger: frozenset[str]) -> Province:
    if not (len(row["province_code"]) == 2 and row["province_code"].isdigit()):
        raise ValueError(f"a code is two digits, got {row['province_code']!r}")
    return Province(
        code=row["province_code"],
        boundary=boundary(row["boundary"]).id,
        name=Words(vi=row["name"], en=row["name"]),
        called=_called(row),
        kinds=_kinds(row["kinds"]),
        region=regions()[row["region"]],
        land_border=_flag(row["land_border"]),
        mountainous=_flag(row["mountainous"]),
        iso3166_2=row["iso3166_2"],
        variants=tuple(name for name in row["variants"].split("|") if name),
        lives_on=row["name"] in larger,
    )


def _names_of_larger(rows: list[dict[str, str]], old: str) -> frozenset[str]:
    """Names on other lists whose province was formed of several on the list ``old``."""
    formed = {
        key for key, parts in _changes().items() if len([p for p in parts if p[0] == old]) > 1
    }
    return frozenset(r["name"] for r in rows if (r["boundary"], r["province_code"]) in formed)


@cache
def _all_provinces() -> Mapping[str, Mapping[str, Province]]:
    rows = read_rows("provinces.csv")
    found: dict[str, dict[str, Province]] = {one.id: {} for one in boundaries()}
    for number, row in enumerate(rows, start=2):
        larger = _names_of_larger(rows, row["boundary"])
        one = entry("provinces.csv", f"line {number}", partial(_province, row, larger))
        if one.code in found[one.boundary]:
            raise BadReference(f"provinces.csv, line {number}: {one.code} stands twice.")
        found[one.boundary][one.code] = one
    _check_changes(found)
    return MappingProxyType({key: MappingProxyType(value) for key, value in found.items()})


def _check_changes(found: Mapping[str, Mapping[str, Province]]) -> None:
    """Every province of an older list must go to exactly one of the next, and back."""
    for old, new in _steps():
        gone = [c for key, ps in _changes().items() if key[0] == new for b, c in ps if b == old]
        come = [code for boundary_id, code in _changes() if boundary_id == new]
        if sorted(gone) != sorted(found[old]) or sorted(come) != sorted(found[new]):
            raise BadReference(f"changes.csv does not lead every province of {old} to {new}.")


def _steps() -> Iterator[tuple[str, str]]:
    ids = [one.id for one in boundaries()]
    yield from pairwise(ids)


def provinces(boundary_id: str) -> Mapping[str, Province]:
    """Provinces of one list by code, in the order of the codes."""
    return _all_provinces()[boundary(boundary_id).id]


def province(code: str, boundary_id: str) -> Province:
    """One province of one list; ``UnknownProvince`` when its code is not on that list."""
    known = provinces(boundary_id)
    if code not in known:
        raise UnknownProvince(f"No province {code!r} on the list of {boundary_id}.")
    return known[code]


def parts(old: str = "63", new: str = "34") -> Mapping[str, tuple[str, ...]]:
    """Codes on ``old`` that form each code of ``new``, the one that gave its name first.

    A province that did not change has one part. ``BadReference`` if no change leads there.
    """
    provinces(old), provinces(new)
    found = {
        code: tuple(c for b, c in parts_of if b == old)
        for (boundary_id, code), parts_of in _changes().items()
        if boundary_id == new
    }
    if not all(found.values()) or not found:
        raise BadReference(f"changes.csv has no change from {old} to {new}.")
    return MappingProxyType(found)


def successor(code: str, old: str = "63", new: str = "34") -> str:
    """Code on the list ``new`` of the province that took in ``code`` of the list ``old``."""
    province(code, old)
    return next(to for to, came_from in parts(old, new).items() if code in came_from)
