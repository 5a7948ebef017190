"""The main indices of a group side by side: value, place, median, and where they differ most."""

from collections.abc import Mapping

from briefings import finding_titles as titles
from briefings import overview
from briefings.finding import Finding
from briefings.finding_notes import group_rows, notes
from briefings.finding_scope import Scope
from briefings.findings_one import finding, where
from charts.source_line import capital
from charts.table import Cell, Column, Line, Table
from data import catalogue
from data.service.ranking_model import Ranking, Row
from indicators.period import parse
from language import Lang, dates, text
from language.numbers import number


def indices_of(scope: Scope, period: str) -> Finding | None:
    """Show every main index of the group as a table; None where there is no figure of any.

    The last rows give the group's median and who leads: what stands in for parts that cannot be
    taken out where the weights are not known.
    """
    found = indices(scope, period)
    if not found:
        return None
    lang = scope.lang
    subtitle = where(scope, text("finding.indices", lang), capital(dates.period(period, lang)))
    table = _indices_table(scope, found, subtitle)
    has_weights = catalogue.weights(parse(period).year) is not None
    why = text("finding.no_weights", lang, period=dates.period(period, lang))
    return finding(
        scope,
        "table",
        f"dti_indices-{period}",
        _indices_title(found, lang, has_weights=has_weights),
        subtitle,
        table,
        table,
        notes(scope, [group_rows(one) for one in found.values()]),
        () if has_weights else (why,),
    )


def indices(scope: Scope, period: str) -> dict[str, Ranking]:
    """Rank the main indices of which any member of the group has a value in the period."""
    found = {
        name: scope.ranking(name, period)
        for name in overview.main_indices()
        if period in scope.periods(name)
    }
    return {name: one for name, one in found.items() if one.group_n}


def widest_indices(found: Mapping[str, Ranking]) -> list[Ranking]:
    """Give the indices that all members have, first that in which they differ most."""
    full = [one for one in found.values() if one.group_n == one.group_size and one.group_n > 2]
    return sorted(full, key=_range, reverse=True)


def _range(ranking: Ranking) -> float:
    values = [row.value for row in ranking.rows if row.value is not None]
    return max(values) - min(values)


def _indices_table(scope: Scope, found: Mapping[str, Ranking], caption: str) -> Table:
    """Give value and place of every member in each index, and the medians below."""
    lang, known = scope.lang, catalogue.indicators()
    order = _order(scope, found)
    heads = [known[name].short[lang] for name in found]
    rows = [
        Line(
            (
                Cell(scope.name_of(code)),
                *(_index_cell(one, one.row(code), lang) for one in found.values()),
            ),
            is_home=code == scope.home,
        )
        for code in order
    ]
    median = Line(
        (
            Cell(text("finding.median", lang)),
            *(Cell(number(one.median, one.decimals, lang), one.median) for one in found.values()),
        )
    )
    several = len(rows) > 2
    columns = (Column(text("column.name", lang)), *(Column(head, is_number=True) for head in heads))
    return Table(caption, columns, (*rows, *([median] if several else [])))


def _order(scope: Scope, found: Mapping[str, Ranking]) -> list[str]:
    """Order the members as in the total, where there is one of the period."""
    first = next(iter(found.values()))
    if first.period in scope.periods(overview.TOTAL):
        first = scope.ranking(overview.TOTAL, first.period)
    return [row.province_code for row in first.rows]


def _index_cell(ranking: Ranking, row: Row, lang: Lang) -> Cell:
    """Write "0,7312 (5/34)": the place is that in the list, or in a group that is complete."""
    if row.value is None:
        return Cell(text("value.missing", lang))
    value = number(row.value, ranking.decimals, lang)
    if row.rank is None:
        return Cell(value, row.value)
    place = f"{row.rank}/{ranking.n}"
    return Cell(text("profile.value_place", lang, value=value, rank=place), row.value)


def _indices_title(found: Mapping[str, Ranking], lang: Lang, *, has_weights: bool) -> str:
    if not widest_indices(found):
        return titles.standing(next(iter(found.values())), lang)
    best = max(found.values(), key=lambda one: one.median or 0.0)
    name = catalogue.indicator(best.indicator).short[lang]
    return text(
        "finding.title.highest_median" if has_weights else "finding.title.no_weights",
        lang,
        period=dates.period(best.period, lang),
        median_of=f"{name[:1].lower()}{name[1:]}",
        value=number(best.median, best.decimals, lang),
    )
