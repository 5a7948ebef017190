"""A province over the years: its trend, its predecessors beside it, activities and pillars."""

from collections.abc import Mapping, Sequence
from datetime import date

from briefings import phrases
from briefings.profile import place_of, short_period
from charts import trend as drawing
from charts.from_ranking import rule_words
from charts.source_line import Origin, source_line
from charts.table import Cell, Column, Line, Table
from charts.theme import PAGE, Theme
from data import catalogue, reference
from data.service.ranking_model import Ranking, Row
from data.service.trend import Moment, Trend
from indicators.period import parse
from language import Lang, text
from language.numbers import number

PAGE_WIDTH = 400.0


def trend_svg(trend: Trend, lang: Lang, *, theme: Theme = PAGE, width: float = PAGE_WIDTH) -> str:
    """Draw a province's trend with its group's median and, below, its places."""
    return drawing.svg(trend_figure(trend, lang), lang, theme, width)


def trend_figure(trend: Trend, lang: Lang) -> drawing.TrendFigure:
    """Describe the trend; periods before the first value or median are left out."""
    about = catalogue.indicator(trend.indicator)
    group = trend.moments[0].ranking.group
    known = [one.row.value is not None or one.ranking.median is not None for one in trend.moments]
    moments = trend.moments[known.index(True) :] if any(known) else trend.moments
    return drawing.TrendFigure(
        title=about.name[lang],
        name=reference.province(trend.province_code, trend.boundary).label(lang),
        group=reference.group(group).name[lang],
        moments=tuple(_moment(one, lang) for one in moments),
        decimals=about.decimals,
        source=_source(trend, lang),
        illustrative=any(one.ranking.illustrative for one in trend.moments),
    )


def has_values(trend: Trend) -> bool:
    """Tell whether the province has a value in any period."""
    return any(one.row.value is not None for one in trend.moments)


def kin_table(trends: Sequence[Trend], lang: Lang) -> Table:
    """Set provinces of different lists side by side: value and place in each period.

    The last one is the province that the others became.
    """
    rankings = _by_period(trends)
    return Table(
        caption=text("profile.kin", lang),
        columns=(
            Column(text("column.province", lang), sortable=False),
            *(Column(head, True, False) for head in _heads(rankings, lang)),
        ),
        lines=tuple(
            Line(
                (Cell(_kin_name(one, lang)), *_kin_cells(one, rankings, lang)),
                is_home=one is trends[-1],
            )
            for one in trends
        ),
    )


def breaks_in(trends: Sequence[Trend], lang: Lang) -> list[str]:
    """Say the reason of every break between two periods that are shown, each once."""
    rankings = _by_period(trends)
    found = [one.break_before for one in list(rankings.values())[1:] if one.break_before]
    return [text(reason, lang) for reason in dict.fromkeys(found)]


def pillar_pairs() -> tuple[tuple[str, str], ...]:
    """Give each activity index with the pillar that is made of it and the foundations."""
    return tuple(
        (about.derived.of[0], name)
        for name, about in catalogue.indicators().items()
        if about.derived is not None and about.derived.rule == "pillar"
    )


def pillars_table(trends: Mapping[str, Trend], lang: Lang) -> Table:
    """Set activities and pillars side by side, the newest year first.

    ``trends`` by indicator. A pillar stands only in years whose weights are known.
    """
    names = [name for pair in pillar_pairs() for name in pair if name in trends]
    rows = _rows_by_period([trends[name] for name in names])
    known = catalogue.indicators()
    return Table(
        caption=text("profile.pillars", lang),
        columns=(
            Column(text("field.year", lang), sortable=False),
            *(Column(known[name].name[lang], True, False) for name in names),
        ),
        lines=tuple(
            Line((Cell(period), *(_pillar_cell(name, found, lang) for name in names)))
            for period, found in rows.items()
        ),
        is_prose=True,
    )


def without_weights(trends: Mapping[str, Trend], lang: Lang) -> str:
    """Say for which years there are no pillars because the weights are not known; "" if none."""
    rows = _rows_by_period(list(trends.values()))
    years = sorted(period for period in rows if catalogue.weights(parse(period).year) is None)
    return text("profile.no_weights", lang, years=", ".join(years)) if years else ""


