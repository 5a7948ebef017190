"""The choices above a page; every one of them stands in the address."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import streamlit as st

from dashboard import cache as reads
from dashboard import home, view
from dashboard.settle import NOBODY, SHOWS, home_group, on_list
from dashboard.view import View
from dashboard.words import lang, text
from data import catalogue, reference
from language import Lang, dates, sorting


def province(now: View, *, is_home: bool = True) -> None:
    """Choose the province; "none" is a choice too, although the installation may have a home.

    Where any province is looked up (``is_home`` false), the choice is not kept as the home.
    """
    nobody = text("page.overview.choose_home" if is_home else "profile.pick")
    names = _provinces(now.boundary, lang())
    select(
        "province",
        text("field.home_province" if is_home else "field.province"),
        [NOBODY, *names],
        lambda code: names.get(code, nobody),
        now.province or NOBODY,
        picked=_pick_home if is_home else _pick_province,
    )


@cache
def _provinces(boundary: str, lang: Lang) -> Mapping[str, str]:
    """Label the provinces of a list by code, in the Vietnamese order of their names."""
    known = sorted(
        reference.provinces(boundary).values(), key=lambda one: sorting.sort_key(one.name.vi)
    )
    return {one.code: one.label(lang) for one in known}


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
        reads.indicators(reads.release(), now.boundary),
        lambda key: known[key].name[lang()],
        now.indicator,
    )


def period(now: View) -> None:
    """Choose the period, newest first."""
    select(
        "year",
        text("field.period"),
        list(reversed(reads.periods(reads.release(), now.indicator, now.boundary))),
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


def _pick_home(code: str) -> None:
    _pick_province(code)
    home.pick(code, view.current().boundary)


def _pick_province(code: str) -> None:
    now = view.choose(province=code)
    if code != NOBODY and code not in reference.groups()[now.group].members[now.boundary]:
        view.choose(group=home_group(code, now.boundary))


def _pick_boundary(new: str) -> None:
    """Take the province along: the same code is another province on the other list."""
    now = view.choose()
    province = on_list(now.province, now.boundary, new)
    groups = reference.groups_on(new)
    group = now.group if now.group in groups else home_group(province, new)
    view.choose(boundary=new, province=province, group=group)
