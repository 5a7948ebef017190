"""Parts of sentences: a province's name with its parts, a list of names, a value, a gap.

Everything takes a ``Ranking`` and a language and gives words; nothing is computed that a ranking
does not say.
"""

from collections.abc import Sequence

from charts.source_line import capital
from data import reference
from data.service.ranking import Ranking, Row
from indicators.change import Break
from indicators.period import parse
from language import Lang, dates, text
from language.numbers import number, rounded, signed
from language.sorting import sort_key

# Less than 0.01 points; a billionth of slack, so that binary fractions do not decide.
CLOSE = 0.01 - 1e-9


def when(ranking: Ranking, lang: Lang) -> str:
    """Say the period, and the list of provinces where another could be meant.

    That is where the list is not the one in force then, and from the last full year of a list that
    ended: figures of that year were published on both lists.
    """
    period = text("sentence.when", lang, period=dates.period(ranking.period, lang))
    ended = reference.boundary(ranking.boundary).valid_to
    of_both = bool(ended) and parse(ranking.period).year >= int(ended[:4]) - 1
    if reference.boundary_of(ranking.period).id == ranking.boundary and not of_both:
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
    names = sorted((reference.provinces(before)[code].called[lang] for code in parts), key=sort_key)
    return f"{name} ({text('sentence.parts', lang, parts=joined(names, lang))})"


def label(ranking: Ranking, province_code: str, lang: Lang) -> str:
    """Name a province so that it cannot be taken for its successor."""
    return reference.province(province_code, ranking.boundary).label(lang)


def former_label(ranking: Ranking, province_code: str, lang: Lang) -> str:
    """Name a province of an older list where both lists are spoken of: "Hà Giang (cũ)"."""
    return reference.province(province_code, ranking.boundary).as_former(lang)


def value(ranking: Ranking, found: float | None, lang: Lang) -> str:
    """Write a value with the decimals of its indicator."""
    return number(found, ranking.decimals, lang)


def size_of(ranking: Ranking, gap: float | None, lang: Lang) -> str:
    """Write how large a difference is; its sign is said in words."""
    return value(ranking, None if gap is None else abs(gap), lang)


def gap(ranking: Ranking, mine: float | None, other: float | None) -> float | None:
    """Subtract two values as they are printed, so that a reader can check the difference."""
    if mine is None or other is None:
        return None
    return rounded(mine, ranking.decimals) - rounded(other, ranking.decimals)


def against(
    ranking: Ranking, mine: float | None, other: float | None, name: str, lang: Lang
) -> str:
    """Say "cao hơn trung vị nhóm 0,0123 điểm"; ``name`` is what is compared with.

    Where one of the two is not known, it says that they are not compared, never that they agree.
    """
    between = gap(ranking, mine, other)
    if between is None:
        return text("sentence.not_compared", lang, other=name)
    shown = size_of(ranking, between, lang)
    if shown == value(ranking, 0.0, lang):
        return text("sentence.equal", lang, other=name)
    key = "sentence.higher" if between > 0 else "sentence.lower"
    return text(key, lang, other=name, gap=shown)


def kinds_of_parts(codes: Sequence[str], lang: Lang) -> str:
    """Say "tỉnh" where all former units were provinces, else "tỉnh, thành phố"."""
    before = reference.boundaries()[0]
    units = [reference.province(code, before.id) for code in codes]
    cities = any(unit.kind_on(before.valid_to).id == "city" for unit in units)
    return text("sentence.former_mixed" if cities else "sentence.former_provinces", lang)


def converted_places(ranking: Ranking, lang: Lang) -> str:
    """Say that places on this list are ours: nobody published a ranking on it for the period."""
    count = sum(row.status == "D" for row in ranking.everyone)
    return text("sentence.converted_all", lang, count=count, n=ranking.n)


def former_converted(ranking: Ranking, lang: Lang) -> str:
    """Say that the former place was computed on a list that came later; else nothing."""
    if ranking.former is None or reference.boundary_of(ranking.former).id == ranking.boundary:
        return ""
    former = dates.period(ranking.former, lang)
    return text("sentence.former_converted", lang, former=former)


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
    return text(f"{broken_by.reason}_said", lang)


def close_to(ranking: Ranking, row: Row) -> list[Row]:
    """Give the group's members whose score differs by less than 0.01 from this one's.

    Only for indices from 0 to 1, where that is one hundredth of the scale; else nobody.
    """
    if row.value is None or row.band is None:
        return []
    others = (one for one in ranking.rows if one.province_code != row.province_code)
    return [one for one in others if one.value is not None and abs(one.value - row.value) < CLOSE]
