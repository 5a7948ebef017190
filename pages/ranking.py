"""Ranking: any indicator, period, list of provinces and group as map, bars, table and grid."""

import streamlit as st

from dashboard import blocks, export_menu, figure_link, pickers
from dashboard.words import text

st.title(text("menu.ranking"))
view = blocks.open_view()

left, middle, right = blocks.columns(1.2, 0.85, 1.3)
with left:
    pickers.indicator(view)
    pickers.group(view)
with middle:
    pickers.period(view)
    pickers.show(view)
with right:
    pickers.boundary(view)
    pickers.province(view)

blocks.withheld(view)
if view.show == "grid":
    blocks.places(view, key="ranking.places")
    export_menu.offer_places(view, key="ranking.places")
else:
    left, right = blocks.columns(1.15, 1)
    with left:
        blocks.province_map(view, key="ranking.map")
        export_menu.offer(view, "map", key="ranking.map")
    with right:
        blocks.bars(view, key="ranking.bars")
        export_menu.offer(view, "bars", key="ranking.bars")

st.header(text("page.ranking.table"))
blocks.ranking(view)
blocks.download(view)
figure_link.offer(view, key="ranking.life")
