"""Sentences that an official can say aloud about the DTI of a province.

Forms and model sentences are those of the glossary. A sentence that would compare what must not
be compared is left out; what is only for reference says so.
"""

from collections.abc import Mapping, Sequence

from briefings import phrases
from charts.source_line import capital
from data import catalogue, reference
from data.service.ranking import Ranking, Row
from language import Lang, dates, text
from language.sorting import sort_key

COUNTRY = "country"
MOST_NEIGHBOURS = 5


def province_sentences(
    ranking: Ranking,
    province_code: str,
    lang: Lang,
    *,
    indices: Mapping[str, Ranking],
    former_list: Ranking | None = None,
) -> tuple[str, ...]:
    """Say in three to five sentences where a province stands.

    Parameters
    ----------
    ranking
        The DTI total on the list that is read, in the group that is compared.
    indices
        Rankings of the main indices, same period and list.
    former_list
        The DTI total of the same period on the list before, to name a merged province's parts.
    """
    row = ranking.row(province_code)
    if row.value is None:
        return (_no_value(ranking, row, lang),)
    if row.rank is None:
        return (_value_only(ranking, row, lang),)
    found = [
        _place(ranking, row, lang),
        _change(ranking, row, lang),
        _parts(ranking, row, former_list, lang),
        _gaps(ranking, row, lang),
        _close(ranking, row, lang),
        _strengths(row, indices, lang),
    ]
    said = [sentence for sentence in found if sentence]
    return tuple(said if len(said) <= 5 else [one for one in said if one != found[4]])


def _place(ranking: Ranking, row: Row, lang: Lang) -> str:
    in_group = row.in_group and row.group_rank is not None and ranking.group != COUNTRY
    key = "sentence.place_group" if in_group else "sentence.place"
    converted = row.status == "D" or ranking.is_reconstructed
    said = text(
        key + ("_converted" if converted else ""),
        lang,
        when=phrases.when(ranking, lang),
        name=phrases.full_name(ranking, row, lang),
        value=phrases.value(ranking, row.value, lang),
        placed=phrases.placed(row.tied, lang),
        rank=str(row.rank),
        n=ranking.n,
        group_placed=phrases.placed(row.group_tied, lang),
        group_rank=str(row.group_rank),
        group_n=ranking.group_n,
        phrase=reference.groups()[ranking.group].phrase[lang],
    )
    return f"{said} {_converted(ranking, row, lang)}" if converted else said


def _converted(ranking: Ranking, row: Row, lang: Lang) -> str:
    """Say what we converted: the figure, or the figures behind the place."""
    if row.status != "D":
        return phrases.converted_places(ranking, lang)
    parts = phrases.former_parts(ranking, row.province_code)
    count = text(f"sentence.count.{len(parts)}", lang)
    kind = phrases.kinds_of_parts(parts, lang)
    return text("sentence.converted_mean", lang, count=count, kind=kind)


def _change(ranking: Ranking, row: Row, lang: Lang) -> str:
    if row.rank is None or row.former_rank is None or row.rank_change is None:
        return ""
    key = "change_rank" if row.rank_change > 0 else "change_rank_down"
    said = text(
        f"sentence.{key if row.rank_change else 'change_same'}",
        lang,
        former=dates.period(ranking.former or "", lang),
        name=phrases.label(ranking, row.province_code, lang),
        placed=phrases.placed(row.tied, lang),
        move=phrases.move(row.rank_change, lang),
        **{"from": str(row.former_rank), "to": str(row.rank), "n": str(ranking.n)},
    )
    notes = (phrases.former_converted(ranking, lang), _points(ranking, row, lang))
    return " ".join([said, *(note for note in notes if note)])


def _points(ranking: Ranking, row: Row, lang: Lang) -> str:
    """Say the change of the score; across a method change say why there is none."""
    if ranking.broken_by is not None:
        return phrases.for_reference(ranking.broken_by, lang)
    if row.value_change is None:
        return ""
    rising = "rising" if row.value_change >= 0 else "falling"
    return text(
        "sentence.change_value",
        lang,
        direction=text(f"sentence.{rising}", lang),
        value=phrases.size_of(ranking, row.value_change, lang),
    )


def _parts(ranking: Ranking, row: Row, former_list: Ranking | None, lang: Lang) -> str:
    codes = phrases.former_parts(ranking, row.province_code)
    if former_list is None or former_list.former is None or not codes:
        return ""
    parts = sorted((former_list.row(code) for code in codes), key=lambda part: sort_key(part.name))
    if any(part.rank is None or part.rank_change is None for part in parts):
        return ""
    return text(
        "sentence.parts_place",
        lang,
        boundary=capital(text(f"sentence.on.{former_list.boundary}", lang)),
        parts="; ".join(_part(former_list, part, lang) for part in parts),
        former=dates.period(former_list.former, lang),
    )


