"""The published figures, and sentences about them as the overview says them."""

from collections.abc import Callable

import pytest

from briefings import overview
from briefings.country_sentences import country_sentences
from briefings.province_sentences import province_sentences
from data.service.figures import Figures
from data.service.ranking import Ranking, ranking
from language import Lang
from tests.published import official, official_home, official_store

__all__ = ["official", "official_home", "official_store"]

BORDER = "northern-mountain-border"
NORTH = "northern-midlands-mountains"


@pytest.fixture(scope="session")
def total(official: Figures) -> Callable[..., Ranking]:
    """Rank the DTI total: ``total("2022", "63", BORDER)``."""

    def make(period: str, boundary: str, group: str = "country", lang: Lang = "vi") -> Ranking:
        return ranking(official, overview.TOTAL, period, boundary, group, lang=lang)

    return make


@pytest.fixture(scope="session")
def said(official: Figures, total: Callable[..., Ranking]) -> Callable[..., str]:
    """Say everything about a province, or without one about the country, in one text."""

    def say(
        province: str, period: str, boundary: str, group: str = "country", lang: Lang = "vi"
    ) -> str:
        found = total(period, boundary, group, lang)
        if not province:
            return "\n".join(country_sentences(found, lang))
        indices = {
            name: ranking(official, name, period, boundary, group, lang=lang)
            for name in overview.main_indices()
            if period in official.periods(name, boundary)
        }
        before = total(period, "63", "country", lang) if boundary == "34" else None
        return "\n".join(
            province_sentences(found, province, lang, indices=indices, former_list=before)
        )

    return say
