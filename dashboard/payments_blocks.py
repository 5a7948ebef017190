"""Blocks of the page of QR payments: figures where there are any, else how to load them."""

from dataclasses import replace

import streamlit as st

from briefings import payments
from briefings.payments import Pair
from briefings.ranking_table import withheld_sentences
from dashboard import (
    blocks,
    components,
    export_menu,
    payments_cache,
    payments_choice,
    pickers,
    view,
)
from dashboard.payments_cache import Asked
from dashboard.payments_choice import ILLUSTRATIVE, Choice
from dashboard.words import lang, text
from data import catalogue, reference
from data.settings import settings
from data.templates import empty_workbook, file_name
from language import dates


def measure(choice: Choice) -> None:
    """Choose what is counted, plain or for 1,000 people; all of them, with figures or not."""
    known = catalogue.indicators()
    pickers.select(
        "indicator",
        text("field.indicator"),
        payments.measures(),
        lambda key: known[key].name[lang()],
        choice.view.indicator,
    )


def period(choice: Choice) -> None:
    """Choose the period, newest first; nothing to choose from without figures."""
    found = payments_choice.periods(choice.figures, choice.view)
    if not found:
        st.selectbox(text("field.period"), [text("value.not_loaded")], disabled=True)
        return
    pickers.select(
        "year",
        text("field.period"),
        list(reversed(found)),
        lambda key: dates.period(key, lang()),
        choice.period,
    )


def definition(choice: Choice) -> None:
    """Say what is counted, as the catalogue defines it, and warn of plain counts."""
    count, _ = payments.partner(choice.view.indicator)
    for name in dict.fromkeys((count, choice.view.indicator)):
        about = catalogue.indicator(name)
        st.caption(f"**{about.name[lang()]}**: {about.definition[lang()]}")
    if choice.view.indicator == count:
        st.caption(text("payments.counts_are_people"))


def mark(choice: Choice) -> None:
    """Say that the figures are illustrative; a button leads back to the real ones."""
    if choice.is_apart or settings().demo:
        st.warning(f"**{text('chart.watermark')}**")
    if choice.is_apart:
        st.button(text("payments.demo_close"), key="payments.close", on_click=_show, args=("",))


def figures(choice: Choice) -> bool:
    """Show sentences, map, bars, table, download; tell whether the group has any figure."""
    asked = _asked(choice)
    pair = payments_cache.pair(asked) if asked else None
    if not asked or not pair or not pair.counts.group_n:
        return False
    _withheld(pair)
    _sentences(choice, asked)
    left, right = blocks.columns(1.15, 1)
    with left:
        _map(choice, asked, pair)
        _take(choice, asked, pair, "map")
    with right:
        components.figure(payments_cache.bars(asked), key="payments.bars")
        _take(choice, asked, pair, "bars")
    st.header(text("page.ranking.table"))
    _table(asked, pair)
    _download(pair)
    return True


def _asked(choice: Choice) -> Asked | None:
    now = choice.view
    if choice.figures is None or not choice.period:
        return None
    where = (now.indicator, choice.period, now.boundary, now.group)
    return Asked(choice.figures, *where, blocks.chosen(now), lang())


def _withheld(pair: Pair) -> None:
    for sentence in withheld_sentences(pair.shown, lang()):
        st.info(sentence)
    if pair.per_1000 is None:
        st.info(text("payments.no_population"))


def _sentences(choice: Choice, asked: Asked) -> None:
    said = payments_cache.sentences(asked)
    components.sentences(said[:-1], said[-1], key="payments.sentences")


def _map(choice: Choice, asked: Asked, pair: Pair) -> None:
    """Show the map: to be clicked for a release, drawn with its mark for illustrative figures."""
    if choice.is_apart:
        components.figure(payments_cache.drawn_map(asked), key="payments.drawn")
        return
    now = replace(choice.view, indicator=pair.shown.indicator, year=choice.period)
    blocks.province_map(now, key="payments.map")


def _take(choice: Choice, asked: Asked, pair: Pair, figure: str) -> None:
    """Offer a figure of what is shown, from the store that it was read from."""
    now = replace(choice.view, indicator=pair.shown.indicator, year=choice.period)
    apart = asked.figures.release.id if choice.is_apart else 0
    export_menu.offer(now, figure, key=f"payments.{figure}", apart=apart)


def _table(asked: Asked, pair: Pair) -> None:
    if reason := payments.no_growth(pair.shown, lang()):
        st.caption(text("payments.no_growth", reason=reason))
    if pair.shown.illustrative:
        st.caption(f"**{text('chart.watermark')}**")
    components.table(payments_cache.table(asked), key="payments.table")


def _download(pair: Pair) -> None:
    """Offer the table as a workbook; the mark of illustrative figures is in it and in its name."""
    shown, words = pair.shown, lang()

    def make() -> bytes:
        from briefings.workbook import ranking_to_xlsx

        return ranking_to_xlsx(shown, words)

    begin = f"{ILLUSTRATIVE}_" if shown.illustrative else ""
    when = shown.period.replace("/", "_")
    st.download_button(
        text("page.ranking.download"),
        data=make,
        file_name=f"{begin}{shown.indicator}_{when}_{shown.boundary}_{shown.group}.xlsx",
        on_click="ignore",
        key="payments.download",
    )


def empty(choice: Choice) -> None:
    """Say that there are no figures for the choice."""
    now = choice.view
    st.info(text("payments.empty"))
    chosen = {
        "indicator": catalogue.indicator(now.indicator).name[lang()],
        "group": reference.group(now.group).name[lang()],
        "boundary": reference.boundary(now.boundary).name[lang()],
    }
    st.caption(text("payments.empty_choice", **chosen))


def existing(choice: Choice) -> None:
    """List the published figures of payments, with date, source and cell."""
    if choice.is_apart:
        return
    st.header(text("payments.existing"))
    if choice.figures is None or not payments.has_existing(choice.figures):
        st.caption(text("payments.nothing"))
        return
    components.table(payments_cache.existing(choice.figures, lang()), key="payments.existing")


def load(choice: Choice) -> None:
    """Offer the template of the chosen list, and the illustrative figures."""
    boundary, words = choice.view.boundary, lang()
    st.header(text("payments.load"))
    st.markdown(text("payments.load_how"))
    st.download_button(
        text("payments.template"),
        data=lambda: empty_workbook(payments.FLOW, boundary, words),
        file_name=file_name(payments.FLOW, boundary),
        on_click="ignore",
        key="payments.template",
    )
    if not choice.is_apart and not settings().demo:
        st.markdown(text("payments.demo_about"))
        key = "payments.open"
        st.button(text("payments.demo_open"), key=key, on_click=_show, args=(ILLUSTRATIVE,))


def _show(which: str) -> None:
    view.choose(figures=which)
