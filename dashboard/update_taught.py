"""What columns mean, as people taught it: who said so and when; a lesson can be withdrawn."""

import streamlit as st

from briefings.moments import moment
from dashboard import components
from dashboard.person import person
from dashboard.words import lang, text
from data import catalogue
from data.errors import NotAllowed
from data.service import current, taught
from data.store import Lesson


def lessons() -> None:
    """List the headings that are remembered; nothing at all where nobody taught any."""
    found = taught.in_force(current.store())
    if not found:
        return
    with st.expander(text("taught.title", count=len(found))):
        st.markdown(text("taught.how"))
        for one in found:
            _lesson(one)


def _lesson(one: Lesson) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    name = catalogue.indicator(str(one.indicator_id)).name[lang()]
    words = text(
        "taught.one", heading=one.heading, name=name, by=one.by, when=moment(one.at, lang())
    )
    with left:
        components.notice("plain", words, key=f"update.taught.{one.key}")
    with right:
        key = f"update.taught.{one.key}.withdraw"
        st.button(text("taught.withdraw"), key=key, on_click=_withdraw, args=(one.heading,))


def _withdraw(heading: str) -> None:
    """Forget a heading, in the name that was last given; a reader without a name may not."""
    try:
        taught.withdraw(current.store(), heading, person=person())
    except NotAllowed:
        st.warning(text("taught.no_name"))
