"""A former release in view: the pages say so, and one click leads back to the one in use."""

from dataclasses import replace

import streamlit as st

from dashboard import cache, view
from dashboard.words import text


def tell() -> None:
    """Say above the page that it shows a former release, or that there is no such release."""
    now = view.current()
    shown, newest = cache.release(), cache.newest_release()
    if not now.release:
        return
    if now.release == str(shown) and shown != newest:
        st.warning(text("history.former", release=shown, newest=newest))
        st.button(text("history.back"), key="former.back", on_click=_back)
        return
    if now.release != str(newest):
        st.info(text("history.unknown"))
    view.write(replace(now, release=""))


def _back() -> None:
    view.choose(release="")
