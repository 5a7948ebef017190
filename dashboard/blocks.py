"""Blocks that pages are made of: what they have in common stands here once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import streamlit as st

from briefings import overview, ranking_table
from briefings.movers import movers_table
from dashboard import cache, components, figure_link, home, overview_cache, view
from dashboard.settle import FIRST_GROUP, NOBODY, settle
from dashboard.view import View
from dashboard.words import lang, text
from data import reference
from data.service.ranking import Ranking
from data.settings import settings


def open_view(
    *,
    only: str = "",
    against: Sequence[str] = (),
    together: Callable[[View], Sequence[str]] | None = None,
    periods: Callable[[str, str], Sequence[str]] | None = None,
) -> View:
    """Settle the reader's choices, keep them in the address, say what had to be changed.

    ``periods`` of (indicator, list) are those that the page can keep; else those with figures.
    """
    number = cache.release()
    if not number:
        st.info(text("page.overview.no_figures"))
        st.stop()
    if settings().demo:
        st.warning(text("chart.watermark"))
    asked = view.current()
    settled = settle(
        asked,
        home=home.province(),
        periods=periods or (lambda indicator, boundary: cache.periods(number, indicator, boundary)),
        indicators=lambda boundary: cache.indicators(number, boundary),
        only=only,
        against=against,
        together=together,
    )
    # A page of one indicator does not take away what the reader chose on another page.
    theirs = asked.indicator if only and asked.indicator else settled.view.indicator
    view.write(replace(settled.view, indicator=theirs))
    view.tell(settled.said)
    return settled.view


def dti_or_stop(now: View) -> None:
    """Where the list has no figures of the DTI, say so and what there is instead."""
    if overview.TOTAL not in cache.indicators(cache.release(), now.boundary):
        st.info(text("page.overview.no_dti"))
        loaded()
        st.stop()


def chosen(now: View) -> str:
    """Give the code of the province that is looked at, or ""."""
    return "" if now.province == NOBODY else now.province


def newest() -> None:
    """Say which period is the newest and what is not loaded."""
    st.caption(cache.newest(cache.release(), _today(), lang()))


def loaded() -> None:
    """Show for every kind of figures what is loaded and what is not."""
    components.table(cache.loaded(cache.release(), _today(), lang()), key="loaded")


def _today() -> date:
    return datetime.now(UTC).date()


def sentences(now: View) -> None:
    """Show what an official could say aloud, with a button that copies it."""
    choice = (chosen(now), now.boundary, now.group, now.year)
    said = overview_cache.sentences(cache.release(), *choice, lang())
    if not chosen(now):
        st.caption(text("page.overview.no_home"))
    components.sentences(said[:-1], said[-1], key="sentences")


def province_map(now: View, *, key: str) -> None:
    """Show the map; a click chooses the province, the slider the year."""

    def take_province() -> None:
        view.choose(province=st.session_state[key]["province"])

    def take_year() -> None:
        view.choose(year=str(st.session_state[key]["year"]))

    components.province_map(
        {
            "release": str(cache.release()),
            "boundary": now.boundary,
            "view": _frame(now),
            "indicator": now.indicator,
            "year": now.year,
            "group": now.group,
            "province": chosen(now),
            "lang": lang(),
        },
        key=key,
        on_province=take_province,
        on_year=take_year,
    )


def _frame(now: View) -> str:
    """Show the north when the whole group lies in the mountains, else the country."""
    mountains = set(reference.group(FIRST_GROUP).members[now.boundary])
    return "north" if set(_members(now)) <= mountains else "national"


def _members(now: View) -> Sequence[str]:
    return reference.group(now.group).members[now.boundary]


def bars(now: View, *, key: str) -> None:
    """Show the group's ranking as bars."""
    components.figure(cache.bars(*_choice(now), chosen(now), lang()), key=key)


def places(now: View, *, key: str) -> None:
    """Show the places of the group's members over the years."""
    number = cache.release()
    drawing = cache.places(number, now.indicator, now.boundary, now.group, chosen(now), lang())
    components.figure(drawing, key=key)


def ranking(now: View) -> None:
    """Show the group's ranking as a table that can be sorted."""
    components.table(cache.table(*_choice(now), chosen(now), lang()), key="ranking")


def sources(now: View) -> None:
    """Show where every figure of the page was read; what is not opened is not sent."""
    with st.expander(text("profile.sources"), key="overview.sources", on_change="rerun") as fold:
        if fold.open:
            choice = (chosen(now), now.boundary, now.group, now.year)
            shown = overview_cache.sources(cache.release(), *choice, lang())
            components.table(shown, key="overview.source_table")
            figure_link.offer(now, key="overview.life")


def movers(now: View) -> None:
    """Show the largest rises and falls of the group."""
    found = _ranking(now)
    if found.rank_change_withheld:
        st.caption(ranking_table.why_no_change(found, lang()))
        return
    components.table(movers_table(found, lang(), home=chosen(now)), key="movers")
    if found.broken_by is not None:
        st.caption(overview.for_reference(found, lang()))


def withheld(now: View) -> None:
    """Say why nobody has a place, where the table is incomplete."""
    for sentence in ranking_table.withheld_sentences(_ranking(now), lang()):
        st.info(sentence)


def download(now: View) -> None:
    """Offer the table as a workbook, which is made when it is asked for."""
    found, words = _ranking(now), lang()

    def make() -> bytes:
        from briefings.workbook import ranking_to_xlsx

        return ranking_to_xlsx(found, words)

    st.download_button(
        text("page.ranking.download"),
        data=make,
        file_name=f"{now.indicator}_{now.year}_{now.boundary}_{now.group}.xlsx",
        on_click="ignore",
        key="ranking.download",
    )


def _choice(now: View) -> tuple[int, str, str, str, str]:
    return cache.release(), now.indicator, now.year, now.boundary, now.group


def _ranking(now: View) -> Ranking:
    return cache.ranking(*_choice(now), lang())


def columns(*weights: float) -> Sequence[st.delta_generator.DeltaGenerator]:
    """Set blocks side by side; on a phone they stand below each other."""
    return st.columns(weights, gap="medium")
