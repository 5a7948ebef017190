"""The life of one figure: choose it, see every value that it had and where each was read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st

from briefings import figure_life
from dashboard import blocks, cache, components, history_choice, home, pickers, view
from dashboard.figure_link import href, row
from dashboard.settle import NOBODY, settle
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue
from data.service import current, history
from data.service.tables import Origin
from data.store import Store
from indicators.period import parse
from language import dates

_PARTS = "history.parts"
_LINKS = "history.life_links"


def open_view() -> View:
    """Settle which figure is looked at, and keep it in the address."""
    settled = settle(view.current(), home=home.province(), periods=_periods, indicators=_indicators)
    view.write(settled.view, **history_choice.own())
    view.tell(settled.said)
    return settled.view


def _periods(indicator: str, boundary: str) -> Sequence[str]:
    """Give the periods in which a figure was ever published, or can be computed now."""
    known = cache.periods(cache.release(), indicator, boundary)
    published = _ever(current.store(), cache.newest_release()).get((indicator, boundary), ())
    return sorted({*known, *published}, key=parse)


def _indicators(boundary: str) -> Sequence[str]:
    known = cache.indicators(cache.release(), boundary)
    published = {name for name, on in _ever(current.store(), cache.newest_release())}
    on_list = {name for name in published if _periods(name, boundary)} | {*known}
    return [name for name in catalogue.indicators() if name in on_list]


def choices(now: View) -> None:
    """Choose indicator, period, list and province, as on the other pages."""
    st.caption(text("life.about"))
    known = catalogue.indicators()
    left, right = blocks.columns(1.3, 1)
    with left:
        pickers.select(
            "indicator",
            text("field.indicator"),
            _indicators(now.boundary),
            lambda name: known[name].name[lang()],
            now.indicator,
        )
        pickers.boundary(now)
    with right:
        periods = list(reversed(_periods(now.indicator, now.boundary)))
        label = text("field.period")
        pickers.select("year", label, periods, lambda one: dates.period(one, lang()), now.year)
        pickers.province(now, is_home=False)


def life(now: View) -> None:
    """List every value that the figure had; of a computed one name the figures it is made of."""
    if now.province in ("", NOBODY):
        st.info(text("life.choose_province"))
        return
    found = _written(now)
    title = figure_life.title(now.indicator, now.year, now.boundary, now.province, lang())
    st.header(title)
    if found:
        st.caption(text("life.unit", unit=_unit(now.indicator)))
        shown = figure_life.life_table(found, now.indicator, title, lang())
        components.table(shown, key="history.life")
        opened = row("life.open", [_release(now, one.release) for one in found])
        components.links({"rows": [opened]}, key=_LINKS, on_opened=_open)
    parts = _parts(now)
    if parts:
        components.links({"rows": [row("life.computed", parts)]}, key=_PARTS, on_opened=_follow)
    elif not found:
        st.info(text("life.never"))


def _written(now: View) -> tuple[history.Written, ...]:
    asked = (now.indicator, now.year, now.boundary, now.province)
    return history.figure(current.store(), *asked)


def _unit(indicator: str) -> str:
    return catalogue.units()[catalogue.indicator(indicator).unit].name[lang()]


def _parts(now: View) -> list[dict[str, Any]]:
    """Describe links to the published figures that this one is computed from."""
    figures = cache.shown()
    cell = figures and figures.table(now.indicator, now.year, now.boundary).get(now.province)
    if not cell or not cell.rule:
        return []
    return [_part(now, one, period) for one in cell.origins if (period := _dated(one, now.year))]


def _dated(one: Origin, period: str) -> str:
    """Give the period of a part: that of the figure, else its year (of people at a day); or ""."""
    published = _ever(current.store(), cache.newest_release())
    known = published.get((one.indicator_id, one.boundary), ())
    return next((each for each in (period, str(parse(period).year)) if each in known), "")


def _part(now: View, one: Origin, period: str) -> dict[str, Any]:
    fields = {
        "indicator": one.indicator_id,
        "boundary": one.boundary,
        "province": one.province_code,
        "year": period,
    }
    words = figure_life.part(one, period, lang())
    return {"text": words, "href": href(replace(now, **fields), part="figure"), "view": fields}


def _release(now: View, number: int) -> dict[str, Any]:
    return {"text": str(number), "href": href(now, open=number), "view": {"open": number}}


def _follow() -> None:
    """Look at a part; ``settle`` checks every name, which comes from a browser."""
    asked = st.session_state[_PARTS].get("opened") or {}
    names = ("indicator", "boundary", "province", "year")
    view.choose(**{name: str(asked[name]) for name in names if name in asked})


def _open() -> None:
    asked = st.session_state[_LINKS].get("opened") or {}
    number = history_choice.number(str(asked.get("open", "")))
    history_choice.choose(part="releases", open=number, page=0)


# The key holds the store: numbers begin at 1 in every store.
@lru_cache(maxsize=4)
def _ever(store: Store, number: int) -> Mapping[tuple[str, str], tuple[str, ...]]:
    return history.ever(store, number)
