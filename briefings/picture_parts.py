"""The parts of a picture of a finding: its figure without words around it, and the small print."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefings.finding import Drawn, Finding
from charts import bars, lines_svg, scatter_svg, stacked_svg, table_svg
from charts.bars import BarsFigure
from charts.lines import LinesFigure
from charts.map import svg as map_svg
from charts.map.figure import MapFigure
from charts.scatter import ScatterFigure
from charts.source_line import BETWEEN
from charts.stacked import StackedFigure
from charts.svg import tag, width_of, wrap
from charts.table import Table
from charts.theme import LIGHT
from language import Lang, text

_SIZE = re.compile(r'<svg [^>]*? width="([\d.]+)" height="([\d.]+)"')
F = TypeVar("F", MapFigure, BarsFigure, LinesFigure, ScatterFigure, StackedFigure)
SHORT = ("unit", "period", "boundary", "release", "made")


@dataclass(frozen=True, slots=True)
class Body:
    """A drawn figure: its markup and its size in pixels."""

    markup: str
    width: float
    height: float

    def at(self, x: float, y: float, scale: float = 1.0) -> str:
        """Place it in a larger picture with its upper left at (x, y).

        It is not clipped to its size, which nothing exceeds: that takes a fifth of a rendering.
        """
        markup = self.markup.replace("<svg ", '<svg overflow="visible" ', 1)
        return tag("g", markup, transform=f"translate({x:.2f} {y:.2f}) scale({scale:.4f})")


def body(finding: Finding, lang: Lang, width: float) -> Body:
    """Draw a finding's figure ``width`` pixels wide, without title and source line.

    Both stand around it, from the finding. Map licence, standing and watermark stay in it.
    """
    drawn = _draw(finding.figure, lang, width, illustrative=finding.notes.illustrative)
    found = _SIZE.match(drawn)
    assert found is not None  # noqa: S101 - every writer of charts begins so
    return Body(drawn, float(found[1]), float(found[2]))


def _draw(figure: Drawn, lang: Lang, width: float, *, illustrative: bool) -> str:
    if isinstance(figure, Table):
        return table_svg.svg(figure, lang, LIGHT, width, illustrative=illustrative)
    if isinstance(figure, MapFigure):
        return map_svg.svg(_bare(figure), lang, LIGHT, width)
    if isinstance(figure, BarsFigure):
        return bars.svg(_bare(figure), lang, LIGHT, width)
    if isinstance(figure, LinesFigure):
        return lines_svg.svg(_bare(replace(figure, subtitle="")), lang, LIGHT, width)
    if isinstance(figure, ScatterFigure):
        return scatter_svg.svg(_bare(replace(figure, subtitle="")), lang, LIGHT, width)
    return stacked_svg.svg(_bare(figure), lang, LIGHT, width)


def _bare(figure: F) -> F:
    return replace(figure, title="", source="")


def shortened(figure: Drawn, most: int) -> tuple[Drawn, int]:
    """Give a figure of many rows with the first ``most`` and home; and how many are left out."""
    if isinstance(figure, BarsFigure):
        codes = [bar.code for bar in figure.bars]
        kept = _kept(codes, figure.home, most)
        shown = tuple(figure.bars[place] for place in kept)
        return replace(figure, bars=shown), len(codes) - len(kept)
    if isinstance(figure, Table):
        home = next((str(n) for n, line in enumerate(figure.lines) if line.is_home), "")
        kept = _kept([str(place) for place in range(len(figure.lines))], home, most)
        rows = tuple(figure.lines[place] for place in kept)
        return replace(figure, lines=rows), len(figure.lines) - len(kept)
    if isinstance(figure, StackedFigure):
        kept = _kept(list(figure.codes), figure.home, most)
        return _stacked_rows(figure, kept), len(figure.codes) - len(kept)
    return figure, 0


def _kept(codes: Sequence[str], home: str, most: int) -> list[int]:
    if len(codes) <= most:
        return list(range(len(codes)))
    first = list(range(most - 1))
    at = codes.index(home) if home in codes else most - 1
    return [*first, at if at >= most - 1 else most - 1]


def _stacked_rows(figure: StackedFigure, kept: Sequence[int]) -> StackedFigure:
    return replace(
        figure,
        codes=tuple(figure.codes[place] for place in kept),
        names=tuple(figure.names[place] for place in kept),
        parts=tuple(
            replace(part, values=tuple(part.values[place] for place in kept))
            for part in figure.parts
        ),
    )


def small_print(finding: Finding, lang: Lang, *, long: bool = True) -> list[str]:
    """Give the notes as paragraphs: what is measured, when made, then sources, marks, method.

    Not ``long``: without method and addresses, for pictures that are seen on a phone. What the
    figure itself says below it (a map's licence, the breaks of lines) is not said again.
    """
    fields = dict(finding.notes.fields(lang))
    heads = {name: text(f"field.{name}", lang) for name in (*SHORT, "status", "break", "method")}
    first = [f"{heads[name]}: {fields[heads[name]]}" for name in SHORT if heads[name] in fields]
    return [BETWEEN.join(first), *_paragraphs(finding, lang, heads, long=long)]


def _paragraphs(
    finding: Finding, lang: Lang, heads: dict[str, str], *, long: bool
) -> Iterator[str]:
    notes = finding.notes
    sources = [one if long else one.rpartition(". http")[0] or one for one in notes.sources]
    if sources:
        yield f"{text('field.source', lang)}: {'; '.join(sources)}"
    if notes.illustrative:
        yield text("chart.watermark", lang)
    if notes.marks:
        yield f"{heads['status']}: {'; '.join(notes.marks)}"
    drawn = (
        {mark.words for mark in finding.figure.breaks}
        if isinstance(finding.figure, LinesFigure)
        else set()
    )
    if breaks := [one for one in notes.breaks if one not in drawn]:
        yield f"{heads['break']}: {'; '.join(breaks)}"
    if notes.method and long:
        yield f"{heads['method']}: {' '.join(notes.method)}"


def fitted(words: str, size: float, width: float) -> list[str]:
    """Break a text into lines that fit; an address wider than a line is cut behind a slash."""
    parts = [piece for word in words.split(" ") for piece in _pieces(word, size, width)]
    return wrap(" ".join(parts), size, width)


def _pieces(word: str, size: float, width: float) -> list[str]:
    if width_of(word, size) <= width:
        return [word]
    found = [""]
    for piece in re.findall(r"[^/&]*[/&]?", word):
        if found[-1] and width_of(found[-1] + piece, size) > width:
            found.append("")
        found[-1] += piece
    return found
