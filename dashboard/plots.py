"""Shows a figure drawn by Plotly; only pages that call ``show`` make the browser load it."""

from typing import TYPE_CHECKING

import streamlit as st

from charts import assets, plot_toolbar
from dashboard.words import lang

if TYPE_CHECKING:
    from charts.plotly_writer import Drawn


def show(figure: "Drawn", *, key: str, description: str, file_name: str) -> None:
    """Show a figure in the reader's colours; ``file_name`` is that of the toolbar's picture."""
    # The address keeps the style sheet in the browser; it replaces the colours of light paper.
    st.html(f'<style>@import url("{assets.assets()["plot.css"].path}");</style>')
    st.plotly_chart(
        figure,
        theme=None,
        config=plot_toolbar.config(lang(), file_name, figure.layout.height),
        key=key,
        alt=description,
    )
