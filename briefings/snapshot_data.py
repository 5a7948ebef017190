"""What the one-file page of a group shows, as plain values: figures, places, words, geometry.

Values are rounded half up as they are printed everywhere else; the page's script computes nothing
but where things stand on the screen.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from briefings import finding_titles
from briefings.profile_sentences import profile_sentences
from charts.from_ranking import COUNTRY, line_of
from charts.map.base import base, view_of
from charts.map.browser import ISLANDS, MARKS
from charts.scale import of_indicator, rounded
from charts.source_line import BETWEEN
from charts.theme import LIGHT
from data import catalogue, reference
from data.reference import geometry
from data.service.figures import Figures
from data.service.profile import Ranked, profile
from data.service.ranking import Ranking
from indicators.change import break_between
from language import Lang, dates, text
from language.sorting import sort_key

_WORDS = (
    *("indicator", "province", "profile", "nobody", "value", "period"),
    *("in_country", "in_group", "median", "broken"),
)


_MANY = 40  # members: of so many only the first sentence fits into the file


@dataclass(frozen=True, slots=True)
class _Scope:
    """What all parts of one page share."""

    figures: Figures
    members: list[str]
    boundary: str
    group: str
    lang: Lang
    ranked: Ranked

    def ranking(self, indicator: str, period: str) -> Ranking:
        return self.ranked(indicator, period, self.boundary, self.group)


def data(figures: Figures, group: str, boundary: str, lang: Lang, ranked: Ranked) -> dict[str, Any]:
    """Give everything that the page's script reads.

    ``members`` are codes in the order of their names, and of all lists of values; ``ind`` has an
    entry for each indicator, whose ``t`` has one for each period, oldest first: ``f`` the finding
    as a sentence, ``v`` values, ``r`` and ``g`` places in the list and in the group (null where
    missing or withheld), ``s`` a letter of status for each member. Values are whole numbers of the
    last decimal; lines of sources are numbers of ``parts``; ``g`` of the whole country would be
    ``r`` again and is left out.
    Indicators and periods in which no member has a value are left out.
    """
    known = reference.provinces(boundary)
    named = reference.group(group).members[boundary]
    members = sorted(named, key=lambda code: sort_key(known[code].label(lang)))
    view = base(boundary)["views"][view_of(members, boundary)]
    decimal, thousands = MARKS[lang]
    parts: dict[str, int] = {}
    shown = figures.indicators(boundary)
    scope = _Scope(figures, members, boundary, group, lang, ranked)
    found = [one for name in shown if (one := _indicator(scope, name, parts))["t"]]
    return {
        "w": _words(boundary, lang),
        "marks": [decimal, thousands],
        "country": group == COUNTRY,
        "members": members,
        "names": {code: known[code].label(lang) for code in sorted({*view["provinces"], *members})},
        "view": _view(view, boundary),
        "ind": found,
        "parts": list(parts),
        "say": _said(scope),
    }


def _words(boundary: str, lang: Lang) -> dict[str, Any]:
    """Give the texts of the page; blanks that are left are filled by the script."""
    blanks = {name: f"{{{name}}}" for name in ("n",)}
    islands = {
        name: [text(f"chart.map.{name}.{part}", lang) for part in ("name", "province", "short")]
        for name in ISLANDS
    }
    return {
        **{name: text(f"snapshot.{name}", lang, **blanks) for name in _WORDS},
        "missing": text("value.missing", lang),
        "outside": text("chart.map.outside", lang),
        "status": {one: text(f"status.{one}", lang) for one in "PEMDXQ"},
        "watermark": text("chart.watermark", lang),
        "islands": islands,
        "licence": geometry.attribution(boundary, lang),
        "disclaimer": text("chart.map.disclaimer", lang),
    }


def _view(view: dict[str, Any], boundary: str) -> dict[str, Any]:
    """Give the geometry that the group's view needs: paths, places for names, archipelagos."""
    islands = [
        [one["id"], one["code"][boundary], one["points"]] for one in view.get("archipelagos", ())
    ]
    small = view.get("inset")
    return {
        "w": view["width"],
        "h": view["height"],
        "p": {code: [one["d"], one["at"], one["box"]] for code, one in view["provinces"].items()},
        "islands": islands,
        "inset": small and _inset(small, boundary),
    }


def _inset(small: dict[str, Any], boundary: str) -> dict[str, Any]:
    islands = [[one["id"], one["code"][boundary], one["points"]] for one in small["archipelagos"]]
    return {
        "w": small["width"],
        "h": small["height"],
        "d": small["d"],
        "frame": small["frame"],
        "islands": islands,
    }


def _indicator(scope: _Scope, name: str, parts: dict[str, int]) -> dict[str, Any]:
    about, lang = catalogue.indicator(name), scope.lang
    scale = of_indicator(about)
    periods = [
        when
        for when in scope.figures.periods(name, scope.boundary)
        if any(row.value is not None for row in scope.ranking(name, when).rows)
    ]
    found = [_period(scope, scope.ranking(name, when), parts) for when in periods]
    for (earlier, later), one in zip(pairwise(periods), found[1:], strict=True):
        broken = break_between(about.breaks, earlier, later)
        one["b"] = text(broken.reason, lang) if broken else ""
    return {
        "id": name,
        "name": about.name[lang],
        "unit": catalogue.units()[about.unit].name[lang],
        "dec": about.decimals,
        "br": list(scale.breaks),
        "fill": list(LIGHT.fills(scale.ramp)),
        "ink": list(LIGHT.inks(scale.ramp)),
        "leg": [entry.words for entry in scale.legend(lang)],
        "down": about.direction < 0,
        "t": found,
    }


def _period(scope: _Scope, one: Ranking, parts: dict[str, int]) -> dict[str, Any]:
    rows = [one.row(code) for code in scope.members]
    statuses = "".join(row.status for row in rows)
    line = [parts.setdefault(part, len(parts)) for part in line_of(one, scope.lang).split(BETWEEN)]
    return {
        "k": one.period,
        "p": dates.period(one.period, scope.lang),
        "f": finding_titles.standing(one, scope.lang),
        "v": [_whole(row.value, one.decimals) for row in rows],
        "r": [row.rank for row in rows],
        "g": [] if scope.group == COUNTRY else [row.group_rank for row in rows],
        "s": statuses[:1] if len(set(statuses)) == 1 else statuses,
        "n": one.n,
        "gn": one.group_n,
        "m": _whole(one.median, one.decimals),
        "b": "",
        "line": line,
        "x": one.illustrative,
    }


def _whole(value: float | None, decimals: int) -> int | None:
    """Give a value as it is printed, in units of its last decimal: 0,7292 is 7292."""
    shown = rounded(value, decimals)
    return None if shown is None else round(shown * 10**decimals)


def _said(scope: _Scope) -> dict[str, list[str]]:
    """Give what is said of each member: where it is ahead of its group and where behind."""
    found = {
        code: profile(scope.figures, code, scope.boundary, scope.group, ranked=scope.ranked)
        for code in scope.members
    }
    most = None if len(found) <= _MANY else 1
    return {code: list(profile_sentences(one, scope.lang))[:most] for code, one in found.items()}
