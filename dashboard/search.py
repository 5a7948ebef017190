"""The search box beside every page: a province opens its profile, an indicator its ranking."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from briefings import payments
from charts import assets
from dashboard import cache, components, view
from dashboard.settle import home_group, on_list
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue, reference

_KEY = "search"
_OPEN = "search.open"
PAGE_OF = {"province": "profile", "indicator": "ranking"}


def box(pages: Mapping[str, st.Page], shown: st.Page) -> None:
    """Show the box in the sidebar and open what was chosen; ``pages`` by name."""
    with st.sidebar:
        components.search(
            {
                "items": assets.assets()[f"search-{lang()}.json"].path,
                "label": text("search.label"),
                "hint": text("search.hint"),
                "none": text("search.none"),
                "count": text("search.count", count="#"),
                "failed": text("search.failed"),
            },
            key=_KEY,
            on_picked=_pick,
        )
    wanted = st.session_state.pop(_OPEN, "")
    if wanted and pages[wanted] is not shown:
        st.switch_page(pages[wanted], query_params=view.to_params(view.current()))


def go(page: str) -> None:
    """Open another page at the next run: what the callback of a link calls after ``choose``."""
    st.session_state[_OPEN] = page


def _pick() -> None:
    """Take over what was picked; it comes from a browser, so ``settle`` checks every name."""
    picked = st.session_state[_KEY].get("picked") or {}
    kind = picked.get("kind")
    if kind not in PAGE_OF:
        return
    name = str(picked.get("id", ""))
    page = PAGE_OF[kind]
    if kind == "province":
        view.choose(**_province(name, picked))
    else:
        page = _indicator(name)
    go(page)


def _indicator(name: str) -> str:
    """Choose an indicator, on another list where this one has no figures; give the page for it.

    Of one that no list has figures of, its own page tells what it is and what is not loaded.
    """
    now, number = view.choose(indicator=name), cache.release()
    on = [
        one.id
        for one in reversed(reference.boundaries())
        if name in cache.indicators(number, one.id)
    ]
    if now.boundary in on or name not in catalogue.indicators():
        return PAGE_OF["indicator"]
    about = catalogue.indicator(name)
    if not on:
        view.say(text("search.no_figures", indicator=about.name[lang()]))
        return "payments" if about.dataflow == payments.FLOW else "method"
    _change_list(now, on[0])
    lists = {"list": _list_name(now.boundary), "opened": _list_name(on[0])}
    view.say(text("search.other_list", indicator=about.name[lang()], **lists))
    return PAGE_OF["indicator"]


def _change_list(now: View, boundary: str) -> None:
    """Take province and group along to another list."""
    province = on_list(now.province, now.boundary, boundary)
    group = group_on(boundary, province, now.group)
    view.choose(boundary=boundary, province=province, group=group)


def _list_name(boundary: str) -> str:
    return reference.boundary(boundary).name[lang()]


def _province(code: str, picked: Mapping[str, Any]) -> dict[str, str]:
    """Keep the list where the province is on it; the group where the list has it."""
    now = view.choose()
    lists = [str(one) for one in picked.get("lists", ())]
    known = [one.id for one in reference.boundaries() if one.id in lists]
    if not known or now.boundary in known:
        return {"province": code}
    boundary = known[-1]
    return {"province": code, "boundary": boundary, "group": group_on(boundary, code, now.group)}


def group_on(boundary: str, code: str, group: str) -> str:
    """Give the group, if the list has it; else the one a province is first compared with."""
    there = group in reference.groups_on(boundary) or code not in reference.provinces(boundary)
    return group if there else home_group(code, boundary)
