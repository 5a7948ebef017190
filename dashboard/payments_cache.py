"""Results for the page of QR payments, computed once for each (figures, choice) and shared.

The key holds the figures themselves: those of the illustrative store have release numbers, too.
"""

from dataclasses import dataclass
from functools import lru_cache

from briefings import drawings, payments
from briefings.payments import Pair
from briefings.payments_sentences import payments_sentences
from charts import bars as draw
from charts import from_ranking
from charts.map import svg as map_svg
from charts.table import Table
from charts.theme import PAGE
from data.service.figures import Figures
from data.service.ranking import Ranking, ranking
from language import Lang

MAP_WIDTH = 460.0  # drawn for a phone and scaled up, like the bars


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a result depends on; ``home`` is the province that is marked, or ""."""

    figures: Figures
    indicator: str
    period: str
    boundary: str
    group: str
    home: str
    lang: Lang


@lru_cache(maxsize=256)
def pair(asked: Asked) -> Pair:
    """Rank what is counted, and the same for 1,000 people where people are known."""
    count, share = payments.partner(asked.indicator)
    counts = _ranking(asked, count)
    known = asked.period in asked.figures.periods(share, asked.boundary)
    per_1000 = _ranking(asked, share) if known else None
    shown = per_1000 if per_1000 is not None and asked.indicator == share else counts
    return Pair(counts, per_1000, shown)


def _ranking(asked: Asked, indicator: str) -> Ranking:
    where = (asked.period, asked.boundary, asked.group)
    return ranking(asked.figures, indicator, *where, lang=asked.lang)


@lru_cache(maxsize=64)
def drawn_map(asked: Asked) -> str:
    """Draw the map on the server, with its mark."""
    figure = from_ranking.map_figure(pair(asked).shown, asked.lang, home=asked.home)
    return map_svg.svg(figure, asked.lang, PAGE, MAP_WIDTH)


@lru_cache(maxsize=128)
def bars(asked: Asked) -> str:
    """Draw the ranking as bars; of an incomplete list only those that have a figure."""
    figure = payments.payments_bars(pair(asked).shown, asked.lang, home=asked.home)
    return draw.svg(figure, asked.lang, PAGE, drawings.PAGE_WIDTH)


@lru_cache(maxsize=128)
def table(asked: Asked) -> Table:
    """Write counts and counts for 1,000 people side by side."""
    return payments.payments_table(pair(asked), asked.lang, home=asked.home)


@lru_cache(maxsize=256)
def sentences(asked: Asked) -> tuple[str, ...]:
    """Say how much there is; the last sentence names the sources."""
    return payments_sentences(pair(asked), asked.home, asked.lang)


@lru_cache(maxsize=8)
def existing(figures: Figures, lang: Lang) -> Table:
    """List the published figures."""
    return payments.existing_table(figures, lang)
