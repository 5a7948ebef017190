"""What a file or a release changes, as tables: each figure, and each whole list beside before."""

from collections.abc import Iterable, Sequence

from charts.source_line import capital
from charts.table import Cell, Column, Line, Table
from data import catalogue, reference
from data.ingest import Issue
from data.service.preview_model import Extent, Summary
from data.service.preview_model import Line as Found
from language import Lang, dates, text
from language.numbers import number, signed

CONVERTED = "issue.encoding_converted"
MOST = 500
"""Lines that a page shows; the workbook of the changes has all."""


def about(indicator: str, period: str, boundary: str, lang: Lang) -> str:
    """Name a table of figures: ``Điểm DTI, năm 2023, 63 tỉnh, thành phố (…)``."""
    name = catalogue.indicator(indicator).name[lang]
    words = dates.period(period, lang)
    return f"{name}, {words}, {reference.boundary(boundary).name[lang]}"


def lines_table(
    lines: Sequence[Found], caption: str, lang: Lang, *, is_past: bool = False
) -> Table:
    """List figures with their value in use, the new one, and the cell that says so.

    ``is_past``: a release changed them, so the value before is not the one in use.
    """
    names = ["province", "figure", "before", "after", "change"]
    if any(one.place for one in lines):  # between two releases no file says it
        names.append("place")
    numbers = {"before", "after", "change"}
    past = {"before", "after"} if is_past else set()
    heads = tuple(
        Column(
            text(f"change.{name}{'_past' if name in past else ''}", lang),
            name in numbers,
            sortable=False,
        )
        for name in names
    )
    found = (Line(_cells(one, lang)[: len(names)]) for one in lines[:MOST])
    return Table(caption, heads, tuple(found), is_prose=True)


def _cells(one: Found, lang: Lang) -> tuple[Cell, ...]:
    unit = catalogue.indicator(one.indicator_id)
    province = reference.provinces(one.boundary)[one.province_code].label(lang)
    return (
        Cell(province),
        _named(one, lang),
        Cell(_value(one.old, one.old_status, unit.decimals, lang)),
        Cell(_value(one.new, one.new_status, unit.decimals, lang)),
        Cell(_difference(one, unit.decimals, lang)),
        Cell(one.place),
    )


def _named(one: Found | Summary, lang: Lang) -> Cell:
    """Name indicator and period in short; the whole name, with the list, is the note."""
    short = catalogue.indicator(one.indicator_id).short[lang]
    words = f"{short}, {dates.period(one.period, lang)}"
    return Cell(words, note=about(one.indicator_id, one.period, one.boundary, lang))


def _value(value: float | None, status: str | None, decimals: int, lang: Lang) -> str:
    """Write a value with its status, where that is not official; a dash for no such figure."""
    if value is None:
        return text("value.missing", lang) if status else "–"
    words = number(value, decimals, lang)
    return words if status in ("A", None, "") else f"{words} ({text(f'status.{status}', lang)})"


def _difference(one: Found, decimals: int, lang: Lang) -> str:
    if one.old is None or one.new is None:
        return text(f"change.kind_{one.kind}", lang)
    if not one.value_changed:
        return text("change.same_value", lang)
    return signed(one.new - one.old, decimals, lang)


def letters_table(issues: Iterable[Issue], lang: Lang) -> Table | None:
    """Set words as the file has them beside how they were read; ``None`` for letters of today."""
    heads = tuple(
        Column(text(f"change.letters_{one}", lang), sortable=False)
        for one in ("cell", "old", "new")
    )
    lines = tuple(
        Line((Cell(one.cell), Cell(one.found), Cell(one.expected)))
        for one in issues
        if one.code == CONVERTED
    )
    return Table(text("change.letters", lang), heads, lines, is_prose=True) if lines else None


def summary_table(found: Iterable[Summary], lang: Lang) -> Table:
    """Set each whole list of figures beside the one in use and that of the period before."""
    names = ("figure", "state", "count", "middle", "minimum", "maximum")
    heads = tuple(
        Column(text(f"change.{name}", lang), name in ("count", "middle"), sortable=False)
        for name in names
    )
    lines = [line for one in found for line in _extents(one, lang)]
    return Table(text("change.summary", lang), heads, tuple(lines), is_prose=True)


def _extents(one: Summary, lang: Lang) -> Iterable[Line]:
    states: list[tuple[str, Extent | None]] = [
        (text("change.after_publishing", lang), one.after),
        (text("change.in_use", lang), one.before),
    ]
    if one.former_period:
        key = "change.former_converted" if one.converted else "change.former"
        words = text(key, lang, period=dates.period(one.former_period, lang))
        states.append((capital(words), one.year_before))
    for state, extent in states:
        yield Line((_named(one, lang), Cell(state), *_measures(one, extent, lang)))


def _measures(one: Summary, extent: Extent | None, lang: Lang) -> tuple[Cell, ...]:
    if extent is None:
        return (Cell("0"), Cell("–"), Cell("–"), Cell("–"))
    decimals = catalogue.indicator(one.indicator_id).decimals
    middle = extent.total if one.how == "total" else extent.mean
    words = text(f"change.{one.how}", lang, value=number(middle, decimals, lang))
    return (
        Cell(str(extent.n)),
        Cell(words),
        Cell(_at(extent.minimum, extent.minimum_at, one, decimals, lang)),
        Cell(_at(extent.maximum, extent.maximum_at, one, decimals, lang)),
    )


def _at(value: float, codes: Sequence[str], one: Summary, decimals: int, lang: Lang) -> str:
    known = reference.provinces(one.boundary)
    names = ", ".join(known[code].label(lang) for code in codes[:2])
    return f"{number(value, decimals, lang)} ({names}{'…' if len(codes) > 2 else ''})"
