"""Cut a sheet between tables that stand side by side."""

from collections.abc import Iterable, Iterator

from data.ingest import headings
from data.ingest.book import Cell, Sheet, text_of
from data.ingest.cut import only
from data.ingest.named import FEW_NAMES, Kinds, Names, RowKind, TooManyNamesError
from data.ingest.numerals import is_figure

_SEARCHED_COLUMNS = 30
_SEARCHED_ROWS = 200
_ABOVE = 6
_ENOUGH = 3  # provinces below one another: a letterhead names one or two


def columns_of_names(sheet: Sheet, kinds: Kinds) -> tuple[dict[int, list[int]], int | None]:
    """Find the columns that name provinces: their rows, and the column with most of them.

    Names stand in front: the first columns with anything in them are searched, then the next, some
    rows at a time, until one has provinces. Of equals, the one furthest to the left counts. One
    or two, as of a letterhead, count only where no others follow.
    """
    few: tuple[dict[int, list[int]], int | None] = ({}, None)
    far = Kinds(sheet, None, Names(FEW_NAMES))
    for number, columns in enumerate(_windows(sheet)):
        for start in range(0, len(sheet.rows), _SEARCHED_ROWS):
            rows = range(start, min(start + _SEARCHED_ROWS, len(sheet.rows)))
            found = _aside(columns, rows, far) if number else _named(columns, rows, kinds)
            best = max(found, key=lambda one: (len(found[one]), -one), default=None)
            if best is None:
                continue
            found |= _behind(sheet, columns, rows, found[best], far)
            if len(found[best]) >= _ENOUGH:
                return found, best
            if few[1] is None or len(found[best]) > len(few[0][few[1]]):
                few = found, best
    return few


def _behind(
    sheet: Sheet, columns: range, rows: range, named: list[int], far: Kinds
) -> dict[int, list[int]]:
    """The columns of names behind those that were found: a table may begin there.

    A few rows beside known names tell which columns are worth looking through.
    """
    width = max((len(row) for row in sheet.rows), default=0)
    some = {*named[:_ENOUGH], named[len(named) // 2], *named[-_ENOUGH:]}
    found: dict[int, list[int]] = {}
    for column in range(columns.stop, width):
        beside = [row for row in some if isinstance(sheet.at(row, column), str)]
        if beside and _aside(range(column, column + 1), beside, far):
            found |= _aside(range(column, column + 1), rows, far)
    return found


def _aside(columns: range, rows: Iterable[int], far: Kinds) -> dict[int, list[int]]:
    """Look for names far to the right; none among more texts than are looked up there."""
    try:
        return _named(columns, rows, far)
    except TooManyNamesError:
        return {}


def _windows(sheet: Sheet) -> Iterator[range]:
    """Yield the columns of a sheet, some at a time, from the first that has anything in it."""
    width = max((len(row) for row in sheet.rows), default=0)
    left = min((_first(row) for row in sheet.rows[:_SEARCHED_ROWS] if row), default=0)
    for start in range(left, width, _SEARCHED_COLUMNS):
        yield range(start, min(start + _SEARCHED_COLUMNS, width))


def _first(cells: tuple[Cell, ...]) -> int:
    """The first column of a row that has anything in it."""
    return next((n for n, cell in enumerate(cells) if cell is not None), len(cells))


def _named(columns: range, rows: Iterable[int], kinds: Kinds) -> dict[int, list[int]]:
    """The rows of the columns that name provinces, by column."""
    found = {
        column: [row for row in rows if kinds.of(row, column) == RowKind.PROVINCE]
        for column in columns
    }
    return {column: named for column, named in found.items() if named}


def side_by_side(sheet: Sheet, looked_up: Names) -> Iterator[Sheet]:
    """Yield each table's columns as a sheet; the sheet itself where there is one table."""
    found, _ = columns_of_names(sheet, Kinds(sheet, None, looked_up))
    starts = list(_starts(sheet, {c: rows for c, rows in found.items() if len(rows) > 1}))
    if not starts:
        yield sheet
        return
    width = max(len(row) for row in sheet.rows)
    every = range(len(sheet.rows))
    for left, right in zip([0, *starts], [*starts, width], strict=True):
        yield only(sheet, every, range(left, right))


def _starts(sheet: Sheet, named: dict[int, list[int]]) -> Iterator[int]:
    """Yield the first column of every table but the first.

    A second column of names begins a table where figures stand both before and behind it, and
    each of its names stands there once.
    """
    columns = sorted(named)
    done = columns[0] if columns else 0
    for place, column in enumerate(columns[1:], start=1):
        end = columns[place + 1] if place + 1 < len(columns) else column + _SEARCHED_COLUMNS
        rows = named[column]
        if not _is_own(sheet, column, rows) or not _figures(sheet, range(column + 1, end), rows):
            continue
        if _figures(sheet, range(done + 1, column), rows):
            start = column
            while start - 1 > done and _leads(sheet, start - 1, rows):
                start -= 1
            yield start
            done = column


def _is_own(sheet: Sheet, column: int, rows: list[int]) -> bool:
    texts = {text_of(sheet.at(row, column)) for row in rows}
    return len(texts) * 5 >= len(rows) * 4


def _figures(sheet: Sheet, columns: range, rows: list[int]) -> bool:
    """Whether one of the columns has figures beside the names that are no running number."""
    return any(
        any(is_figure(sheet.at(row, one)) for row in rows) and not _leads(sheet, one, rows)
        for one in columns
    )


def _leads(sheet: Sheet, column: int, rows: list[int]) -> bool:
    """Whether a column stands in front of names: numbers of the rows, codes."""
    above = (sheet.at(row, column) for row in range(max(0, rows[0] - _ABOVE), rows[0]))
    if any(isinstance(cell, str) and headings.role(cell) in ("index", "code") for cell in above):
        return True
    numbers = [text_of(sheet.at(row, column)).strip(".") for row in rows]
    first = int(numbers[0]) if numbers[0].isdecimal() else -1
    return len(rows) > 2 and numbers == [str(first + n) for n in range(len(rows))]
