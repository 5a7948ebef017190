"""What *Tổng quan* shows, written into the document itself: a picture until the live page stands.

A browser draws it before any code of Streamlit is there. It says what the page will say for the
same link and home province, from the same cached reads, and is taken away when the page is drawn
(``charts/assets/first_view.js``). Everything of the page stands in it but controls:
nothing in it can be chosen, sorted or opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from html import escape

from briefings import overview, ranking_table
from briefings.movers import movers_table
from briefings.overview import TOTAL
from charts import from_ranking, theme
from charts.map import svg as map_svg
from charts.svg import tag
from charts.table_html import table_html
from dashboard import cache, home, overview_cache
from dashboard.menu import PAGES
from dashboard.settle import NOBODY, settle
from dashboard.view import View, adopt
from data import reference
from data.service import current
from data.settings import settings
from language import LANGS, Lang, text

MAP_WIDTH = 485.0  # pixels: what the map has beside the bars on a screen of 1280


@dataclass(frozen=True, slots=True)
class _Shown:
    """What decides how the page looks."""

    release: int
    province: str
    boundary: str
    group: str
    year: str
    lang: Lang


def first_view(query: Mapping[str, str], cookies: Mapping[str, str]) -> str:
    """Write the first view for a link and the cookies of a reader, as HTML.

    Empty where the page has something else to say first: no figures, illustrative ones, a former
    release, or a link of which something had to be changed.
    """
    newest = current.figures()
    if newest is None or settings().demo or query.get("release"):
        return ""
    number = newest.release.id
    settled = settle(
        adopt(View(), query),
        home=home.of(cookies),
        periods=lambda indicator, boundary: cache.periods(number, indicator, boundary),
        indicators=lambda boundary: cache.indicators(number, boundary),
        only=TOTAL,
    )
    now = settled.view
    if settled.said or TOTAL not in cache.indicators(number, now.boundary):
        return ""
    province = "" if now.province == NOBODY else now.province
    lang: Lang = "en" if now.lang == "en" else "vi"
    shown = _Shown(number, province, now.boundary, now.group, now.year, lang)
    return _written(shown, datetime.now(UTC).date())


@lru_cache(maxsize=64)
def _written(shown: _Shown, today: date) -> str:
    lang = shown.lang
    page = tag(
        "div",
        _line("h1", text("menu.overview", lang)),
        _line("p", cache.newest(shown.release, today, lang), class_="newest"),
        tag("div", *_choices(shown), class_="choices"),
        _line("h2", text("page.overview.sentences", lang)),
        *_sentences(shown),
        tag("div", tag("div", _map(shown)), tag("div", _bars(shown)), class_="figures"),
        _line("p", text("export.download", lang), class_="menu"),
        _line("p", text("profile.sources", lang), class_="fold"),
        _line("h2", text("page.overview.movers", lang)),
        *_movers(shown),
        _line("h2", text("page.overview.loaded", lang)),
        table_html(cache.loaded(shown.release, today, lang)),
        class_="page",
    )
    # A screen reader waits for the page itself: this would be taken away while it is read.
    return tag("div", _side(lang), page, id="first-view", aria_hidden="true")


def _side(lang: Lang) -> str:
    """Write what stands beside every page: the menu, the search box, the languages."""
    return tag(
        "div",
        tag("ul", *(_line("li", text(f"menu.{name}", lang)) for name in PAGES)),
        _line("b", text("search.label", lang)),
        _line("span", text("search.hint", lang)),
        _line("b", text("field.language", lang)),
        *(_line("i", text(f"app.language_{code}", lang)) for code in LANGS),
        class_="side",
    )


def _line(name: str, words: str, **attributes: str) -> str:
    return tag(name, escape(words), **attributes)


def _choices(shown: _Shown) -> list[str]:
    lang = shown.lang
    known = reference.provinces(shown.boundary)
    nobody = text("page.overview.choose_home", lang)
    chosen = {
        "home_province": known[shown.province].label(lang) if shown.province else nobody,
        "group": reference.group(shown.group).name[lang],
        "boundary": reference.boundary(shown.boundary).name[lang],
    }
    return [
        tag("div", _line("b", text(f"field.{name}", lang)), _line("span", words))
        for name, words in chosen.items()
    ]


def _sentences(shown: _Shown) -> list[str]:
    *said, source = overview_cache.sentences(
        shown.release, shown.province, shown.boundary, shown.group, shown.year, shown.lang
    )
    nobody = [] if shown.province else [_line("p", text("page.overview.no_home", shown.lang))]
    listed = tag("ul", *(_line("li", sentence) for sentence in said))
    return [*nobody, listed, _line("p", source, class_="source")]


def _map(shown: _Shown) -> str:
    found = cache.ranking(*_choice(shown), shown.lang)
    figure = from_ranking.map_figure(found, shown.lang, home=shown.province)
    return map_svg.svg(figure, shown.lang, theme.PAGE, MAP_WIDTH)


def _bars(shown: _Shown) -> str:
    return cache.bars(*_choice(shown), shown.province, shown.lang)


def _movers(shown: _Shown) -> list[str]:
    found = cache.ranking(*_choice(shown), shown.lang)
    if found.rank_change_withheld:
        return [_line("p", ranking_table.why_no_change(found, shown.lang))]
    rows = table_html(movers_table(found, shown.lang, home=shown.province))
    if found.broken_by is None:
        return [rows]
    return [rows, _line("p", overview.for_reference(found, shown.lang))]


def _choice(shown: _Shown) -> tuple[int, str, str, str, str]:
    return shown.release, TOTAL, shown.year, shown.boundary, shown.group