def _moment(one: Moment, lang: Lang) -> drawing.Moment:
    end = parse(one.ranking.period).end
    return drawing.Moment(
        words=short_period(one.ranking.period, lang),
        at=end.year + (end - date(end.year, 1, 1)).days / 366,
        value=one.row.value,
        median=one.ranking.median,
        rank=one.row.rank,
        ranked=one.ranking.n,
        joined=one.joined,
        breaks=bool(one.break_before),
    )


def _source(trend: Trend, lang: Lang) -> str:
    """Write the line under the trend: every source, status and rule of the province's values."""
    about = catalogue.indicator(trend.indicator)
    rows = [one.row for one in trend.moments if one.row.value is not None]
    publishers = {origin.source_id: None for row in rows for origin in row.origins}
    rules = {rule_words(row.rule, row.weights, lang): None for row in rows if row.rule}
    origin = Origin(
        unit=catalogue.units()[about.unit].name[lang],
        period="",
        boundary=trend.boundary,
        source="; ".join(
            dict.fromkeys(catalogue.sources()[one].publisher[lang] for one in publishers)
        ),
        release=trend.moments[0].ranking.release,
        marks=tuple(row.status for row in rows if not (row.status == "D" and row.rule)),
        rules=tuple(rules),
    )
    return source_line(origin, lang)


def _by_period(trends: Sequence[Trend]) -> dict[str, Moment]:
    """Give the periods in which any of them has a value, oldest first, with the last's moment."""
    known = {
        one.ranking.period: one
        for trend in trends
        for one in trend.moments
        if one.row.value is not None
    }
    return dict(sorted(known.items(), key=lambda item: parse(item[0])))


def _heads(moments: Mapping[str, Moment], lang: Lang) -> list[str]:
    """Write the periods, with a star where the method is another than in the one before."""
    words = [short_period(period, lang) for period in moments]
    broken = [place > 0 and bool(one.break_before) for place, one in enumerate(moments.values())]
    return [f"{word} (*)" if star else word for word, star in zip(words, broken, strict=True)]


def _kin_name(trend: Trend, lang: Lang) -> str:
    """Name a province of an older list "Hà Giang (cũ)" where both lists are spoken of."""
    newest = reference.boundaries()[-1].id
    if trend.boundary == newest:
        return reference.province(trend.province_code, trend.boundary).label(lang)
    return phrases.former_label(trend.moments[0].ranking, trend.province_code, lang)


def _kin_cells(trend: Trend, periods: Mapping[str, Moment], lang: Lang) -> list[Cell]:
    by_period = {one.ranking.period: one for one in trend.moments}
    return [
        _value_and_place(by_period[period].ranking, by_period[period].row, lang)
        if period in by_period
        else Cell("–")
        for period in periods
    ]


def _value_and_place(ranking: Ranking, row: Row, lang: Lang) -> Cell:
    """Write "0,4790 (thứ 57/63)"."""
    if row.value is None:
        return Cell("–", note=text("value.missing", lang))
    value = number(row.value, ranking.decimals, lang)
    if row.rank is None:
        return Cell(value, note=place_of(row, ranking, lang))
    key = "profile.value_tied" if row.tied else "profile.value_place"
    return Cell(text(key, lang, value=value, rank=f"{row.rank}/{ranking.n}"))


def _rows_by_period(trends: Sequence[Trend]) -> dict[str, dict[str, Moment]]:
    """Give the moments by period and indicator, newest period first, where any has a value."""
    found: dict[str, dict[str, Moment]] = {}
    for trend in trends:
        for one in trend.moments:
            if one.row.value is not None:
                found.setdefault(one.ranking.period, {})[trend.indicator] = one
    return dict(sorted(found.items(), key=lambda item: parse(item[0]), reverse=True))


def _pillar_cell(name: str, found: Mapping[str, Moment], lang: Lang) -> Cell:
    if name in dict(pillar_pairs()).values():
        years = {parse(one.ranking.period).year for one in found.values()}
        if any(catalogue.weights(year) is None for year in years):
            return Cell("–", note=text("profile.no_weights", lang, years=str(min(years))))
    if name not in found:
        return Cell("–", note=text("value.missing", lang))
    return _value_and_place(found[name].ranking, found[name].row, lang)
