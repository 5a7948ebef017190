"""The search box beside every page: a province opens its profile, an indicator its ranking."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from charts import assets
from dashboard import components, view
from dashboard.settle import home_group
from dashboard.words import lang, text
from data import reference

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


def _pick() -> None:
    """Take over what was picked; it comes from a browser, so ``settle`` checks every name."""
    picked = st.session_state[_KEY].get("picked") or {}
    kind = picked.get("kind")
    if kind not in PAGE_OF:
        return
    name = str(picked.get("id", ""))
    view.choose(**(_province(name, picked) if kind == "province" else {"indicator": name}))
    st.session_state[_OPEN] = PAGE_OF[kind]


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
