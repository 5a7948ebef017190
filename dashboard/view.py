"""The reader's choices: province, list of provinces, group, indicator, period, language.

They live in the session and in the address, always in full, so that a link opens the same view for
everybody, whatever this installation's defaults are. Streamlit's own ``bind="query-params"`` leaves
out what equals a default; here defaults depend on the installation and on the newest release.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace

import streamlit as st

_VIEW = "view"
_LINK = "view.link"
_CHOSEN = "view.chosen"
_SAID = "view.said"


@dataclass(frozen=True, slots=True)
class View:
    """What the reader looks at; an empty text is "not chosen"."""

    lang: str = ""
    province: str = ""
    boundary: str = ""
    group: str = ""
    indicator: str = ""
    year: str = ""
    show: str = ""
    against: str = ""
    figures: str = ""
    release: str = ""


FIELDS = tuple(field.name for field in fields(View))


def adopt(view: View, params: Mapping[str, str]) -> View:
    """Take over what an address says; what it does not name stays as it is.

    Illustrative figures are the exception: no address shows them that does not ask for them. Nor
    does a link show a former release unasked; a page of the menu, which says nothing, keeps it.
    """
    found = {name: params[name] for name in FIELDS if name in params}
    asked = {"figures": "", **({"release": ""} if params else {})}
    return replace(view, **{**asked, **found})


def to_params(view: View) -> dict[str, str]:
    """Give the parameters of a link that opens this view."""
    return {name: value for name, value in asdict(view).items() if value}


def read() -> View:
    """Give the view of this session, after a link or the back button changed the address.

    When a widget or the map was used, the browser sends the address of before: on a slow line two
    quick choices would undo each other if that were taken for a link.
    """
    view: View = st.session_state.get(_VIEW, View())
    params = st.query_params.to_dict()
    if not st.session_state.pop(_CHOSEN, False) and params != st.session_state.get(_LINK):
        view = adopt(view, params)
        st.session_state[_VIEW] = view
    return view


def current() -> View:
    """Give the view of this session; ``read`` has looked at the address, once in each run."""
    view: View = st.session_state.get(_VIEW, View())
    return view


def write(view: View, **own: str) -> None:
    """Keep the view, and put it into the address when it changed.

    ``own`` are choices that only this page has: they stand in its address and in no other.
    """
    st.session_state[_VIEW] = view
    params = {**to_params(view), **{name: value for name, value in own.items() if value}}
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)
    st.session_state[_LINK] = params


def choose(**changes: str) -> View:
    """Change some of the choices: what the callback of a widget or of the map calls."""
    view: View = replace(st.session_state.get(_VIEW, View()), **changes)
    st.session_state[_VIEW] = view
    st.session_state[_CHOSEN] = True
    return view


def say(sentence: str) -> None:
    """Note what the next page drawn tells the reader: callbacks draw nothing themselves."""
    st.session_state[_SAID] = (*st.session_state.get(_SAID, ()), sentence)


def tell(sentences: Sequence[str]) -> None:
    """Tell the reader what a callback noted and what else was changed, one box each."""
    for sentence in (*st.session_state.pop(_SAID, ()), *sentences):
        st.info(sentence)
