"""A table as an Excel workbook: real numbers with formats, one table, notes with the sources."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from briefings import phrases
from briefings.ranking_table import COUNTRY, caption, origin_words, status_words
from data import catalogue, reference
from data.service.ranking import Ranking, Row
from language import Lang, dates, text

# Text from figures is never a formula, a link or a number that only looks like one.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same figures give the same bytes: the file carries no clock and no author.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_HEAD = 3


@dataclass(frozen=True, slots=True)
class _Field:
    """One column: heading, number format ("" for text), width, what it reads from a row."""

    title: str
    form: str
    width: int
    read: Callable[[Row], float | str | None]


def ranking_to_xlsx(ranking: Ranking, lang: Lang) -> bytes:
    """Write a group's ranking: value, places, changes, status, source cell; then the notes.

    Missing values stay empty cells. The same figures give the same bytes.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    book.set_properties({"title": caption(ranking, lang), "created": _CREATED})
    _table_sheet(book, ranking, lang)
    _notes_sheet(book, ranking, lang)
    book.close()
    return target.getvalue()


def _table_sheet(book: Any, ranking: Ranking, lang: Lang) -> None:
    sheet = book.add_worksheet(text("table.title", lang))
    bold = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.write_string(0, 0, caption(ranking, lang), bold)
    if ranking.illustrative:
        sheet.write_string(1, 0, text("chart.watermark", lang), bold)
    fields = _fields(ranking, lang)
    for place, field in enumerate(fields):
        form = book.add_format({"num_format": field.form or "@"})
        sheet.set_column(place, place, field.width)
        sheet.write_string(_HEAD, place, field.title, head)
        for line, row in enumerate(ranking.rows, start=_HEAD + 1):
            _write(sheet, line, place, field.read(row), form)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.autofilter(_HEAD, 0, _HEAD + len(ranking.rows), len(fields) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)


def _write(sheet: Any, line: int, place: int, found: float | str | None, form: Any) -> None:
    if isinstance(found, str):
        sheet.write_string(line, place, found, form)
    elif found is not None:
        sheet.write_number(line, place, found, form)


def _fields(ranking: Ranking, lang: Lang) -> list[_Field]:
    about = catalogue.indicator(ranking.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    decimals = "0." + "0" * about.decimals if about.decimals else "0"
    number = decimals if about.decimals > 2 else f"#,##{decimals}"
    former = dates.period(ranking.former, lang) if ranking.former else ""
    fields = [
        _Field(text("column.code", lang), "", 6, lambda row: row.province_code),
        _Field(text("column.name", lang), "", 26, lambda row: _name(ranking, row, lang)),
        _Field(
            text("column.value", lang, short=about.short[lang], unit=unit),
            number,
            16,
            lambda row: row.value,
        ),
    ]
    if not ranking.withheld:
        title = text("column.rank", lang, n=ranking.n)
        fields.append(_Field(title, "0", 10, lambda row: row.rank))
    if not ranking.group_withheld and ranking.group != COUNTRY:
        title = text("column.group_rank", lang, n=ranking.group_n)
        fields.append(_Field(title, "0", 10, lambda row: row.group_rank))
    if not ranking.rank_change_withheld:
        title = text("column.change_rank", lang, period=former)
        fields.append(_Field(title, _signed("0"), 16, lambda row: row.rank_change))
    if not ranking.change_withheld:
        title = text("column.change_value", lang)
        fields.append(_Field(title, _signed(number), 14, lambda row: row.value_change))
    return [
        *fields,
        _Field(text("column.status", lang), "", 40, lambda row: status_words(row, lang)),
        _Field(text("column.source", lang), "", 60, origin_words),
    ]


def _signed(form: str) -> str:
    """Show a rise with its plus and a fall with a true minus sign."""
    return f"+{form};\u2212{form};{form}"


def _name(ranking: Ranking, row: Row, lang: Lang) -> str:
    return phrases.label(ranking, row.province_code, lang)


def _notes_sheet(book: Any, ranking: Ranking, lang: Lang) -> None:
    sheet = book.add_worksheet(text("table.notes", lang))
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    for line, (name, words) in enumerate(_notes(ranking, lang)):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, words, wrap)


def _notes(ranking: Ranking, lang: Lang) -> list[tuple[str, str]]:
    about = catalogue.indicator(ranking.indicator)
    group = reference.group(ranking.group)
    known = catalogue.sources()
    sources = [
        f"{known[one].publisher[lang]}: {known[one].title[lang]}. {known[one].url}"
        for one in ranking.sources
    ]
    notes = [
        ("indicator", about.name[lang]),
        ("definition", about.definition[lang]),
        ("unit", catalogue.units()[about.unit].name[lang]),
        ("period", dates.period(ranking.period, lang)),
        ("boundary", reference.boundary(ranking.boundary).name[lang]),
        ("group", f"{group.name[lang]}: {group.definition[lang]}"),
        ("source", "\n".join(sources)),
        ("release", str(ranking.release)),
    ]
    if ranking.broken_by is not None:
        notes.append(("break", text(ranking.broken_by.reason, lang)))
    if ranking.illustrative:
        notes.append(("status", text("chart.watermark", lang)))
    return [(text(f"field.{name}", lang), words) for name, words in notes]
