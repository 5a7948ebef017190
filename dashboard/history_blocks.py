"""Blocks of the history: all releases, one of them, two side by side."""

from functools import lru_cache

import streamlit as st

from briefings import history_tables
from charts.table import Table
from dashboard import cache, components, search, undo, view
from dashboard.person import cookie, person
from dashboard.update_preview import differences
from dashboard.words import lang, text
from data.service import current, history
from data.service.preview_model import Differences
from data.settings import settings
from data.store import Release, Store
from language import Lang

_OPEN = "history.open"
LINKS = 15  # releases that are one click away; the others are in the list below them


def open_page() -> tuple[Release, ...]:
    """Keep the reader's view in the address; give all releases, newest first."""
    wanted = st.query_params.get("open", "")
    view.write(view.current())
    if settings().demo:
        st.warning(text("chart.watermark"))
    found = _releases(current.store(), cache.newest_release())
    numbers = [one.id for one in found]
    if wanted.isdecimal() and len(wanted) < cache.LONGEST and int(wanted) in numbers:
        st.session_state[_OPEN] = int(wanted)
    if found and st.session_state.get(_OPEN) not in numbers:
        st.session_state[_OPEN] = numbers[0]
    undo.said()
    return found


def releases(found: tuple[Release, ...]) -> None:
    """List the releases."""
    components.table(_table(current.store(), found[0].id, lang()), key="history.releases")


def choose(found: tuple[Release, ...]) -> Release:
    """Choose the release to look at: one click for the newest, a list for all."""
    items = [
        {"href": f"/history?open={one.id}&lang={lang()}", "view": {"open": one.id}, "text": one.id}
        for one in found[:LINKS]
    ]
    row = {
        "label": text("history.open"),
        "items": [{**one, "text": str(one["text"])} for one in items],
    }
    components.links({"rows": [row]}, key="history.links", on_opened=_follow)
    names = {one.id: history_tables.label(one, lang()) for one in found}
    number = st.selectbox(
        text("history.chosen"), list(names), format_func=names.__getitem__, key=_OPEN
    )
    return next(one for one in found if one.id == number)


def _follow() -> None:
    asked = st.session_state["history.links"].get("opened") or {}
    if str(asked.get("open", "")).isdecimal():
        st.session_state[_OPEN] = int(asked["open"])


def release(one: Release) -> None:
    """Show one release: who and why, what it changed, its file; open, undo."""
    title = text("history.title", release=one.id)
    lines = history_tables.release_lines(one, lang())
    components.notice("plain", title, lines, key="history.release", cookie=cookie())
    with st.container(horizontal=True):
        _open_all(one)
        _source(one)
        _changes(one)
    if person().may_write:
        undo.offer(one.id, key=f"history.undo.{one.id}")
    differences(_changed(current.store(), one.id), key=f"history.{one.id}", title="history.changed")


def _open_all(one: Release) -> None:
    if one.id != cache.newest_release():
        st.button(text("history.open_all"), key="history.open_all", on_click=_show, args=(one.id,))


def _show(number: int) -> None:
    view.choose(release=str(number))
    search.go("overview")


def _source(one: Release) -> None:
    """Offer the file as it came; an undo has none."""
    number, name = one.id, one.file
    if not name:
        return

    def content() -> bytes:
        found = history.source_file(current.store(), number)
        return b"" if found is None else found.content

    st.download_button(
        text("history.download_source"),
        data=content,
        file_name=name,
        mime="application/octet-stream",
        on_click="ignore",
        key="history.source",
    )


def _changes(one: Release) -> None:
    number, words = one.id, lang()
    title = text("history.changes_of", release=number)
    st.download_button(
        text("history.download_changes"),
        data=lambda: _workbook(_changed(current.store(), number), title, words),
        file_name=f"{text('history.file_changes')}_{number}.xlsx",
        on_click="ignore",
        key="history.changes",
    )


def compare(found: tuple[Release, ...]) -> None:
    """Compare the states after two releases; at first the newest two."""
    if len(found) < 2:
        st.caption(text("history.only_one"))
        return
    names = {one.id: history_tables.label(one, lang()) for one in found}
    left, right = st.columns(2, gap="medium")
    with left:
        earlier = st.selectbox(
            text("history.earlier"),
            list(names),
            index=1,
            format_func=names.__getitem__,
            key="history.earlier",
        )
    with right:
        later = st.selectbox(
            text("history.later"), list(names), format_func=names.__getitem__, key="history.later"
        )
    between = _between(current.store(), min(earlier, later), max(earlier, later))
    differences(between, key="history.between", title="history.changed_between")
    title, words = text("history.changes_between", earlier=earlier, later=later), lang()
    st.download_button(
        text("history.download_changes"),
        data=lambda: _workbook(between, title, words),
        file_name=f"{text('history.file_changes')}_{earlier}_{later}.xlsx",
        on_click="ignore",
        key="history.between.download",
    )


def _workbook(found: Differences, title: str, words: Lang) -> bytes:
    from briefings.changes_workbook import changes_to_xlsx

    return changes_to_xlsx(found, title, words)


# The key holds the store: numbers begin at 1 in every store.
@lru_cache(maxsize=4)
def _releases(store: Store, _newest: int) -> tuple[Release, ...]:
    return tuple(history.releases(store))


@lru_cache(maxsize=8)
def _table(store: Store, newest: int, words: Lang) -> Table:
    return history_tables.releases_table(_releases(store, newest), words)


@lru_cache(maxsize=32)
def _changed(store: Store, number: int) -> Differences:
    return history.changes(store, number)


@lru_cache(maxsize=16)
def _between(store: Store, earlier: int, later: int) -> Differences:
    return history.compare(store, earlier, later)
