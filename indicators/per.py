"""Counts made comparable between provinces of different size."""

import pandas as pd

from indicators.errors import CalculationError


def per_1000(counts: "pd.Series[float]", thousand_people: "pd.Series[float]") -> "pd.Series[float]":
    """Divide counts by population: a map of counts is a map of people.

    Parameters
    ----------
    counts
        Points, transactions ... of one period, by province.
    thousand_people
        Mean population of the same year on the same list of provinces, in thousands, as the
        statistics office publishes it.

    Returns
    -------
    pandas.Series
        Counts per 1,000 people with the index of ``counts``; missing where either is missing.

    Raises
    ------
    CalculationError
        If a population that is needed is zero or negative.
    """
    people = thousand_people.astype("float64").reindex(counts.index)
    empty = people.index[(people <= 0) & counts.notna()]
    if len(empty):
        raise CalculationError(
            f"Cannot divide by the population of {', '.join(map(str, empty))}: "
            f"{people[empty[0]]:g} thousand. Correct it or leave it out."
        )
    return counts.astype("float64") / people
