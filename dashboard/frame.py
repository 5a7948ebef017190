"""The frame around every page: the choices in the address, the menu, the language."""

import streamlit as st

from dashboard import cache, components, former, search, view
from dashboard.menu import PAGES, SIDEBAR
from dashboard.words import lang, text
from language import LANGS


def _menu() -> list[st.Page]:
    """List the pages in the order of the menu."""
    return [
        st.Page(
            f"../pages/{name}.py", title=text(f"menu.{name}"), url_path=name, default=number == 0
        )
        for number, name in enumerate(PAGES)
    ]


def _language_switch() -> None:
    st.session_state["choice.lang"] = lang()
    st.sidebar.radio(
        text("field.language"),
        list(LANGS),
        format_func=lambda code: text(f"app.language_{code}"),
        key="choice.lang",
        horizontal=True,
        on_change=_pick_language,
    )


def _pick_language() -> None:
    view.choose(lang=st.session_state["choice.lang"])


view.read()
cache.settle_release()
st.set_page_config(page_title=text("app.title"), layout="wide", initial_sidebar_state=SIDEBAR)
components.page_style()
menu = _menu()
page = st.navigation(menu)
search.box(dict(zip(PAGES, menu, strict=True)), page)
_language_switch()
former.tell()
page.run()
