"""The office's own .pptx or .docx on the page of exports: chosen, checked, used, dropped.

Its bytes live in this session only. A click keeps the file; the page opens it, in a limited child
process, when it comes to it, so an interrupted run looks again.
"""

from dataclasses import dataclass

import streamlit as st

from briefings.office_template import BadTemplate, Kind
from briefings.template_check import accept
from briefings.wish import templates_of
from dashboard import components
from dashboard.update_desk import forget
from dashboard.words import text

_KEPT = "reports.template"
_ROUND = "reports.template.round"


@dataclass(slots=True)
class Template:
    """A file that somebody brought; ``why_not`` is the key of the text that refuses it."""

    name: str
    content: bytes
    kind: Kind
    is_checked: bool = False
    why_not: str = ""


def offer(kind: str, suffix: str) -> None:
    """Offer to bring a template where a kind is made from one; of a kept one say where not."""
    kinds = templates_of(kind, suffix)
    if not kinds:
        if _kept() is not None:
            st.caption(text("office_template.unused"))
        return
    with st.expander(text("export.template"), key="reports.fold", on_change="rerun") as fold:
        if fold.open:
            _choose(kinds)
    _told(kinds)


def fitting(kind: str, suffix: str) -> tuple[str, bytes] | None:
    """Give name and content of the template that a file is made with, if there is one."""
    found = _kept()
    if found is None or found.kind not in templates_of(kind, suffix) or found.why_not:
        return None
    return (f"template.{found.kind}", found.content) if found.is_checked else None


def _kept() -> Template | None:
    found: Template | None = st.session_state.get(_KEPT)
    return found


def _choose(kinds: tuple[Kind, ...]) -> None:
    key = f"reports.template.{st.session_state.get(_ROUND, 0)}"
    st.caption(text(f"export.template_{'_'.join(kinds)}"))
    st.file_uploader(
        text("action.choose_file"), type=None, key=key, on_change=_take, args=(key, kinds)
    )


def _take(key: str, kinds: tuple[Kind, ...]) -> None:
    """Keep what was chosen; the field begins anew, empty, and Streamlit's own copy goes."""
    file = st.session_state[key]
    if file is None:
        return
    kind = next((one for one in kinds if file.name.casefold().endswith(f".{one}")), kinds[0])
    st.session_state[_KEPT] = Template(file.name, file.getvalue(), kind)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    forget([file.file_id])


def _told(kinds: tuple[Kind, ...]) -> None:
    """Say what holds of the template that was chosen last."""
    found = _kept()
    if found is None:
        return
    if not found.is_checked:
        _check(found)
    if found.why_not:
        said = [text(found.why_not)]
        components.notice("bad", text("export.template_refused"), said, key="reports.template.said")
    elif found.kind not in kinds:
        st.caption(text("office_template.unused"))
        return
    else:
        used = text("export.template_used")
        components.notice("good", used, [found.name], key="reports.template.said")
    st.button(text("export.template_drop"), key="reports.template.drop", on_click=_drop)


def _check(found: Template) -> None:
    with st.spinner(text("export.template_checking")):
        try:
            accept(found.content, found.kind)
        except BadTemplate as refused:
            found.why_not, found.content = refused.key, b""
    found.is_checked = True


def _drop() -> None:
    st.session_state.pop(_KEPT, None)
