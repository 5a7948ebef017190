"""History: every release, newest first; two of them compared; the life of one figure."""

import streamlit as st

from dashboard import history_blocks as history
from dashboard import history_figure as life
from dashboard.words import text

st.title(text("menu.history"))
found = history.open_page()
part = history.choose_part() if found else "none"
if part == "releases":
    chosen = history.releases(found)
    st.header(text("history.one"))
    history.release(chosen)
elif part == "two":
    history.compare(found)
elif part == "figure":
    view = life.open_view()
    life.choices(view)
    life.life(view)
else:
    st.info(text("page.overview.no_figures"))
