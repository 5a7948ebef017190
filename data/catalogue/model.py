"""What an indicator is, and the codelists around it: frozen values read from the TOML files."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indicators.change import Break
from indicators.model import Direction
from language.bilingual import Words

Merge = Literal["plain_mean", "weighted_mean", "total", "recompute", "none"]
"""How old provinces' figures become a new province's; ``recompute`` from the merged parts."""
DerivedRule = Literal["pillar", "per_1000"]
ScaleKind = Literal["sequential", "diverging"]
SourceKind = Literal["official", "transcription", "press", "illustrative"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes of the map, the same in every year; the first and the last are open outwards."""

    kind: ScaleKind
    edges: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.edges) < 3 or any(low >= high for low, high in pairwise(self.edges)):
            raise ValueError(f"edges must rise, got {self.edges}")

    @property
    def domain(self) -> tuple[float, float]:
        """The lowest and the highest edge, in the indicator's unit."""
        return self.edges[0], self.edges[-1]

    @property
    def classes(self) -> int:
        """The number of classes."""
        return len(self.edges) - 1


@dataclass(frozen=True, slots=True)
class Derived:
    """How we compute an indicator from others where it is not published.

    ``pillar`` of an activity with the DTI's weights of the year; ``per_1000`` of a count over
    the population of the same year and boundary.
    """

    rule: DerivedRule
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The body that is responsible for figures from a year on."""

    since: str
    name: Words


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured thing.

    ``range``: values outside are a fault of the file. ``rank_min_share``: a place is given only
    when at least this share of the provinces has a value. ``headings``: how tables print it; a
    heading that two indicators share is a question to the analyst. ``merge_weight``: the
    indicator that weighs in ``weighted_mean``, which is approximate then. ``yearly``: it is
    published for years only, so that a day in a table may stand for its year.
    """

    id: str
    dataflow: str
    name: Words
    short: Words
    definition: Words
    unit: str
    decimals: int
    direction: Direction
    source_id: str
    range: tuple[float, float]
    merge: Merge
    merge_weight: str | None
    breaks: tuple[Break, ...]
    derived: Derived | None
    headings: tuple[str, ...]
    rank_min_share: float
    scale: Scale
    bodies: tuple[Body, ...]
    yearly: bool

    def body_of(self, year: int) -> Words | None:
        """Give the body responsible in a year; ``None`` when the file names none."""
        fitting = [body for body in self.bodies if body.since <= str(year)]
        return fitting[-1].name if fitting else None


@dataclass(frozen=True, slots=True)
class Dataflow:
    """One kind of delivery."""

    id: str
    name: Words
    definition: Words


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; ``suffix`` and ``change`` carry their own leading space.

    ``written``: how tables print it, with the factor to this unit.
    """

    id: str
    name: Words
    suffix: Words
    change: Words
    written: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from. ``transcription``: somebody else's copy of an official page."""

    id: str
    publisher: Words
    title: Words
    url: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the DTI in one year: ``points`` of 1,000 and ``shares`` of one, by indicator.

    ``of``: whether they weigh the eight main indices or the three pillars (2020).
    """

    year: int
    of: Literal["main_indices", "pillars"]
    decision: Words
    points: Mapping[str, float]

    @property
    def shares(self) -> Mapping[str, float]:
        """The weights as shares of one."""
        whole = sum(self.points.values())
        return {name: points / whole for name, points in self.points.items()}
