"""One figure as people take it away: what it shows, described once, and what must stand beside it.

Slides, documents, workbooks, pictures and one-file pages are all written from findings, so that
the same figure says the same everywhere: a title that states what was found, unit, period, list
of provinces, source document, release, marks, breaks, the date of making, and under a map its
licence and the line that it has no legal value.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefings.plain_words import changed_words
from charts.bars import BarsFigure
from charts.lines import LinesFigure
from charts.map.figure import MapFigure
from charts.scatter import ScatterFigure
from charts.stacked import StackedFigure
from charts.table import Table
from language import Lang, text

Kind = Literal["map", "bars", "lines", "scatter", "stacked", "table"]
Which = Kind | Literal["places", "values", "trend"]
"""What can be asked for: a kind, or one of the three figures over the years by name."""
Drawn = MapFigure | BarsFigure | LinesFigure | ScatterFigure | StackedFigure | Table


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands beside a figure, in words; "" or empty where there is nothing to say.

    ``marks`` name statuses other than official (converted by which rule, provisional, quoted);
    ``breaks`` say from when on a method changed; ``made`` is the day of making in words;
    ``licence`` and ``disclaimer`` belong to maps. ``illustrative``: the watermark is due.
    ``day`` is the day of making as a date, for a file's properties.
    """

    unit: str
    period: str
    boundary: str
    sources: tuple[str, ...]
    release: int
    made: str
    marks: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    licence: str = ""
    disclaimer: str = ""
    illustrative: bool = False
    day: date = date(2000, 1, 1)

    def fields(self, lang: Lang) -> tuple[tuple[str, str], ...]:
        """Give every note as (heading, words), in the order in which they are read."""
        found = (
            ("unit", self.unit),
            ("period", self.period),
            ("boundary", self.boundary),
            ("source", "\n".join(self.sources)),
            ("status", "; ".join(self.marks)),
            ("break", "; ".join(self.breaks)),
            ("method", "\n".join(self.method)),
            ("release", str(self.release)),
            ("made", self.made),
            ("map", " ".join(part for part in (self.licence, self.disclaimer) if part)),
        )
        watermark = (("status", text("chart.watermark", lang)),) if self.illustrative else ()
        return tuple(
            (text(f"field.{name}", lang), words) for name, words in (*watermark, *found) if words
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure with its words and numbers.

    Attributes
    ----------
    id
        Names the figure in files and addresses: ``dti_total-2024-34-country-map``.
    title
        A sentence, computed from the figures, that says what is found: the slide's title.
    subtitle
        What is shown: indicator, period, list of provinces, group.
    figure
        The figure as data; ``charts`` and the native writers draw it.
    numbers
        The same numbers as a table, for the annex and for those who do not see the figure.
    alt
        Says in one or two sentences what the picture shows.
    said
        Further sentences about it, each computed.
    """

    id: str
    kind: Kind
    title: str
    subtitle: str
    figure: Drawn
    numbers: Table
    alt: str
    notes: Notes
    said: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Take what no format can hold out of all words, whoever chose them."""
        for name, value in changed_words(self).items():
            object.__setattr__(self, name, value)
