"""What a merged province would have if its parts counted by their people: ours, not official.

The rule of the DTI is the plain mean of the parts, as the ministry applied it for 2024. How much
depends on that rule is seen when another one stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.catalogue import indicator as catalogue_entry
from data.reference import parts
from data.service.figures import Figures, predecessor
from data.service.merge import all_weighted
from data.service.tables import values
from indicators.rank import rank

POPULATION = "population"


@dataclass(frozen=True, slots=True)
class Variant:
    """A value and its place among ``n``; ``people`` is the period of the population used."""

    value: float
    rank: int
    n: int
    people: str


def by_population(
    figures: Figures, indicator: str, period: str, boundary: str
) -> Mapping[str, Variant]:
    """Give the variant of every province formed of several; empty unless every value is known.

    All provinces of the list are computed from the list before, so that a place compares values
    made in one way.
    """
    former = predecessor(boundary)
    if former is None or catalogue_entry(indicator).merge != "plain_mean":
        return {}
    people = {one: figures.table(POPULATION, one, former) for one in _periods(figures, former)}
    found = {period: figures.table(indicator, period, former)}
    formed = parts(former, boundary)
    made = all_weighted(found, formed, people, POPULATION)[period]
    known = values(made)
    if len(known) < len(formed) or known.isna().any():
        return {}
    places = rank(known, direction=catalogue_entry(indicator).direction)
    return {
        code: Variant(float(known[code]), int(places[code]), len(known), cell.weights.split("/")[1])
        for code, cell in made.items()
        if len(formed[code]) > 1
    }


def _periods(figures: Figures, boundary: str) -> tuple[str, ...]:
    return figures.periods(POPULATION, boundary)
