"""A relation of the service, described as a scatter, with the line under it."""

from charts.from_ranking import rule_words
from charts.lines import Axis
from charts.point_names import place_names
from charts.scatter import FitLine, Point, ScatterFigure, domain
from charts.source_line import Origin, capital, source_line
from data.catalogue import indicator, published_on, sources, units
from data.reference import boundary, group
from data.service.ranking import Ranking
from data.service.relation import Pair, Relation
from language import Lang, text
from language.dates import day, period
from language.numbers import number


def scatter_figure(relation: Relation, lang: Lang, *, home: str = "") -> ScatterFigure:
    """Describe the points of a relation, those of its group named first."""
    x = _axis(relation.x, [pair.x for pair in relation.pairs], lang)
    y = _axis(relation.y, [pair.y for pair in relation.pairs], lang)
    points = tuple(_point(relation, pair, lang, home) for pair in relation.pairs)
    trend = _trend(relation, lang)
    alike = all(point.in_group for point in points)
    return ScatterFigure(
        title=title_of(relation, lang),
        subtitle=f"{capital(period(relation.period, lang))} · "
        f"{boundary(relation.boundary).name[lang]}",
        x=x,
        y=y,
        points=points,
        source=line_of(relation, lang),
        description=description(relation, lang),
        group=_group(relation, lang),
        others="" if alike else text("chart.scatter.others", lang),
        home=next((point.name for point in points if point.is_home), ""),
        trend=trend,
        illustrative=relation.illustrative,
        names=place_names(points, x, y, trend),
    )


def title_of(relation: Relation, lang: Lang) -> str:
    """Name the figure: both indicators, the poverty series by name."""
    x, y = (indicator(one.indicator).short[lang] for one in (relation.x, relation.y))
    return text("chart.scatter.title", lang, y=y, x=lower(x))


def line_of(relation: Relation, lang: Lang) -> str:
    """Write the line under the figure: for each indicator its source and marks, the release."""
    both = [_source(one, lang) for one in (relation.y, relation.x)]
    origin = Origin("", "", relation.boundary, "; ".join(both), release=relation.y.release)
    return source_line(origin, lang)


def description(relation: Relation, lang: Lang) -> str:
    """Say what the figure shows to those who do not see it."""
    return text(
        "chart.scatter.description",
        lang,
        n=len(relation.pairs),
        x=indicator(relation.x.indicator).name[lang],
        y=indicator(relation.y.indicator).name[lang],
    )


def lower(words: str) -> str:
    """Give a name as it stands within a sentence; names of letters (DTI) stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _source(ranking: Ranking, lang: Lang) -> str:
    """Write "DTI: Bộ ... (công bố ngày ...; sơ bộ)" for the values that were used."""
    about = indicator(ranking.indicator)
    known = [row for row in ranking.everyone if row.value is not None]
    used = dict.fromkeys(origin.source_id for row in known for origin in row.origins)
    publishers = dict.fromkeys(sources()[one].publisher[lang] for one in sorted(used))
    when = published_on(about.dataflow, ranking.period)
    rules = dict.fromkeys(rule_words(r.rule, r.weights, lang) for r in known if r.rule)
    marks = sorted({r.status for r in known if not (r.status == "D" and r.rule)} - {"A", "M"})
    notes = [
        *([text("chart.line.published", lang, day=day(when, lang))] if when else []),
        *(text(f"status.{mark}", lang) for mark in marks),
        *(lower(rule) for rule in rules),
    ]
    said = f"{lower(about.name[lang])}: {', '.join(publishers)}"
    return f"{said} ({'; '.join(notes)})" if notes else said


def _axis(ranking: Ranking, values: list[float], lang: Lang) -> Axis:
    about = indicator(ranking.indicator)
    unit = units()[about.unit].name[lang]
    return Axis(f"{about.short[lang]} ({unit})", about.decimals, domain(values))


def _point(relation: Relation, pair: Pair, lang: Lang, home: str) -> Point:
    said = [pair.label, *(_said(one, pair, lang) for one in (relation.y, relation.x))]
    return Point(
        pair.province_code,
        pair.label,
        pair.x,
        pair.y,
        "\n".join(said),
        in_group=pair.in_group,
        is_home=pair.province_code == home,
    )


def _said(ranking: Ranking, pair: Pair, lang: Lang) -> str:
    about = indicator(ranking.indicator)
    row = ranking.row(pair.province_code)
    value = number(row.value, ranking.decimals, lang) + units()[about.unit].suffix[lang]
    mark = "" if row.status == "A" else f" ({text(f'status.{row.status}', lang)})"
    return f"{about.short[lang]}: {value}{mark}"


def _group(relation: Relation, lang: Lang) -> str:
    n = sum(pair.in_group for pair in relation.pairs)
    return f"{n} {group(relation.group).phrase[lang]}"


def _trend(relation: Relation, lang: Lang) -> FitLine | None:
    """Describe the line from the lowest to the highest x that was measured, no further."""
    if relation.trend is None:
        return None
    xs = [pair.x for pair in relation.pairs]
    first, last = min(xs), max(xs)
    ends = (first, relation.trend.at(first)), (last, relation.trend.at(last))
    return FitLine(ends, text("chart.scatter.trend", lang, n=len(xs)))
