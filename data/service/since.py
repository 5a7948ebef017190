"""What changed since a former period, as far as the two may be compared."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from data.catalogue import Indicator
from data.service.figures import Figures
from data.service.placing import Placing, place
from data.service.tables import values
from indicators import change
from indicators.change import Break
from indicators.period import parse

NO_FORMER = "no_former"
BREAK = "break"
OTHERS = "other_provinces"


@dataclass(frozen=True, slots=True)
class Since:
    """Changes by province code; missing where they are withheld, and the reason why.

    ``withheld`` (points) and ``rank_withheld`` (places) are empty, ``no_former``, ``break`` or,
    for places, what withheld them in one of the two periods.
    """

    former: str | None
    values: "pd.Series[float]"
    ranks: "pd.Series[int]"
    group_ranks: "pd.Series[int]"
    former_values: "pd.Series[float]"
    former_ranks: "pd.Series[int]"
    withheld: str
    rank_withheld: str
    broken_by: Break | None


def former_period(figures: Figures, indicator: str, period: str, boundary: str) -> str | None:
    """Give the newest earlier period of the same kind and length: years with years.

    Nine months are compared with the nine months of the year before, a day with the day before it
    that has figures.
    """
    now = parse(period)
    earlier = [
        each
        for each in map(parse, figures.periods(indicator, boundary))
        if each < now and each.kind == now.kind and months(each) == months(now)
    ]
    return earlier[-1].text if earlier else None


def months(text: object) -> tuple[int, int] | None:
    """Give the first and last month of a cumulative period; other kinds compare freely."""
    period = parse(str(text))
    return (period.start.month, period.end.month) if period.kind == "months" else None


def since(
    figures: Figures,
    about: Indicator,
    now: tuple[str, "pd.Series[float]", Placing],
    boundary: str,
    members: Collection[str],
    against: str | None,
) -> Since:
    """Compare the values and places of a period with those of ``against``.

    ``now`` is the period, its values and its places; without ``against`` there is no change.
    """
    period, scores, placing = now
    if against is None:
        return nothing(scores)
    former_scores = values(figures.table(about.id, against, boundary)).reindex(scores.index)
    former = place(former_scores, members, about)
    allowed = change.comparable(about.id, about.breaks, against, period)
    reason = "" if allowed.points else BREAK
    others = set(former.ranks.dropna().index) != set(placing.ranks.dropna().index)
    withheld = placing.withheld or former.withheld or (OTHERS if others else "")
    nobody = pd.Series(pd.NA, index=scores.index, dtype="Int64")
    return Since(
        former=against,
        values=change.value_change(former_scores, scores, allowed),
        ranks=nobody if withheld else change.rank_change(former.ranks, placing.ranks, allowed),
        group_ranks=nobody
        if withheld == OTHERS
        else change.rank_change(former.group_ranks, placing.group_ranks, allowed),
        former_values=former_scores,
        former_ranks=former.ranks,
        withheld=reason,
        rank_withheld=withheld if allowed.place else reason,
        broken_by=allowed.broken_by,
    )


def nothing(scores: "pd.Series[float]") -> Since:
    """Say that there is nothing to compare with."""
    values = pd.Series(float("nan"), index=scores.index)
    ranks = pd.Series(pd.NA, index=scores.index, dtype="Int64")
    return Since(None, values, ranks, ranks, values, ranks, NO_FORMER, NO_FORMER, None)
