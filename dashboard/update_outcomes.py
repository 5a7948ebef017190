"""One file on the desk: its name, how far it has come, and what the person can do about it."""

from urllib.parse import urlencode

import streamlit as st

from briefings import update_sentences
from briefings.change_tables import about
from dashboard import cache, components, search, update_work, view
from dashboard.person import cookie
from dashboard.undo import offer
from dashboard.update_desk import Place, Upload, desk
from dashboard.update_preview import button, contents, preview
from dashboard.update_questions import form, start_again
from dashboard.words import lang, text
from data.service.deliveries import Report

_KINDS = {"loads": "good", "review": "ask", "refused": "bad"}
MAPS = 12  # links that are shown; a file of many years has more tables than anybody opens


def show(upload: Upload) -> None:
    """Show a file; work that its stage asks for is done first."""
    with st.container(border=True, key=f"update-file-{upload.number}"):
        left, right = st.columns([5, 1], vertical_alignment="center")
        with left:
            components.notice("name", upload.name, key=upload.key("name"))
        with right, st.container(horizontal=True, horizontal_alignment="right"):
            label = text("update.put_away" if upload.stage == "done" else "update.remove")
            st.button(label, key=upload.key("remove"), on_click=desk().remove, args=(upload,))
        update_work.do(upload)
        if upload.fault:
            components.notice("bad", upload.fault, key=upload.key("fault"))
        _STAGES.get(upload.stage, _failed)(upload)


def _failed(upload: Upload) -> None:
    if not upload.fault:
        components.notice("bad", text("update.failed"), key=upload.key("failed"))
    st.button(
        text("update.try_again"), key=upload.key("retry"), on_click=_check_again, args=(upload,)
    )


def _check_again(upload: Upload) -> None:
    upload.stage, upload.fault = "check", ""


def _shown(upload: Upload) -> None:
    report = upload.report
    assert report is not None  # noqa: S101 - a file is shown after its check
    if upload.beaten_by is not None:
        words = text("update.beaten", by=upload.beaten_by.by, release=upload.beaten_by.id)
        components.notice("ask", words, key=upload.key("beaten"))
    outcome = report.delivery.outcome
    said = update_sentences.outcome(report, lang(), button=button())
    more = update_sentences.refusals(report, lang())[1:] if outcome == "refused" else []
    components.notice(_KINDS[outcome], said, more, key=upload.key("outcome"))
    start_again(upload)
    if outcome == "review":
        _review(upload, report)
    elif outcome == "loads":
        if report.questions:
            form(upload, report.questions)
        preview(upload, report)


def _review(upload: Upload, report: Report) -> None:
    """Ask what is open; the same workbook with its cells marked is there to be sent back."""
    form(upload, report.questions)
    if upload.entry is None:
        _marked(upload, report)
    with st.expander(text("update.read_so_far")):
        contents(report, key=upload.key("contents"))


def _marked(upload: Upload, report: Report) -> None:
    """Offer the person's own file back with its cells marked; it is made when it is asked for."""
    content, name, words = upload.content, upload.name, lang()

    def make() -> bytes:
        from data.ingest.marked import marked_copy

        return marked_copy(content, name, report.delivery, words)

    st.download_button(
        text("update.marked"),
        data=make,
        file_name=f"{name.rpartition('.')[0] or name}_{text('update.marked_name')}.xlsx",
        on_click="ignore",
        key=upload.key("marked"),
        help=text("update.marked_help"),
    )


def _done(upload: Upload) -> None:
    """Say which release it is now, where to see it, and how to take it back."""
    if upload.is_proposal:
        words = text("update.proposed", number=upload.made)
        components.notice("good", words, key=upload.key("done"), cookie=cookie())
        return
    key = "update.published" if upload.is_new else "update.published_before"
    words = text(key, release=upload.made)
    components.notice("good", words, key=upload.key("done"), cookie=cookie())
    if not upload.is_new:
        return
    maps(upload.places, key=upload.key("maps"))
    if upload.made == cache.newest_release():
        offer(upload.made, key=upload.key("undo"))


def maps(places: tuple[Place, ...], *, key: str) -> None:
    """Offer the ranking page of each table that changed."""

    def follow() -> None:
        asked = st.session_state[key].get("opened") or {}
        fields = {name: str(asked[name]) for name in ("indicator", "year", "boundary", "show")}
        view.choose(**fields, group="country", release="")
        search.go("ranking")

    items = [_link(one) for one in places[:MAPS]]
    row = {"label": text("update.see"), "items": items}
    components.links({"rows": [row]}, key=key, on_opened=follow)


def _link(place: Place) -> dict[str, object]:
    fields = {
        "indicator": place.indicator,
        "year": place.period,
        "boundary": place.boundary,
        "show": "map",
    }
    href = "/ranking?" + urlencode({**fields, "group": "country", "lang": lang()})
    return {"href": href, "view": fields, "text": about(*place, lang())}


_STAGES = {"shown": _shown, "done": _done}
