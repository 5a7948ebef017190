"""A map described as data: everything that a writer needs, and nothing it has to look up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from charts.scale import Scale

ViewId = Literal["north", "national"]


@dataclass(frozen=True, slots=True)
class MapFigure:
    """One indicator in one period on one list of provinces.

    Mappings have the province code as key. A code without a value is drawn as "no data";
    ``members`` empty means all provinces are coloured, else the others are plain ground.
    ``source`` is the line of ``charts.source_line``; ``licence`` that of the boundaries.
    """

    title: str
    boundary: str
    view: ViewId
    scale: Scale
    unit: str
    source: str
    licence: str
    names: Mapping[str, str]
    values: Mapping[str, float]
    ranks: Mapping[str, int] = field(default_factory=dict)
    ranked: int = 0
    members: frozenset[str] = frozenset()
    home: str = ""
    illustrative: bool = False

    def is_member(self, code: str) -> bool:
        """Tell whether a province is coloured."""
        return not self.members or code in self.members
