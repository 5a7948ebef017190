"""What the page of QR payments looks at: the reader's view, which figures, which period."""

from dataclasses import dataclass, replace

import streamlit as st

from briefings import payments
from dashboard import cache, home, view
from dashboard.settle import settle
from dashboard.view import View
from dashboard.words import text
from data import catalogue
from data.service import illustrative
from data.service.figures import Figures
from data.settings import settings
from indicators.errors import PeriodError
from indicators.period import parse

FIRST = "qr_acceptance_points_per_1000"
ILLUSTRATIVE = "illustrative"


@dataclass(frozen=True, slots=True)
class Choice:
    """The reader's view, the figures it is about and their period.

    ``figures`` is ``None`` before the first release, ``period`` "" where the measure has none.
    ``is_apart`` means the illustrative store, which is never the official one.
    """

    view: View
    figures: Figures | None
    period: str
    is_apart: bool


def open_choice() -> Choice:
    """Settle the reader's choices, keep them in the address, say what had to be changed."""
    asked = view.current()
    is_apart = asked.figures == ILLUSTRATIVE and not settings().demo
    figures = _illustrative() if is_apart else cache.shown()
    settled = settle(
        replace(asked, indicator=_measure(asked.indicator)),
        home=home.province(),
        periods=lambda indicator, boundary: _other_years(figures, indicator, boundary, asked.year),
        indicators=lambda _: (FIRST, *payments.measures()),
    )
    now = settled.view
    period = _newest_in(periods(figures, now), now.year)
    # The year of the other pages stays: 2024 is 31/8/2024 here, and 2024 again on the way back.
    year = asked.year if _is_period(asked.year) else period and str(parse(period).year)
    now = replace(now, year=year, figures=ILLUSTRATIVE if is_apart else "")
    view.write(now)
    view.tell(settled.said)
    return Choice(now, figures, period, is_apart)


def periods(figures: Figures | None, now: View) -> tuple[str, ...]:
    """Give the periods of what is counted: where people are not known there still are counts."""
    return _periods(figures, now.indicator, now.boundary)


def _illustrative() -> Figures:
    with st.spinner(text("payments.opening")):
        return illustrative.figures()


def _measure(indicator: str) -> str:
    """Give the measure asked for; coming from a page about something else, none."""
    is_other = indicator in catalogue.indicators() and indicator not in payments.measures()
    return "" if is_other else indicator


def _periods(figures: Figures | None, indicator: str, boundary: str) -> tuple[str, ...]:
    count, _ = payments.partner(indicator)
    return () if figures is None else figures.periods(count, boundary)


def _other_years(
    figures: Figures | None, indicator: str, boundary: str, year: str
) -> tuple[str, ...]:
    """Give the periods to choose from when none lies in the year asked for, else nothing."""
    known = _periods(figures, indicator, boundary)
    return () if _newest_in(known, year) else known


def _newest_in(known: tuple[str, ...], year: str) -> str:
    """Give the period asked for, the newest of its year, the newest of all without any, or ""."""
    if year in known or not known:
        return year if year in known else ""
    if not year:
        return known[-1]
    if not _is_period(year):
        return ""
    wanted = parse(year).year
    return next((one for one in reversed(known) if parse(one).year == wanted), "")


def _is_period(words: str) -> bool:
    try:
        parse(words)
    except PeriodError:
        return False
    return True
