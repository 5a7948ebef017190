"""QR payments in words and tables: counts beside counts for 1,000 people, growth, what there is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefings import phrases
from briefings.ranking_table import (
    COUNTRY,
    caption,
    change_words,
    origin_words,
    place_words,
    source_column,
    status_words,
    why_no_change,
)
from charts.bars import BarsFigure
from charts.from_ranking import bars_figure
from charts.table import Cell, Column, Line, Table, order_of
from data import catalogue, reference
from data.service.figures import Figures
from data.service.ranking import Ranking, Row
from indicators.change import growth
from indicators.period import parse
from language import Lang, dates, numbers, sorting, text

FLOW = "qr"
LONG = ("source", "url", "cell")
SOURCES = ("url", "cell")
DECIMALS = 1  # of growth in percent


@dataclass(frozen=True, slots=True)
class Pair:
    """One measure in one period: what is counted, and the same for 1,000 people.

    ``shown`` is the one that the reader chose. ``per_1000`` is ``None`` where the population of
    the year is not loaded.
    """

    counts: Ranking
    per_1000: Ranking | None
    shown: Ranking


def measures() -> tuple[str, ...]:
    """Give the indicators of payments, those for 1,000 people included, in catalogue order."""
    return tuple(name for name, one in catalogue.indicators().items() if one.dataflow == FLOW)


def partner(indicator: str) -> tuple[str, str]:
    """Give (count, count for 1,000 people) of the measure that an indicator belongs to."""
    how = catalogue.indicator(indicator).derived
    if how is not None:
        return how.of[0], indicator
    known = catalogue.indicators().items()
    return indicator, next(
        name for name, one in known if one.derived and indicator in one.derived.of
    )


def payments_bars(shown: Ranking, lang: Lang, *, home: str = "") -> BarsFigure:
    """Describe the bars of a measure; of an incomplete list only those that have a figure.

    Banks report for some provinces: fifty names without a bar would say nothing.
    """
    figure = bars_figure(shown, lang, home=home)
    if not shown.withheld:
        return figure
    return replace(figure, bars=tuple(bar for bar in figure.bars if bar.value is not None))


def payments_table(pair: Pair, lang: Lang, *, home: str = "") -> Table:
    """Give the group's members in the order of the indicator shown; both numbers side by side."""
    shown = pair.shown
    names = [phrases.label(shown, row.province_code, lang) for row in shown.rows]
    alphabet = order_of(names, sorting.sort_key)
    columns = _columns(pair, lang)
    mark = f"{text('chart.watermark', lang)}. " if shown.illustrative else ""
    return Table(
        caption=mark + caption(shown, lang),
        columns=tuple(columns.values()),
        lines=tuple(
            Line(
                tuple(_cells(pair, row, lang, alphabet)[name] for name in columns),
                is_home=row.province_code == home,
            )
            for row in shown.rows
        ),
    )


def _columns(pair: Pair, lang: Lang) -> dict[str, Column]:
    """Give the columns that have something to say, by name."""
    shown = pair.shown
    found = {"name": Column(text("column.name", lang)), "count": _value_column(pair.counts, lang)}
    if pair.per_1000 is not None:
        found["per_1000"] = _value_column(pair.per_1000, lang)
    if not shown.withheld:
        found["rank"] = Column(text("column.rank", lang, n=shown.n), True)
    if shown.group != COUNTRY and not shown.group_withheld:
        found["group_rank"] = Column(text("column.group_rank", lang, n=shown.group_n), True)
    former = dates.period(shown.former, lang) if shown.former else ""
    if not shown.change_withheld and any(growth_of(row) is not None for row in shown.rows):
        found["growth"] = Column(text("payments.growth", lang, period=former), True)
    if not shown.rank_change_withheld:
        found["rank_change"] = Column(text("column.change_rank", lang, period=former), True)
    return found | {
        "status": Column(text("column.status", lang), sortable=False, is_long=True),
        "source": source_column(lang),
    }


