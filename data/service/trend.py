"""One province and its group's median over time."""

from dataclasses import dataclass

from data.service.figures import Figures
from data.service.profile import Ranked, ranked_anew
from data.service.ranking_model import Ranking, Row
from data.service.series import break_before
from indicators.period import Period, parse


@dataclass(frozen=True, slots=True)
class Moment:
    """One period of a trend.

    ``joined``: it follows the moment before it without a gap, so a line may go on. ``break_before``
    is empty, or the reason why the two must not be compared.
    """

    ranking: Ranking
    row: Row
    joined: bool
    break_before: str


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator of one province over all its periods, oldest first."""

    indicator: str
    province_code: str
    boundary: str
    moments: tuple[Moment, ...]


def trend(
    figures: Figures,
    indicator: str,
    province: str,
    boundary: str,
    group: str = "country",
    *,
    lang: str = "vi",
    ranked: Ranked | None = None,
) -> Trend:
    """Follow a province and its group's median through all periods of an indicator."""
    give = ranked or ranked_anew(figures, lang)
    lists = [
        give(indicator, each, boundary, group) for each in figures.periods(indicator, boundary)
    ]
    moments = []
    for number, one in enumerate(lists):
        reason = break_before(lists, number)
        follows = number > 0 and follows_on(parse(lists[number - 1].period), parse(one.period))
        moments.append(Moment(one, one.row(province), follows and not reason, reason))
    return Trend(indicator, province, boundary, tuple(moments))


def follows_on(earlier: Period, later: Period) -> bool:
    """Tell whether no year lies between two periods of the same kind: a line may join them."""
    return earlier.kind == later.kind and later.year - earlier.year <= 1
