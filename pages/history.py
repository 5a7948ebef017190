"""History: every release, newest first; open one, take its file, undo it, compare two."""

import streamlit as st

from dashboard import history_blocks as history
from dashboard.words import text

st.title(text("menu.history"))
found = history.open_page()
if found:
    history.releases(found)
    st.header(text("history.one"))
    history.release(history.choose(found))
    st.header(text("history.two"))
    history.compare(found)
else:
    st.info(text("page.overview.no_figures"))
