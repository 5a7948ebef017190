"""Find the tables of a sheet: one below the other, side by side, or one over several pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.ingest import headings, periods
from data.ingest.beside import side_by_side
from data.ingest.book import Cell, Sheet, text_of
from data.ingest.breakdown import find_breakdown, may_be_parts, provinces_of
from data.ingest.cut import end_of_table, only, without_rows
from data.ingest.header import dates_columns, is_head, names_columns
from data.ingest.named import Names
from data.ingest.numerals import is_said
from data.ingest.pasted import without_page_lines
from data.ingest.table import Table, find_table, lines_among
from data.ingest.turned import turned_tables

_FEW = 3  # provinces that stand below one another, before they are looked for side by side


@dataclass(frozen=True, slots=True)
class _Head:
    """The rows of headings of one table; ``top`` is where all that belongs to it begins."""

    top: int
    rows: tuple[int, ...]


def find_tables(sheet: Sheet, looked_up: Names | None = None, file: str = "") -> tuple[Table, ...]:
    """Find every table of a sheet; ``file`` may name the province of a table by its parts.

    Raises ``TooManyNamesError`` when ``looked_up`` is full.
    """
    names = Names() if looked_up is None else looked_up
    whole = without_page_lines(sheet)
    found: list[Table] = []
    for part in _one_below_the_other(whole):
        tables = [t for piece in side_by_side(part, names) if (t := find_table(piece, names))]
        if len(tables) <= 1 and (not tables or may_be_parts(tables[0])):
            apart = find_breakdown(part, names, file)
            tables = [apart] if apart else tables
        found += tables
    if sum(map(len, map(provinces_of, found))) < _FEW:
        found = turned_tables(whole) or found
    return tuple(_with_common_lines(found))


def _with_common_lines(tables: list[Table]) -> Iterator[Table]:
    """Let what stands above all tables speak where the lines of one are silent.

    Of the lines above the first the last is its own title, if there are several. A table without
    any line of its own goes on where the former ended.
    """
    first = tables[0].context if tables else ()
    before: tuple[str, ...] = ()
    for table in tables:
        around = before if not table.context else first[:-1]
        yield table if table is tables[0] else replace(table, around=around)
        before = table.context or before


def _one_below_the_other(sheet: Sheet) -> Iterator[Sheet]:
    """Cut a sheet above each table; a heading that is repeated on the next page is emptied."""
    start, gone = 0, set[int]()
    heads = list(_heads(sheet))
    ends = [head.top for head in heads[1:]] + [len(sheet.rows)]
    current = heads[0] if heads else None
    for head, end in zip(heads[1:], ends[1:], strict=True):
        if current and _goes_on(sheet, current, head, range(start, head.top), range(head.top, end)):
            gone.update(head.rows)
            continue
        yield without_rows(only(sheet, range(start, head.top)), gone)
        start, current = head.top, head
    yield without_rows(only(sheet, range(start, len(sheet.rows))), gone)


def _heads(sheet: Sheet) -> Iterator[_Head]:
    """Yield the headings of each table: those after which rows with figures come."""
    rows: list[int] = []
    top, last = 0, -1
    for row, cells in enumerate(sheet.rows):
        # A year and a figure that looks like one, below the figures of the same name, are no head.
        if names_columns(cells) or (last != row - 1 and dates_columns(cells)):
            if rows and last > rows[-1]:
                yield _Head(top, tuple(rows))
                top, rows = end_of_table(sheet, last), []
            rows.append(row)
        elif _is_of_body(cells):
            last = row
    if rows:
        yield _Head(top, tuple(rows))


def _is_of_body(cells: tuple[Cell, ...]) -> bool:
    """Whether a row has words and figures, as the rows of provinces do."""
    name = next((n for n, c in enumerate(cells) if isinstance(c, str) and c[:1].isalpha()), None)
    if name is None or headings.role(str(cells[name])):
        return False
    behind = cells[name + 1 :]
    return float in map(type, behind) or any(map(is_said, behind))


def _goes_on(sheet: Sheet, former: _Head, head: _Head, above: range, below: range) -> bool:
    """Whether a heading is the former one again, on the next page of the same table.

    Its title, if there is one, says nothing else, and the names below it go on.
    """
    if _words(sheet, former.rows) != _words(sheet, head.rows):
        return False
    own = list(lines_among(sheet, range(head.top, head.rows[0])))
    first = list(lines_among(sheet, range(above.start, former.rows[0])))
    said, asked = _said(own), _said(first)
    if any(one and one != other for one, other in zip(said, asked, strict=True)):
        return False
    earlier, later = (set(_texts(sheet, rows)) for rows in (above, below))
    return len(earlier & later) * 2 < len(later)


def _said(lines: Iterable[str]) -> tuple[str | None, frozenset[str]]:
    listed = list(lines)
    return periods.in_title(listed), headings.named_in(listed)


def _words(sheet: Sheet, rows: Iterable[int]) -> Mapping[tuple[int, int], str]:
    listed = list(rows)
    return {
        (row - listed[0], column): headings.key(text_of(cell))
        for row in listed
        for column, cell in enumerate(sheet.rows[row])
        if cell is not None
    }


def _texts(sheet: Sheet, rows: range) -> Iterator[str]:
    """Yield the first words of each row with figures: its name."""
    for row in rows:
        cells = sheet.rows[row]
        if _is_of_body(cells) and not is_head(cells):
            yield next(c for c in cells if isinstance(c, str) and c[:1].isalpha())