def _value_column(ranking: Ranking, lang: Lang) -> Column:
    about = catalogue.indicator(ranking.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    return Column(text("column.value", lang, short=about.short[lang], unit=unit), True)


def _cells(pair: Pair, row: Row, lang: Lang, alphabet: dict[str, int]) -> dict[str, Cell]:
    shown, code = pair.shown, row.province_code
    name = phrases.label(shown, code, lang)
    rise = growth_of(row)
    # A count that is missing has no rule and no cell, although its population has.
    told = row if row.value is not None else pair.counts.row(code)
    found = {
        "name": Cell(name, alphabet[name]),
        "count": _value_cell(pair.counts, code, lang),
        "rank": Cell(place_words(row.rank, row.tied, lang), row.rank),
        "group_rank": Cell(place_words(row.group_rank, row.group_tied, lang), row.group_rank),
        "growth": Cell(_growth_words(rise, lang) or "–", rise),
        "rank_change": Cell(change_words(row.rank_change, lang), row.rank_change),
        "status": Cell(status_words(told, lang)),
        "source": Cell(origin_words(told)),
    }
    if pair.per_1000 is not None:
        found["per_1000"] = _value_cell(pair.per_1000, code, lang)
    return found


def _value_cell(ranking: Ranking, code: str, lang: Lang) -> Cell:
    row = ranking.row(code)
    return Cell(phrases.value(ranking, row.value, lang), row.value)


def growth_of(row: Row) -> float | None:
    """Give the growth since the former period in percent; ask first whether it is withheld."""
    return growth(row.former_value, row.value)


def _growth_words(rise: float | None, lang: Lang) -> str:
    return "" if rise is None else f"{numbers.signed(rise, DECIMALS, lang)}%"


def no_growth(shown: Ranking, lang: Lang) -> str:
    """Say why growth is withheld; "" where it is shown."""
    return why_no_change(shown, lang) if shown.change_withheld else ""


def existing_table(figures: Figures, lang: Lang) -> Table:
    """List every figure of payments that was published: date, source and cell of each."""
    names = ("name", "indicator", "period", "value", "boundary", "status", "source", "url", "cell")
    found = sorted(_existing(figures), key=lambda one: (parse(one[1]), one[3]), reverse=True)
    return Table(
        caption=text("payments.existing", lang),
        columns=tuple(
            Column(
                text(f"payments.column.{name}", lang),
                sortable=False,
                is_long=name in LONG,
                is_source=name in SOURCES,
            )
            for name in names
        ),
        lines=tuple(Line(_existing_cells(figures, *one, lang)) for one in found),
        is_prose=True,
    )


def has_existing(figures: Figures) -> bool:
    """Tell whether any figure of payments was published."""
    return any(True for _ in _existing(figures))


def _existing(figures: Figures) -> Iterator[tuple[str, str, str, str]]:
    """Yield indicator, period, list and province of every figure that stands as published."""
    for indicator, period, boundary in figures.covered:
        if indicator in measures():
            for code, cell in figures.table(indicator, period, boundary).items():
                if cell.value is not None and not cell.rule:
                    yield indicator, period, boundary, code


def _existing_cells(
    figures: Figures, indicator: str, period: str, boundary: str, code: str, lang: Lang
) -> tuple[Cell, ...]:
    about, cell = catalogue.indicator(indicator), figures.table(indicator, period, boundary)[code]
    unit = catalogue.units()[about.unit].name[lang]
    known = [catalogue.sources()[one.source_id] for one in cell.origins]
    return (
        Cell(reference.province(code, boundary).label(lang)),
        Cell(about.name[lang]),
        Cell(dates.period(period, lang)),
        Cell(f"{numbers.number(cell.value, about.decimals, lang)} {unit}"),
        Cell(text(f"boundary.{boundary}", lang)),
        Cell(text(f"status.{cell.status}", lang)),
        Cell("; ".join(f"{one.publisher[lang]}: {one.title[lang]}" for one in known)),
        Cell("; ".join(one.url for one in known) or "–"),
        Cell("; ".join(f"{one.file}, {one.sheet}!{one.cell}" for one in cell.origins)),
    )
