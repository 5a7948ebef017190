"""What is loaded and what is not, in words and as a table."""

from datetime import date

from charts.table import Cell, Column, Line, Table
from data import catalogue
from data.service.availability import Loaded, availability, loaded
from data.service.figures import Figures
from language import Lang, dates, text

DTI = "dti"


def newest_line(figures: Figures, today: date, lang: Lang) -> str:
    """Say which DTI is the newest, when it was published, and which years are not loaded."""
    found = loaded(figures, DTI, today)
    if found.newest is None:
        return text("page.overview.no_figures", lang)
    period = dates.period(found.newest, lang)
    day = dates.day(found.published_on, lang) if found.published_on else ""
    key = "newest" if day else "newest_undated"
    said = [text(f"page.overview.{key}", lang, period=period, day=day)]
    said += [
        text("page.overview.not_loaded", lang, period=dates.period(year, lang))
        for year in found.missing
    ]
    return " ".join(said)


def loaded_table(figures: Figures, today: date, lang: Lang) -> Table:
    """List every kind of figures: newest period, all periods, years that are not there."""
    names = ("flow", "newest", "published", "periods", "missing")
    return Table(
        caption=text("loaded.caption", lang),
        columns=tuple(Column(text(f"loaded.{name}", lang), sortable=False) for name in names),
        lines=tuple(Line(_cells(one, lang)) for one in availability(figures, today)),
        is_prose=True,
    )


def _cells(one: Loaded, lang: Lang) -> tuple[Cell, ...]:
    newest = _newest(one, lang)
    day = dates.day(one.published_on, lang) if one.published_on else "–"
    return (
        Cell(catalogue.dataflows()[one.dataflow].name[lang]),
        Cell(newest),
        Cell(day),
        Cell(", ".join(_short(period, lang) for period in one.periods) or "–"),
        Cell(", ".join(one.missing) or "–"),
    )


def _newest(one: Loaded, lang: Lang) -> str:
    """Name the newest period and how many provinces have a figure for it."""
    if one.newest is None:
        return text("loaded.none", lang)
    period = dates.period(one.newest, lang)
    return text("loaded.newest_of", lang, period=period, count=one.newest_count)


def _short(period: str, lang: Lang) -> str:
    """Write a year as a number, anything else in words."""
    return period if len(period) == 4 else dates.period(period, lang)
