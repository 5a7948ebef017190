"""Everything that the profile of a province says, in words, for the page and for files."""

from dataclasses import dataclass

from briefings import overview, profile_years
from briefings.profile import (
    facts,
    far_table,
    heading,
    missing_sentence,
    sources_table,
    standings_table,
    too_few_sentence,
)
from briefings.profile_sentences import profile_sentences
from charts.table import Table
from data import catalogue, reference
from data.service.figures import Figures
from data.service.profile import Profile, Ranked, predecessors, profile
from data.service.trend import Trend, trend
from indicators.model import Status
from language import Lang, sorting, text

COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """A profile in words. Texts are "" and tables ``None`` where there is nothing to say."""

    heading: str
    facts: str
    sentences: tuple[str, ...]
    source: str
    standings: Table
    missing: str
    strengths: Table
    weaknesses: Table
    too_few: str
    kin: Table | None
    kin_notes: tuple[str, ...]
    pillars: Table | None
    no_weights: str
    sources: Table


def profile_page(
    figures: Figures, province: str, boundary: str, group: str, day: str, lang: Lang, ranked: Ranked
) -> ProfilePage:
    """Say everything about a province; ``day`` is today's ISO date, ``ranked`` gives rankings."""
    found = profile(figures, province, boundary, group, ranked=ranked)
    family = kin(figures, province, boundary, group, ranked)
    pairs = _pillars(figures, province, boundary, group, ranked)
    return ProfilePage(
        heading=heading(province, boundary, lang),
        facts=facts(province, boundary, day, lang),
        sentences=profile_sentences(found, lang),
        source=source_sentence(found, lang),
        standings=standings_table(found, lang),
        missing=missing_sentence(found, lang),
        strengths=far_table(found.strengths, found, lang, key="strengths"),
        weaknesses=far_table(found.weaknesses, found, lang, key="weaknesses"),
        too_few=too_few_sentence(found, lang),
        kin=profile_years.kin_table(family, lang) if family else None,
        kin_notes=_kin_notes(family, lang),
        pillars=profile_years.pillars_table(pairs, lang) if pairs else None,
        no_weights=profile_years.without_weights(pairs, lang),
        sources=sources_table(found, lang),
    )


def kin(
    figures: Figures, province: str, boundary: str, group: str, ranked: Ranked
) -> tuple[Trend, ...]:
    """Follow the total of a merged province's predecessors, in Vietnamese order, then its own."""
    before, codes = predecessors(province, boundary)
    if not codes or not figures.periods(overview.TOTAL, boundary):
        return ()
    names = reference.provinces(before)
    parts = sorted(codes, key=lambda code: sorting.sort_key(names[code].name["vi"]))
    keys = [(code, before, COUNTRY) for code in parts] + [(province, boundary, group)]
    return tuple(trend(figures, overview.TOTAL, *key, ranked=ranked) for key in keys)


def source_sentence(profile: Profile, lang: Lang) -> str:
    """Name who published the province's figures, each once, and the release.

    Illustrative figures are named as such first: the sentence is copied with what it is about.
    """
    known = catalogue.sources()
    used = dict.fromkeys(
        known[origin.source_id].publisher[lang]
        for one in profile.standings
        if one.row.value is not None
        for origin in one.row.origins
    )
    if not used:
        return text("sentence.source_none", lang, release=profile.release)
    said = text("sentence.source", lang, source="; ".join(used), release=profile.release)
    illustrative = any(one.row.status == Status.X for one in profile.standings)
    return f"{text('chart.watermark', lang)}. {said}" if illustrative else said


def _pillars(
    figures: Figures, province: str, boundary: str, group: str, ranked: Ranked
) -> dict[str, Trend]:
    """Follow activities and pillars; nothing where the province has no figure of any."""
    names = [name for pair in profile_years.pillar_pairs() for name in pair]
    found = {
        name: trend(figures, name, province, boundary, group, ranked=ranked)
        for name in names
        if figures.periods(name, boundary)
    }
    return found if any(profile_years.has_values(one) for one in found.values()) else {}


def _kin_notes(family: tuple[Trend, ...], lang: Lang) -> tuple[str, ...]:
    """Say why the method's break matters, and that two lists are two rankings."""
    if not family:
        return ()
    reasons = profile_years.breaks_in(family, lang)
    breaks = [text("profile.kin_break", lang, reason=reason) for reason in reasons]
    return (text("profile.kin_note", lang), *breaks)
