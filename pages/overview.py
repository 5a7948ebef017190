"""Overview: where the home province stands, in sentences that can be said aloud."""

import streamlit as st

from dashboard import blocks, export_menu, pickers
from dashboard.words import text

st.title(text("menu.overview"))
view = blocks.open_view(only="dti_total")
blocks.dti_or_stop(view)
blocks.newest()

left, middle, right = blocks.columns(0.85, 1.08, 1.12)
with left:
    pickers.province(view)
with middle:
    pickers.group(view)
with right:
    pickers.boundary(view)

st.header(text("page.overview.sentences"))
blocks.sentences(view)

left, right = blocks.columns(1.15, 1)
with left:
    blocks.province_map(view, key="overview.map")
with right:
    blocks.bars(view, key="overview.bars")
export_menu.offer(view, "map", "bars", key="overview.figures")
blocks.sources(view)

st.header(text("page.overview.movers"))
blocks.movers(view)

st.header(text("page.overview.loaded"))
blocks.loaded()
