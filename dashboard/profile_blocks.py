"""Blocks of a province's profile."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from briefings import overview
from briefings.profile_page import ProfilePage
from dashboard import (
    blocks,
    cache,
    components,
    export_menu,
    figure_link,
    overview_cache,
    pickers,
    view,
)
from dashboard.search import group_on
from dashboard.settle import NOBODY
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue, reference
from data.reference.model import FORMER
from data.reference.neighbours import neighbours
from data.service.profile import became, predecessors
from language import dates, sorting

_KIN = "profile.kin"


def open_view() -> View:
    """Settle the choices; the year of other pages stays, although the newest figures stand here."""
    return blocks.open_view(periods=_periods)


def _periods(indicator: str, boundary: str) -> tuple[str, ...]:
    """Give every period with any figure on the list, those of the indicator last."""
    number = cache.release()
    others = cache.indicators(number, boundary)
    kept = (period for name in others for period in cache.periods(number, name, boundary))
    return (*kept, *cache.periods(number, indicator, boundary))


def choices(now: View) -> None:
    """Choose province, group and list; without a province there is nothing else to see."""
    columns = blocks.columns(0.85, 1.08, 1.12)
    with columns[0]:
        pickers.province(now, is_home=False)
    with columns[1]:
        pickers.group(now)
    with columns[2]:
        pickers.boundary(now)
    if now.province in ("", NOBODY):
        st.write(text("profile.choose"))
        st.stop()


def found(now: View) -> ProfilePage:
    """Give everything that is said about the province."""
    today = datetime.now(UTC).date()
    return cache.profile(cache.release(), now.province, now.boundary, now.group, today, lang())


def head(now: View, page: ProfilePage) -> None:
    """Name the province, what it is, its neighbours and what it was formed of."""
    st.header(page.heading)
    st.caption(page.facts)
    components.links({"rows": list(_rows(now))}, key=_KIN, on_opened=_open)


def _open() -> None:
    """Look at another province; every other choice stays. ``settle`` checks what came."""
    asked = st.session_state[_KIN].get("opened") or {}
    changes = {
        name: str(asked[name]) for name in ("province", "boundary", "group") if name in asked
    }
    view.choose(**changes)


def _rows(now: View) -> Iterator[dict[str, Any]]:
    """Yield neighbours, then the provinces that it was formed of, or the one it became part of."""
    around = neighbours(now.province, now.boundary)
    yield _row(text("profile.neighbours"), now, now.boundary, around)
    before, parts = predecessors(now.province, now.boundary)
    if parts:
        yield _row(text("profile.formed_of"), now, before, parts)
    after, whole = became(now.province, now.boundary)
    if after:
        day = dates.day(reference.boundary(after).valid_from, lang())
        yield _row(text("profile.became", day=day), now, after, (whole,))


def _row(label: str, now: View, boundary: str, codes: tuple[str, ...]) -> dict[str, Any]:
    names = {code: _name(now, code, boundary) for code in codes}
    order = sorted(codes, key=lambda code: sorting.sort_key(names[code]))
    return {"label": label, "items": [_link(now, boundary, code, names[code]) for code in order]}


def _name(now: View, code: str, boundary: str) -> str:
    """Name a province of an older list "Hà Giang (cũ)" beside one of the newest."""
    one = reference.province(code, boundary)
    newest = reference.boundaries()[-1].id
    is_former = now.boundary == newest != boundary
    return FORMER[lang()].format(name=one.name[lang()]) if is_former else one.label(lang())


def _link(now: View, boundary: str, code: str, name: str) -> dict[str, Any]:
    """Describe a link to the same view of another province."""
    group = group_on(boundary, code, now.group)
    chosen = {"province": code, "boundary": boundary, "group": group}
    params = view.to_params(replace(now, **chosen))
    return {"text": name, "href": f"?{urlencode(params)}", "view": chosen}


def sentences(now: View, page: ProfilePage) -> None:
    """Say where it stands, its strengths and weaknesses, with a button that copies it."""
    said = [*_place(now), *page.sentences]
    if not said:
        return
    components.sentences(said, page.source, key="profile.sentences")


def _place(now: View) -> tuple[str, ...]:
    """Say the place in the newest year of the DTI, of a merged province by people, too."""
    number = cache.release()
    known = cache.periods(number, overview.TOTAL, now.boundary)
    if not known:
        return ()
    choice = (number, now.province, now.boundary, now.group, known[-1], lang())
    return (*overview_cache.sentences(*choice)[:1], *overview_cache.by_people(*choice))


def years(now: View, page: ProfilePage) -> None:
    """Show the total over the years; beside it the chosen indicator, or what there was before."""
    left, right = blocks.columns(1, 1)
    has_total = overview.TOTAL in cache.indicators(cache.release(), now.boundary)
    is_other = now.indicator != overview.TOTAL
    if has_total:
        with left:
            _trend(now, overview.TOTAL)
    with right if has_total else left:
        pickers.indicator(now)
        if is_other:
            _trend(now, now.indicator)
    with left if is_other else right:
        _kin(page)


def explore(now: View) -> None:
    """Draw the group's lines for those who ask: only then does the browser load Plotly."""
    if not st.toggle(text("profile.explore"), key="profile.explore"):
        return
    from charts import plotly_writer
    from dashboard import plots

    figure = cache.group_lines(
        cache.release(), now.indicator, now.boundary, now.group, now.province, lang()
    )
    plots.show(
        plotly_writer.lines(figure, lang()),
        key="profile.lines",
        description=figure.description,
        file_name=f"{now.indicator}_{now.boundary}_{now.group}",
    )
    export_menu.offer(_newest(now, now.indicator), "values", key="profile.lines")


