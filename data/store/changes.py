"""What a delivery changes: its figures against those that are in use."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from data.errors import DataError
from indicators.model import Observation

Kind = Literal["added", "changed", "removed"]


class Key(NamedTuple):
    """What a figure is a figure of, in the order of the store's index."""

    indicator_id: str
    period: str
    boundary: str
    province_code: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What is in use for a key: two figures that are equal here need no new row."""

    value: float | None
    unit: str
    status: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after; ``None`` before means that there was no such figure."""

    kind: Kind
    key: Key
    before: Figure | None
    after: Figure


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of one delivery, and how many of its figures are in use already."""

    items: tuple[Change, ...]
    unchanged: int

    @property
    def added(self) -> int:
        """Count the figures for keys that had none."""
        return self.count("added")

    @property
    def changed(self) -> int:
        """Count the figures that replace others; also a new source, unit or status."""
        return self.count("changed")

    @property
    def removed(self) -> int:
        """Count the figures that the delivery says are missing now."""
        return self.count("removed")

    def count(self, kind: Kind) -> int:
        """Count the changes of one kind."""
        return sum(change.kind == kind for change in self.items)


def key_of(observation: Observation) -> Key:
    """Give what an observation is a figure of."""
    found = observation
    return Key(found.indicator_id, found.period, found.boundary, found.province_code)


def figure_of(observation: Observation) -> Figure:
    """Give what an observation says, without the place where it stood."""
    found = observation
    return Figure(found.value, found.unit, str(found.status), found.source_id)


def compare(observations: Sequence[Observation], in_use: Mapping[Key, Figure]) -> Changes:
    """Compare a delivery with the figures in use.

    A delivery says only what its cells say: a key that is not in it is left alone. The same figure
    from another file or cell is no change.

    Raises
    ------
    DataError
        If the delivery gives two observations for one key: nobody could say which one counts.
    """
    refuse_twins([key_of(observation) for observation in observations])
    changes = [
        Change(
            kind(before, figure_of(observation)),
            key_of(observation),
            before,
            figure_of(observation),
        )
        for observation in observations
        if (before := in_use.get(key_of(observation))) != figure_of(observation)
    ]
    return Changes(tuple(changes), unchanged=len(observations) - len(changes))


def kind(before: Figure | None, after: Figure) -> Kind:
    """Name a change. That a figure is missing now removes only what had a value."""
    if before is None:
        return "added"
    return "removed" if after.value is None and before.value is not None else "changed"


def refuse_twins(keys: Collection[Key]) -> None:
    """Refuse a delivery that names one key twice."""
    twins = [key for key, times in Counter(keys).items() if times > 1]
    if twins:
        raise DataError(f"Two figures for {'/'.join(twins[0])} in one delivery. Keep one of them.")
