"""One province over time, and a group's places over time."""

from dataclasses import dataclass

from data.catalogue import indicator as catalogue_entry
from data.reference import group as reference_group
from data.reference import province as reference_province
from data.service.figures import Figures
from data.service.profile import Ranked
from data.service.ranking import Ranking, ranking
from indicators.change import break_between


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series.

    ``value`` is ``None`` when missing; ``rank`` also where it is withheld. ``break_before`` is
    empty, or the reason why this period must not be joined with the one before it.
    """

    period: str
    value: float | None
    status: str
    rule: str
    rank: int | None
    n: int
    withheld: str
    break_before: str


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one province on one list, oldest period first."""

    indicator: str
    province_code: str
    name: str
    label: str
    boundary: str
    release: int
    unit: str
    decimals: int
    points: tuple[Point, ...]
    sources: tuple[str, ...]
    illustrative: bool


def series(
    figures: Figures, indicator: str, province: str, boundary: str, *, lang: str = "vi"
) -> Series:
    """Follow one province through all periods of an indicator.

    Every period in which anybody on the list has a value makes a point, so a gap stays a gap.
    ``UnknownIndicator`` and ``UnknownProvince`` tell which names exist.
    """
    about = catalogue_entry(indicator)
    who = reference_province(province, boundary)
    lists = rankings(figures, indicator, boundary, "country", lang=lang)
    points = [point(lists, number, province) for number in range(len(lists))]
    rows = [one.row(province) for one in lists]
    return Series(
        indicator=indicator,
        province_code=province,
        name=who.name[lang],
        label=who.label(lang),
        boundary=boundary,
        release=figures.release.id,
        unit=about.unit,
        decimals=about.decimals,
        points=tuple(points),
        sources=tuple(sorted({origin.source_id for row in rows for origin in row.origins})),
        illustrative=any(row.status == "X" for row in rows),
    )


def rankings(
    figures: Figures, indicator: str, boundary: str, group: str, *, lang: str
) -> list[Ranking]:
    """Rank every period of an indicator on one list, oldest first."""
    periods = figures.periods(indicator, boundary)
    return [ranking(figures, indicator, each, boundary, group, lang=lang) for each in periods]


def point(lists: list[Ranking], number: int, province: str) -> Point:
    """Make the point of one province in the ranking at a position."""
    one = lists[number]
    row = one.row(province)
    return Point(
        period=one.period,
        value=row.value,
        status=row.status,
        rule=row.rule,
        rank=row.rank,
        n=one.n,
        withheld=one.withheld,
        break_before=break_before(lists, number),
    )


def break_before(lists: list[Ranking], number: int) -> str:
    """Give the reason of a break between a ranking and the one before it, or nothing."""
    if number == 0:
        return ""
    breaks = catalogue_entry(lists[number].indicator).breaks
    broken = break_between(breaks, lists[number - 1].period, lists[number].period)
    return broken.reason if broken else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One square of a grid: place in the list and in the group, of ``n`` and ``group_n``."""

    value: float | None
    status: str
    rank: int | None
    group_rank: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """One period of a grid; ``withheld`` says why nobody has a place, ``break_before`` as above."""

    period: str
    n: int
    group_n: int
    withheld: str
    group_withheld: str
    break_before: str


@dataclass(frozen=True, slots=True)
class Line:
    """One province of a grid; a place for each column."""

    province_code: str
    name: str
    label: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Places by province and period; lines stand in the order of the newest ranking."""

    indicator: str
    boundary: str
    group: str
    release: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sources: tuple[str, ...]
    illustrative: bool


def grid(
    figures: Figures,
    indicator: str,
    boundary: str,
    group: str,
    *,
    lang: str = "vi",
    ranked: Ranked | None = None,
) -> Grid:
    """Set the places of a group's members side by side, a column for each period.

    ``ranked`` gives a ranking of (indicator, period, list, group), where some are kept already.
    """
    catalogue_entry(indicator)
    reference_group(group)
    periods = figures.periods(indicator, boundary)
    if ranked is None:
        lists = rankings(figures, indicator, boundary, group, lang=lang)
    else:
        lists = [ranked(indicator, each, boundary, group) for each in periods]
    newest = lists[-1].rows if lists else ()
    return Grid(
        indicator=indicator,
        boundary=boundary,
        group=group,
        release=figures.release.id,
        columns=tuple(column(lists, number) for number in range(len(lists))),
        lines=tuple(
            Line(one.province_code, one.name, one.label, places(lists, one.province_code))
            for one in newest
        ),
        sources=tuple(sorted({source for one in lists for source in group_sources(one)})),
        illustrative=any(one.illustrative for one in lists),
    )


def group_sources(one: Ranking) -> set[str]:
    """Give the sources of the group's figures."""
    return {origin.source_id for row in one.rows for origin in row.origins}


def column(lists: list[Ranking], number: int) -> Column:
    """Make the head of the column at a position."""
    one = lists[number]
    return Column(
        period=one.period,
        n=one.n,
        group_n=one.group_n,
        withheld=one.withheld,
        group_withheld=one.group_withheld,
        break_before=break_before(lists, number),
    )


def places(lists: list[Ranking], province: str) -> tuple[Place, ...]:
    """Give the place of one province in each ranking."""
    rows = [one.row(province) for one in lists]
    return tuple(Place(row.value, row.status, row.rank, row.group_rank) for row in rows)
