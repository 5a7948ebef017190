"""The menu at a figure: take it away as picture, page, slide or numbers, made when asked for."""

from functools import partial

import streamlit as st

from briefings.wish import FORMATS, Asked, file_name
from dashboard import cache, export_job
from dashboard.blocks import chosen
from dashboard.payments_choice import ILLUSTRATIVE
from dashboard.view import View
from dashboard.words import lang, text


def offer(now: View, *figures: str, key: str, apart: int = 0) -> None:
    """Offer what the page shows in every format.

    ``figures`` are of ``wish.FIGURES``; of several the reader chooses one in the menu. ``apart``
    is the release of the illustrative store, where the page shows that one.
    """
    with st.popover(text("export.download"), key=f"{key}.menu", on_change="rerun") as menu:
        # A closed menu costs nothing at every other click on the page.
        if menu.open:
            figure = figures[0] if len(figures) == 1 else _which(figures, key)
            _formats(now, figure, key, apart)


def offer_places(now: View, *, key: str) -> None:
    """Offer the places over the years, where anybody has a place in any of them."""
    grid = cache.grid(cache.release(), now.indicator, now.boundary, now.group, lang())
    if any(place.rank is not None for line in grid.lines for place in line.places):
        offer(now, "places", key=key)


def _which(figures: tuple[str, ...], key: str) -> str:
    """Choose one of the figures beside each other."""
    found: str = st.radio(
        text("export.which"),
        figures,
        format_func=lambda name: text(f"export.figure_{name}"),
        key=f"{key}.which",
        horizontal=True,
    )
    return found


def _formats(now: View, figure: str, key: str, apart: int) -> None:
    where = (chosen(now), now.group, now.boundary, now.year, now.indicator)
    for suffix in FORMATS:
        asked = Asked("picture", *where, figure, suffix, is_one=True)
        number = apart or cache.release()
        name = f"{ILLUSTRATIVE}-" if apart else ""
        make = partial(
            export_job.made, _words(asked, number), "figure" + suffix, is_apart=bool(apart)
        )
        st.download_button(
            text(f"export.as_{suffix.removeprefix('.')}"),
            data=make,
            file_name=name + file_name(asked, number),
            mime="application/octet-stream",
            on_click="ignore",
            key=f"{key}{suffix}",
            width="stretch",
        )


def _words(asked: Asked, number: int) -> tuple[str, ...]:
    """Give the words of the command; the release is the one that the reader sees."""
    words = ["picture", "--figure", asked.figure, "--indicator", asked.indicator]
    words += ["--group", asked.group, "--boundary", asked.boundary, "--period", asked.period]
    words += ["--province", asked.province] if asked.province else []
    return (*words, "--lang", lang(), "--release", str(number))
