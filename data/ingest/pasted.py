"""Mend what the pages of a document leave in a table that was pasted from it."""

import re
from collections.abc import Iterator

from data.ingest.book import Cell, Sheet, text_of
from data.ingest.cut import with_cells, without_rows
from data.ingest.named import NAMED, Names, RowKind, bare
from data.ingest.numerals import says_figure
from language.folding import clean, fold

_PAGE = re.compile(r"(?:trang|page|tr\.)\s*(?:so\s*)?:?\s*\d{1,4}(?:\s*(?:/|tren|of)\s*\d{1,4})?")
_COUNT = re.compile(r"-?\s*\d{1,4}\s*/\s*\d{1,4}\s*-?|-\s*\d{1,4}\s*-")
_LONGEST = 60


def without_page_lines(sheet: Sheet) -> Sheet:
    """Empty the rows that only count pages: "Trang 2/5", "- 3 -"."""
    return without_rows(sheet, {n for n, row in enumerate(sheet.rows) if _counts_pages(row)})


def _counts_pages(row: tuple[Cell, ...]) -> bool:
    if float in map(type, row):
        return False
    filled = [cell for cell in row if cell is not None]
    if len(filled) != 1 or not isinstance(filled[0], str) or len(filled[0]) > _LONGEST:
        return False
    words = fold(filled[0])
    return bool(_PAGE.fullmatch(words) or _COUNT.fullmatch(words))


def with_joined_names(sheet: Sheet, names: int, looked_up: Names) -> Sheet:
    """Put a name that is broken over two rows together, in the row that has its figures.

    Two texts are one name only where the two together name a province, a region or a total, the
    first by itself does not, and one row alone has figures: of those rows, or one between them.
    """
    return with_cells(sheet, list(_joined(sheet, names, looked_up)))


def _joined(sheet: Sheet, names: int, looked_up: Names) -> Iterator[tuple[int, int, Cell]]:
    rows = [n for n, row in enumerate(sheet.rows) if any(cell is not None for cell in row)]
    done = -1
    for place, first in enumerate(rows):
        if first <= done or not _is_word(sheet.at(first, names)):
            continue
        involved = _until_next(sheet, rows[place : place + 3], names)
        second = involved[-1]
        home = [row for row in involved if _has_figures(sheet, row, names)]
        is_broken = second > first and len(home) == 1
        whole = _whole(sheet, first, second, names, looked_up) if is_broken else ""
        if whole:
            done = second
            yield from ((row, names, None) for row in (first, second))
            yield home[0], names, whole


def _until_next(sheet: Sheet, rows: list[int], names: int) -> list[int]:
    """The first row, the next that says something in the column of names, and what is between."""
    for place, row in enumerate(rows[1:], start=1):
        if sheet.at(row, names) is not None:
            return rows[: place + 1]
    return rows[:1]


def _whole(sheet: Sheet, first: int, second: int, names: int, looked_up: Names) -> str:
    upper, lower = (bare(text_of(sheet.at(row, names))) for row in (first, second))
    if not _is_word(lower) or looked_up.kind(upper) in NAMED or len(upper) + len(lower) > _LONGEST:
        return ""
    whole = clean(f"{upper} {lower}")
    kind = looked_up.kind(whole)
    if kind not in NAMED or (kind != RowKind.PROVINCE and looked_up.kind(lower) in NAMED):
        return ""
    return whole


def _is_word(cell: Cell) -> bool:
    return isinstance(cell, str) and any(letter.isalpha() for letter in cell)


def _has_figures(sheet: Sheet, row: int, names: int) -> bool:
    """Whether figures stand behind the name; what stands in front is a number of the row."""
    behind = sheet.rows[row][names + 1 :]
    return float in map(type, behind) or any(map(says_figure, behind))
