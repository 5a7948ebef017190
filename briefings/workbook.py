"""A table as an Excel workbook: real numbers with formats, one table, notes with the sources."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from briefings import phrases, sheets
from briefings.ranking_table import COUNTRY, caption, origin_words, status_words
from data import catalogue, reference
from data.service.ranking import Ranking, Row
from language import Lang, dates, text

HEAD = 3
_ARROW = 3  # characters that the button of a filter takes from its heading
_WRAPPED = 24  # columns from this width on hold words


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
    book = sheets.new_book(target, caption(ranking, lang))
    table_sheet(book, ranking, lang, name=text("table.title", lang))
    sheets.notes_sheet(book, text("table.notes", lang), _notes(ranking, lang))
    book.close()
    return target.getvalue()


def table_sheet(book: Any, ranking: Ranking, lang: Lang, *, name: str, note: str = "") -> int:
    """Add the sheet of a ranking, with ``note`` under its title; give its number of columns."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.write_string(0, 0, caption(ranking, lang), bold)
    if ranking.illustrative:
        sheet.write_string(2, 0, text("chart.watermark", lang), bold)
    if note:
        sheet.write_string(1, 0, note, book.add_format({"italic": True}))
    fields = _fields(ranking, lang)
    for place, field in enumerate(fields):
        sheet.set_column(place, place, field.width)
        sheet.write_string(HEAD, place, field.title, head)
    sheet.set_row(HEAD, sheets.height([(one.title, one.width - _ARROW) for one in fields]))
    forms = [book.add_format(_form(field)) for field in fields]
    for line, row in enumerate(ranking.rows, start=HEAD + 1):
        found = [field.read(row) for field in fields]
        texts = [(str(x or ""), one.width) for x, one in zip(found, fields, strict=True)]
        sheet.set_row(line, sheets.height([one for one in texts if one[1] >= _WRAPPED]))
        for place, (value, form) in enumerate(zip(found, forms, strict=True)):
            _write(sheet, line, place, value, form)
    sheets.as_table(sheet, HEAD, len(ranking.rows), len(fields), fixed=2)
    return len(fields)


def _form(field: _Field) -> dict[str, object]:
    wraps = {"text_wrap": True, "align": "left", "indent": 1} if field.width >= _WRAPPED else {}
    return {"num_format": field.form or "@", "valign": "top", **wraps}


def _write(sheet: Any, line: int, place: int, found: float | str | None, form: Any) -> None:
    if isinstance(found, str):
        sheet.write_string(line, place, found, form)
    elif found is not None:
        sheet.write_number(line, place, found, form)


def _fields(ranking: Ranking, lang: Lang) -> list[_Field]:
    about = catalogue.indicator(ranking.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    number = sheets.number_form(about)
    former = dates.period(ranking.former, lang) if ranking.former else ""
    fields = [
        _Field(text("column.code", lang), "", 6, lambda row: row.province_code),
        _Field(text("column.name", lang), "", 24, lambda row: _name(ranking, row, lang)),
        _Field(
            text("column.value", lang, short=about.short[lang], unit=unit),
            number,
            14,
            lambda row: row.value,
        ),
    ]
    if not ranking.withheld:
        title = text("column.rank", lang, n=ranking.n)
        fields.append(_Field(title, "0", 11, lambda row: row.rank))
    if not ranking.group_withheld and ranking.group != COUNTRY:
        title = text("column.group_rank", lang, n=ranking.group_n)
        fields.append(_Field(title, "0", 12, lambda row: row.group_rank))
    if not ranking.rank_change_withheld:
        title = text("column.change_rank", lang, period=former)
        fields.append(_Field(title, _signed("0"), 13, lambda row: row.rank_change))
    if not ranking.change_withheld:
        title = text("column.change_value", lang)
        fields.append(_Field(title, _signed(number), 13, lambda row: row.value_change))
    return [
        *fields,
        _Field(text("column.status", lang), "", 26, lambda row: status_words(row, lang)),
        _Field(text("column.source", lang), "", 36, origin_words),
    ]


def _signed(form: str) -> str:
    """Show a rise with its plus and a fall with a true minus sign."""
    return f"+{form};\u2212{form};{form}"


def _name(ranking: Ranking, row: Row, lang: Lang) -> str:
    return phrases.label(ranking, row.province_code, lang)


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
