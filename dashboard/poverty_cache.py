"""Results for the page of DTI and poverty, computed once for each (figures, choice) and shared.

The key holds the figures themselves: a release's number alone does not say of which store.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.overview import TOTAL
from briefings.relation_sentences import relation_sentences
from briefings.relation_table import correlation_table, values_table
from charts.from_relation import scatter_figure
from charts.scatter import ScatterFigure
from charts.table import Table
from data.service import relation as related
from data.service.figures import Figures
from data.service.relation import Relation
from language import Lang

if TYPE_CHECKING:
    from charts.plotly_writer import Drawn


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a result depends on; ``home`` is the province that is marked, or ""."""

    figures: Figures
    against: str
    period: str
    boundary: str
    group: str
    home: str
    lang: Lang


@lru_cache(maxsize=64)
def periods(figures: Figures, indicator: str, against: str, boundary: str) -> tuple[str, ...]:
    """Give the periods in which some province has both figures, oldest first."""
    return related.periods(figures, indicator, against, boundary)


@lru_cache(maxsize=256)
def relation(asked: Asked) -> Relation:
    """Relate the DTI to the poverty rate."""
    where = (asked.period, asked.boundary, asked.group)
    return related.relation(asked.figures, TOTAL, asked.against, *where, lang=asked.lang)


@lru_cache(maxsize=256)
def sentences(asked: Asked) -> tuple[str, ...]:
    """Say what list and group show; the last sentence names the sources."""
    return relation_sentences(relation(asked), asked.lang)


@lru_cache(maxsize=128)
def described(asked: Asked) -> ScatterFigure:
    """Describe the scatter, its names placed."""
    return scatter_figure(relation(asked), asked.lang, home=asked.home)


@lru_cache(maxsize=64)
def drawn(asked: Asked) -> "Drawn":
    """Draw the scatter; nobody changes the figure."""
    from charts import plotly_writer

    return plotly_writer.scatter(described(asked), asked.lang)


@lru_cache(maxsize=128)
def coefficients(asked: Asked) -> Table:
    """Write the coefficients of list and group."""
    return correlation_table(relation(asked), asked.lang)


@lru_cache(maxsize=128)
def values(asked: Asked) -> Table:
    """Write both figures of the group's members."""
    return values_table(relation(asked), asked.lang, home=asked.home)
