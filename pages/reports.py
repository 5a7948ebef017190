"""Reports and exports: choose what and for whom, make it, take it away."""

import streamlit as st

from dashboard import export_blocks as export
from dashboard.words import text

st.title(text("menu.reports"))
st.caption(text("export.about"))
view = export.open_page()
export.choices(view)
export.template()
export.make(view)
