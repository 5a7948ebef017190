"""Words in the reader's language; the layers below are always told which one."""

from typing import Any

import streamlit as st

import language
from language import Lang


def lang() -> Lang:
    """Give the language of this session: Vietnamese unless the reader chose English."""
    view = st.session_state.get("view")
    return "en" if view is not None and view.lang == "en" else "vi"


def text(key: str, **blanks: Any) -> str:
    """Give a text of the screen in the reader's language."""
    return language.text(key, lang(), **blanks)
