"""What a preview says: figures before and after, whole lists beside those of the year before."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["added", "changed", "removed", "unchanged"]
How = Literal["total", "mean"]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure before and after.

    A value is ``None`` when it is missing; its status is empty when there is no such figure at all.
    ``place`` is the cell that says it, ``Sheet!B7``; empty between two releases.
    """

    kind: Kind
    indicator_id: str
    period: str
    boundary: str
    province_code: str
    old: float | None
    old_status: str
    new: float | None
    new_status: str
    place: str = ""

    @property
    def value_changed(self) -> bool:
        """Tell whether the number is another one, and not only its status, unit or source."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Extent:
    """The figures of a whole list, in the unit of the indicator.

    ``n`` counts the provinces with a value, at least one; ``minimum_at`` and ``maximum_at`` are the
    codes of those that have the extreme.
    """

    n: int
    total: float
    mean: float
    median: float
    minimum: float
    minimum_at: tuple[str, ...]
    maximum: float
    maximum_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """One table of figures as a whole; ``how`` says whether its total means anything.

    ``after`` and ``before`` are the whole list after and before publishing, ``year_before`` that of
    ``former_period``; each ``None`` when no province has a value. ``converted``: some of the former
    figures are converted from the list before.
    """

    indicator_id: str
    period: str
    boundary: str
    how: How
    after: Extent | None
    before: Extent | None
    year_before: Extent | None
    former_period: str | None
    converted: bool
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that changes. Unchanged figures have lines in a preview, not between releases."""

    lines: tuple[Line, ...]
    summaries: tuple[Summary, ...]
    unchanged: int

    @property
    def added(self) -> int:
        """Count the figures that were not there."""
        return len(self.of("added"))

    @property
    def changed(self) -> int:
        """Count the figures that replace others; also a new status, unit or source."""
        return len(self.of("changed"))

    @property
    def removed(self) -> int:
        """Count the figures that are missing, or gone, afterwards."""
        return len(self.of("removed"))

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """Give the lines of one kind, in the order of the file."""
        return tuple(line for line in self.lines if line.kind == kind)
