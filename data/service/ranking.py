"""Make a ranking: the figures of one indicator and period, placed, compared, in order."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from data.catalogue import Indicator
from data.catalogue import indicator as catalogue_entry
from data.errors import UnknownGroup, UnknownPeriod
from data.reference import group as reference_group
from data.reference import groups_on, provinces
from data.service.figures import Figures
from data.service.placing import Placing, place
from data.service.ranking_model import Ranking, Row
from data.service.since import Since, former_period, since
from data.service.tables import Table, values
from indicators import compare
from language.sorting import sort_key

__all__ = ["Ranking", "Row", "ranking"]

INDEX = "index"


def ranking(
    figures: Figures,
    indicator: str,
    period: str,
    boundary: str,
    group: str = "country",
    *,
    against: str | None = None,
    lang: str = "vi",
) -> Ranking:
    """Rank a list of provinces for one indicator and period, and a group among them.

    Parameters
    ----------
    against
        The former period for changes; by default the newest earlier one of the same kind.
    lang
        Language of the provinces' names, nothing else.

    Raises
    ------
    UnknownIndicator, UnknownPeriod, UnknownGroup, UnknownName
        For a name that is not there; the message says which are.
    """
    about = catalogue_entry(indicator)
    members = members_of(group, boundary)
    found = table_of(figures, indicator, period, boundary)
    scores = values(found)
    placing = place(scores, members, about)
    if against is None:
        against = former_period(figures, indicator, period, boundary)
    changes = since(figures, about, (period, scores, placing), boundary, members, against)
    rows = make_rows(found, members, boundary, about, placing, changes, lang)
    known = scores.reindex(list(members)).dropna()
    return Ranking(
        indicator=indicator,
        period=period,
        boundary=boundary,
        group=group,
        release=figures.release.id,
        unit=about.unit,
        decimals=about.decimals,
        direction=about.direction,
        everyone=tuple(sorted(rows, key=order)),
        size=len(scores),
        n=int(scores.count()),
        group_size=len(members),
        group_n=len(known),
        mean=number(scores.mean()),
        median=number(known.median()) if len(known) >= compare.LEAST_FOR_MEDIAN else None,
        leaders=compare.leaders(scores, members, direction=about.direction),
        missing=tuple(scores.index[scores.isna()]),
        withheld=placing.withheld,
        group_withheld=placing.group_withheld,
        former=changes.former,
        change_withheld=changes.withheld,
        rank_change_withheld=changes.rank_withheld,
        broken_by=changes.broken_by,
        sources=tuple(sorted({origin.source_id for row in rows for origin in row.origins})),
        illustrative=any(row.status == "X" for row in rows),
    )


def members_of(group: str, boundary: str) -> tuple[str, ...]:
    """Give the codes of a group on one list; ``UnknownGroup`` says which groups are on it."""
    provinces(boundary)
    members = reference_group(group).members.get(boundary, ())
    if not members:
        there = ", ".join(groups_on(boundary))
        raise UnknownGroup(f"{group!r} has no members on the list of {boundary}. There: {there}.")
    return tuple(members)


def table_of(figures: Figures, indicator: str, period: str, boundary: str) -> Table:
    """Give the table of figures; ``UnknownPeriod`` says for which periods there are any."""
    found = figures.table(indicator, period, boundary)
    if not found:
        there = ", ".join(figures.periods(indicator, boundary)) or "none"
        raise UnknownPeriod(
            f"No figures of {indicator} for {period!r} on the list of {boundary}. There: {there}."
        )
    return found


def make_rows(
    found: Table,
    members: Collection[str],
    boundary: str,
    about: Indicator,
    placing: Placing,
    changes: Since,
    lang: str,
) -> list[Row]:
    """Make a row for each province of the list, in no order."""
    numbers = plain(numbers_of(values(found), members, about, placing, changes))
    names = provinces(boundary)
    tied, group_tied = placing.tied.to_dict(), placing.group_tied.to_dict()
    return [
        Row(
            province_code=code,
            name=names[code].name[lang],
            label=names[code].label(lang),
            in_group=code in members,
            value=cell.value,
            status=cell.status,
            rule=cell.rule,
            weights=cell.weights,
            basis=cell.basis,
            tied=bool(tied[code]),
            group_tied=bool(group_tied[code]),
            origins=cell.origins,
            **numbers[code],
        )
        for code, cell in found.items()
    ]


def numbers_of(
    scores: "pd.Series[float]",
    members: Collection[str],
    about: Indicator,
    placing: Placing,
    changes: Since,
) -> dict[str, "pd.Series[Any]"]:
    """Compute every number of a row beside the value, by province code."""
    return {
        "rank": placing.ranks,
        "group_rank": placing.group_ranks,
        "former_value": changes.former_values,
        "former_rank": changes.former_ranks,
        "value_change": changes.values,
        "rank_change": changes.ranks,
        "group_rank_change": changes.group_ranks,
        "band": close_bands(scores, about),
        "gap_to_leader": compare.gap_to_leader(scores, members, direction=about.direction),
        "gap_to_median": compare.gap_to_median(scores, members),
        "gap_to_mean": compare.gap_to_mean(scores),
    }


def close_bands(scores: "pd.Series[float]", about: Indicator) -> "pd.Series[int]":
    """Number the bands of close scores; only where 0.01 is a point of an index from 0 to 1."""
    if about.unit != INDEX:
        return pd.Series(pd.NA, index=scores.index, dtype="Int64")
    return compare.close_bands(scores, direction=about.direction)


def plain(columns: Mapping[str, "pd.Series[Any]"]) -> dict[str, dict[str, Any]]:
    """Turn columns into plain numbers by province; missing becomes ``None``."""
    by_code: dict[str, dict[str, Any]] = {}
    for name, column in columns.items():
        known = column.notna().tolist()
        for code, value, is_known in zip(column.index, column.tolist(), known, strict=True):
            by_code.setdefault(code, {})[name] = value if is_known else None
    return by_code


def number(value: float) -> float | None:
    """Give a plain number, ``None`` for NaN."""
    return None if pd.isna(value) else float(value)


def order(row: Row) -> tuple[bool, float, Any]:
    """Sort by place, where there is none by place in the group, then as Vietnamese does.

    Provinces without a value come last.
    """
    places = [place_ for place_ in (row.rank, row.group_rank) if place_ is not None]
    return row.value is None, places[0] if places else float("inf"), sort_key(row.name)
