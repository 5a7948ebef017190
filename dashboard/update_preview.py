"""What a file would do: whose figures, against those in use; and the one button that does it."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from briefings import change_tables, update_sentences
from dashboard import components
from dashboard.person import name, remember
from dashboard.update_desk import Upload
from dashboard.words import lang, text
from data.service import proposals
from data.service.deliveries import Report
from data.service.preview_model import Differences, Kind, Line

FEW = 3  # added figures that are shown unfolded
_KINDS: tuple[Kind, ...] = ("changed", "removed", "added")


def button() -> str:
    """Give the words of the one button: where a second person must approve, it only proposes."""
    return text("action.propose" if proposals.required() else "action.publish")


def preview(upload: Upload, report: Report) -> None:
    """Show what the file says, what it changes, and the form that puts it to use."""
    contents(report, key=upload.key("contents"))
    differences(report.differences, key=upload.key("differences"))
    if not report.changes.items:
        return
    _form(upload, report)


def contents(report: Report, *, key: str) -> None:
    """Say what was read: list, indicators, periods, how many provinces; and what was noted."""
    said = update_sentences.contents(report, lang())
    components.notice("plain", text("update.contents"), said, key=key)
    letters = change_tables.letters_table(report.delivery.issues, lang())
    if letters:
        st.caption(text("change.letters_why"))
        components.table(letters, key=f"{key}.letters")
    notes = update_sentences.notes(report, lang())
    if notes:
        with st.expander(text("update.notes", count=len(notes))):
            components.notice("plain", "", notes, key=f"{key}.notes")


def differences(
    found: Differences, *, key: str, title: str = "change.title", is_past: bool = False
) -> None:
    """Show the figures that change, whole lists beside before, and what is added, folded.

    ``is_past``: what a release changed, not what a file would. A closed fold is not sent.
    """
    st.markdown(f"**{text(title)}**")
    st.caption(update_sentences.counts(found, lang()))
    for kind in _KINDS:
        lines = found.of(kind)
        if lines:
            _lines(kind, lines, key, is_past)
    touched = [one for one in found.summaries if one.added or one.changed or one.removed]
    if not touched:
        return
    caption = text("change.summary_past" if is_past else "change.summary")
    with _fold(caption, f"{key}.summary.fold", is_open=True) as fold:
        if fold.open:
            if not is_past:
                st.caption(text("change.summary_why"))
            shown = change_tables.summary_table(touched, lang())
            components.table(shown, key=f"{key}.summary")


def _lines(kind: Kind, lines: Sequence[Line], key: str, is_past: bool) -> None:
    caption = text(f"change.list_{kind}", count=len(lines))
    is_open = kind != "added" or len(lines) <= FEW
    with _fold(caption, f"{key}.{kind}.fold", is_open=is_open) as fold:
        if fold.open:
            shown = change_tables.lines_table(lines, caption, lang(), is_past=is_past)
            components.table(shown, key=f"{key}.{kind}")
            if len(lines) > change_tables.MOST:
                st.caption(text("change.cut", count=change_tables.MOST))


def _fold(caption: str, key: str, *, is_open: bool) -> ExpanderContainer:
    return st.expander(caption, expanded=is_open, key=key, on_change="rerun")


def _form(upload: Upload, report: Report) -> None:
    is_needed = report.corrects and report.kind == "by_hand"
    with st.form(upload.key("publish")):
        who = text("update.person_proposes" if proposals.required() else "update.person")
        st.text_input(who, value=name(), key=upload.key("person"), max_chars=80)
        st.text_input(
            text("update.note"),
            key=upload.key("note"),
            max_chars=500,
            placeholder=text("update.note_example"),
        )
        if report.corrects:
            st.text_input(
                text("update.reason" if is_needed else "update.reason_if"),
                key=upload.key("reason"),
                max_chars=500,
                help=text("update.reason_help"),
            )
        st.form_submit_button(
            button(),
            type="primary",
            key=upload.key("put"),
            on_click=_put,
            args=(upload, is_needed),
        )


def _put(upload: Upload, is_needed: bool) -> None:
    """Take in name, note and reason; without a name or a needed reason nothing begins."""
    if upload.stage != "shown":
        return
    words = {
        field: str(st.session_state.get(upload.key(field)) or "").strip()
        for field in ("person", "note", "reason")
    }
    upload.note, upload.reason = words["note"], words["reason"]
    if not remember(words["person"]):
        upload.fault = text("update.fault_no_name")
    elif is_needed and not upload.reason:
        upload.fault = text("update.fault_no_reason")
    else:
        upload.stage, upload.fault = "publish", ""
