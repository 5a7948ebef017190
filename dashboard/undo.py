"""Taking a release back: one click asks, the next one does it and says what went back too."""

import streamlit as st

from briefings.phrases import joined
from dashboard import cache, components
from dashboard.person import name, person, remember
from dashboard.update_desk import desk
from dashboard.words import lang, text
from data.errors import NotAllowed, StaleBase
from data.service import current, deliveries


def offer(number: int, *, key: str) -> None:
    """Offer to take a release back; ``key`` names the place on the page."""
    if desk().undo_asked == key:
        _confirm(number, key)
        return
    st.button(text("action.undo"), key=f"{key}.ask", on_click=_ask, args=(key,))


def said() -> None:
    """Say once what the last undo did."""
    here = desk()
    if here.undo_said:
        components.notice(*here.undo_said, key="undo.said")
    here.undo_said = None


def _ask(key: str) -> None:
    desk().undo_asked = key


def _confirm(number: int, key: str) -> None:
    """Say what goes back, and ask for the name; the state that is seen is the one undone."""
    base = current.store().release(cache.newest_release())
    also = deliveries.going_back(number, base)
    words = [text("undo.also", names=joined([str(one) for one in also], lang()))] if also else []
    title = text("undo.confirm", release=number)
    components.notice("ask", title, [*words, text("undo.kept")], key=f"{key}.words")
    with st.form(f"{key}.form", border=False):
        st.text_input(text("update.person"), value=name(), key=f"{key}.person", max_chars=80)
        st.text_input(text("update.note"), key=f"{key}.note", max_chars=500)
        with st.container(horizontal=True):
            st.form_submit_button(
                text("undo.do", release=number),
                type="primary",
                key=f"{key}.do",
                on_click=_undo,
                args=(number, base.id, key),
            )
            st.form_submit_button(text("undo.leave"), key=f"{key}.leave", on_click=_ask, args=("",))


def _undo(number: int, base: int, key: str) -> None:
    """Take the release back on the state that the person saw; a second click finds nothing.

    What came of it is kept on the desk, which can be written without a chance to be interrupted.
    """
    here = desk()
    note = str(st.session_state.get(f"{key}.note") or "").strip()
    given = remember(str(st.session_state.get(f"{key}.person") or ""))
    by = person()
    if here.undo_asked != key:
        return
    if not given:
        here.undo_said = ("bad", text("update.fault_no_name"))
        return
    store = current.store()
    good, bad = text("undo.done", undone=number, release="{release}"), text("undo.fault")
    try:
        made = deliveries.undo(store, number, person=by, note=note, base=store.release(base))
    except (StaleBase, NotAllowed):
        here.undo_said = ("bad", bad)
    else:
        here.own.add(made.id)
        here.undo_said = ("good", good.replace("{release}", str(made.id)))
    here.undo_asked = ""
    current.look_again()
