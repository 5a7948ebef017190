"""The line under every figure: unit, period, list of provinces, source, release, marks.

One function writes it, so that a page, a slide and a picture of the same figure say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from language import Lang, text
from language.dates import day, period

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure's values come from.

    ``unit``, ``source`` and ``rules`` are words already; ``period`` and ``boundary`` are ids;
    ``marks`` are the statuses that occur, official (A) needs none; ``release`` 0 means none.
    """

    unit: str
    period: str
    boundary: str
    source: str
    published_on: str = ""
    release: int = 0
    marks: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def source_line(origin: Origin, lang: Lang) -> str:
    """Write the line; parts without a value are left out."""
    return BETWEEN.join(part for part in _parts(origin, lang) if part)


def capital(words: str) -> str:
    """Give the words with a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def _parts(origin: Origin, lang: Lang) -> Iterator[str]:
    yield text("chart.line.unit", lang, unit=origin.unit) if origin.unit else ""
    yield capital(period(origin.period, lang)) if origin.period else ""
    yield text(f"boundary.{origin.boundary}", lang)
    yield text("chart.line.source", lang, source=origin.source) if origin.source else ""
    if origin.published_on:
        yield text("chart.line.published", lang, day=day(origin.published_on, lang))
    if marks := [mark for mark in origin.marks if mark not in ("A", "M")]:
        words = ", ".join(text(f"status.{mark}", lang) for mark in sorted(set(marks)))
        yield text("chart.line.marks", lang, marks=words)
    yield from origin.rules
    if origin.release:
        yield text("chart.line.release", lang, release=origin.release)
