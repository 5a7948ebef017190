"""One figure, entered by hand with its document: through the same checks as any file."""

import streamlit as st

from dashboard import components
from dashboard.update_desk import desk
from dashboard.words import lang, text
from data import catalogue, reference
from data.service import by_hand
from data.service.by_hand import Entry
from language import sorting

_KEY = "update.entry"
STATUSES: tuple[by_hand.Status, ...] = ("A", "P", "E")
_TYPED = ("period", "value", "document", "issued", "body")


def entry() -> None:
    """Show the form; the list of provinces stands above it, because it decides the names."""
    with st.expander(text("action.enter_figure"), expanded=bool(desk().entry_faults)):
        st.markdown(text("update.entry_how"))
        lists = {one.id: one.name[lang()] for one in reversed(reference.boundaries())}
        boundary = st.selectbox(
            text("field.boundary"),
            list(lists),
            format_func=lists.__getitem__,
            key=f"{_KEY}.boundary",
        )
        with st.form(_KEY, border=False):
            _fields(boundary)
            st.form_submit_button(
                text("update.entry_check"), type="primary", key=f"{_KEY}.check", on_click=_enter
            )
        if desk().entry_faults:
            title = text("update.entry_faults")
            components.notice("bad", title, desk().entry_faults, key=f"{_KEY}.faults")


def _fields(boundary: str) -> None:
    known = sorted(
        reference.provinces(boundary).values(), key=lambda one: sorting.sort_key(one.name.vi)
    )
    names = {one.code: one.label(lang()) for one in known}
    units = catalogue.units()
    figures = {
        one.id: f"{one.name[lang()]}, {units[one.unit].name[lang()]}"
        for one in catalogue.indicators().values()
        if not one.derived
    }
    left, right = st.columns(2, gap="medium")
    with left:
        _pick("province", names)
        _pick("indicator", figures)
        for field in ("period", "value"):
            _type(field)
    with right:
        for field in ("document", "issued", "body"):
            _type(field)
        _pick("status", {one: text(f"status.{one}") for one in STATUSES}, start=0)


def _pick(field: str, names: dict[str, str], start: int | None = None) -> None:
    st.selectbox(
        text(f"update.entry_{field}"),
        list(names),
        index=start,
        format_func=names.__getitem__,
        placeholder=text("update.entry_choose"),
        key=f"{_KEY}.{field}",
    )


def _type(field: str) -> None:
    st.text_input(
        text(f"update.entry_{field}"),
        key=f"{_KEY}.{field}",
        placeholder=text(f"update.entry_{field}_example"),
        max_chars=300,
    )


def _enter() -> None:
    """Check the fields; a whole figure goes to the desk, with its own outcome like a file."""
    here = desk()
    found = _entry()
    here.entry_faults = tuple(text(one.key, **one.blanks) for one in by_hand.faults(found))
    if here.entry_faults:
        return
    province = reference.provinces(found.boundary)[found.province_code].label(lang())
    figure = catalogue.indicator(found.indicator_id).short[lang()]
    name = text("update.entry_name", figure=figure, province=province, period=found.period)
    here.enter(found, name)


def _entry() -> Entry:
    state = st.session_state
    typed = {name: str(state.get(f"{_KEY}.{name}") or "").strip() for name in _TYPED}
    return Entry(
        province_code=str(state.get(f"{_KEY}.province") or ""),
        boundary=str(state[f"{_KEY}.boundary"]),
        indicator_id=str(state.get(f"{_KEY}.indicator") or ""),
        status=state[f"{_KEY}.status"],
        **typed,
    )
