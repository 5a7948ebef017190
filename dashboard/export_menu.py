"""The menu at a figure: take it away as picture, slide or page, made when it is asked for."""

from functools import partial

import streamlit as st

from briefings.wish import FORMATS, Asked, file_name
from dashboard import cache, export_job
from dashboard.blocks import chosen
from dashboard.view import View
from dashboard.words import lang, text


def offer(now: View, figure: str, *, key: str) -> None:
    """Offer one figure of the view in every format; ``figure`` is a kind of ``wish.FIGURES``."""
    number = cache.release()
    with st.popover(text("export.download"), key=f"{key}.menu", on_change="rerun") as menu:
        # A closed menu costs nothing at every other click on the page.
        for suffix in FORMATS if menu.open else ():
            where = (chosen(now), now.group, now.boundary, now.year, now.indicator)
            asked = Asked("picture", *where, figure, suffix, is_one=True)
            st.download_button(
                text(f"export.as_{suffix.removeprefix('.')}"),
                data=partial(export_job.made, _words(asked, number), "figure" + suffix),
                file_name=file_name(asked, number),
                mime="application/octet-stream",
                on_click="ignore",
                key=f"{key}{suffix}",
            )


def _words(asked: Asked, number: int) -> tuple[str, ...]:
    """Give the words of the command; the release is the one that the reader sees."""
    words = ["picture", "--figure", asked.figure, "--indicator", asked.indicator]
    words += ["--group", asked.group, "--boundary", asked.boundary, "--period", asked.period]
    words += ["--province", asked.province] if asked.province else []
    return (*words, "--lang", lang(), "--release", str(number))
