"""What one figure is: SDMX's observation, with the status that our pages show."""

import math
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import repeat
from typing import Literal

from indicators.errors import ObservationError

Direction = Literal[1, -1]
"""``1`` when more is better, ``-1`` when less is better (COINr's word)."""


class Status(StrEnum):
    """How a figure came about; SDMX's letters where SDMX has them."""

    A = "A"  # official
    P = "P"  # provisional, when the source says so
    E = "E"  # estimated, when the source says so; never a value of ours
    M = "M"  # missing
    D = "D"  # converted by us, exactly or approximately, the rule named
    X = "X"  # illustrative
    Q = "Q"  # quoted from a publication and not computed


COLUMNS = (
    "province_code",
    "boundary",
    "indicator_id",
    "period",
    "value",
    "unit",
    "status",
    "source_id",
)


@dataclass(frozen=True, slots=True)
class Observation:
    """One value for one province, indicator and period, with the cell it was read from.

    ``value`` is in ``unit`` and is ``None`` exactly when the status is ``M``; it is never NaN.
    """

    province_code: str
    boundary: str
    indicator_id: str
    period: str
    value: float | None
    unit: str
    status: Status
    source_id: str
    sheet: str = ""
    cell: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) != (self.status == Status.M):
            raise ObservationError(
                f"{self.indicator_id} of {self.province_code} in {self.period} has the value "
                f"{self.value!r} and the status {self.status!r}. Only a missing one has no value."
            )
        if self.value is not None and not math.isfinite(self.value):
            raise ObservationError(
                f"{self.indicator_id} of {self.province_code} in {self.period} has the value "
                f"{self.value!r}. Give None and the status M for a missing one."
            )


def in_bulk(value: Sequence[float], **columns: Sequence[str]) -> list[Observation]:
    """Make observations of the columns of their fields: a long table has 300,000.

    A text stands for all of them. Where a value is not finite, or a status says that it is
    missing, each is made by itself. Raises ``ObservationError`` as an observation does, and
    ``ValueError`` for columns that differ in length.
    """
    whole = [one for one in columns.values() if not isinstance(one, str)]
    if any(len(one) != len(value) for one in whole):
        raise ValueError("The columns of observations differ in length.")
    given: dict[str, Iterable[object]] = {"value": value}
    for name, column in columns.items():
        given[name] = repeat(column, len(value)) if isinstance(column, str) else column
    names = [one.name for one in fields(Observation)]
    if not all(map(math.isfinite, value)) or Status.M in columns["status"]:
        return [Observation(*one) for one in zip(*map(given.__getitem__, names), strict=True)]
    made = list(map(object.__new__, repeat(Observation, len(value))))
    for name in names:
        # The slots are written by C alone: a third of the time of calls of the class.
        deque(map(getattr(Observation, name).__set__, made, given[name]), maxlen=0)
    return made
