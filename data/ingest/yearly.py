"""Ask what a day means for figures that are published by year: "tính đến 31/12/2024"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from data.catalogue import indicators
from data.ingest.columns import Columns, FigureColumn
from data.ingest.entries import Asked, Said
from data.ingest.issues import Issue
from data.ingest.questions import Given
from data.ingest.table import Table

_DAY = len("2024-12-31")


def with_years(
    table: Table, columns: Columns, rows: Iterable[Said], asked: Asked, given: Given
) -> tuple[Columns, list[Said], Asked, list[Issue]]:
    """Ask for every day that dates yearly figures; until then they have no period.

    A period that a person gives for the whole file, or for a column, is what the person means.
    """
    listed = list(rows)
    found = {day: _issue(table, day, one) for day, one in _days(table, columns, listed, asked)}
    if not found:
        return columns, listed, asked, []
    held = given.settle(found.values())
    meant = {day: held[issue.cell] for day, issue in found.items()}
    return (
        _columns(columns, meant),
        [_said(one, meant) for one in listed],
        _asked(asked, meant),
        list(found.values()),
    )


def _days(
    table: Table, columns: Columns, rows: list[Said], asked: Asked
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the days that date nothing but yearly figures, each with the cell to ask at."""
    for one in columns.figures:
        if _is_day(one.period) and _is_yearly(one, rows):
            yield one.period or "", (table.header, one.column)
    undated = [one for one in columns.figures if one.period is None]
    if not undated or not all(_is_yearly(one, rows) for one in undated):
        return
    for said in rows:
        if _is_day(said.period):
            yield said.period or "", (said.row.index, columns.roles["period"])
    is_open = not asked.period and any(said.period is None and not said.unread for said in rows)
    if is_open and _is_day(asked.title_period):
        yield asked.title_period or "", (table.header, undated[0].column)


def _is_day(period: str | None) -> bool:
    return period is not None and "/" not in period and len(period) == _DAY


def _is_yearly(column: FigureColumn, rows: list[Said]) -> bool:
    ids = column.indicators or frozenset().union(*(said.indicators for said in rows))
    return bool(ids) and all(indicators()[one].yearly for one in ids)


def _issue(table: Table, day: str, place: tuple[int, int]) -> Issue:
    return Issue("issue.year_or_day", table.place(*place), day, day[:4])


Meant = Mapping[str, str | None]
"""The period that each day means; ``None`` where nobody has said."""


def _columns(columns: Columns, meant: Meant) -> Columns:
    kept = [one for one in columns.figures if meant.get(one.period or "", "") is not None]
    figures = (replace(one, period=meant.get(one.period or "", one.period)) for one in kept)
    return replace(columns, figures=tuple(figures))


def _said(said: Said, meant: Meant) -> Said:
    if said.period is None or said.period not in meant:
        return said
    period = meant[said.period]
    # Without an answer the period of the title must not stand in for that of the row.
    return replace(said, period=period, unread="" if period else said.period)


def _asked(asked: Asked, meant: Meant) -> Asked:
    title = asked.title_period
    return replace(asked, title_period=meant[title]) if title and title in meant else asked
