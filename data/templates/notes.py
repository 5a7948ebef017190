"""What the notes sheet of a template says: how to fill it in, and what each column holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.catalogue import Dataflow, Indicator, units
from data.reference import Boundary
from language import Lang, text

STEPS = ("period", "figures", "missing", "columns", "unit", "list", "source", "load")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet."""

    words: str
    is_heading: bool = False


def notes(flow: Dataflow, shown: Iterable[Indicator], on: Boundary, lang: Lang) -> Iterator[Line]:
    """Yield the lines in their order; the list of provinces stands below them."""
    yield Line(text("template.notes.title", lang, flow=flow.name[lang]), is_heading=True)
    yield Line(flow.definition[lang])
    yield Line(text("template.notes.how", lang), is_heading=True)
    for number, step in enumerate(STEPS, start=1):
        words = text(f"template.notes.{step}", lang, boundary=on.name[lang])
        yield Line(f"{number}. {words}")
    yield Line(text("template.notes.what", lang), is_heading=True)
    for about in shown:
        unit = units()[about.unit].name[lang]
        yield Line(f"{about.name[lang]} ({unit}): {about.definition[lang]}")
    yield Line(text("template.notes.provinces", lang, boundary=on.name[lang]), is_heading=True)
