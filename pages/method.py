"""Method and sources: what each figure means, how it is made, where it comes from, how to cite."""

import streamlit as st

from dashboard import method_blocks
from dashboard.words import text

st.title(text("menu.method"))
view = method_blocks.open_view()
method_blocks.release()

st.header(text("method.chosen"))
method_blocks.chosen(view)

st.header(text("method.catalogue"))
method_blocks.flows()

st.header(text("method.formulas"))
method_blocks.formulas()

for name in ("breaks", "statuses", "lists", "groups", "sources"):
    st.header(text(f"method.{name}"))
    method_blocks.fact(name)

st.header(text("method.missing"))
method_blocks.missing()
