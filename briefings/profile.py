"""A province's profile in words: its name and its tables; ``data.service.profile`` has numbers."""

from collections.abc import Iterable

from briefings import phrases
from briefings.ranking_table import place_words, source_column, status_words
from briefings.sources import by_sheet, source_lines
from briefings.sources import sources_table as lay_out
from charts.source_line import capital
from charts.table import Cell, Column, Line, Table, order_of
from data import catalogue, reference
from data.reference.model import Province
from data.service.profile import Profile, Standing, predecessors
from data.service.ranking_model import Ranking, Row
from language import Lang, dates, sorting, text
from language.numbers import number, signed

COUNTRY = "country"
BETWEEN = " · "


def heading(province: str, boundary: str, lang: Lang) -> str:
    """Name the province, with its parts when it was formed of several."""
    label = reference.province(province, boundary).label(lang)
    before, codes = predecessors(province, boundary)
    if not codes:
        return label
    known = reference.provinces(before)
    names = sorted((known[code].name[lang] for code in codes), key=sorting.sort_key)
    return f"{label} ({text('sentence.parts', lang, parts=phrases.joined(names, lang))})"


def facts(province: str, boundary: str, day: str, lang: Lang) -> str:
    """Say what it is on an ISO day: province or city, region, land border, code, list."""
    one: Province = reference.province(province, boundary)
    list_ = reference.boundary(boundary)
    last = min(day, list_.valid_to or day)
    found = [
        capital(one.kind_on(last).name[lang]),
        one.region.name[lang],
        text("profile.land_border", lang) if one.land_border else "",
        text("profile.code", lang, code=province),
        list_.name[lang],
    ]
    return BETWEEN.join(part for part in found if part)


def standings_table(profile: Profile, lang: Lang) -> Table:
    """Give a row for each indicator of which the province has a value, in the catalogue's order."""
    known = [one for one in profile.standings if one.row.value is not None]
    alphabet = order_of([_name(one.ranking, lang) for one in known], sorting.sort_key)
    shown = _shown(profile)
    columns = _columns(profile, lang)
    return Table(
        caption=text("profile.table", lang, name=_label(profile, lang)),
        columns=tuple(columns[name] for name in shown),
        lines=tuple(_line(one, shown, lang, alphabet) for one in known),
        is_prose=True,
    )


def missing_sentence(profile: Profile, lang: Lang) -> str:
    """Name the indicators of which the province has no value; "" when it has all."""
    names = [_name(one.ranking, lang) for one in profile.standings if one.row.value is None]
    if not names:
        return ""
    return text("profile.missing", lang, name=_label(profile, lang), names="; ".join(names))


def far_table(found: Iterable[Standing], profile: Profile, lang: Lang, *, key: str) -> Table:
    """List strengths or weaknesses; ``key`` is ``strengths`` or ``weaknesses``."""
    columns = _columns(profile, lang)
    shown = ["short", "value", "gap", "distance"]
    return Table(
        caption=text(f"profile.{key}", lang),
        columns=tuple(columns[name] for name in shown),
        lines=tuple(_line(one, shown, lang, {}) for one in found),
    )


def compared(profile: Profile) -> int:
    """Count the indicators that can be compared with the group's median."""
    return sum(one.distance is not None for one in profile.standings)


def too_few_sentence(profile: Profile, lang: Lang) -> str:
    """Say why there are no strengths and weaknesses; "" when there are some."""
    if profile.strengths or profile.weaknesses:
        return ""
    key = "profile.all_at_median" if compared(profile) else "profile.too_few"
    return text(key, lang)


def sources_table(profile: Profile, lang: Lang) -> Table:
    """Give for each figure who published it, and the cells it was read from, file by file."""
    lines = (line for one in profile.standings for line in _sources(one, lang))
    return lay_out(lines, lang)


def place_of(row: Row, ranking: Ranking, lang: Lang) -> str:
    """Write a place with its N: "22/34", "15/63 (đồng hạng)"; without one, why."""
    if row.rank is None:
        return _no_place(ranking.withheld, ranking.n, ranking.size, lang)
    place = f"{row.rank}/{ranking.n}"
    return text("table.place_tied", lang, rank=place) if row.tied else place


def short_period(period: str, lang: Lang) -> str:
    """Write a period for a heading or an axis: "2024", "31/8/2024", "quý III năm 2024"."""
    words = dates.period(period, lang)
    if period.isdecimal():
        return period
    return dates.day(period, lang) if period.count("-") == 2 and "/" not in period else words


def with_unit(ranking: Ranking, value: float | None, lang: Lang) -> str:
    """Write a value with its unit: "0,6862 điểm", "18,65%"."""
    suffix = catalogue.units()[ranking.unit].suffix[lang]
    return f"{number(value, ranking.decimals, lang)}{suffix if value is not None else ''}"


