"""What the browser's map reads once for a release: values, places, groups, and every word.

About 40 kB before compression for a list; an address names release, list and language, so the
answer never changes. The module that reads it (``assets/map.js``) has no words of its own.
"""

import json
from typing import Any

from pandas import DataFrame

from charts import from_ranking
from charts.scale import of_indicator, rounded
from data.catalogue import Indicator, units
from data.catalogue import indicator as catalogue_entry
from data.reference import geometry, groups, provinces
from data.service.figures import Figures
from data.service.placing import place
from language import Lang, text
from language.dates import period

WORDS = {
    "missing": "value.missing",
    "outside": "chart.map.outside",
    "disclaimer": "chart.map.disclaimer",
    "label": "chart.map.label",
    "year": "chart.map.year",
    "rank": "chart.map.rank",
    "groupRank": "chart.map.group_rank",
    "noRank": "chart.map.no_rank",
    "hint": "chart.map.hint",
    "failed": "chart.map.failed",
    "watermark": "chart.watermark",
    "province": "field.province",
    "value": "field.value",
    "place": "field.rank",
}
ISLANDS = ("hoang_sa", "truong_sa")
MARKS = {"vi": (",", "."), "en": (".", ",")}


def values_json(figures: Figures, boundary: str, lang: Lang) -> str:
    """Write ``values`` as compact JSON."""
    return json.dumps(values(figures, boundary, lang), ensure_ascii=False, separators=(",", ":"))


def values(figures: Figures, boundary: str, lang: Lang) -> dict[str, Any]:
    """Give everything that the map shows of one release on one list.

    Returns
    -------
    dict
        ``indicators[id].periods[period]`` has ``v`` (values by code, rounded half up as shown,
        missing left out), ``r`` (places by code, none where withheld), ``n`` (their N), ``s``
        (statuses that are not official), ``x`` (illustrative) and ``line`` (under the figure).
        ``groups`` lists codes by group; ``country`` stands for all and is not in it.
    """
    names = {code: province.label(lang) for code, province in provinces(boundary).items()}
    members = {one.id: one.members.get(boundary, ()) for one in groups().values()}
    found = figures.indicators(boundary)
    every = {when for name in found for when in figures.periods(name, boundary)}
    return {
        "release": figures.release.id,
        "boundary": boundary,
        "lang": lang,
        "words": _words(boundary, lang),
        "provinces": names,
        "groups": {
            name: list(codes) for name, codes in members.items() if 0 < len(codes) < len(names)
        },
        "periods": {when: period(when, lang) for when in sorted(every)},
        "indicators": {name: _indicator(figures, name, boundary, lang) for name in found},
    }


def _words(boundary: str, lang: Lang) -> dict[str, Any]:
    """Give the texts, their blanks left for the module to fill."""
    decimal, thousands = MARKS[lang]
    islands = {
        name: {
            part: text(f"chart.map.{name}.{part}", lang) for part in ("name", "province", "short")
        }
        for name in ISLANDS
    }
    return {
        **{name: _template(key, lang) for name, key in WORDS.items()},
        "licence": geometry.attribution(boundary, lang),
        "islands": islands,
        "decimal": decimal,
        "thousands": thousands,
    }


def _template(key: str, lang: Lang) -> str:
    """Give a text with its blanks as they are."""
    blanks = {name: f"{{{name}}}" for name in ("rank", "n", "indicator", "period")}
    return text(key, lang, **blanks)


def _indicator(figures: Figures, name: str, boundary: str, lang: Lang) -> dict[str, Any]:
    about = catalogue_entry(name)
    scale = of_indicator(about)
    return {
        "name": about.name[lang],
        "unit": units()[about.unit].name[lang],
        "suffix": units()[about.unit].suffix[lang],
        "decimals": about.decimals,
        "direction": about.direction,
        "ramp": scale.ramp,
        "breaks": list(scale.breaks),
        "ticks": list(scale.ticks(lang)),
        "classes": [entry.words for entry in scale.legend(lang)],
        "periods": {
            when: _period(figures, about, when, boundary, lang)
            for when in figures.periods(name, boundary)
        },
    }


def _period(
    figures: Figures, about: Indicator, when: str, boundary: str, lang: Lang
) -> dict[str, Any]:
    table = figures.values(about.id, when, boundary)
    scores = table["value"]
    ranks = place(scores, list(scores.index), about).ranks.dropna()
    known = table[scores.notna()]
    return {
        "v": {code: rounded(value, about.decimals) for code, value in known["value"].items()},
        "r": {code: int(rank) for code, rank in ranks.items()},
        "n": len(known),
        "s": {code: status for code, status in known["status"].items() if status != "A"},
        "x": bool((known["status"] == "X").any()),
        "line": _line(figures, about, when, boundary, known, lang),
    }


def _line(
    figures: Figures, about: Indicator, when: str, boundary: str, known: DataFrame, lang: Lang
) -> str:
    ids = sorted({one for several in known["source_id"] for one in several.split()})
    made = known[["status", "rule", "weights", "basis"]].itertuples(index=False, name=None)
    return from_ranking.line(about.id, when, boundary, figures.release.id, made, ids, lang)
