"""Blocks of the page on method and sources: everything is read from the catalogue and the facts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

import streamlit as st

from briefings import method, method_tables
from charts.table import Table
from dashboard import cache, components, home, pickers, view
from dashboard.settle import settle
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue
from data.service.figures import Figures
from language import Lang


def open_view() -> View:
    """Settle the reader's choices; any indicator of the catalogue can be looked at."""
    asked = view.current()
    settled = settle(
        asked,
        home=home.province(),
        periods=lambda _indicator, _boundary: (),
        indicators=lambda _: tuple(catalogue.indicators()),
    )
    now = replace(settled.view, year=asked.year)
    view.write(now)
    view.tell(settled.said)
    return now


def release() -> None:
    """Say which release is shown."""
    figures = cache.shown()
    if figures is None:
        st.info(text("page.overview.no_figures"))
    else:
        st.caption(method.release_line(figures, lang()))


def chosen(now: View) -> None:
    """Choose an indicator and show everything about it, with a sentence to cite it."""
    known = catalogue.indicators()
    pickers.select(
        "indicator",
        text("field.indicator"),
        tuple(known),
        lambda key: known[key].name[lang()],
        now.indicator,
    )
    figures = cache.shown()
    components.table(_indicator(figures, now.indicator, lang()), key="method.indicator")
    if figures is not None:
        _citation(figures, now.indicator)


def _citation(figures: Figures, indicator: str) -> None:
    said = _cited(figures, indicator, lang())
    components.sentences([said], "", key="method.citation", button="action.cite")


def flows() -> None:
    """Show the catalogue, folded by kind of figures; what is not opened is not sent."""
    for name, flow in catalogue.dataflows().items():
        key = f"method.fold.{name}"
        with st.expander(flow.name[lang()], key=key, on_change="rerun") as fold:
            if fold.open:
                st.caption(flow.definition[lang()])
                components.table(_flow(name, lang()), key=f"method.flow.{name}")


def formulas() -> None:
    """Show formulas and weights by year, and the years whose weights are not known."""
    components.table(_made("formulas", lang()), key="method.formulas")
    st.caption(text("method.weights"))
    components.table(_made("weights", lang()), key="method.weights")


def fact(name: str) -> None:
    """Show one of the tables of facts: ``breaks, sources, groups, lists, statuses``."""
    components.table(_made(name, lang()), key=f"method.{name}")


def missing() -> None:
    """Say what is not in hand: kinds of figures, years, weights."""
    figures = cache.shown()
    if figures is None:
        return
    for sentence in _without_weights(figures, lang()):
        st.markdown(f"- {sentence}")
    components.table(cache.loaded(cache.release(), _today(), lang()), key="method.loaded")


def _today() -> date:
    return datetime.now(UTC).date()


@lru_cache(maxsize=256)
def _indicator(figures: Figures | None, indicator: str, words: Lang) -> Table:
    return method.indicator_table(figures, indicator, words)


@lru_cache(maxsize=256)
def _cited(figures: Figures, indicator: str, words: Lang) -> str:
    return method.citation(figures, indicator, words)


@lru_cache(maxsize=8)
def _without_weights(figures: Figures, words: Lang) -> tuple[str, ...]:
    return method.years_without_weights(figures, words)


@lru_cache(maxsize=32)
def _flow(name: str, words: Lang) -> Table:
    return method.flow_table(name, words)


@lru_cache(maxsize=32)
def _made(name: str, words: Lang) -> Table:
    make = {
        "formulas": method_tables.formulas_table,
        "weights": method_tables.weights_table,
        "breaks": method_tables.breaks_table,
        "sources": method_tables.sources_table,
        "groups": method_tables.groups_table,
        "lists": method_tables.lists_table,
        "statuses": method_tables.statuses_table,
    }
    return make[name](words)
