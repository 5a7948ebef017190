"""What waits for a second person, where the installation asks for one: look, then approve."""

import streamlit as st

from briefings import history_tables
from dashboard import components
from dashboard.person import name, person, remember
from dashboard.update_desk import desk
from dashboard.update_preview import contents, differences
from dashboard.words import lang, text
from data.errors import AlreadyDecided, NotAccepted, NotAllowed, StaleBase
from data.service import current, proposals
from data.service.deliveries import Report
from data.service.proposals import Proposal


def waiting() -> None:
    """List what waits; nothing at all where nobody has to approve."""
    if not proposals.required():
        return
    st.header(text("waiting.title"))
    found = [one for one in proposals.proposals(current.store()) if one.decided is None]
    here = desk()
    if here.waiting_said:
        components.notice(*here.waiting_said, key="waiting.said")
    here.waiting_said = None
    if not found:
        st.caption(text("waiting.none"))
    for one in found:
        _proposal(one)


def _proposal(one: Proposal) -> None:
    with st.container(border=True):
        title = text("waiting.one", number=one.id, by=one.by)
        said = history_tables.proposal_lines(one, lang())
        components.notice("plain", title, said, key=f"waiting.{one.id}")
        report = desk().reviews.get(one.id)
        if report is None:
            st.button(
                text("waiting.look"), key=f"waiting.{one.id}.look", on_click=_look, args=(one.id,)
            )
            return
        contents(report, key=f"waiting.{one.id}.contents")
        differences(report.differences, key=f"waiting.{one.id}.differences")
        _decide(one, report)


def _look(number: int) -> None:
    desk().reviews[number] = proposals.review(current.store(), number)


def _decide(one: Proposal, report: Report) -> None:
    key = f"waiting.{one.id}"
    with st.form(f"{key}.form"):
        st.text_input(text("waiting.person"), value=name(), key=f"{key}.person", max_chars=80)
        st.text_input(text("waiting.reason"), key=f"{key}.reason", max_chars=500)
        with st.container(horizontal=True):
            st.form_submit_button(
                text("action.approve"),
                type="primary",
                key=f"{key}.approve",
                on_click=_approve,
                args=(one.id, report),
            )
            st.form_submit_button(
                text("waiting.return"), key=f"{key}.return", on_click=_return, args=(one.id,)
            )


def _approve(number: int, report: Report) -> None:
    """Put to use what this person has looked at."""
    here, by = desk(), _signed(number)
    good = text("waiting.approved", release="{release}")
    faults = {kind: text(f"waiting.fault_{kind}") for kind in ("stale", "own", "decided")}
    if not by or number not in here.reviews:
        return
    try:
        made = proposals.approve(current.store(), number, report, person=person())
    except StaleBase:
        here.waiting_said = ("ask", faults["stale"])
    except NotAllowed:
        here.waiting_said = ("bad", faults["own"])
    except AlreadyDecided:
        here.waiting_said = ("bad", faults["decided"])
    else:
        here.own.add(made.id)
        here.waiting_said = ("good", good.replace("{release}", str(made.id)))
    here.reviews.pop(number, None)
    current.look_again()


def _return(number: int) -> None:
    """Send it back to who brought it, with the reason."""
    here, by = desk(), _signed(number)
    reason = str(st.session_state.get(f"waiting.{number}.reason") or "").strip()
    good, bad = text("waiting.returned", number=number), text("waiting.fault_reason")
    if not by:
        return
    try:
        proposals.send_back(current.store(), number, person=person(), reason=reason)
    except NotAccepted:
        here.waiting_said = ("bad", bad)
    except AlreadyDecided:
        here.waiting_said = ("bad", text("waiting.fault_decided"))
    else:
        here.waiting_said = ("good", good)
        here.reviews.pop(number, None)


def _signed(number: int) -> str:
    """Give the name that was typed; without one nothing is decided."""
    given = remember(str(st.session_state.get(f"waiting.{number}.person") or ""))
    if not given:
        desk().waiting_said = ("bad", text("update.fault_no_name"))
    return given
