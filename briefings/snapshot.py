"""A group of provinces as one HTML file: map over the years, ranking, trends, profiles, sources.

The file asks nobody for anything: style, script, geometry and figures stand in it, and its own
policy allows the browser nothing else. It opens from a USB stick, also in a browser of 2016.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from briefings.finding_scope import ranked_once
from briefings.snapshot_data import data
from data import catalogue, reference
from data.errors import UnknownChoice
from data.service.figures import Figures
from data.service.profile import Ranked
from language import Lang, dates, text

_PARTS = files("briefings") / "snapshot_page"


def page(
    figures: Figures,
    group: str,
    boundary: str,
    lang: Lang,
    made: date,
    *,
    ranked: Ranked | None = None,
) -> bytes:
    """Write the page of a group on a list of provinces, as UTF-8.

    ``ranked`` is where rankings come from: give one that keeps them when many files are made.
    ``UnknownChoice`` and ``UnknownName`` tell which groups and lists exist.
    """
    reference.boundary(boundary)
    known = reference.groups_on(boundary)
    if group not in known:
        raise UnknownChoice("group", group, tuple(known))
    found = data(figures, group, boundary, lang, ranked or ranked_once(figures, lang))
    style, script = _part("page.css"), _part("page.js")
    blanks = {
        "lang": lang,
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "data": _as_json(found),
        **{name: escape(words) for name, words in _words(figures, group, boundary, lang, made)},
        "notes": _notes((one["id"] for one in found["ind"]), lang),
    }
    return Template(_part("page.html")).substitute(blanks).encode()


def _part(name: str) -> str:
    return (_PARTS / name).read_text("utf-8").strip()


def _policy(style: str, script: str) -> str:
    """Allow this style and this script, and nothing from anywhere."""
    return (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _as_json(found: dict[str, Any]) -> str:
    """Write values so that no text of theirs can end the element that holds them."""
    written = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return written


def _words(
    figures: Figures, group: str, boundary: str, lang: Lang, made: date
) -> list[tuple[str, str]]:
    about = reference.group(group)
    on = reference.boundary(boundary).name[lang]
    day = dates.day(made.isoformat(), lang)
    release = text("snapshot.release", lang, release=figures.release.id, day=day)
    names = ("indicator", "year", "province", "ranking", "trend", "profile", "sources", "print")
    return [
        ("title", f"{about.name[lang]} – {text('app.title', lang)}"),
        ("heading", about.name[lang]),
        ("list", on),
        ("definition", about.definition[lang]),
        ("release", release),
        ("no_script", text("snapshot.no_script", lang)),
        ("offline", text("snapshot.offline", lang)),
        *((f"w_{name}", text(f"snapshot.{name}", lang)) for name in names),
    ]


def _notes(names: Iterable[str], lang: Lang) -> str:
    """Write the definitions of indicators as a list of HTML; every text escaped."""
    shown = [catalogue.indicator(name) for name in names]
    terms = "".join(
        f"<div><dt>{escape(one.name[lang])} ({escape(catalogue.units()[one.unit].name[lang])})</dt>"
        f"<dd>{escape(one.definition[lang])}</dd></div>"
        for one in shown
    )
    return f"<dl>{terms}</dl>"
