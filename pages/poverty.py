"""DTI and poverty: how the two go together, for the country and for a group."""

import streamlit as st

from dashboard import blocks, pickers, poverty_blocks
from dashboard.words import text

st.title(text("menu.poverty"))
view = poverty_blocks.open_view()
blocks.dti_or_stop(view)

left, right = blocks.columns(2, 1)
with left:
    poverty_blocks.series(view)
with right:
    poverty_blocks.period(view)
left, middle, right = blocks.columns(1.12, 1.08, 0.8)
with left:
    pickers.boundary(view)
with middle:
    pickers.group(view)
with right:
    pickers.province(view)
poverty_blocks.nothing_or_stop(view)

poverty_blocks.sentences(view)
poverty_blocks.scatter(view)

st.header(text("page.poverty.coefficients"))
poverty_blocks.coefficients(view)

st.header(text("page.poverty.maps"))
poverty_blocks.maps(view)

st.header(text("page.poverty.values"))
poverty_blocks.values(view)
poverty_blocks.download(view)
