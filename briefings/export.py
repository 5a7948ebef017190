"""Files of every kind from one choice: the work of ``dti export`` and of the page beside it.

What writes a kind of file is imported when one is made: whoever waits for a picture does not wait
for the libraries of Word, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefings import findings
from briefings.finding import Finding
from briefings.finding_scope import ranked_once
from briefings.wish import Asked
from data import reference
from data.service.choices import Choice
from data.service.figures import Figures
from data.service.profile import Ranked
from indicators.period import parse
from language import Lang, dates, text

MOST_OF_PROVINCE, MOST_OF_GROUP = 8, 10  # slides of a deck, its cover included


@dataclass(frozen=True, slots=True)
class Maker:
    """What all files of one release share; ``ranked`` keeps the rankings that they have in common.

    ``slides`` and ``paper`` are an office's own .pptx and .docx, ``None`` for ours.
    """

    figures: Figures
    lang: Lang
    made: date
    ranked: Ranked
    slides: bytes | None = None
    paper: bytes | None = None


def maker(
    figures: Figures,
    lang: Lang,
    made: date,
    *,
    slides: bytes | None = None,
    paper: bytes | None = None,
) -> Maker:
    """Make what files of one release are made with."""
    return Maker(figures, lang, made, ranked_once(figures, lang), slides, paper)


@dataclass(frozen=True, slots=True)
class File:
    """A file that was made: its content, and the title that it carries."""

    content: bytes
    title: str


def make(by: Maker, asked: Asked) -> File:
    """Make the file of a choice; a release day is made by ``release_day``.

    The same choice of the same release on the same day gives the same bytes. ``BadTemplate`` for
    an office's file that cannot be used; ``UnknownPeriod`` where there is no figure of the kind.
    """
    return _MAKERS[asked.kind](by, asked)


def findings_of(by: Maker, asked: Asked) -> tuple[Finding, ...]:
    """Give what a choice shows: one figure, a province's findings, or a group's."""
    where = (asked.boundary, asked.group)
    if asked.is_one:
        return (_figure(by, asked),)
    if asked.province:
        about = (asked.province, *where, asked.period, by.lang, by.made)
        return findings.of_province(by.figures, *about, ranked=by.ranked)
    asked_of = (asked.group, asked.boundary, asked.period, by.lang, by.made)
    return findings.of_group(by.figures, *asked_of, ranked=by.ranked)


def _figure(by: Maker, asked: Asked) -> Finding:
    return findings.of_figure(
        by.figures,
        asked.figure,  # type: ignore[arg-type]  # checked against the kinds that there are
        asked.indicator,
        asked.period,
        asked.boundary,
        asked.group,
        by.lang,
        by.made,
        home=asked.province,
        ranked=by.ranked,
    )


def title(asked: Asked, lang: Lang) -> str:
    """Name what a file is about: the province or the group."""
    if asked.province:
        found = reference.province(asked.province, asked.boundary)
        return found.label(lang)
    return reference.group(asked.group).name[lang]


def _deck(by: Maker, asked: Asked) -> File:
    from briefings import slides

    found = findings_of(by, asked)
    said = found[0].title if asked.is_one else title(asked, by.lang)
    day = dates.day(by.made.isoformat(), by.lang)
    release = text("snapshot.release", by.lang, release=by.figures.release.id, day=day)
    on = reference.boundary(asked.boundary).name[by.lang]
    group = reference.group(asked.group)
    about = f"{text('app.title', by.lang)}; {dates.period(asked.period, by.lang)}"
    notes = (f"{group.name[by.lang]}: {group.definition[by.lang]}", on, release)
    most = MOST_OF_PROVINCE if asked.province else MOST_OF_GROUP
    cover = slides.Cover(said, f"{about}; {on}", notes, by.made, most)
    return File(slides.deck(found, cover, by.lang, by.slides), said)


def _picture(by: Maker, asked: Asked) -> File:
    from briefings import figure_book, pictures

    if asked.suffix == ".pptx":
        return _deck(by, asked)
    found = _figure(by, asked)
    drawn: dict[str, Callable[[], bytes]] = {
        ".png": lambda: pictures.png(found, by.lang),
        ".svg": lambda: pictures.svg(found, by.lang).encode(),
        ".pdf": lambda: pictures.pdf(found, by.lang),
        ".xlsx": lambda: figure_book.workbook(found, by.lang),
    }
    return File(drawn[asked.suffix](), found.title)


def _card(by: Maker, asked: Asked) -> File:
    """Make the card of the first finding, or of the one figure that was asked for."""
    from briefings import pictures

    found = findings_of(by, asked)[0]
    return File(pictures.card(found, by.lang), found.title)


def _workbook(by: Maker, asked: Asked) -> File:
    from briefings import book

    about = Choice(asked.indicator, asked.period, asked.boundary, asked.group)
    content = book.workbook(by.figures, about, by.lang, by.made, ranked=by.ranked)
    return File(content, book.title(about, by.lang))


def _snapshot(by: Maker, asked: Asked) -> File:
    from briefings import snapshot

    where = (asked.group, asked.boundary)
    content = snapshot.page(by.figures, *where, by.lang, by.made, ranked=by.ranked)
    return File(content, title(asked, by.lang))


def _briefing(by: Maker, asked: Asked) -> File:
    from briefings import documents

    said = text(
        "export.briefing_title",
        by.lang,
        name=_named(asked, by.lang),
        period=dates.period(asked.period, by.lang),
    )
    about = documents.About(said, by.made)
    return File(documents.briefing(findings_of(by, asked), about, by.lang, by.paper), said)


def _named(asked: Asked, lang: Lang) -> str:
    """Name a province with its kind as it was in the period, or a group within a sentence."""
    if not asked.province:
        name = reference.group(asked.group).name[lang]
        return name[:1].lower() + name[1:] if lang == "vi" else name
    on = reference.boundary(asked.boundary)
    day = max(parse(asked.period).end.isoformat(), on.valid_from)
    return reference.province(asked.province, asked.boundary).titled(lang, day)


def _sheet(by: Maker, asked: Asked) -> File:
    from briefings import one_page

    found = findings_of(by, asked)
    write = one_page.pdf if asked.suffix == ".pdf" else one_page.docx
    return File(write(found, by.lang), title(asked, by.lang))


_MAKERS: dict[str, Callable[[Maker, Asked], File]] = {
    "deck": _deck,
    "briefing": _briefing,
    "sheet": _sheet,
    "card": _card,
    "map": _picture,
    "picture": _picture,
    "workbook": _workbook,
    "snapshot": _snapshot,
}
