"""The life of one figure: every value that it had, who wrote it, when, and from which cell."""

from collections.abc import Sequence

from briefings.history_tables import who
from briefings.moments import moment
from charts.table import Cell, Column, Line, Table
from data import catalogue, reference
from data.service.history import Written
from data.service.tables import Origin
from language import Lang, dates, text
from language.numbers import number

_NAMES = ("release", "value", "when", "by", "kind", "file", "note")


def title(indicator: str, period: str, boundary: str, province: str, lang: Lang) -> str:
    """Name a figure: ``Hà Giang (cũ): Điểm DTI, năm 2023``."""
    return text(
        "life.title",
        lang,
        province=reference.province(province, boundary).label(lang),
        figure=catalogue.indicator(indicator).name[lang],
        period=dates.period(period, lang),
    )


def life_table(found: Sequence[Written], indicator: str, caption: str, lang: Lang) -> Table:
    """List the releases that wrote a figure, newest first; the first value is the newest one."""
    heads = tuple(
        Column(
            text(f"life.{name}", lang),
            name == "value",
            sortable=False,
            is_long=name in ("file", "note"),
        )
        for name in _NAMES
    )
    decimals = catalogue.indicator(indicator).decimals
    lines = tuple(_line(one, decimals, lang) for one in found)
    return Table(caption, heads, lines, is_prose=True)


def _line(one: Written, decimals: int, lang: Lang) -> Line:
    words = (
        text("life.number", lang, release=one.release),
        _value(one, decimals, lang),
        moment(one.at, lang),
        who(one, lang),
        text(f"history.kind_{one.kind}", lang),
        _place(one, lang),
        _said(one, lang) or "–",
    )
    return Line(tuple(Cell(each) for each in words))


def _value(one: Written, decimals: int, lang: Lang) -> str:
    """Write the value with its status; a figure that was taken back has neither."""
    if not one.new_status:
        return text("life.gone", lang)
    if one.new is None:
        return text("value.missing", lang)
    words = number(one.new, decimals, lang)
    is_official = one.new_status == "A"
    return words if is_official else f"{words} ({text(f'status.{one.new_status}', lang)})"


def _place(one: Written, lang: Lang) -> str:
    """Name file, sheet and cell; one that an undo brought back stands where it was read."""
    if not one.file:
        return "–"
    if not one.sheet:
        return text("life.place_without_sheet", lang, file=one.file, cell=one.cell)
    return text("life.place", lang, file=one.file, sheet=one.sheet, cell=one.cell)


def _said(one: Written, lang: Lang) -> str:
    """Give note and reason as sentences."""
    found = [one.note] if one.note else []
    if one.reason:
        found.append(text("history.for_reason", lang, reason=one.reason))
    return " ".join(found)


def part(origin: Origin, period: str, lang: Lang) -> str:
    """Name a figure that another one was computed from, in short."""
    return text(
        "life.part",
        lang,
        province=reference.province(origin.province_code, origin.boundary).label(lang),
        figure=catalogue.indicator(origin.indicator_id).short[lang],
        period=dates.period(period, lang),
    )
