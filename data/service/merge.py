"""Figures of one list of provinces carried to the next, by the rule of the indicator.

Only forwards: what was published for a merged province is never divided among its parts.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.service.tables import Cell, Table, Tables, converted, values
from indicators import harmonise
from indicators.period import parse

Parts = Mapping[str, Sequence[str]]


def all_merged(tables: Tables, parts: Parts, rule: str) -> Tables:
    """Merge every period of an indicator that needs no weights."""
    return {period: merged(found, parts, rule=rule) for period, found in tables.items()}


def all_weighted(tables: Tables, parts: Parts, weights: Tables, name: str) -> Tables:
    """Merge every period by the weights of its year, or of the newest year before it."""
    made = {}
    for period, found in tables.items():
        year = newest_until(weights, parse(period).year)
        made[period] = merged(
            found,
            parts,
            rule="weighted_mean",
            weights=values(weights[year]) if year else None,
            weights_name=f"{name}/{year}" if year else "",
        )
    return made


def newest_until(tables: Tables, year: int) -> str | None:
    """Give the newest period that ends at most in a year, the year itself first."""
    fitting = [period for period in map(parse, tables) if period.year <= year]
    return max(fitting).text if fitting else None


def merged(
    found: Table,
    parts: Parts,
    *,
    rule: str,
    weights: "pd.Series[float] | None" = None,
    weights_name: str = "",
) -> Table:
    """Merge one table into the provinces formed of its provinces.

    Parameters
    ----------
    found
        A table on the old list.
    rule
        ``plain_mean``, ``total`` or ``weighted_mean``.
    weights
        By old province code; for ``weighted_mean`` only. Without them every merged province is
        missing.

    Returns
    -------
    Table
        On the new list. A province that did not change keeps its figure as it is; one that was
        formed of several has status ``D`` (``X`` when a part is illustrative) and names the rule,
        or is missing when a part is.
    """
    known = harmonised(values(found), parts, rule=rule, weights=weights)
    cells = {
        new: merged_cell(found, olds, float(known[new]), rule, weights_name)
        for new, olds in parts.items()
    }
    return {new: cell for new, cell in cells.items() if cell}


def merged_cell(
    found: Table, olds: Sequence[str], value: float, rule: str, weights_name: str
) -> Cell | None:
    """Make the cell of one new province; ``None`` when nothing is known of any part."""
    parts = [found[old] for old in olds if old in found]
    if len(olds) == 1 or not parts:
        return parts[0] if parts else None
    return converted(value, parts, rule=rule, weights=weights_name)


def harmonised(
    known: "pd.Series[float]",
    parts: Parts,
    *,
    rule: str,
    weights: "pd.Series[float] | None",
) -> "pd.Series[float]":
    """Compute the values on the new list; missing where a part or its weight is."""
    if rule == "plain_mean":
        return harmonise.plain_mean(known, parts)
    if rule == "total":
        return harmonise.total(known, parts)
    if rule != "weighted_mean":
        raise ValueError(f"Unknown merge rule {rule!r}. Use plain_mean, total or weighted_mean.")
    if weights is None:
        return pd.Series(float("nan"), index=list(parts))
    return harmonise.weighted_mean(known, parts, weights.reindex(known.index))
