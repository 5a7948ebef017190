"""Read the catalogue once, complete and checked, or say which entry of which file is wrong."""

import tomllib
from collections.abc import Callable, Collection, Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from data.catalogue import extra
from data.catalogue.model import (
    Body,
    Dataflow,
    Derived,
    DerivedRule,
    Indicator,
    Merge,
    Scale,
    ScaleKind,
    Source,
    SourceKind,
    Unit,
    Weights,
)
from data.errors import BadCatalogue, BadReference, UnknownIndicator, UnknownName
from indicators.change import Break
from indicators.period import parse
from language.bilingual import Words
from language.words import texts

T = TypeVar("T")
Row = Mapping[str, Any]

FOLDER = Path(__file__).resolve().parent
FLOWS = ("dti", "poverty", "qr", "population", "context")
_OPTIONAL: Row = {"merge_weight": "", "breaks": [], "bodies": [], "derived": None, "yearly": False}


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((FOLDER / name).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadReference(f"Cannot read {name}: {error}.") from error


def _entry(file: str, key: str, make: Callable[[], T]) -> T:
    """Make one value; a fault in its fields becomes ``BadReference`` with file and entry."""
    try:
        return make()
    except (KeyError, ValueError, TypeError, AttributeError, LookupError) as error:
        is_own = key in _own_names(file)
        kind = BadCatalogue if is_own else BadReference
        raise kind(f"{file}, entry {key!r}: {error!r}.") from error


def _own_names(file: str) -> Collection[str]:
    """Give the entries that a file of ``DTI_CATALOGUE`` adds: its owner can mend them."""
    content = extra.of(file.removesuffix(".toml"))
    return {*content, *content.get("indicators", ())}


def _table(name: str, make: Callable[[str, Row], T]) -> Mapping[str, T]:
    stem = name.removesuffix(".toml")
    rows = extra.joined(stem, _read(name), extra.of(stem))
    return MappingProxyType({k: _entry(name, k, partial(make, k, row)) for k, row in rows.items()})


@cache
def dataflows() -> Mapping[str, Dataflow]:
    """All kinds of deliveries by id."""
    rows = {flow: _read(f"{flow}.toml")["dataflow"] for flow in FLOWS}
    rows |= {flow: extra.of(flow)["dataflow"] for flow in extra.flows(FLOWS)}
    return MappingProxyType(
        {k: _entry(f"{k}.toml", "dataflow", partial(_flow, k, row)) for k, row in rows.items()}
    )


@cache
def units() -> Mapping[str, Unit]:
    """All units by id."""
    return _table("units.toml", _unit)


@cache
def sources() -> Mapping[str, Source]:
    """All sources by id."""
    return _table("sources.toml", _source)


def source(source_id: str) -> Source:
    """One source; ``UnknownName`` when its id is not in the file."""
    if source_id not in sources():
        raise UnknownName(f"Unknown source {source_id!r}. Sources stand in sources.toml.")
    return sources()[source_id]


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by id, in the order of the files; those of ``DTI_CATALOGUE`` come last."""
    found: dict[str, Indicator] = {}
    for flow in FLOWS:
        found = {**found, **_of_file(flow, _read(f"{flow}.toml"), found)}
    for flow in extra.flows(FLOWS) + FLOWS:
        added = _of_file(flow, extra.of(flow), {})
        found = extra.joined(flow, found, added)
    _check_links(found)
    return MappingProxyType(found)


def _of_file(flow: str, content: Row, known: Collection[str]) -> dict[str, Indicator]:
    """Make the indicators of one file; what it leaves out stands under its ``[defaults]``."""
    made = {}
    for key, row in content.get("indicators", {}).items():
        full = {**_OPTIONAL, **content.get("defaults", {}), **row}
        if key in known:
            raise BadReference(f"{flow}.toml: {key!r} stands in two files.")
        made[key] = _entry(f"{flow}.toml", key, partial(_indicator, key, flow, full))
    return made


def indicator(indicator_id: str) -> Indicator:
    """One indicator; ``UnknownIndicator`` tells which exist."""
    known = indicators()
    if indicator_id not in known:
        names = ", ".join(known)
        raise UnknownIndicator(f"Unknown indicator {indicator_id!r}. There are: {names}.")
    return known[indicator_id]


@cache
def weights_by_year() -> Mapping[str, Weights]:
    """All weights that are known, by year assessed; a year that is not here has none."""
    return _table("weights.toml", _weights_of)


def weights(year: int | str) -> Weights | None:
    """Weights of the DTI of a year assessed; ``None`` when they are not known."""
    return weights_by_year().get(str(year))


def published_on(dataflow: str, period: str) -> str | None:
    """ISO day on which a period's figures came out; ``None`` when that is not known."""
    day = _read_publications().get(dataflow, {}).get(period)
    return str(day) if day else None


@cache
def _read_publications() -> Mapping[str, Mapping[str, str]]:
    return {**extra.of("publications"), **_read("publications.toml")}


def _flow(key: str, row: Row) -> Dataflow:
    return Dataflow(key, Words.of(row["name"]), Words.of(row["definition"]))


def _unit(key: str, row: Row) -> Unit:
    suffix, change = (Words(vi=row[k]["vi"], en=row[k]["en"]) for k in ("suffix", "change"))
    written = {text: float(factor) for text, factor in row["written"].items()}
    return Unit(key, Words.of(row["name"]), suffix, change, MappingProxyType(written))


def _source(key: str, row: Row) -> Source:
    return Source(
        id=key,
        publisher=Words.of(row["publisher"]),
        title=Words.of(row["title"]),
        url=row["url"],
        kind=_one_of(row["kind"], get_args(SourceKind)),
    )


def _weights_of(key: str, row: Row) -> Weights:
    points = {name: float(value) for name, value in row["points"].items()}
    if unknown := set(points) - set(indicators()):
        raise ValueError(f"no indicators {sorted(unknown)}")
    if sum(points.values()) != 1000:
        raise ValueError(f"points sum to {sum(points.values()):g}, not to 1000")
    of = _one_of(row["of"], ("main_indices", "pillars"))
    return Weights(int(key), of, Words.of(row["decision"]), MappingProxyType(points))


def _indicator(key: str, flow: str, row: Row) -> Indicator:
    low, high = (float(end) for end in row["range"])
    if not (low < high and 0 < row["rank_min_share"] <= 1 and row["decimals"] >= 0):
        raise ValueError("range, rank_min_share or decimals make no sense")
    return Indicator(
        id=key,
        dataflow=flow,
        name=Words.of(row["name"]),
        short=Words.of(row["short"]),
        definition=Words.of(row["definition"]),
        unit=units()[row["unit"]].id,
        decimals=row["decimals"],
        direction=_one_of(row["direction"], (1, -1)),
        source_id=sources()[row["source_id"]].id,
        range=(low, high),
        merge=_one_of(row["merge"], get_args(Merge)),
        merge_weight=row["merge_weight"] or None,
        breaks=tuple(_break(one) for one in row["breaks"]),
        derived=_derived(row["derived"]),
        headings=tuple(row["headings"]),
        rank_min_share=float(row["rank_min_share"]),
        scale=_scale(row["scale"]),
        bodies=tuple(Body(one["from"], Words.of(one["name"])) for one in row["bodies"]),
        yearly=bool(row["yearly"]),
    )


def _break(row: Row) -> Break:
    before, after = row["between"]
    if not parse(before).end < parse(after).start:
        raise ValueError(f"a break lies between two periods, got {row['between']}")
    return Break(before, after, row["reason"], frozenset(row.get("place_of", ())))


def _derived(row: Row | None) -> Derived | None:
    if row is None:
        return None
    return Derived(_one_of(row["rule"], get_args(DerivedRule)), tuple(row["of"]))


def _scale(row: Row) -> Scale:
    return Scale(_one_of(row["kind"], get_args(ScaleKind)), tuple(map(float, row["edges"])))


def _one_of(value: Any, allowed: tuple[Any, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {allowed}")
    return value


def _check_links(found: Mapping[str, Indicator]) -> None:
    """Indicators that others name must exist, and a weighted mean must say its weight."""
    for key, one in found.items():
        fault = BadCatalogue if key in _own_names(f"{one.dataflow}.toml") else BadReference
        named = {*(one.derived.of if one.derived else ()), *filter(None, [one.merge_weight])}
        named |= {name for each in one.breaks for name in each.place_of}
        if unknown := named - set(found):
            raise fault(f"{one.dataflow}.toml, entry {key!r}: no {sorted(unknown)}.")
        if (one.merge == "weighted_mean") != (one.merge_weight is not None):
            raise fault(f"{one.dataflow}.toml, entry {key!r}: merge and its weight differ.")
        if any(each.reason not in texts("vi") for each in one.breaks):
            raise fault(f"{one.dataflow}.toml, entry {key!r}: a break has an unknown reason.")
