"""Taking a release back: one click asks, the next one does it and says what went back too."""

import streamlit as st

import language
from briefings.phrases import joined
from dashboard import cache, components
from dashboard.person import name, person, remember
from dashboard.update_desk import desk
from dashboard.words import lang, text
from data.errors import NotAllowed, StaleBase
from data.service import current, deliveries, history
from data.service.faults import explain
from data.service.rights import Person
from language import Lang


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
    """Say what goes back, and ask for the name; the state that is seen is the one undone.

    Where nothing would go back, that is said, and nothing is asked.
    """
    store = current.store()
    base = store.release(cache.newest_release())
    before = store.release(number).base_id or 0
    count = len(history.compare(store, base.id, before).lines)
    if not count:
        nothing = text("undo.nothing", undone=number, release=base.id)
        components.notice("plain", nothing, key=f"{key}.words")
        st.button(text("undo.leave"), key=f"{key}.leave", on_click=_ask, args=("",))
        return
    also = deliveries.going_back(number, base)
    words = [text("undo.also", names=joined([str(one) for one in also], lang()))] if also else []
    said = [text("undo.count", count=count), *words, text("undo.kept")]
    components.notice("ask", text("undo.confirm", release=number), said, key=f"{key}.words")
    with st.form(f"{key}.form", border=False):
        st.text_input(text("undo.person"), value=name(), key=f"{key}.person", max_chars=80)
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
    here.undo_said = _done(number, base, by, note, here.own, lang())
    here.undo_asked = ""
    current.look_again()


def _done(
    number: int, base: int, by: Person, note: str, own: set[int], words: Lang
) -> tuple[str, str]:
    """Take it back and say what really happened: where nothing changed, that.

    Nothing of the page or its session is touched here, so that nobody can stop it half-way.
    """
    store = current.store()
    try:
        made = deliveries.undo(store, number, person=by, note=note, base=store.release(base))
    except StaleBase as error:
        last = error.published[-1]
        return "bad", language.text("undo.stale", words, by=last.by, release=last.id)
    except NotAllowed:
        return "bad", language.text("undo.no_right", words)
    except Exception as error:
        sentence = explain(error, words)
        if sentence is None:
            raise
        return "bad", sentence
    if made.id == base:
        return "plain", language.text("undo.nothing", words, undone=number, release=base)
    own.add(made.id)
    return "good", language.text("undo.done", words, undone=number, release=made.id)
