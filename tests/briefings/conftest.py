"""The published figures, and sentences about them as the overview says them."""

from collections.abc import Callable
from functools import cache, partial

import pytest

from briefings import overview
from briefings.country_sentences import country_sentences
from briefings.province_sentences import province_sentences
from data.service.figures import Figures
from data.service.ranking import Ranking, ranking
from language import Lang

BORDER = "northern-mountain-border"
NORTH = "northern-midlands-mountains"


@pytest.fixture(scope="session")
def ranked(official: Figures) -> Callable[..., Ranking]:
    """Rank any indicator, each ranking once: ``ranked("population", "2022", "63")``."""

    @cache
    def make(
        indicator: str, period: str, boundary: str, group: str = "country", lang: Lang = "vi"
    ) -> Ranking:
        return ranking(official, indicator, period, boundary, group, lang=lang)

    return make


@pytest.fixture(scope="session")
def total(ranked: Callable[..., Ranking]) -> Callable[..., Ranking]:
    """Rank the DTI total: ``total("2022", "63", BORDER)``."""
    return partial(ranked, overview.TOTAL)


@pytest.fixture(scope="session")
def said(official: Figures, ranked: Callable[..., Ranking]) -> Callable[..., str]:
    """Say everything about a province, or without one about the country, in one text."""

    def say(
        province: str, period: str, boundary: str, group: str = "country", lang: Lang = "vi"
    ) -> str:
        found = ranked(overview.TOTAL, period, boundary, group, lang)
        if not province:
            return "\n".join(country_sentences(found, lang))
        indices = {
            name: ranked(name, period, boundary, group, lang)
            for name in overview.main_indices()
            if period in official.periods(name, boundary)
        }
        before = ranked(overview.TOTAL, period, "63", "country", lang) if boundary == "34" else None
        return "\n".join(
            province_sentences(found, province, lang, indices=indices, former_list=before)
        )

    return say
