"""The work on a file that takes time: reading and checking it, putting it to use.

A stage that was begun and interrupted is begun anew; it stores nothing until its last step, and
that step is one transaction. Nothing of the page is touched while it runs, so nobody can stop it.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import update_desk
from dashboard.person import person
from dashboard.update_desk import Place, Upload
from dashboard.words import lang, text
from data.errors import NotAccepted, NotAllowed, NothingLeft, ReasonNeeded, StaleBase
from data.service import by_hand, current, deliveries, proposals, taught
from data.service.deliveries import Progress, Report
from data.service.faults import explain
from data.store import Release, Store


def do(upload: Upload) -> None:
    """Do what the stage of a file asks for, and say meanwhile what is done."""
    work = {"check": _check, "publish": _publish}.get(upload.stage)
    # It stands there without work too: else all that follows would move, and be drawn anew, after.
    place = st.empty()
    if work is None:
        return
    with place.status(text(f"update.doing_{upload.stage}")) as status:

        def tell(step: str) -> None:
            status.update(label=text(f"update.doing_{step}"))

        _guarded(upload, lambda: work(upload, tell))
    place.empty()
    if work is _publish:
        st.rerun()  # what the whole page shows is another release now


def _guarded(upload: Upload, work: Callable[[], None]) -> None:
    """Do the work; a fault of the installation is told, one of ours ends this file only."""
    before, upload.fault = upload.stage, ""
    try:
        work()
    except Exception as error:
        sentence = explain(error, lang())
        upload.stage = "failed" if before == "check" or sentence is None else "shown"
        upload.fault = sentence or ""
        if sentence is None:
            raise


def _check(upload: Upload, tell: Progress) -> None:
    store = current.store()
    _teach(store, upload)
    if upload.entry is not None:
        upload.report = by_hand.check(store, upload.entry, upload.answers)
    elif upload.is_stale and upload.report is not None:
        upload.report = deliveries.again(store, upload.report)
    else:
        upload.report = deliveries.check(
            store, upload.content, upload.name, answers=upload.answers, progress=tell
        )
    upload.is_stale = False
    upload.stage = "shown"


def _teach(store: Store, upload: Upload) -> None:
    """Keep what a column is for the next file, in the name of the person who said so."""
    by = person()
    for heading, indicator in upload.taught.items() if by.name else ():
        taught.teach(store, heading, indicator, person=by)
    upload.taught = {}


def _publish(upload: Upload, tell: Progress) -> None:
    report = upload.report
    assert report is not None  # noqa: S101 - the stage is reached from a preview only
    own, said = update_desk.desk().own, _said(upload)
    # The last touch of the page before it is done: nobody can stop it after this.
    tell("publish")
    try:
        made = proposals.submit(current.store(), report, **said)
    except StaleBase as error:
        upload.beaten_by = error.published[-1] if error.published else None
        upload.is_stale, upload.stage = True, "check"
        _check(upload, tell)
        return
    except (NotAccepted, NotAllowed) as error:
        upload.stage, upload.fault = "shown", _why_not(error)
        return
    _finish(upload, report, made, own)


def _why_not(error: NotAccepted | NotAllowed) -> str:
    """Say why nothing was published, and what to do."""
    if isinstance(error, ReasonNeeded):
        return text("update.fault_no_reason")
    if isinstance(error, NothingLeft):
        return text("update.fault_nothing_left")
    is_open = isinstance(error, NotAccepted)
    return text("update.fault_open" if is_open else "update.fault_no_right")


def _said(upload: Upload) -> dict[str, Any]:
    return {"person": person(), "note": upload.note, "reason": upload.reason}


def _finish(
    upload: Upload, report: Report, made: Release | proposals.Proposal, own: set[int]
) -> None:
    """Note what came of it; the bytes are the store's from now on."""
    upload.is_proposal = not isinstance(made, Release)
    upload.made = made.id
    upload.is_new = upload.is_proposal or report.base is None or made.id != report.base.id
    upload.places = tuple(
        Place(one.indicator_id, one.period, one.boundary)
        for one in report.differences.summaries
        if one.added or one.changed or one.removed
    )
    if not upload.is_proposal:
        own.add(made.id)
    upload.content, upload.report, upload.stage = b"", None, "done"
    current.look_again()
