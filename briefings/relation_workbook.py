"""Both values of every province and the coefficients as an Excel workbook, with the sources."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from briefings import phrases
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

# Text from figures is never a formula, a link or a number that only looks like one.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# The same figures give the same bytes: the file carries no clock and no author.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_HEAD = 3
_WIDTHS = (6, 26, 16, 16, 36, 36, 60)


def relation_to_xlsx(relation: Relation, lang: Lang) -> bytes:
    """Write the group's values, then the coefficients of list and group, then the notes.

    Missing values stay empty cells. The same figures give the same bytes.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    book.set_properties({"title": caption(relation, lang), "created": _CREATED})
    _values(book, relation, lang)
    _coefficients(book, relation, lang)
    _notes(book, relation, lang)
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
    forms = [book.add_format({"num_format": _form(one.decimals)}) for one in _both(relation)]
    for line, (y, x) in enumerate(rows_of(relation), start=_HEAD + 1):
        sheet.write_string(line, 0, y.province_code)
        sheet.write_string(line, 1, phrases.label(relation.y, y.province_code, lang))
        for place, (row, form) in enumerate(zip((x, y), forms, strict=True), start=2):
            if row.value is not None:
                sheet.write_number(line, place, row.value, form)
            sheet.write_string(line, place + 2, status_words(row, lang))
        sheet.write_string(line, 6, "; ".join(filter(None, map(origin_words, (x, y)))))
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.autofilter(_HEAD, 0, _HEAD + len(relation.y.rows), len(_WIDTHS) - 1)
    _on_a4(sheet)


def _on_a4(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)


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
    bold = book.add_format({"bold": True, "bottom": 1})
    found = correlation_table(relation, lang)
    sheet.set_column(0, len(found.columns), 26)
    for place, column in enumerate(found.columns):
        sheet.write_string(0, place, column.label, bold)
    numbers = [value for part in _associations(relation) for value in (part.pearson, part.spearman)]
    form = book.add_format({"num_format": "0.00"})
    for line, (words, way) in enumerate(zip(found.lines, numbers, strict=True), start=1):
        for place, cell in enumerate(words.cells):
            sheet.write_string(line, place, cell.text)
        sheet.write_number(line, 2, way.n)
        if way.r is not None:
            sheet.write_number(line, 3, way.r, form)


def _associations(relation: Relation) -> list[Association]:
    everyone = [relation.everyone]
    return everyone if relation.group == "country" else [*everyone, relation.members]


def _notes(book: Any, relation: Relation, lang: Lang) -> None:
    sheet = book.add_worksheet(text("table.notes", lang))
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 120)
    known = catalogue.sources()
    used = dict.fromkeys([*relation.x.sources, *relation.y.sources])
    group = reference.group(relation.group)
    notes = [
        *relation_sentences(relation, lang),
        text("page.poverty.warning", lang),
        text("relation.method", lang, least=LEAST),
        *(catalogue.indicator(one.indicator).definition[lang] for one in _both(relation)),
        f"{group.name[lang]}: {group.definition[lang]}",
        *(f"{known[one].title[lang]}. {known[one].url}" for one in used),
    ]
    if relation.illustrative:
        notes.append(text("chart.watermark", lang))
    for line, words in enumerate(notes):
        sheet.write_string(line, 0, words, wrap)
