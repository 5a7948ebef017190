"""The choices above a page; every one of them stands in the address."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import cache, home, view
from dashboard.settle import NOBODY, SHOWS, home_group, on_list
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue, reference
from language import dates, sorting


def province(
    now: View,
    *,
    label: str = "field.home_province",
    nobody: str = "page.overview.choose_home",
) -> None:
    """Choose the province; "none" is a choice too, although the installation may have a home.

    ``label`` and ``nobody`` are keys of texts: above the choice, and for no province.
    """
    names = {code: one.label(lang()) for code, one in reference.provinces(now.boundary).items()}
    codes = sorted(names, key=lambda code: sorting.sort_key(names[code]))
    select(
        "province",
        text(label),
        [NOBODY, *codes],
        lambda code: names.get(code, text(nobody)),
        now.province or NOBODY,
        picked=_pick_province,
    )


def group(now: View) -> None:
    """Choose the group that the province is compared with."""
    groups = reference.groups_on(now.boundary)
    select(
        "group", text("field.group"), list(groups), lambda key: groups[key].name[lang()], now.group
    )


def boundary(now: View) -> None:
    """Choose the list of provinces; the newest stands first."""
    lists = {one.id: one.name[lang()] for one in reversed(reference.boundaries())}
    select(
        "boundary",
        text("field.boundary"),
        list(lists),
        lists.__getitem__,
        now.boundary,
        picked=_pick_boundary,
    )


def indicator(now: View) -> None:
    """Choose the indicator, in the order of the catalogue."""
    known = catalogue.indicators()
    select(
        "indicator",
        text("field.indicator"),
        cache.indicators(cache.release(), now.boundary),
        lambda key: known[key].name[lang()],
        now.indicator,
    )


def period(now: View) -> None:
    """Choose the period, newest first."""
    select(
        "year",
        text("field.period"),
        list(reversed(cache.periods(cache.release(), now.indicator, now.boundary))),
        lambda key: dates.period(key, lang()),
        now.year,
    )


def show(now: View) -> None:
    """Choose how the ranking is shown: one period, or places over the years."""
    select(
        "show",
        text("page.ranking.show"),
        SHOWS,
        lambda key: text(f"page.ranking.view_{key}"),
        now.show,
    )


def select(
    field: str,
    label: str,
    options: Sequence[str],
    name: Callable[[str], str],
    chosen: str,
    *,
    picked: Callable[[str], None] | None = None,
) -> None:
    """Show a choice of the view; ``picked`` takes it in, by default it is kept as it is."""
    key = f"choice.{field}"
    # The view decides what is shown: it may have changed by a link, the back button or the map.
    st.session_state[key] = chosen
    st.selectbox(
        label,
        options,
        format_func=name,
        key=key,
        on_change=lambda: (picked or _keep(field))(st.session_state[key]),
    )


def _keep(field: str) -> Callable[[str], None]:
    def keep(value: str) -> None:
        view.choose(**{field: value})

    return keep


def _pick_province(code: str) -> None:
    now = view.choose(province=code)
    home.pick(code, now.boundary)
    if code != NOBODY and code not in reference.groups()[now.group].members[now.boundary]:
        view.choose(group=home_group(code, now.boundary))


def _pick_boundary(new: str) -> None:
    """Take the province along: the same code is another province on the other list."""
    now = view.choose()
    province = on_list(now.province, now.boundary, new)
    groups = reference.groups_on(new)
    group = now.group if now.group in groups else home_group(province, new)
    view.choose(boundary=new, province=province, group=group)
