"""What the figures rest on: weights, breaks, sources, groups, lists, status marks, as tables."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from briefings.method import table
from charts.table import Cell, Column, Line, Table
from data import catalogue, reference
from data.catalogue import Weights
from indicators.change import Break
from indicators.model import Status
from language import Lang, dates, numbers, sorting, text

KINDS = ("official", "transcription", "press", "illustrative")


def weights_table(lang: Lang) -> Table:
    """Give the maximum points of each index by year assessed, of 1,000."""
    years = catalogue.weights_by_year()
    weighed = list(dict.fromkeys(name for one in years.values() for name in one.points))
    head = Column(text("field.index", lang), sortable=False)
    return Table(
        caption=text("method.weights", lang),
        columns=(head, *(Column(year, True, sortable=False) for year in years)),
        lines=tuple(Line(_points(name, years, lang)) for name in weighed),
    )


def _points(name: str, years: Mapping[str, Weights], lang: Lang) -> tuple[Cell, ...]:
    points = (one.points.get(name) for one in years.values())
    shown = ("–" if one is None else numbers.number(one, 0, lang) for one in points)
    return Cell(catalogue.indicator(name).name[lang]), *map(Cell, shown)


def formulas_table(lang: Lang) -> Table:
    """Write the formulas with the weights of the years, and the decision that sets them."""
    same = groupby(catalogue.weights_by_year().values(), key=_rule)
    rows = (row for _, years in same for row in _formulas(list(years), lang))
    names = ("years", "formula", "decision")
    return table(text("method.formulas", lang), names, rows, lang)


def _rule(one: Weights) -> tuple[str, str, tuple[tuple[str, float], ...]]:
    return one.of, one.decision.vi, tuple(one.points.items())


def _formulas(years: list[Weights], lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Yield the formula of the total, then those of the pillars where they follow from it."""
    one = years[0]
    said, decision = ", ".join(str(each.year) for each in years), one.decision[lang]
    total = catalogue.indicator("dti_total").short[lang]
    yield said, f"{total} = {_sum(one.shares, lang)}", decision
    for name, shares in pillar_shares(one).items():
        whole = numbers.number(sum(shares.values()), 2, lang)
        pillar = catalogue.indicator(name).name[lang]
        yield said, f"{pillar} = ({_sum(shares, lang)}) / {whole}", text("method.inferred", lang)


def pillar_shares(one: Weights) -> dict[str, dict[str, float]]:
    """Give for each pillar the shares that are counted in: the foundations and its activity.

    Empty where the weights are those of the pillars themselves.
    """
    hows = {name: about.derived for name, about in catalogue.indicators().items()}
    activity_of = {name: how.of[0] for name, how in hows.items() if how and how.rule == "pillar"}
    activities = set(activity_of.values())
    if not activities <= set(one.shares):
        return {}
    return {
        pillar: {
            name: share
            for name, share in one.shares.items()
            if name not in activities or name == activity
        }
        for pillar, activity in activity_of.items()
    }


def _sum(shares: Mapping[str, float], lang: Lang) -> str:
    parts = (
        f"{numbers.number(share, 2, lang)} × {catalogue.indicator(name).name[lang]}"
        for name, share in shares.items()
    )
    return " + ".join(parts)


def breaks_table(lang: Lang) -> Table:
    """List the breaks, each with its reason and the indicators that it parts."""
    parted: dict[Break, list[str]] = {}
    for about in catalogue.indicators().values():
        for one in about.breaks:
            parted.setdefault(one, []).append(about.id)
    rows = (_break(one, names, lang) for one, names in parted.items())
    names = ("break", "reason", "indicators", "allowed")
    return table(text("method.breaks", lang), names, rows, lang)


def _break(one: Break, names: list[str], lang: Lang) -> tuple[str, str, str, str]:
    kept = [name for name in names if name in one.place_of]
    allowed = text("method.nothing_allowed", lang)
    if kept:
        allowed = text("method.place_allowed", lang, indicators=_shorts(kept, lang))
    between = text("method.between", lang, before=one.before, after=one.after)
    return between, f"{text(one.reason, lang)}.", _shorts(names, lang), allowed


def _shorts(names: list[str], lang: Lang) -> str:
    return "; ".join(catalogue.indicator(name).short[lang] for name in names)


def sources_table(lang: Lang) -> Table:
    """List the sources by kind; a transcription by a third party is named as one."""
    known = sorted(catalogue.sources().values(), key=lambda one: KINDS.index(one.kind))
    rows = (
        (
            one.publisher[lang],
            one.title[lang],
            text(f"method.kind.{one.kind}", lang),
            one.url or "–",
            one.id,
        )
        for one in known
    )
    names = ("publisher", "title", "kind", "url", "source_id")
    return table(text("method.sources", lang), names, rows, lang)


def groups_table(lang: Lang) -> Table:
    """List the groups with definition and members on each list of provinces."""
    lists = reference.boundaries()
    made = table(
        text("method.groups", lang),
        ("group", "definition", *("members" for _ in lists), "basis"),
        (
            (
                group.name[lang],
                group.definition[lang],
                *(_members(group.members.get(one.id, ()), one.id, lang) for one in lists),
                group.source[lang],
            )
            for group in reference.groups().values()
        ),
        lang,
    )
    first, definition, *_, basis = made.columns
    members = (Column(one.name[lang], sortable=False, is_long=True) for one in lists)
    return Table(made.caption, (first, definition, *members, basis), made.lines, is_prose=True)


def _members(codes: tuple[str, ...], boundary: str, lang: Lang) -> str:
    known = reference.provinces(boundary)
    if len(codes) == len(known):
        return text("method.everybody", lang, count=len(codes))
    names = sorted((known[code].label(lang) for code in codes), key=sorting.sort_key)
    return text("method.members", lang, count=len(names), names=", ".join(names)) if names else "–"


def lists_table(lang: Lang) -> Table:
    """List the lists of provinces with the days on which they are in force."""
    rows = (
        (
            one.name[lang],
            str(len(reference.provinces(one.id))),
            dates.day(one.valid_from, lang),
            dates.day(one.valid_to, lang) if one.valid_to else text("method.still", lang),
            one.source[lang],
        )
        for one in reference.boundaries()
    )
    names = ("list", "count", "valid_from", "valid_to", "basis")
    return table(text("method.lists", lang), names, rows, lang)


def statuses_table(lang: Lang) -> Table:
    """List the status marks with their meaning."""
    rows = (
        (text(f"status.{one}", lang), one.value, text(f"method.status.{one}", lang))
        for one in Status
    )
    return table(text("method.statuses", lang), ("status", "mark", "meaning"), rows, lang)