def _trend(now: View, indicator: str) -> None:
    choice = (indicator, now.province, now.boundary, now.group)
    drawn = cache.trend(cache.release(), *choice, lang())
    if drawn:
        components.figure(drawn, key=f"profile.trend.{indicator}")
        export_menu.offer(_newest(now, indicator), "trend", key=f"profile.trend.{indicator}")
        return
    name = reference.province(now.province, now.boundary).label(lang())
    about = catalogue.indicator(indicator).name[lang()]
    st.caption(text("profile.no_trend", indicator=about, name=name))


def _newest(now: View, indicator: str) -> View:
    """Give the view of an indicator in its newest period: a line goes on until then."""
    known = cache.periods(cache.release(), indicator, now.boundary)
    return replace(now, indicator=indicator, year=known[-1])


def _kin(page: ProfilePage) -> None:
    """Set the predecessors of a merged province beside it."""
    if page.kin is None:
        return
    st.subheader(page.kin.caption)
    components.table(page.kin, key="profile.kin_table")
    for note in page.kin_notes:
        st.caption(note)


def far(page: ProfilePage) -> None:
    """Show strengths and weaknesses side by side, and how they were found."""
    if page.too_few:
        st.info(page.too_few)
        return
    sides = (("strong", page.strengths), ("weak", page.weaknesses))
    for column, (key, shown) in zip(blocks.columns(1, 1), sides, strict=True):
        with column:
            st.subheader(shown.caption)
            if shown.lines:
                components.table(shown, key=f"profile.{key}")
            else:
                st.caption(text(f"profile.none_{key}"))
    st.caption(f"{text('profile.gap_note')} {text('profile.how')}")


def standings(page: ProfilePage) -> None:
    """Show where the province stands on every indicator, and what is not known of it."""
    st.subheader(text("profile.table_title"))
    components.table(page.standings, key="profile.standings")
    st.caption(text("profile.gap_note"))
    if page.missing:
        st.caption(page.missing)


def pillars(page: ProfilePage) -> None:
    """Show activities and pillars side by side, with what parts them."""
    if page.pillars is None:
        return
    st.subheader(page.pillars.caption)
    components.table(page.pillars, key="profile.pillars")
    st.caption(" ".join(part for part in (text("profile.pillars_note"), page.no_weights) if part))


def sources(now: View, page: ProfilePage) -> None:
    """Show where every figure was read, one click away; and what the chosen one was before."""
    with st.expander(page.sources.caption, key="profile.fold", on_change="rerun") as fold:
        if fold.open:
            components.table(page.sources, key="profile.sources")
            figure_link.offer(now, key="profile.life")
