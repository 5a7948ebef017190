"""Cached reads: a result for (release, choice) is computed once and shared by all readers.

Results are frozen values that nobody can change, and a release never changes: a plain cache serves
all sessions without the copies that ``st.cache_data`` makes at every read.
"""

from datetime import date
from functools import lru_cache

import streamlit as st

from briefings import drawings, profile_years
from briefings.group_lines import group_lines as describe_lines
from briefings.loaded import loaded_table, newest_line
from briefings.profile_page import ProfilePage
from briefings.profile_page import profile_page as say_profile
from briefings.ranking_table import ranking_table
from charts.lines import LinesFigure
from charts.table import Table
from dashboard import view
from data import catalogue, reference
from data.service import current, fingerprint
from data.service.figures import Figures
from data.service.profile import Ranked
from data.service.ranking import Ranking
from data.service.ranking import ranking as compute_ranking
from data.service.series import Grid
from data.service.series import grid as compute_grid
from data.service.trend import trend as follow
from language import Lang

_RELEASE = "shown.release"
_NEWEST = "shown.newest"
LONGEST = 10  # digits: no store has as many releases


def settle_release() -> None:
    """Look once, at the beginning of a run, which release is current.

    Somebody may publish while a page is drawn: its parts must not show two releases.
    """
    found = current.figures()
    newest = 0 if found is None else found.release.id
    number = _asked(newest)
    st.session_state[_NEWEST] = newest
    st.session_state[_RELEASE] = number if number and _holds_any(number) else 0


def _asked(newest: int) -> int:
    """Give the former release that the address asks for, if there is one; else the current one."""
    words = view.current().release
    is_number = words.isdecimal() and len(words) < LONGEST
    return int(words) if is_number and 0 < int(words) < newest else newest


def newest_release() -> int:
    """Give the number of the release that was current when this run began; 0 before the first."""
    number: int = st.session_state[_NEWEST]
    return number


@lru_cache(maxsize=4)
def _holds_any(number: int) -> bool:
    """Tell whether a release has any figure: who undoes the first one leaves an empty one."""
    found = figures(number)
    lists = [one.id for one in reference.boundaries()]
    return any(found.periods(name, on) for name in catalogue.indicators() for on in lists)


def release() -> int:
    """Give the number of the release that this run shows; 0 while there are no figures."""
    number: int = st.session_state[_RELEASE]
    return number


def shown() -> Figures | None:
    """Give the figures that this run shows; ``None`` before the first release."""
    return figures(release()) if release() else None


def figures_address(number: int, boundary: str, lang: str) -> str:
    """Give the address from which the browser loads a release's values."""
    return fingerprint.figures_address(figures(number).release, boundary, lang)


def figures(number: int) -> Figures:
    """Give the figures of a release."""
    found = current.figures(number)
    assert found is not None  # noqa: S101 - only asked for releases that exist
    return found


@lru_cache(maxsize=64)
def indicators(number: int, boundary: str) -> tuple[str, ...]:
    """Give the indicators with figures on a list, in the order of the catalogue."""
    return figures(number).indicators(boundary) if number else ()


@lru_cache(maxsize=512)
def periods(number: int, indicator: str, boundary: str) -> tuple[str, ...]:
    """Give the periods with figures, oldest first."""
    return figures(number).periods(indicator, boundary) if number else ()


@lru_cache(maxsize=1024)
def ranking(
    number: int, indicator: str, period: str, boundary: str, group: str, lang: Lang
) -> Ranking:
    """Rank one indicator in one period on one list, and a group in it."""
    return compute_ranking(figures(number), indicator, period, boundary, group, lang=lang)


@lru_cache(maxsize=256)
def grid(number: int, indicator: str, boundary: str, group: str, lang: Lang) -> Grid:
    """Give the places of a group's members over all periods."""
    return compute_grid(figures(number), indicator, boundary, group, lang=lang)


@lru_cache(maxsize=512)
def bars(
    number: int, indicator: str, period: str, boundary: str, group: str, home: str, lang: Lang
) -> str:
    """Draw a group's ranking as bars."""
    found = ranking(number, indicator, period, boundary, group, lang)
    return drawings.ranking_bars(found, lang, home=home)


@lru_cache(maxsize=256)
def places(number: int, indicator: str, boundary: str, group: str, home: str, lang: Lang) -> str:
    """Draw the places of a group over the years."""
    return drawings.places_grid(grid(number, indicator, boundary, group, lang), lang, home=home)


@lru_cache(maxsize=512)
def table(
    number: int, indicator: str, period: str, boundary: str, group: str, home: str, lang: Lang
) -> Table:
    """Write a group's ranking as a table."""
    found = ranking(number, indicator, period, boundary, group, lang)
    return ranking_table(found, lang, home=home)


@lru_cache(maxsize=8)
def newest(number: int, today: date, lang: Lang) -> str:
    """Say which DTI is the newest and which years are not loaded."""
    return newest_line(figures(number), today, lang)


@lru_cache(maxsize=8)
def loaded(number: int, today: date, lang: Lang) -> Table:
    """List what is loaded and what is not."""
    return loaded_table(figures(number), today, lang)


def _ranked(number: int, lang: Lang) -> Ranked:
    """Give the function that ranks with what is kept: profiles share their rankings."""
    return lambda indicator, period, boundary, group: ranking(
        number, indicator, period, boundary, group, lang
    )


@lru_cache(maxsize=256)
def profile(
    number: int, province: str, boundary: str, group: str, today: date, lang: Lang
) -> ProfilePage:
    """Say everything about a province on a list, against a group."""
    ranked = _ranked(number, lang)
    day = today.isoformat()
    return say_profile(figures(number), province, boundary, group, day, lang, ranked)


@lru_cache(maxsize=256)
def group_lines(
    number: int, indicator: str, boundary: str, group: str, home: str, lang: Lang
) -> LinesFigure:
    """Describe the lines of a group's members over the years."""
    found = grid(number, indicator, boundary, group, lang)
    return describe_lines(found, lang, home=home)


@lru_cache(maxsize=512)
def trend(number: int, indicator: str, province: str, boundary: str, group: str, lang: Lang) -> str:
    """Draw a province over the years; "" where it has no value in any."""
    ranked = _ranked(number, lang)
    found = follow(figures(number), indicator, province, boundary, group, ranked=ranked)
    return profile_years.trend_svg(found, lang) if profile_years.has_values(found) else ""
