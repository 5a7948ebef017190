"""The home province: set for the installation, else what the reader last picked as such.

A script cannot set a cookie; the page's component does it in the browser. Only the picker counts:
a link, the map or a search opens a province without making it anybody's home.
"""

from collections.abc import Mapping

import streamlit as st

from dashboard.settle import NOBODY, on_list
from data import reference
from data.settings import settings

_COOKIE = "dti_province"
_PICKED = "home.picked"


def province() -> str:
    """Give the code of the home province on the newest list, or ""."""
    return of(st.context.cookies)


def of(cookies: Mapping[str, str]) -> str:
    """Give the home province of the installation, else the one that a reader's cookie names."""
    newest = reference.boundaries()[-1].id
    code = settings().province or cookies.get(_COOKIE, "")
    return code if code in reference.provinces(newest) else ""


def pick(code: str, boundary: str) -> None:
    """Note which province of a list the reader picked as home: for the callback of the picker."""
    if code != NOBODY:
        newest = reference.boundaries()[-1].id
        st.session_state[_PICKED] = on_list(code, boundary, newest)


def cookie() -> dict[str, str] | None:
    """Give the cookie that keeps the choice; the installation's own setting needs none."""
    picked = st.session_state.get(_PICKED)
    if settings().province or not picked:
        return None
    return {"name": _COOKIE, "value": picked}
