"""Sentences about a province's strengths and weaknesses against its group."""

from briefings import phrases
from briefings.profile import compared, short_period, with_unit
from data import catalogue, reference
from data.service.profile import Profile, Standing, side
from data.service.ranking_model import Ranking
from data.service.variant import Variant
from language import Lang, text

MOST_NAMED = 3


def profile_sentences(profile: Profile, lang: Lang) -> tuple[str, ...]:
    """Say in one to three sentences where the province is ahead of its group and where behind."""
    count = compared(profile)
    if not count:
        return ()
    said = [_summary(profile, count, lang)]
    for key, found in (("strong", profile.strengths), ("weak", profile.weaknesses)):
        if found:
            names = "; ".join(_one(one, lang) for one in found[:MOST_NAMED])
            said.append(text(f"profile.{key}", lang, names=names))
    return tuple(said)


def by_people_sentence(ranking: Ranking, found: Variant, lang: Lang) -> str:
    """Say what a merged province's total would be, weighted by people: ours, and it says so."""
    return text(
        "sentence.by_people",
        lang,
        people=found.people,
        value=phrases.value(ranking, found.value, lang),
        rank=str(found.rank),
        n=found.n,
    )


def _summary(profile: Profile, count: int, lang: Lang) -> str:
    label = reference.province(profile.province_code, profile.boundary).label(lang)
    return text(
        "profile.summary",
        lang,
        name=label,
        count=count,
        group=reference.group(profile.group).name[lang],
        better=sum(side(one) == 1 for one in profile.standings),
        worse=sum(side(one) == -1 for one in profile.standings),
    )


def _one(one: Standing, lang: Lang) -> str:
    """Write "hạ tầng số năm 2024 (0,8214 điểm, thấp hơn trung vị nhóm 0,0476 điểm)"."""
    ranking, gap = one.ranking, one.row.gap_to_median or 0.0
    change = catalogue.units()[ranking.unit].change[lang]
    return text(
        "profile.one",
        lang,
        name=within(catalogue.indicator(ranking.indicator).short[lang]),
        period=short_period(ranking.period, lang),
        value=with_unit(ranking, one.row.value, lang),
        side=text("profile.above" if gap > 0 else "profile.below", lang),
        gap=f"{phrases.size_of(ranking, gap, lang)}{change}",
    )


def within(name: str) -> str:
    """Write a name within a sentence: a small letter first, unless it is an abbreviation."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"
