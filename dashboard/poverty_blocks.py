"""Blocks of the page of DTI and poverty: choices, sentences, scatter, coefficients, maps, table."""

from dataclasses import replace

import streamlit as st

from briefings import overview
from dashboard import blocks, cache, components, export_menu, pickers, plots, poverty_cache
from dashboard.poverty_cache import Asked
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue
from indicators.relate import LEAST
from language import dates

# Two indicators that disagree: one or the other, never both in one figure.
SERIES = ("poverty_rate_nso", "poverty_rate_molisa")


def open_view() -> View:
    """Settle the choices: the DTI, one poverty series, a period in which both have figures."""
    return blocks.open_view(only=overview.TOTAL, against=SERIES, together=_periods)


def _periods(now: View) -> tuple[str, ...]:
    """Give the periods with both figures; none where the list has no figures of the series."""
    if now.against not in cache.indicators(cache.release(), now.boundary):
        return ()
    figures = cache.figures(cache.release())
    return poverty_cache.periods(figures, overview.TOTAL, now.against, now.boundary)


def series(now: View) -> None:
    """Choose the poverty series."""
    known = catalogue.indicators()
    there = cache.indicators(cache.release(), now.boundary)
    pickers.select(
        "against",
        text("page.poverty.against"),
        [name for name in SERIES if name in there],
        lambda name: known[name].name[lang()],
        now.against,
    )
    st.caption(text("page.poverty.two_series"))


def period(now: View) -> None:
    """Choose a period in which both have figures, newest first."""
    pickers.select(
        "year",
        text("field.period"),
        list(reversed(_periods(now))),
        lambda key: dates.period(key, lang()),
        now.year,
    )


def nothing_or_stop(now: View) -> None:
    """Where no province has both figures in any period, say so and what is loaded."""
    if not _periods(now):
        st.info(text("page.poverty.nothing"))
        blocks.loaded()
        st.stop()


def sentences(now: View) -> None:
    """Show what an official could say aloud, with a button that copies it."""
    said = poverty_cache.sentences(_asked(now))
    components.sentences(said[:-1], said[-1], key="poverty.sentences")


def scatter(now: View) -> None:
    """Show the points, warn of causes, and say who has no point."""
    asked = _asked(now)
    plots.show(
        poverty_cache.drawn(asked),
        key="poverty.scatter",
        description=poverty_cache.described(asked).description,
        file_name=f"{now.indicator}_{now.against}_{now.year}_{now.boundary}",
    )
    export_menu.offer(replace(now, indicator=now.against), "scatter", key="poverty.scatter")
    st.warning(text("page.poverty.warning"))
    found = poverty_cache.relation(asked)
    if found.incomplete:
        size, count = found.y.size, len(found.incomplete)
        st.caption(text("page.poverty.incomplete", count=count, of=size))


def coefficients(now: View) -> None:
    """Show the coefficients with n and interval, and how they were computed."""
    components.table(poverty_cache.coefficients(_asked(now)), key="poverty.coefficients")
    st.caption(text("relation.method", least=LEAST))


def maps(now: View) -> None:
    """Show the map of the DTI and that of the poverty rate side by side, of the same period."""
    # Not every year of one map is a year of the other: page.css hides their sliders here.
    with st.container(key="poverty-maps"):
        for column, indicator in zip(
            blocks.columns(1, 1), (now.indicator, now.against), strict=True
        ):
            with column:
                st.markdown(f"**{catalogue.indicator(indicator).name[lang()]}**")
                shown = replace(now, indicator=indicator)
                blocks.province_map(shown, key=f"map.{indicator}")
                export_menu.offer(shown, "map", key=f"map.{indicator}")


def values(now: View) -> None:
    """Show both figures of the group's members as a table that can be sorted."""
    components.table(poverty_cache.values(_asked(now)), key="poverty.values")


def download(now: View) -> None:
    """Offer both figures as a workbook, which is made when it is asked for."""
    asked = _asked(now)

    def make() -> bytes:
        from briefings.relation_workbook import relation_to_xlsx

        return relation_to_xlsx(poverty_cache.relation(asked), asked.lang)

    st.download_button(
        text("page.poverty.download"),
        data=make,
        file_name=f"{now.indicator}_{now.against}_{now.year}_{now.boundary}_{now.group}.xlsx",
        on_click="ignore",
        key="poverty.download",
    )


def _asked(now: View) -> Asked:
    figures = cache.figures(cache.release())
    where = (now.year, now.boundary, now.group)
    return Asked(figures, now.against, *where, blocks.chosen(now), lang())
