"""Indicators that are computed from others where nobody published them.

Each function takes ``read``, which gives the tables by period of an indicator on the list that is
asked for, so that a derived figure stands on one list and one period.
"""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from data.catalogue import Derived, indicators, weights
from data.service.tables import Table, Tables, converted, values
from indicators.aggregate import pillar
from indicators.per import per_1000
from indicators.period import parse

Read = Callable[[str], Tables]

TOTAL = "dti_total"


def derived(how: Derived, read: Read) -> Tables:
    """Compute an indicator for every period in which its parts are there."""
    if how.rule == "per_1000":
        count, population = how.of
        return counts_per_1000(count, population, read)
    return pillars(how.of[0], read)


def counts_per_1000(count: str, population: str, read: Read) -> Tables:
    """Divide counts by the population of the same year; without that year there is nothing."""
    people = read(population)
    found = {}
    for period, counts in read(count).items():
        year = str(parse(period).year)
        if year in people:
            known = per_1000(values(counts), values(people[year]))
            found[period] = computed(known, [counts, people[year]], rule="per_1000")
    return found


def pillars(activity: str, read: Read) -> Tables:
    """Compute the pillar of an activity for the years whose weights are known.

    The total and all three activities are needed: the foundations follow from them.
    """
    total = read(TOTAL)
    parts = {name: read(name) for name in activities()}
    found = {}
    for period in total:
        shares = main_shares(period)
        if shares and all(period in tables for tables in parts.values()):
            tables = {name: each[period] for name, each in parts.items()}
            frame = pd.DataFrame({name: values(each) for name, each in tables.items()})
            known = pillar(activity, values(total[period]), frame, shares)
            found[period] = computed(known, [total[period], *tables.values()], rule="pillar")
    return found


def activities() -> tuple[str, ...]:
    """Give the activities that the catalogue derives a pillar from."""
    hows = (about.derived for about in indicators().values())
    return tuple(how.of[0] for how in hows if how and how.rule == "pillar")


def main_shares(period: str) -> Mapping[str, float] | None:
    """Give the weights of the main indices in a year; ``None`` when they are not known."""
    of_year = weights(period) if parse(period).kind == "year" else None
    return of_year.shares if of_year and of_year.of == "main_indices" else None


def computed(known: "pd.Series[float]", inputs: Sequence[Table], *, rule: str) -> Table:
    """Make a table of what was computed; each figure has the cells of all its parts."""
    made = {}
    for code, value in known.items():
        parts = [each[str(code)] for each in inputs if str(code) in each]
        made[str(code)] = converted(float(value), parts, rule=rule)
    return made
