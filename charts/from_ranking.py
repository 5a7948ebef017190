"""A ranking of the service, described as figures: the map, the bars, the line under both."""

from collections.abc import Iterable

from charts.bars import Bar, BarsFigure
from charts.map.base import view_of
from charts.map.figure import MapFigure, ViewId
from charts.scale import of_indicator
from charts.source_line import Origin, capital, source_line
from data.catalogue import indicator, published_on, sources, units
from data.reference import geometry
from data.service.ranking import Ranking
from language import Lang, text
from language.dates import period

COUNTRY = "country"

Made = tuple[str, str, str, str]
"""How a value came about: status, rule (empty: as published), weights and basis of the rule."""


def title_of(ranking: Ranking, lang: Lang) -> str:
    """Name the figure: indicator and period."""
    return f"{indicator(ranking.indicator).name[lang]}, {period(ranking.period, lang)}"


def line_of(ranking: Ranking, lang: Lang) -> str:
    """Write the line under every figure of this ranking."""
    made = [(r.status, r.rule, r.weights, r.basis) for r in ranking.rows if r.value is not None]
    where = (ranking.indicator, ranking.period, ranking.boundary)
    used = {origin.source_id for row in ranking.rows for origin in row.origins}
    sources_used = [one for one in ranking.sources if one in used]
    return line(*where, ranking.release, made, sources_used, lang)


def line(
    name: str,
    when: str,
    boundary: str,
    release: int,
    made: Iterable[Made],
    source_ids: Iterable[str],
    lang: Lang,
) -> str:
    """Write the line for the values of one indicator and period on one list.

    ``made`` tells for each value how it came about; ``source_ids`` are of the catalogue.
    """
    about = indicator(name)
    made = list(dict.fromkeys(made))
    rules = tuple(rule_words(how, by, lang, basis) for _, how, by, basis in made if how)
    # a rule says "converted" in more words
    marks = {status for status, rule, *_ in made if not (status == "D" and rule)}
    publishers = dict.fromkeys(sources()[one].publisher[lang] for one in source_ids)
    origin = Origin(
        unit=units()[about.unit].name[lang],
        period=when,
        boundary=boundary,
        source="; ".join(publishers),
        published_on=published_on(about.dataflow, when) or "",
        release=release,
        marks=tuple(sorted(marks)),
        rules=tuple(dict.fromkeys(rules)),
    )
    return source_line(origin, lang)


def rule_words(rule: str, weights: str, lang: Lang, basis: str = "") -> str:
    """Say what we did to get a figure.

    ``weights`` are "population/2023" or nothing; ``basis`` are the statuses of the parts that a
    reader should know of ("P": from provisional figures).
    """
    weight, _, when = weights.partition("/")
    words = ""
    if weight:
        name = indicator(weight).short[lang]
        name = name[:1].lower() + name[1:]  # within a sentence
        words = text("chart.rule.weights", lang, indicator=name, period=period(when, lang))
    said = text(f"chart.rule.{rule}", lang, weights=words)
    if not basis:
        return said
    parts = ", ".join(text(f"chart.rule.basis_{mark}", lang) for mark in basis)
    return text("chart.rule.basis", lang, rule=said, basis=parts)


def map_figure(
    ranking: Ranking, lang: Lang, *, home: str = "", view: ViewId | None = None
) -> MapFigure:
    """Describe the map of a ranking; the view is the northern one where the group lies in it."""
    members = frozenset(row.province_code for row in ranking.rows)
    everyone = ranking.group == COUNTRY
    return MapFigure(
        title=capital(title_of(ranking, lang)),
        boundary=ranking.boundary,
        view=view or view_of(members, ranking.boundary),
        scale=of_indicator(indicator(ranking.indicator)),
        unit=units()[ranking.unit].name[lang],
        source=line_of(ranking, lang),
        licence=geometry.attribution(ranking.boundary, lang),
        names={row.province_code: row.label for row in ranking.everyone},
        values={r.province_code: r.value for r in ranking.everyone if r.value is not None},
        ranks={r.province_code: r.rank for r in ranking.everyone if r.rank is not None},
        ranked=ranking.n,
        members=frozenset() if everyone else members,
        home=home,
        illustrative=ranking.illustrative,
    )


def bars_figure(ranking: Ranking, lang: Lang, *, home: str = "") -> BarsFigure:
    """Describe the bars of a ranking's group, with places in the whole list."""
    return BarsFigure(
        title=capital(title_of(ranking, lang)),
        bars=tuple(Bar(r.province_code, r.label, r.value, r.rank) for r in ranking.rows),
        scale=of_indicator(indicator(ranking.indicator)),
        unit=units()[ranking.unit].name[lang],
        source=line_of(ranking, lang),
        ranked=ranking.n,
        median=ranking.median,
        home=home,
        bands={r.province_code: r.band for r in ranking.rows if r.band is not None},
        illustrative=ranking.illustrative,
    )
