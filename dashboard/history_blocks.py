"""Blocks of the history: all releases, one of them, two side by side."""

from functools import lru_cache
from typing import Any

import streamlit as st

from briefings import history_tables
from dashboard import cache, components, history_choice, search, undo, view
from dashboard.figure_link import href, row
from dashboard.history_choice import PAGE, PARTS, Part
from dashboard.person import cookie, person
from dashboard.update_preview import differences
from dashboard.words import lang, text
from data.service import current, history
from data.service.preview_model import Differences
from data.settings import settings
from data.store import Release, Store
from language import Lang

Releases = tuple[Release, ...]
_PART = "history.part"
AROUND = 2  # pages of the list that are one click away on each side


def open_page() -> Releases:
    """Settle what is looked at; give all releases, newest first."""
    if settings().demo:
        st.warning(text("chart.watermark"))
    found = _releases(current.store(), cache.newest_release())
    now = history_choice.read([one.id for one in found])
    if now.part != "figure":  # that part settles the choices of all pages first
        view.write(view.current(), **history_choice.own())
    undo.said()
    return found


def choose_part() -> Part:
    """Choose what to see: the releases, two of them, or the life of one figure."""
    st.session_state[_PART] = history_choice.current().part
    st.radio(
        text("history.part"),
        PARTS,
        format_func=lambda part: text(f"history.part_{part}"),
        key=_PART,
        horizontal=True,
        label_visibility="collapsed",
        on_change=lambda: history_choice.choose(part=st.session_state[_PART]),
    )
    return history_choice.current().part


def releases(found: Releases) -> Release:
    """List a page of the releases, with links to the others; give the one to look at."""
    st.caption(text("history.about"))
    now = history_choice.current()
    number = now.open or found[0].id
    pages = -(-len(found) // PAGE)
    place = next(place for place, one in enumerate(found) if one.id == number)
    shown = min(now.page or place // PAGE + 1, pages)
    listed = found[(shown - 1) * PAGE : shown * PAGE]
    components.table(history_tables.releases_table(listed, lang()), key="history.releases")
    items = [_link(str(one.id), one.id == number, open=one.id, page=shown) for one in listed]
    rows = [row("history.open", items)]
    if pages > 1:
        near = [
            _link(str(one), one == shown, open=now.open, page=one) for one in _near(shown, pages)
        ]
        rows.append(row("history.page", near))
    components.links({"rows": rows}, key="history.links", on_opened=_follow)
    return found[place]


def _near(shown: int, pages: int) -> list[int]:
    """Name the pages that are one click away: the first, those around, the last."""
    around = range(max(1, shown - AROUND), min(pages, shown + AROUND) + 1)
    return sorted({1, *around, pages})


def _link(words: str, is_shown: bool, **fields: int) -> dict[str, Any]:
    """Describe a link to this page; what is shown already is no link."""
    said = {name: value for name, value in fields.items() if value}
    address = href(view.current(), **said)
    return {"text": words, "href": address, "view": fields, "is_current": is_shown}


def _follow() -> None:
    asked = st.session_state["history.links"].get("opened") or {}
    numbers = {name: history_choice.number(str(asked.get(name, ""))) for name in ("open", "page")}
    history_choice.choose(**numbers)


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
    found = _changed(current.store(), one.id)
    differences(found, key=f"history.{one.id}", title="history.changed", is_past=True)


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


def compare(found: Releases) -> None:
    """Compare the states after two releases; at first the newest two."""
    if len(found) < 2:
        st.caption(text("history.only_one"))
        return
    now = history_choice.current()
    left, right = st.columns(2, gap="medium")
    with left:
        earlier = _number("earlier", now.earlier or found[1].id, found)
    with right:
        later = _number("later", now.later or found[0].id, found)
    earlier, later = sorted((earlier, later))
    between = _between(current.store(), earlier, later)
    differences(between, key="history.between", title="history.changed_between", is_past=True)
    title, words = text("history.changes_between", earlier=earlier, later=later), lang()
    st.download_button(
        text("history.download_changes"),
        data=lambda: _workbook(between, title, words),
        file_name=f"{text('history.file_changes')}_{earlier}_{later}.xlsx",
        on_click="ignore",
        key="history.between.download",
    )


def _number(field: str, chosen: int, found: Releases) -> int:
    """Ask for a release by its number: a list of all would be sent at every click."""
    key = f"history.{field}"
    st.session_state[key] = chosen

    def take() -> None:
        history_choice.choose(**{field: st.session_state[key]})

    number: int = st.number_input(
        text(f"history.{field}"), 1, found[0].id, step=1, key=key, on_change=take
    )
    one = next(one for one in found if one.id == number)
    words = history_tables.label(one, lang())
    components.notice("plain", words, key=f"{key}.words")
    return number


def _workbook(found: Differences, title: str, words: Lang) -> bytes:
    from briefings.changes_workbook import changes_to_xlsx

    return changes_to_xlsx(found, title, words)


# The key holds the store: numbers begin at 1 in every store.
@lru_cache(maxsize=4)
def _releases(store: Store, _newest: int) -> Releases:
    return tuple(history.releases(store))


@lru_cache(maxsize=32)
def _changed(store: Store, number: int) -> Differences:
    return history.changes(store, number)


@lru_cache(maxsize=16)
def _between(store: Store, earlier: int, later: int) -> Differences:
    return history.compare(store, earlier, later)
