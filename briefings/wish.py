"""What somebody wants to take away, checked by name before anything is made."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from data.catalogue import indicators
from data.reference import groups_on
from data.reference import provinces as listed
from data.service.choices import among, choose, choose_province, known_boundary, refuse
from data.service.figures import Figures

COUNTRY = "country"
FIRST_GROUP = "northern-midlands-mountains"
TOTAL = "dti_total"
FORMATS = (".png", ".svg", ".pdf", ".pptx", ".xlsx")
SUFFIXES = {
    "deck": (".pptx",),
    "briefing": (".docx",),
    "sheet": (".pdf", ".docx"),
    "card": (".png",),
    "map": FORMATS,
    "picture": FORMATS,
    "workbook": (".xlsx",),
    "snapshot": (".html",),
    "release-day": (".zip",),
}
"""Kinds of files with the endings that each may have; the first is the usual one."""
FIGURES = (
    *("map", "bars", "lines", "scatter", "stacked", "table"),
    *("places", "values", "trend"),
)
"""``briefings.finding.Which``; the trend is that of a province."""


def templates_of(kind: str, suffix: str) -> tuple[Literal["pptx", "docx"], ...]:
    """Give the kinds of an office's template that a file can be made with; most have none."""
    found = _TEMPLATES.get(kind, ())
    return found if kind == "release-day" else tuple(one for one in found if suffix == f".{one}")


_TEMPLATES: dict[str, tuple[Literal["pptx", "docx"], ...]] = {
    "deck": ("pptx",),
    "map": ("pptx",),
    "picture": ("pptx",),
    "briefing": ("docx",),
    "release-day": ("pptx", "docx"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, as it was written; ``None`` and "" are filled in by ``settled``.

    ``figure`` is the kind of figure of a ``picture``. A deck with an indicator is one slide.
    """

    kind: str
    province: str = ""
    group: str = ""
    boundary: str | None = None
    period: str | None = None
    indicator: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is made, every name of it there.

    ``province`` is a code, or "" for the group as a whole; ``suffix`` the ending of the file.
    ``is_one`` is a single figure: a picture, a map, a slide.
    """

    kind: str
    province: str
    group: str
    boundary: str
    period: str
    indicator: str
    figure: str
    suffix: str
    is_one: bool


def settled(figures: Figures, wish: Wish, name: str) -> Asked:
    """Check a wish, and the ending of the file that it goes to.

    ``UnknownChoice`` says which names exist; ``PeriodError`` for a text that is no period.
    """
    among("export", wish.kind, SUFFIXES)
    suffix = PurePath(name).suffix.casefold()
    among("suffix", suffix or name, SUFFIXES[wish.kind])
    is_one = wish.kind in ("map", "picture") or bool(wish.indicator and wish.kind == "deck")
    indicator = wish.indicator or TOTAL
    among("indicator", indicator, indicators())
    figure = "map" if wish.kind == "map" else wish.figure or ("map" if is_one else "")
    if figure:
        among("figure", figure, FIGURES)
    boundary, province = _where(figures, wish, indicator)
    group = wish.group or _group_of(province, boundary)
    found = choose(figures, indicator, wish.period, boundary, group)
    if (wish.kind == "sheet" or figure == "trend") and not province:
        refuse("province", "", _provinces(boundary))
    where = {"group": found.group, "boundary": found.boundary, "period": found.period}
    return Asked(
        wish.kind,
        province,
        **where,
        indicator=indicator,
        figure=figure,
        suffix=suffix,
        is_one=is_one,
    )


def _where(figures: Figures, wish: Wish, indicator: str) -> tuple[str, str]:
    """Give list and province: of a province the newest list that knows it."""
    known_boundary(wish.boundary)
    if wish.province:
        code, on = choose_province(wish.province, wish.boundary)
        return on, code
    group = wish.group or FIRST_GROUP
    return choose(figures, indicator, wish.period, wish.boundary, group).boundary, ""


def _group_of(province: str, boundary: str) -> str:
    """Give whom a province is compared with: the mountains, else its own region."""
    groups = groups_on(boundary)
    if not province or province in groups[FIRST_GROUP].members[boundary]:
        return FIRST_GROUP
    around = (key for key, one in groups.items() if province in one.members[boundary])
    return next((key for key in around if key != COUNTRY), COUNTRY)


def _provinces(boundary: str) -> list[str]:
    return [f"{code} {one.name.vi}" for code, one in listed(boundary).items()]


def file_name(asked: Asked, release: int) -> str:
    """Name the file of a choice, in plain letters: ``dti-briefing-34-08-2024-r14.docx``."""
    about = asked.province or asked.group
    when = asked.period.replace("/", "_")
    kind = asked.figure or asked.kind
    if asked.is_one and asked.indicator != TOTAL:
        kind += "-" + asked.indicator.replace("_", "-")
    return f"dti-{kind}-{asked.boundary}-{about}-{when}-r{release}{asked.suffix}"