def _part(ranking: Ranking, row: Row, lang: Lang) -> str:
    return text(
        "sentence.part",
        lang,
        name=phrases.former_label(ranking, row.province_code, lang),
        value=phrases.value(ranking, row.value, lang),
        placed=phrases.placed(row.tied, lang),
        rank=str(row.rank),
        n=ranking.n,
        move=phrases.move(row.rank_change or 0, lang),
    )


def _gaps(ranking: Ranking, row: Row, lang: Lang) -> str:
    in_group = row.in_group and ranking.group != COUNTRY and ranking.median is not None
    # Outside the group a province is compared with the country, not with the group's leader.
    leader = ranking.row(ranking.leaders[0]) if in_group else ranking.everyone[0]
    gap = phrases.gap(ranking, row.value, leader.value)
    first = not gap
    key = ("gap" if in_group else "gap_country") + ("_first" if first else "_leader")
    group_median = text("sentence.group_median", lang)
    mean = phrases.country_mean(ranking, lang)
    return text(
        f"sentence.{key.replace('country_leader', 'country')}",
        lang,
        name=phrases.label(ranking, row.province_code, lang),
        kind=phrases.kind(leader.province_code, ranking, lang),
        leader=phrases.label(ranking, leader.province_code, lang),
        leader_value=phrases.value(ranking, leader.value, lang),
        gap=phrases.size_of(ranking, gap, lang),
        median=phrases.against(ranking, row.value, ranking.median, group_median, lang),
        mean=phrases.against(ranking, row.value, ranking.mean, mean, lang),
    )


def _close(ranking: Ranking, row: Row, lang: Lang) -> str:
    if not row.in_group:
        return ""
    near = phrases.close_to(ranking, row)
    where = "_country" if ranking.group == COUNTRY else ""
    name = phrases.label(ranking, row.province_code, lang)
    if not near or len(near) > MOST_NEIGHBOURS:
        return "" if near else text(f"sentence.close_none{where}", lang, name=name)
    names = [
        f"{phrases.label(ranking, one.province_code, lang)} "
        f"({phrases.value(ranking, one.value, lang)})"
        for one in near
    ]
    return text(f"sentence.close{where}", lang, name=name, names=phrases.joined(names, lang))


def _strengths(row: Row, indices: Mapping[str, Ranking], lang: Lang) -> str:
    rows = {name: found.row(row.province_code) for name, found in indices.items()}
    ranked = sorted((one.rank, name) for name, one in rows.items() if one.rank is not None)
    if len(ranked) < 2:
        return ""
    (best_rank, best), (worst_rank, worst) = ranked[0], ranked[-1]
    if best_rank == worst_rank:
        return ""
    return text(
        "sentence.strengths",
        lang,
        period=dates.period(indices[best].period, lang),
        name=phrases.label(indices[best], row.province_code, lang),
        best=_all_at(best_rank, ranked, lang),
        best_placed=_placed_at(best_rank, rows, lang),
        best_rank=str(best_rank),
        n=indices[best].n,
        worst=_all_at(worst_rank, ranked, lang),
        worst_placed=_placed_at(worst_rank, rows, lang),
        worst_rank=str(worst_rank),
        worst_n=indices[worst].n,
    )


def _placed_at(place: int, rows: Mapping[str, Row], lang: Lang) -> str:
    """Say "thứ", or "đồng hạng" where a place is shared in any of the indices."""
    return phrases.placed(any(one.tied for one in rows.values() if one.rank == place), lang)


def _all_at(place: int, ranked: Sequence[tuple[int, str]], lang: Lang) -> str:
    """Name all indices in which a province has this place."""
    known = catalogue.indicators()
    names = [known[name].name[lang].lower() for rank, name in ranked if rank == place]
    return phrases.joined(names, lang)


def _no_value(ranking: Ranking, row: Row, lang: Lang) -> str:
    return text(
        "sentence.no_value",
        lang,
        when=phrases.when(ranking, lang),
        name=phrases.full_name(ranking, row, lang),
    )


def _value_only(ranking: Ranking, row: Row, lang: Lang) -> str:
    return text(
        "sentence.value_only",
        lang,
        when=phrases.when(ranking, lang),
        name=phrases.full_name(ranking, row, lang),
        value=phrases.value(ranking, row.value, lang),
        count=ranking.n,
        of=ranking.size,
    )