def distance_words(distance: float | None, lang: Lang) -> str:
    """Write a standardised distance with one decimal and its sign."""
    return "–" if distance is None else signed(distance, 1, lang)


def _label(profile: Profile, lang: Lang) -> str:
    return reference.province(profile.province_code, profile.boundary).label(lang)


def _short(ranking: Ranking, lang: Lang) -> str:
    """Name an indicator in few words, with its period."""
    name = catalogue.indicator(ranking.indicator).short[lang]
    return f"{name}, {short_period(ranking.period, lang)}"


def _name(ranking: Ranking, lang: Lang) -> str:
    return catalogue.indicator(ranking.indicator).name[lang]


def _group_place(profile: Profile) -> list[str]:
    return [] if profile.group == COUNTRY else ["group_rank"]


def _shown(profile: Profile) -> list[str]:
    start = ["name", "period", "value", "rank", *_group_place(profile)]
    return [*start, "median", "gap", "distance", "status", "source"]


def _columns(profile: Profile, lang: Lang) -> dict[str, Column]:
    of = "country" if profile.group == COUNTRY else "group"
    return {
        "name": Column(text("field.indicator", lang)),
        "short": Column(text("field.indicator", lang), sortable=False),
        "period": Column(text("column.period", lang), is_number=True, sortable=False),
        "value": Column(text("field.value", lang), is_number=True, sortable=False),
        "rank": Column(text("field.rank", lang), is_number=True),
        "group_rank": Column(text("field.group_rank", lang), is_number=True),
        "median": Column(text(f"profile.median_{of}", lang), is_number=True, sortable=False),
        "gap": Column(text("profile.gap", lang), is_number=True, sortable=False),
        "distance": Column(text("profile.distance", lang), is_number=True),
        "status": Column(text("column.status", lang), sortable=False, is_long=True),
        "source": source_column(lang),
    }


def _line(one: Standing, shown: list[str], lang: Lang, alphabet: dict[str, int]) -> Line:
    cells = _cells(one, lang, alphabet)
    return Line(tuple(cells[name] for name in shown))


def _cells(one: Standing, lang: Lang, alphabet: dict[str, int]) -> dict[str, Cell]:
    row, ranking = one.row, one.ranking
    name = _name(ranking, lang)
    is_place = ranking.unit == "place"
    median = None if is_place else ranking.median
    return {
        "name": Cell(name, alphabet.get(name)),
        "short": Cell(_short(ranking, lang)),
        "period": Cell(short_period(ranking.period, lang)),
        "value": Cell(with_unit(ranking, row.value, lang), row.value),
        "rank": Cell(place_of(row, ranking, lang), row.rank),
        "group_rank": Cell(_group_place_of(row, ranking, lang), row.group_rank),
        "median": Cell("–" if median is None else number(median, ranking.decimals, lang)),
        "gap": Cell(_gap(ranking, None if median is None else row.gap_to_median, lang)),
        "distance": Cell(distance_words(one.distance, lang), one.distance),
        "status": Cell(status_words(row, lang)),
        "source": Cell(_origins(row)),
    }


def _gap(ranking: Ranking, gap: float | None, lang: Lang) -> str:
    """Write the difference from the median without its unit: the heading says which it is."""
    return phrases.difference(ranking, gap, lang)


def _group_place_of(row: Row, ranking: Ranking, lang: Lang) -> str:
    if not row.in_group:
        return text("chart.map.outside", lang)
    if row.group_rank is None:
        return _no_place(ranking.group_withheld, ranking.group_n, ranking.group_size, lang)
    place = f"{place_words(row.group_rank, False, lang)}/{ranking.group_n}"
    return text("table.place_tied", lang, rank=place) if row.group_tied else place


def _no_place(reason: str, known: int, size: int, lang: Lang) -> str:
    """Say that there is no place, and of how many provinces there are figures."""
    if reason == "incomplete":
        return text("profile.incomplete", lang, n=known, size=size)
    return "–"


def _origins(row: Row) -> str:
    """Name the cells a figure was read from: "dti_2024.xlsx: DTI 2024!D7, D10"."""
    return "; ".join(
        f"{file}: {sheet}!{', '.join(cells)}" for (_, file, sheet), cells in by_sheet(row).items()
    )


def _sources(one: Standing, lang: Lang) -> list[tuple[Cell, ...]]:
    """Give the lines of one figure, each with the figure's name."""
    name = f"{_name(one.ranking, lang)}, {dates.period(one.ranking.period, lang)}"
    return source_lines(name, one.row, lang)
