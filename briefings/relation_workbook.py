"""Both values of every province and the coefficients as an Excel workbook, with the sources."""

from io import BytesIO
from typing import Any

from briefings import phrases, sheets
from briefings.ranking_table import origin_words, status_words
from briefings.relation_sentences import relation_sentences
from briefings.relation_table import (
    caption,
    correlation_table,
    heading,
    rows_of,
    status_heading,
)
from data import catalogue, reference
from data.service.ranking import Ranking
from data.service.relation import Association, Relation
from indicators.relate import LEAST
from language import Lang, text

_HEAD = 3
_WORDS = 26
_WIDTHS = (6, 24, 16, 16, 26, 26, 36)


def relation_to_xlsx(relation: Relation, lang: Lang) -> bytes:
    """Write the group's values, then the coefficients of list and group, then the notes.

    Missing values stay empty cells. The same figures give the same bytes.
    """
    target = BytesIO()
    book = sheets.new_book(target, caption(relation, lang))
    _values(book, relation, lang)
    _coefficients(book, relation, lang)
    sheets.notes_sheet(book, text("table.notes", lang), _notes(relation, lang))
    book.close()
    return target.getvalue()


def _values(book: Any, relation: Relation, lang: Lang) -> None:
    sheet = book.add_worksheet(text("relation.title", lang))
    bold = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.write_string(0, 0, caption(relation, lang), bold)
    if relation.illustrative:
        sheet.write_string(1, 0, text("chart.watermark", lang), bold)
    for place, (title, width) in enumerate(zip(_titles(relation, lang), _WIDTHS, strict=True)):
        sheet.write_string(_HEAD, place, title, head)
        sheet.set_column(place, place, width)
    shown = list(zip(_titles(relation, lang), _WIDTHS, strict=True))
    sheet.set_row(_HEAD, sheets.height([(title, width - 3) for title, width in shown]))
    wrap = book.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1})
    forms = [
        book.add_format({"num_format": _form(one.decimals), "valign": "top"})
        for one in _both(relation)
    ]
    for line, (y, x) in enumerate(rows_of(relation), start=_HEAD + 1):
        words = {
            0: y.province_code,
            1: phrases.label(relation.y, y.province_code, lang),
            4: status_words(x, lang),
            5: status_words(y, lang),
            6: "; ".join(filter(None, map(origin_words, (x, y)))),
        }
        sheet.set_row(line, sheets.height([(said, _WIDTHS[at]) for at, said in words.items()]))
        for at, said in words.items():
            sheet.write_string(line, at, said, wrap)
        for place, (row, form) in enumerate(zip((x, y), forms, strict=True), start=2):
            if row.value is not None:
                sheet.write_number(line, place, row.value, form)
    sheets.as_table(sheet, _HEAD, len(relation.y.rows), len(_WIDTHS), fixed=2)


def _titles(relation: Relation, lang: Lang) -> list[str]:
    both = _both(relation)
    return [
        text("column.code", lang),
        text("column.name", lang),
        *(heading(one, lang) for one in both),
        *(status_heading(one, lang) for one in both),
        text("column.source", lang),
    ]


def _both(relation: Relation) -> tuple[Ranking, Ranking]:
    return relation.x, relation.y


def _form(decimals: int) -> str:
    return "0." + "0" * decimals if decimals else "0"


def _coefficients(book: Any, relation: Relation, lang: Lang) -> None:
    sheet = book.add_worksheet(text("page.poverty.coefficients", lang))
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    found = correlation_table(relation, lang)
    sheet.set_column(0, len(found.columns), _WORDS)
    sheet.set_column(2, 3, 10)
    for place, column in enumerate(found.columns):
        sheet.write_string(0, place, column.label, bold)
    numbers = [value for part in _associations(relation) for value in (part.pearson, part.spearman)]
    form = book.add_format({"num_format": "0.00", "valign": "top"})
    count = book.add_format({"num_format": "0", "valign": "top"})
    for line, (words, way) in enumerate(zip(found.lines, numbers, strict=True), start=1):
        sheet.set_row(line, sheets.height([(cell.text, _WORDS) for cell in words.cells]))
        for place, cell in enumerate(words.cells):
            sheet.write_string(line, place, cell.text, wrap)
        sheet.write_number(line, 2, way.n, count)
        if way.r is not None:
            sheet.write_number(line, 3, way.r, form)
    sheet.set_row(0, sheets.height([(one.label, _WORDS) for one in found.columns]))
    sheets.on_a4(sheet)


def _associations(relation: Relation) -> list[Association]:
    everyone = [relation.everyone]
    return everyone if relation.group == "country" else [*everyone, relation.members]


def _notes(relation: Relation, lang: Lang) -> list[tuple[str, str]]:
    known = catalogue.sources()
    used = dict.fromkeys([*relation.x.sources, *relation.y.sources])
    group = reference.group(relation.group)
    both = [catalogue.indicator(one.indicator) for one in _both(relation)]
    notes = [
        ("result", "\n".join(relation_sentences(relation, lang))),
        ("caution", text("page.poverty.warning", lang)),
        ("method", text("relation.method", lang, least=LEAST)),
        *(("definition", f"{one.name[lang]}. {one.definition[lang]}") for one in both),
        ("group", f"{group.name[lang]}: {group.definition[lang]}"),
        ("source", "\n".join(f"{known[one].title[lang]}. {known[one].url}" for one in used)),
        ("release", str(relation.y.release)),
    ]
    if relation.illustrative:
        notes.append(("status", text("chart.watermark", lang)))
    return [(text(f"field.{name}", lang), words) for name, words in notes]
