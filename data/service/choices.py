"""What a reader asks for by name, checked before anything is computed, and sensible defaults.

Every function raises ``UnknownChoice``, which carries the names that exist.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from data.catalogue import dataflows, indicators
from data.errors import UnknownChoice
from data.reference import boundaries, boundary_of, groups_on, provinces, resolve
from data.service.figures import Figures
from indicators.period import parse


@dataclass(frozen=True, slots=True)
class Choice:
    """What a ranking needs, all of it there."""

    indicator: str
    period: str
    boundary: str
    group: str


def choose(
    figures: Figures, indicator: str, period: str | None, boundary: str | None, group: str
) -> Choice:
    """Check the names of a ranking and fill in what was left out.

    Without a period: the newest with figures on any list. Without a list: the one in force on the
    last day of the period. ``PeriodError`` for a text that is no period.
    """
    among("indicator", indicator, indicators())
    known_boundary(boundary)
    period = period or newest_period(figures, indicator, boundary)
    on = boundary or boundary_of(period).id
    among("group", group, groups_on(on))
    among("period", period, figures.periods(indicator, on))
    return Choice(indicator, period, on, group)


def newest_period(figures: Figures, indicator: str, boundary: str | None = None) -> str:
    """Give the newest period with figures, on one list or on any."""
    lists = [boundary] if boundary else [one.id for one in boundaries()]
    found = {each for one in lists for each in figures.periods(indicator, one)}
    if not found:
        refuse("period", "", ())
    return max(found, key=parse)


def choose_province(name: str, boundary: str | None) -> tuple[str, str]:
    """Find a province by code or name; give its code and its list.

    Without a list the newest that knows the name counts, so that "02" and "Hà Giang" are found on
    the list of 63 and "15" is today's Lào Cai.
    """
    known_boundary(boundary)
    lists = [boundary] if boundary else [one.id for one in reversed(boundaries())]
    for one in lists:
        if found := resolve(name, one):
            return found.code, one
    return refuse(
        "province", name, (f"{code} {one.name.vi}" for code, one in provinces(lists[0]).items())
    )


def known_boundary(name: str | None) -> None:
    """Refuse a list of provinces that does not exist; none was asked for with ``None``."""
    if name is not None:
        among("boundary", name, (one.id for one in boundaries()))


def known_flow(name: str | None) -> None:
    """Refuse a dataflow that does not exist; none was asked for with ``None``."""
    if name is not None:
        among("flow", name, dataflows())


def among(kind: str, name: str, names: Iterable[str]) -> None:
    """Refuse a name that is not among those that exist."""
    there = tuple(names)
    if name not in there:
        refuse(kind, name, there)


def refuse(kind: str, name: str, names: Iterable[str]) -> NoReturn:
    """Raise the exception that says which names exist."""
    raise UnknownChoice(kind, name, tuple(names))
