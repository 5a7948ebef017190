"""Blocks of the page that takes figures: files, one figure by hand, templates."""

import streamlit as st

from dashboard import cache, undo, update_desk, update_outcomes, view
from dashboard.person import person
from dashboard.update_desk import Upload, desk
from dashboard.update_preview import button
from dashboard.words import lang, text
from data import catalogue, reference
from data.service import current
from data.settings import settings
from data.templates import empty_workbook, file_name


def open_page() -> bool:
    """Keep the reader's view in the address; tell whether this server takes figures."""
    view.write(view.current())
    if settings().demo:
        st.warning(text("chart.watermark"))
    if not person().may_write:
        st.info(text("update.read_only"))
        return False
    return True


def choose() -> None:
    """Choose files; each is put on the desk, and the field is empty again."""
    key = f"update.files.{desk().round}"
    st.markdown(text("update.how", button=button()))
    st.file_uploader(
        text("action.choose_file"),
        type=None,
        accept_multiple_files=True,
        key=key,
        on_change=update_desk.take,
        args=(key,),
    )


def uploads() -> None:
    """Show every file on the desk with its own outcome."""
    undo.said()
    newest = cache.newest_release()
    for upload in tuple(desk().uploads):
        _settle(upload, newest)
        update_outcomes.show(upload)


def _settle(upload: Upload, newest: int) -> None:
    """Have a file compared again when the release it was compared with is not the newest.

    Who published it is told, unless this session did.
    """
    report = upload.report
    if upload.stage != "shown" or report is None or report.delivery.outcome == "refused":
        return
    base = 0 if report.base is None else report.base.id
    # what a run takes for the newest may be a second old: a file may have been compared since
    if base >= newest:
        return
    upload.is_stale, upload.stage = True, "check"
    if newest not in desk().own:
        upload.beaten_by = current.store().release(newest)


def templates() -> None:
    """Offer an empty workbook for a kind of figures and a list of provinces."""
    st.header(text("update.templates"))
    st.markdown(text("update.templates_how"))
    left, middle, right = st.columns([1.2, 1.4, 1], gap="medium", vertical_alignment="bottom")
    flows = catalogue.dataflows()
    lists = {one.id: one.name[lang()] for one in reversed(reference.boundaries())}
    with left:
        flow = st.selectbox(
            text("loaded.flow"),
            list(flows),
            format_func=lambda name: flows[name].name[lang()],
            key="update.template.flow",
        )
    with middle:
        boundary = st.selectbox(
            text("field.boundary"),
            list(lists),
            format_func=lists.__getitem__,
            key="update.template.boundary",
        )
    words = lang()
    with right:
        st.download_button(
            text("update.template"),
            data=lambda: empty_workbook(flow, boundary, words),
            file_name=file_name(flow, boundary),
            on_click="ignore",
            key="update.template",
        )
