"""Sentences and sources of the overview, computed once for each (release, choice) and shared."""

from collections.abc import Mapping
from functools import lru_cache

from briefings import overview
from briefings.country_sentences import country_sentences
from briefings.profile_sentences import by_people_sentence
from briefings.province_sentences import province_sentences
from briefings.sources import overview_sources
from charts.table import Table
from dashboard import cache
from dashboard.settle import COUNTRY
from data import reference
from data.service.ranking import Ranking
from data.service.variant import Variant, by_population
from language import Lang


@lru_cache(maxsize=1024)
def sentences(
    number: int, province: str, boundary: str, group: str, period: str, lang: Lang
) -> tuple[str, ...]:
    """Say where a province stands, without one where the country does; the last names sources."""
    total = cache.ranking(number, overview.TOTAL, period, boundary, group, lang)
    source = overview.source_sentence(total, lang)
    if not province:
        return (*country_sentences(total, lang), source)
    indices = _indices(number, period, boundary, group, lang)
    former = next(iter(_on_list_before(number, boundary, lang, period)), None)
    said = province_sentences(total, province, lang, indices=indices, former_list=former)
    return (*said, source)


def _indices(
    number: int, period: str, boundary: str, group: str, lang: Lang
) -> Mapping[str, Ranking]:
    return {
        name: cache.ranking(number, name, period, boundary, group, lang)
        for name in overview.main_indices()
        if period in cache.periods(number, name, boundary)
    }


def _on_list_before(
    number: int, boundary: str, lang: Lang, *asked: str | None
) -> tuple[Ranking, ...]:
    """Rank the total on the list before: from 2025 on there may be figures of the later only."""
    before = _list_before(boundary)
    known = cache.periods(number, overview.TOTAL, before) if before else ()
    found = (period for period in asked if period in known)
    return tuple(
        cache.ranking(number, overview.TOTAL, period, before, COUNTRY, lang)
        for period in found
        if period
    )


@lru_cache(maxsize=64)
def sources(
    number: int, province: str, boundary: str, group: str, period: str, lang: Lang
) -> Table:
    """Name file, sheet and cell of every figure of the overview."""
    total = cache.ranking(number, overview.TOTAL, period, boundary, group, lang)
    had = total.former
    return overview_sources(
        total,
        province,
        lang,
        former=cache.ranking(number, overview.TOTAL, had, boundary, group, lang) if had else None,
        indices=_indices(number, period, boundary, group, lang),
        parts=_on_list_before(number, boundary, lang, period, had),
    )


@lru_cache(maxsize=512)
def by_people(
    number: int, province: str, boundary: str, group: str, period: str, lang: Lang
) -> tuple[str, ...]:
    """Say what a merged province's total would be, weighted by people; () where it has no other."""
    total = cache.ranking(number, overview.TOTAL, period, boundary, group, lang)
    found = _variants(number, period, boundary).get(province)
    is_ours = total.row(province).rule == "plain_mean"
    return (by_people_sentence(total, found, lang),) if found and is_ours else ()


@lru_cache(maxsize=32)
def _variants(number: int, period: str, boundary: str) -> Mapping[str, Variant]:
    return by_population(cache.figures(number), overview.TOTAL, period, boundary)


def _list_before(boundary: str) -> str:
    order = [one.id for one in reference.boundaries()]
    position = order.index(boundary)
    return order[position - 1] if position else ""
