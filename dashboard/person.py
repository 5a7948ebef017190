"""Who sits at the browser: the name for the history, and whether this server takes figures.

The name is kept for the session and, by the browser, for the next time. It proves nothing; who may
write is decided by ``data.service.rights``.
"""

from urllib.parse import unquote

import streamlit as st

from data.service.rights import Person, at_browser
from data.settings import settings

_COOKIE = "dti_person"
_NAME = "person.name"
LONGEST = 80


def name() -> str:
    """Give the name that the person last gave, or ""."""
    kept = unquote(str(st.context.cookies.get(_COOKIE, "")))
    found: str = st.session_state.get(_NAME, kept)
    return found[:LONGEST]


def remember(given: str) -> str:
    """Keep the name for this session, and give it as it is kept."""
    st.session_state[_NAME] = " ".join(given.split())[:LONGEST]
    return name()


def cookie() -> dict[str, str] | None:
    """Give the cookie that keeps the name for the next time."""
    given = st.session_state.get(_NAME, "")
    return {"name": _COOKIE, "value": given} if given else None


def person() -> Person:
    """Give the person at this browser, as the service judges them."""
    address = st.get_option("server.address") or ""
    return at_browser(settings(), address=address, name=name())
