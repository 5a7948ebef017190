"""Parts of sentences: a province's name with its parts, a list of names, a value, a gap.

Everything takes a ``Ranking`` and a language and gives words; nothing is computed that a ranking
does not say.
"""

from collections.abc import Sequence

from charts.source_line import capital
from data import reference
from data.reference.model import FORMER
from data.service.ranking import Ranking, Row
from indicators.change import Break
from indicators.period import parse
from language import Lang, dates, text
from language.numbers import number, signed
from language.sorting import sort_key

# Less than 0.01 points; a billionth of slack, so that binary fractions do not decide.
CLOSE = 0.01 - 1e-9


def when(ranking: Ranking, lang: Lang) -> str:
    """Say the period, and the list of provinces where it is not the one in force then."""
    period = text("sentence.when", lang, period=dates.period(ranking.period, lang))
    if reference.boundary_of(ranking.period).id == ranking.boundary:
        return capital(period)
    return capital(f"{text(f'sentence.on.{ranking.boundary}', lang)}, {period}")


def joined(names: Sequence[str], lang: Lang) -> str:
    """Write "A, B và C"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + text("sentence.and", lang) + names[-1]


def former_parts(ranking: Ranking, province_code: str) -> tuple[str, ...]:
    """Give the codes that a province was formed of on the list before, if there were several."""
    order = [boundary.id for boundary in reference.boundaries()]
    position = order.index(ranking.boundary)
    if position == 0:
        return ()
    found = reference.parts(order[position - 1], ranking.boundary)[province_code]
    return found if len(found) > 1 else ()


def full_name(ranking: Ranking, row: Row, lang: Lang) -> str:
    """Name a province, with its parts when it was formed of several."""
    name = label(ranking, row.province_code, lang)
    parts = former_parts(ranking, row.province_code)
    if not parts:
        return name
    before = reference.boundaries()[0].id
    names = sorted((reference.provinces(before)[code].name[lang] for code in parts), key=sort_key)
    return f"{name} ({text('sentence.parts', lang, parts=joined(names, lang))})"


def label(ranking: Ranking, province_code: str, lang: Lang) -> str:
    """Name a province so that it cannot be taken for its successor."""
    return reference.province(province_code, ranking.boundary).label(lang)


def former_label(ranking: Ranking, province_code: str, lang: Lang) -> str:
    """Name a province of an older list where both lists are spoken of: "Hà Giang (cũ)"."""
    name = reference.provinces(ranking.boundary)[province_code].name[lang]
    return FORMER[lang].format(name=name)


def value(ranking: Ranking, found: float | None, lang: Lang) -> str:
    """Write a value with the decimals of its indicator."""
    return number(found, ranking.decimals, lang)


def size_of(ranking: Ranking, gap: float | None, lang: Lang) -> str:
    """Write how large a difference is; its sign is said in words."""
    return value(ranking, None if gap is None else abs(gap), lang)


def against(ranking: Ranking, gap: float | None, other: str, lang: Lang) -> str:
    """Say "cao hơn trung vị nhóm 0,0123 điểm" for this province minus the other."""
    shown = size_of(ranking, gap, lang)
    if gap is None or shown == value(ranking, 0.0, lang):
        return text("sentence.equal", lang, other=other)
    key = "sentence.higher" if gap > 0 else "sentence.lower"
    return text(key, lang, other=other, gap=shown)


def placed(tied: bool, lang: Lang) -> str:
    """Say what stands before "15/63": "thứ", or "đồng hạng" where others have the same place."""
    return text("sentence.tied" if tied else "sentence.placed", lang)


def kind(province_code: str, ranking: Ranking, lang: Lang) -> str:
    """Say whether a unit was a province or a city in the period of the ranking."""
    unit = reference.province(province_code, ranking.boundary)
    return unit.kind_on(parse(ranking.period).end.isoformat()).title[lang]


def move(places: int, lang: Lang) -> str:
    """Say "tăng 12 bậc", "giảm 11 bậc", "giữ nguyên thứ hạng"."""
    if not places:
        return text("sentence.stayed", lang)
    return text(
        "sentence.moved_up" if places > 0 else "sentence.moved_down", lang, count=abs(places)
    )


def country_mean(ranking: Ranking, lang: Lang) -> str:
    """Name the mean of all provinces, which is not the national DTI."""
    return text("sentence.country_mean", lang, n=ranking.n)


def difference(ranking: Ranking, found: float | None, lang: Lang) -> str:
    """Write a difference with its sign; "–" where it is withheld or not known."""
    return "–" if found is None else signed(found, ranking.decimals, lang)


def for_reference(broken_by: Break, lang: Lang) -> str:
    """Say that the method changed, so that a change of place is for reference only."""
    return text("break.for_reference", lang, reason=text(broken_by.reason, lang))


def close_to(ranking: Ranking, row: Row) -> list[Row]:
    """Give the group's members whose score differs by less than 0.01 from this one's.

    Only for indices from 0 to 1, where that is one hundredth of the scale; else nobody.
    """
    if row.value is None or row.band is None:
        return []
    others = (one for one in ranking.rows if one.province_code != row.province_code)
    return [one for one in others if one.value is not None and abs(one.value - row.value) < CLOSE]
