"""Make a whole view of what an address or a widget says: fill what is open, mend what is not there.

No Streamlit here: a view goes in, a view and the sentences about what was changed come out.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import language
from dashboard.view import View
from data import catalogue, reference
from indicators.errors import PeriodError
from indicators.period import parse
from language import Lang, dates

FIRST_INDICATOR = "dti_total"
FIRST_GROUP = "northern-midlands-mountains"
COUNTRY = "country"
SHOWS = ("map", "grid")
# A reader may choose to look at no province although the installation has a home province.
NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Settled:
    """A view in which every choice exists, and what the reader should know about it."""

    view: View
    said: tuple[str, ...]


def settle(
    view: View,
    *,
    home: str,
    periods: Callable[[str, str], Sequence[str]],
    indicators: Callable[[str], Sequence[str]],
    only: str = "",
    against: Sequence[str] = (),
    together: Callable[[View], Sequence[str]] | None = None,
) -> Settled:
    """Give the nearest sensible view.

    Parameters
    ----------
    home
        Code of the home province on the newest list, or "".
    periods
        Gives the periods with figures for (indicator, boundary), oldest first.
    indicators
        Gives the indicators with figures on a list.
    only
        The one indicator of a page that shows no other (where it has figures), or "".
    against
        Among which a page chooses a second indicator; other pages keep what was chosen.
    together
        Gives the periods with figures of both indicators, instead of ``periods``.
    """
    said: list[str] = []
    lang: Lang = "en" if view.lang == "en" else "vi"
    if view.lang not in ("", *language.LANGS):
        opened = language.text(f"app.language_{lang}", lang)
        said.append(_changed("lang", _as_written(view.lang), opened, lang))
    # Only the page of payments shows illustrative figures, and asks for them itself.
    view = _boundary(replace(view, lang=lang, figures=""), said, lang)
    view = _list_with_figures(view, said, lang, indicators)
    known = indicators(view.boundary)
    view = replace(view, indicator=only) if only in known else view
    view = _indicator(view, said, lang, known)
    view = _against(view, said, lang, [one for one in against if one in known])
    dated = together(view) if together else periods(view.indicator, view.boundary)
    view = _period(view, said, lang, dated)
    view = _province(view, said, lang, home)
    view = _group(view, said, lang)
    return Settled(_show(view, said, lang), tuple(said))


def _boundary(view: View, said: list[str], lang: Lang) -> View:
    known = [boundary.id for boundary in reference.boundaries()]
    if view.boundary in known:
        return view
    newest = reference.boundaries()[-1]
    if view.boundary:
        said.append(_changed("boundary", _as_written(view.boundary), newest.name[lang], lang))
    return replace(view, boundary=newest.id)


def _list_with_figures(
    view: View, said: list[str], lang: Lang, indicators: Callable[[str], Sequence[str]]
) -> View:
    """Where a list has no figures, take the newest that has: a store may have one list only."""
    if indicators(view.boundary):
        return view
    others = [one for one in reversed(reference.boundaries()) if indicators(one.id)]
    if not others:
        return view
    now = reference.boundary(view.boundary).name[lang]
    said.append(language.text("link.empty_list", lang, list=now, opened=others[0].name[lang]))
    province = on_list(view.province, view.boundary, others[0].id)
    return replace(view, boundary=others[0].id, province=province)


def _indicator(view: View, said: list[str], lang: Lang, known: Sequence[str]) -> View:
    if view.indicator in known or not known:
        return view
    opened = FIRST_INDICATOR if FIRST_INDICATOR in known else known[0]
    if view.indicator:
        name = catalogue.indicator(opened).name[lang]
        asked = catalogue.indicators().get(view.indicator)
        found = asked.name[lang] if asked else _as_written(view.indicator)
        said.append(_changed("indicator", found, name, lang))
    return replace(view, indicator=opened)


def _against(view: View, said: list[str], lang: Lang, known: Sequence[str]) -> View:
    if view.against in known or not known:
        return view
    if view.against:
        name = catalogue.indicator(known[0]).name[lang]
        asked = catalogue.indicators().get(view.against)
        found = asked.name[lang] if asked else _as_written(view.against)
        said.append(_changed("against", found, name, lang))
    return replace(view, against=known[0])


def _period(view: View, said: list[str], lang: Lang, known: Sequence[str]) -> View:
    if view.year in known or not known:
        return view
    opened = dates.period(known[-1], lang)
    if view.year:
        said.append(_changed("period", _period_words(view.year, lang), opened, lang))
    return replace(view, year=known[-1])


def _period_words(found: str, lang: Lang) -> str:
    """Say a period in words; what is none, as it was written."""
    try:
        return dates.period(parse(found).text, lang)
    except PeriodError:
        return f"“{_as_written(found)}”"


def _province(view: View, said: list[str], lang: Lang, home: str) -> View:
    known = reference.provinces(view.boundary)
    if view.province in known:
        return view
    opened = on_list(home, reference.boundaries()[-1].id, view.boundary) if home else ""
    if view.province and view.province != NOBODY:
        label = known[opened].label(lang) if opened else language.text("link.whole_country", lang)
        said.append(_changed("province", _as_written(view.province), label, lang))
    return replace(view, province=opened if view.province != NOBODY else NOBODY)


def _group(view: View, said: list[str], lang: Lang) -> View:
    if view.group in reference.groups_on(view.boundary):
        return view
    opened = home_group(view.province, view.boundary)
    if view.group:
        name = reference.groups()[opened].name[lang]
        said.append(_changed("group", _as_written(view.group), name, lang))
    return replace(view, group=opened)


def _show(view: View, said: list[str], lang: Lang) -> View:
    if view.show in SHOWS:
        return view
    if view.show:
        name = language.text(f"page.ranking.view_{SHOWS[0]}", lang)
        said.append(_changed("show", _as_written(view.show), name, lang))
    return replace(view, show=SHOWS[0])


def home_group(province: str, boundary: str) -> str:
    """Give the group a province is first compared with: the mountains, else its own region."""
    groups = reference.groups()
    if not province or province == NOBODY or province in groups[FIRST_GROUP].members[boundary]:
        return FIRST_GROUP
    around = [
        key
        for key, group in reference.groups_on(boundary).items()
        if province in group.members[boundary]
    ]
    return next((key for key in around if key != COUNTRY), COUNTRY)


def on_list(code: str, old: str, new: str) -> str:
    """Give the code on list ``new`` of the province that ``code`` means on list ``old``.

    A merged province leads back to the part that has its name, else to its first part.
    """
    if old == new or not code or code == NOBODY:
        return code
    order = [boundary.id for boundary in reference.boundaries()]
    if order.index(old) < order.index(new):
        return reference.successor(code)
    parts = reference.parts(new, old)[code]
    name = reference.provinces(old)[code].name
    same = [part for part in parts if reference.provinces(new)[part].name == name]
    return (same or list(parts))[0]


def _changed(what: str, found: str, opened: str, lang: Lang) -> str:
    return language.text(f"link.unknown_{what}", lang, found=found, opened=opened)


def _as_written(found: str) -> str:
    """Quote what an address says, if it is a plain name: anybody may have written it.

    Anything else is not shown: Streamlit would lay it out, and make links of addresses.
    """
    return found if re.fullmatch(r"[\w -]{1,40}", found) else "…"
