"""The small print under a figure of a slide or a document: its line, breaks, the day, map law."""

import re

from briefings.finding import Finding
from briefings.native_series import BREAK
from charts.lines import LinesFigure
from language import Lang, text

DOT = " · "
MOST_SOURCES = 2
_ADDRESS = re.compile(r"https?://\S+")


def small_print(finding: Finding, lang: Lang) -> list[str]:
    """Give the line with breaks and day of making; for a map another one: licence and standing."""
    notes = finding.notes
    line = getattr(finding.figure, "source", "") or _line_of(finding, lang)
    made = f"{text('field.made', lang)}: {notes.made}"
    legal = " ".join(f"{part}." for part in (notes.licence, notes.disclaimer) if part)
    breaks = notes.breaks
    if isinstance(finding.figure, LinesFigure) and finding.figure.breaks:
        breaks = tuple(f"{BREAK} {words}" for words in breaks)
    return [DOT.join([line, *breaks, made]), *([legal] if legal else [])]


def _line_of(finding: Finding, lang: Lang) -> str:
    """Write the line of a table, which has none of its own, from its notes."""
    notes = finding.notes
    parts = (
        text("chart.line.unit", lang, unit=notes.unit) if notes.unit else "",
        notes.period,
        notes.boundary,
        text("chart.line.source", lang, source=_publishers(finding)) if notes.sources else "",
        *notes.marks,
        text("chart.line.release", lang, release=notes.release) if notes.release else "",
    )
    return DOT.join(part for part in parts if part)


def _publishers(finding: Finding) -> str:
    """Name the sources without their addresses, of many only who published: the notes have all."""
    named = [_ADDRESS.sub("", one).strip(" .") for one in finding.notes.sources]
    short = dict.fromkeys(one.split(": ")[0] for one in named)
    return "; ".join(named if len(named) <= MOST_SOURCES else short)
