"""The figures of a list of provinces as one Excel workbook that this program reads back.

Figures stand as they were published, a sheet for each dataflow; what is computed of them stands on
sheets of its own, with Excel's own charts. Numbers are numbers and words are never formulas.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO

from briefings import book_figures, book_views, finding_titles, sheets
from briefings.finding_scope import ranked_once
from data import catalogue, reference
from data.service.choices import Choice
from data.service.figures import Figures
from data.service.profile import Ranked
from language import Lang, dates, text


def workbook(
    figures: Figures, about: Choice, lang: Lang, made: date, *, ranked: Ranked | None = None
) -> bytes:
    """Write the workbook of a choice, as .xlsx.

    Parameters
    ----------
    about
        Indicator, period, list and group of the sheets that are computed. The sheets of figures
        hold everything that was published on the list, in every period.
    ranked
        Where rankings come from: give one that keeps them when many files are made.

    Raises
    ------
    UnknownIndicator, UnknownPeriod, UnknownGroup, UnknownName
        For a name that is not there; the message says which are.
    """
    give = ranked or ranked_once(figures, lang)
    ranking = give(about.indicator, about.period, about.boundary, about.group)
    shown = catalogue.indicator(about.indicator)
    target = BytesIO()
    book = sheets.new_book(target, title(about, lang))
    book_views.ranking_sheet(book, ranking, lang)
    book_views.years_sheet(book, give, figures, shown, about.boundary, about.group, lang)
    book_views.newest_sheet(book, give, figures, about.boundary, about.group, lang)
    sources = {
        source
        for flow in book_figures.flows_on(figures, about.boundary)
        for source in book_figures.add(book, figures, flow, about.boundary, lang)
    } | set(ranking.sources)
    found = (text("field.result", lang), finding_titles.standing(ranking, lang))
    notes = [found, *_notes(figures, about, sources, lang, made)]
    sheets.notes_sheet(book, text("table.notes", lang), notes)
    book.close()
    return target.getvalue()


def title(about: Choice, lang: Lang) -> str:
    """Name the workbook: group and list of provinces."""
    group = reference.group(about.group).name[lang]
    return f"{group}; {reference.boundary(about.boundary).name[lang]}"


def _notes(
    figures: Figures, about: Choice, sources: Iterable[str], lang: Lang, made: date
) -> Iterator[tuple[str, str]]:
    """Yield what a reader must know: release, list, definitions, breaks, sources."""
    group = reference.group(about.group)
    on = reference.boundary(about.boundary)
    yield text("field.release", lang), str(figures.release.id)
    yield text("field.made", lang), dates.day(made.isoformat(), lang)
    yield text("field.boundary", lang), f"{on.name[lang]}. {on.source[lang]}"
    yield text("field.group", lang), f"{group.name[lang]}: {group.definition[lang]}"
    yield text("book.sheets", lang), text("book.sheets_said", lang)
    yield text("field.status", lang), text("book.status_said", lang)
    for name in figures.indicators(about.boundary):
        yield from _indicator(name, lang)
    for source_id in sorted(sources):
        one = catalogue.source(source_id)
        words = f"[{one.id}] {one.publisher[lang]}: {one.title[lang]}. {one.url}"
        yield text("field.source", lang), words.strip()


def _indicator(name: str, lang: Lang) -> Iterator[tuple[str, str]]:
    about = catalogue.indicator(name)
    unit = catalogue.units()[about.unit].name[lang]
    yield f"{about.name[lang]} ({unit})", about.definition[lang]
    for one in about.breaks:
        yield text("field.break", lang), text(one.reason, lang)
