"""Sheets of figures as they were published, in a layout that reads back as the same figures.

A row holds what one province has in one period from one source in one state; missing figures are
written as such, and where nobody published anything the cell stays empty.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefings import sheets
from data import catalogue, reference
from data.catalogue import Indicator
from data.service.figures import Figures
from indicators.model import Observation, Status
from indicators.period import parse
from language import Lang, dates, text

MISSING = "…"
HEAD = 4  # row of the headings, counted from zero; units stand above them
_LEAD = 3  # columns before the figures: code, name, period
_WIDEST_NAME = 31  # of a sheet, in Excel


@dataclass(frozen=True, slots=True)
class _Key:
    """What the figures of one row share."""

    period: str
    province_code: str
    source_id: str
    status: Status


def flows_on(figures: Figures, boundary: str) -> tuple[str, ...]:
    """Give the dataflows of which something was published on a list, in the catalogue's order."""
    known = {
        catalogue.indicator(name).dataflow for name, _, on in figures.covered if on == boundary
    }
    return tuple(flow for flow in catalogue.dataflows() if flow in known)


def add(book: Any, figures: Figures, flow: str, boundary: str, lang: Lang) -> tuple[str, ...]:
    """Add the sheet of a dataflow; give the sources that its figures have."""
    found = _published(figures, flow, boundary)
    present = {one.indicator_id for one in found}
    shown = [one for name, one in catalogue.indicators().items() if name in present]
    sheet = book.add_worksheet(sheet_name(catalogue.dataflows()[flow].name[lang], book))
    _lines_above(book, sheet, flow, boundary, found, lang)
    rows = _rows(found)
    _headings(book, sheet, shown, lang)
    forms = [book.add_format({"num_format": sheets.number_form(one)}) for one in shown]
    plain = book.add_format({"num_format": "@"})
    for line, (key, values) in enumerate(rows.items(), start=HEAD + 1):
        _row(sheet, line, key, boundary, plain, lang)
        for place, (about, form) in enumerate(zip(shown, forms, strict=True), start=_LEAD):
            _write(sheet, line, place, values.get(about.id, ""), form)
        _tail(sheet, line, _LEAD + len(shown), key, plain, lang)
    sheets.as_table(sheet, HEAD, len(rows), _LEAD + len(shown) + 2, fixed=2)
    return tuple(sorted({one.source_id for one in found}))


def sheet_name(words: str, book: Any) -> str:
    """Give a name that Excel takes for a sheet and that the workbook has not."""
    plain = "".join(" " if letter in "[]:*?/\\'" else letter for letter in words)
    short = " ".join(plain.split())
    while len(short) > _WIDEST_NAME:
        short = short.rpartition(" ")[0] or short[:_WIDEST_NAME]
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    names = (short, *(f"{short[: _WIDEST_NAME - 4]} {n}" for n in range(2, 100)))
    return next(name for name in names if name.casefold() not in taken)


def _published(figures: Figures, flow: str, boundary: str) -> list[Observation]:
    """Read what was published of a dataflow on a list, the newest period first."""
    names = [name for name, one in catalogue.indicators().items() if one.dataflow == flow]
    table = figures.store.observations(figures.release, indicator_ids=names, boundary=boundary)
    columns = table[list(_FIELDS)].itertuples(index=False, name=None)
    found = [_observation(dict(zip(_FIELDS, row, strict=True))) for row in columns]
    return sorted(found, key=lambda one: (*_newest_first(one.period), one.province_code))


_FIELDS = (
    "province_code",
    "boundary",
    "indicator_id",
    "period",
    "value",
    "unit",
    "status",
    "source_id",
)


def _observation(fields: Mapping[str, Any]) -> Observation:
    status = Status(fields["status"])
    value = None if status == Status.M else float(fields["value"])
    return Observation(**{**fields, "status": status, "value": value})


def _newest_first(period: str) -> tuple[int, int]:
    read = parse(period)
    return -read.end.toordinal(), read.start.toordinal()


def _rows(found: Iterable[Observation]) -> dict[_Key, dict[str, float | str]]:
    """Gather figures into rows; a missing one stands beside others of its source."""
    listed = list(found)
    rows: dict[_Key, dict[str, float | str]] = {}
    for one in listed:
        if one.value is not None:
            rows.setdefault(_key(one, one.status), {})[one.indicator_id] = one.value
    for one in listed:
        if one.value is None:
            beside = (key for status in Status if (key := _key(one, status)) in rows)
            key = next(beside, _key(one, Status.M))
            rows.setdefault(key, {})[one.indicator_id] = MISSING
    order = sorted(rows, key=lambda key: (*_newest_first(key.period), key.province_code))
    return {key: rows[key] for key in order}


def _key(one: Observation, status: Status) -> _Key:
    return _Key(one.period, one.province_code, one.source_id, status)


def _lines_above(
    book: Any, sheet: Any, flow: str, boundary: str, found: Iterable[Observation], lang: Lang
) -> None:
    bold = book.add_format({"bold": True, "font_size": 13})
    name = catalogue.dataflows()[flow].name[lang]
    sheet.write_string(0, 0, text("template.title", lang, flow=name, boundary=boundary), bold)
    sheet.write_string(1, 0, text("book.partial", lang), book.add_format({"italic": True}))
    if any(one.status == Status.X for one in found):
        sheet.write_string(2, 0, text("chart.watermark", lang), bold)


def _headings(book: Any, sheet: Any, shown: list[Indicator], lang: Lang) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    lead = (("code", 8), ("name", 26), ("period", 12))
    tail = (("status", 20), ("source", 46))
    words = [(text(f"book.column.{name}", lang), width) for name, width in lead]
    words += [(one.name[lang], 17) for one in shown]
    words += [(text(f"book.column.{name}", lang), width) for name, width in tail]
    for place, (title, width) in enumerate(words):
        sheet.set_column(place, place, width)
        sheet.write_string(HEAD, place, title, head)
    unit = book.add_format({"italic": True, "text_wrap": True, "valign": "top"})
    for place, one in enumerate(shown, start=_LEAD):
        sheet.write_string(HEAD - 1, place, f"({catalogue.units()[one.unit].name[lang]})", unit)
    sheet.set_row(HEAD, sheets.height([(title, width - 3) for title, width in words]))


def _row(sheet: Any, line: int, key: _Key, boundary: str, plain: Any, lang: Lang) -> None:
    province = reference.province(key.province_code, boundary)
    sheet.write_string(line, 0, province.code, plain)
    sheet.write_string(line, 1, province.name[lang], plain)
    if key.period.isdecimal():
        sheet.write_number(line, 2, int(key.period))
    else:
        words = dates.period(key.period, lang) if lang == "vi" else key.period
        sheet.write_string(line, 2, words, plain)


def _write(sheet: Any, line: int, place: int, value: float | str, form: Any) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(line, place, value, form)
    else:
        sheet.write_number(line, place, value, form)


def _tail(sheet: Any, line: int, place: int, key: _Key, plain: Any, lang: Lang) -> None:
    """Write status and source; the status of a row in which all is missing is said by its cells."""
    words = "" if key.status == Status.M else text(f"book.status.{key.status}", lang)
    if words:
        sheet.write_string(line, place, words, plain)
    source = catalogue.source(key.source_id)
    sheet.write_string(line, place + 1, f"{source.publisher[lang]} [{source.id}]", plain)
