"""A relation as tables: the coefficients, and both values of every province."""

from briefings import phrases
from briefings.ranking_table import origin_words, source_column, status_words
from briefings.relation_sentences import coefficient, without_words
from charts.table import Cell, Column, Line, Table, order_of
from data import catalogue, reference
from data.service.ranking import Ranking, Row
from data.service.relation import Association, Relation
from indicators.relate import LEAST, Correlation
from language import Lang, dates, sorting, text

COUNTRY = "country"


def correlation_table(relation: Relation, lang: Lang) -> Table:
    """Give both coefficients of the list and of the group, each with n and interval."""
    heads = ("of", "method", "n", "r", "interval", "without")
    numbers = {"n", "r"}
    parts = [(COUNTRY, relation.everyone)]
    if relation.group != COUNTRY:
        parts.append((relation.group, relation.members))
    return Table(
        caption=f"{text('page.poverty.coefficients', lang)}: {caption(relation, lang)}",
        columns=tuple(
            Column(text(f"relation.column.{head}", lang), head in numbers, sortable=False)
            for head in heads
        ),
        lines=tuple(
            _coefficients(relation, group, found, way, lang)
            for group, found in parts
            for way in (found.pearson, found.spearman)
        ),
        is_prose=True,
    )


def values_table(relation: Relation, lang: Lang, *, home: str = "") -> Table:
    """Give the group's members with both values, by name; whose value is missing stays in."""
    rows = rows_of(relation)
    names = [phrases.label(relation.y, y.province_code, lang) for y, _ in rows]
    alphabet = order_of(names, sorting.sort_key)
    return Table(
        caption=caption(relation, lang),
        columns=_columns(relation, lang),
        lines=tuple(
            Line(
                (Cell(name, alphabet[name]), *_values(relation, y, x, lang)),
                is_home=y.province_code == home,
            )
            for name, (y, x) in zip(names, rows, strict=True)
        ),
    )


def rows_of(relation: Relation) -> list[tuple[Row, Row]]:
    """Give the group's rows of both rankings, in Vietnamese order of the names."""
    others = {row.province_code: row for row in relation.x.everyone}
    rows = [(row, others[row.province_code]) for row in relation.y.rows]
    return sorted(rows, key=lambda both: sorting.sort_key(both[0].label))


def caption(relation: Relation, lang: Lang) -> str:
    """Say what the table shows: both indicators in full, period, list."""
    return text(
        "relation.caption",
        lang,
        y=catalogue.indicator(relation.y.indicator).name[lang],
        x=catalogue.indicator(relation.x.indicator).name[lang],
        period=dates.period(relation.period, lang),
        boundary=reference.boundary(relation.boundary).name[lang],
    )


def heading(ranking: Ranking, lang: Lang) -> str:
    """Write the heading of a column of values: short name and unit."""
    about = catalogue.indicator(ranking.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    return text("column.value", lang, short=about.short[lang], unit=unit)


def status_heading(ranking: Ranking, lang: Lang) -> str:
    """Write the heading of a column of statuses."""
    short = catalogue.indicator(ranking.indicator).short[lang]
    return text("relation.column.status", lang, short=short)


def _coefficients(
    relation: Relation, group: str, found: Association, way: Correlation, lang: Lang
) -> Line:
    if way.n < LEAST:
        last = text("relation.too_few_short", lang, least=LEAST)
    elif way.r is None:
        last = text("relation.same", lang)
    else:
        last = without_words(found, lang) if way.method == "pearson" else "–"
    low, high = coefficient(way.low, lang), coefficient(way.high, lang)
    interval = text("relation.interval", lang, low=low, high=high) if way.r is not None else "–"
    words = (
        reference.group(group).name[lang],
        text(f"relation.{way.method}", lang),
        str(way.n),
        coefficient(way.r, lang),
        interval,
        last,
    )
    return Line(tuple(Cell(one) for one in words))


def _columns(relation: Relation, lang: Lang) -> tuple[Column, ...]:
    both = (relation.x, relation.y)
    return (
        Column(text("column.name", lang)),
        *(Column(heading(one, lang), is_number=True) for one in both),
        *(Column(status_heading(one, lang), sortable=False, is_long=True) for one in both),
        source_column(lang),
    )


def _values(relation: Relation, y: Row, x: Row, lang: Lang) -> list[Cell]:
    sources = "; ".join(words for one in (x, y) if (words := origin_words(one)))
    return [
        _value(relation.x, x, lang),
        _value(relation.y, y, lang),
        Cell(status_words(x, lang)),
        Cell(status_words(y, lang)),
        Cell(sources),
    ]


def _value(ranking: Ranking, row: Row, lang: Lang) -> Cell:
    if row.value is None:
        return Cell(text("value.missing", lang))
    return Cell(phrases.value(ranking, row.value, lang), row.value)
