"""What all findings of one call share: figures, list, group, language, day of making."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from data.reference import province
from data.service.figures import Figures
from data.service.profile import Ranked
from data.service.ranking import ranking
from data.service.ranking_model import Ranking
from language import Lang

COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for; ``home`` is the province that is outlined and spoken of, or ""."""

    figures: Figures
    boundary: str
    group: str
    lang: Lang
    made: date
    ranked: Ranked
    home: str = ""

    def ranking(self, indicator: str, period: str) -> Ranking:
        """Rank the list and the group for one indicator and period."""
        return self.ranked(indicator, period, self.boundary, self.group)

    def periods(self, indicator: str) -> tuple[str, ...]:
        """Give the periods in which the list has any figure, oldest first."""
        return self.figures.periods(indicator, self.boundary)

    def name_of(self, code: str) -> str:
        """Name a province of the list so that it cannot be taken for its successor."""
        return province(code, self.boundary).label(self.lang)


def scope_of(
    figures: Figures,
    boundary: str,
    group: str,
    lang: Lang,
    made: date,
    ranked: Ranked | None = None,
    home: str = "",
) -> Scope:
    """Make the scope of one call; without ``ranked`` every ranking is computed once for it."""
    give = ranked or ranked_once(figures, lang)
    return Scope(figures, boundary, group, lang, made, give, home)


def ranked_once(figures: Figures, lang: Lang) -> Ranked:
    """Give a function that keeps the rankings it has computed: many findings share them."""
    give: Callable[[str, str, str, str], Ranking] = cache(partial(ranking, figures, lang=lang))
    return give
