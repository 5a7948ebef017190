"""A table of one province by banks, districts or communes: its total row is the figure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from data.catalogue import indicators
from data.ingest import headings, periods
from data.ingest.book import Cell, Sheet, text_of
from data.ingest.entries import Entry
from data.ingest.header import header_rows, is_head, is_numbering, read_headings
from data.ingest.issues import Issue
from data.ingest.named import Names, RowKind, bare
from data.ingest.numerals import is_said
from data.ingest.table import Row, Table, lines_among
from data.reference import boundaries, provinces
from language.folding import clean, fold

_FEW = 2
_NAMES = 4  # the name of a part stands in one of the first columns
_ROUNDING = 1e-4
_UPPER = re.compile(r"(?:[IVX]{1,4}|[A-H])\.?")
_NUMBER = re.compile(r"\s*(?:[IVXivx]{1,4}|[A-Ha-h]|\d+)\s*[.)]?\s*")


def may_be_parts(table: Table) -> bool:
    """Whether a table has hardly a province: a district or a bank may be called like one."""
    return len(provinces_of(table)) <= _FEW


def provinces_of(table: Table) -> frozenset[str]:
    """Give the names of the provinces that have a row."""
    return frozenset(row.name for row in table.rows if row.kind == RowKind.PROVINCE)


def find_breakdown(sheet: Sheet, looked_up: Names, file: str = "") -> Table | None:
    """Find a table whose rows are parts of one province, with a row of their total.

    The label of that row, the title, the sheet or the file names the province. ``None`` where no
    row is a total, or several, where no province or several are named, or where no row is a part.
    """
    body = list(_body(sheet))
    names = _names(sheet, body)
    total = _total_row(sheet, body, looked_up)
    if total is None or not _are_parts(
        [one for one in body if one != total], names, sheet, looked_up
    ):
        return None
    top, bottom = header_rows(sheet, names, body[0])
    context = tuple(lines_among(sheet, range(top)))
    label = _label(sheet, total)
    province = next(filter(None, map(province_named, ((label,), context, (sheet.name, file)))), "")
    if not province or top > bottom:
        return None
    rows = [
        Row(one, province, RowKind.PROVINCE) if one == total else Row(one, name, RowKind.PART)
        for one in body
        if one == total or (name := bare(text_of(sheet.at(one, names))))
    ]
    return Table(
        sheet=sheet,
        names=names,
        header=max(bottom, 0),
        headings=tuple(read_headings(sheet, top, bottom)),
        rows=tuple(rows),
        context=context,
        lines=tuple(lines_among(sheet, range(body[0], len(sheet.rows)))),
        total=label,
    )


def _body(sheet: Sheet) -> Iterator[int]:
    """Yield the rows that have a name and figures; years above them are headings."""
    is_inside = False
    left = _left(sheet)
    for row, cells in enumerate(sheet.rows):
        name = next((n for n, c in enumerate(cells[: left + _NAMES]) if is_word(c)), None)
        if name is None or is_head(cells) or is_numbering(sheet, row):
            continue
        figures = [cell for cell in cells[name + 1 :] if is_said(cell)]
        is_inside = is_inside or any(periods.of_cell(cell) is None for cell in figures)
        if figures and is_inside and not headings.role(text_of(cells[name])):
            yield row


def _left(sheet: Sheet) -> int:
    """The first column of the rows that have figures."""
    rows = (cells for cells in sheet.rows if sum(cell is not None for cell in cells) > 1)
    firsts = (next(n for n, cell in enumerate(cells) if cell is not None) for cells in rows)
    return min(firsts, default=0)


def _are_parts(rows: list[int], names: int, sheet: Sheet, looked_up: Names) -> bool:
    """Whether at most every third of the rows beside the total is called like a province."""
    kinds = [looked_up.kind(text_of(sheet.at(row, names))) for row in rows]
    return bool(rows) and kinds.count(RowKind.PROVINCE) * 3 <= len(rows)


def is_word(cell: Cell) -> bool:
    """Whether a cell has more letters than the number of a row: "I", "a)"."""
    return isinstance(cell, str) and any(c.isalpha() for c in cell) and not _NUMBER.fullmatch(cell)


def _names(sheet: Sheet, body: list[int]) -> int:
    """The column with most words among the first."""
    left = _left(sheet)
    columns = range(left, left + _NAMES)
    counts = [sum(is_word(sheet.at(row, column)) for row in body) for column in columns]
    return left + counts.index(max(counts))


def _label(sheet: Sheet, row: int) -> str:
    return next(bare(text_of(cell)) for cell in sheet.rows[row] if is_word(cell))


def _total_row(sheet: Sheet, body: list[int], looked_up: Names) -> int | None:
    """The one row that is called a total, else the one that has the name of a province."""
    totals = [row for row in body if headings.is_total_of_parts(_label(sheet, row))]
    if not totals:
        totals = [row for row in body if looked_up.kind(_label(sheet, row)) == RowKind.PROVINCE]
    return totals[0] if len(totals) == 1 else None


def province_named(texts: Iterable[str]) -> str:
    """Give the one province that words name; where "tỉnh" stands before a name, that one counts.

    ``""`` where they name none or several. "QR_TuyenQuang" of a file is read as words too.
    """
    lines = [words for text in texts for words in _readings(text)]
    for before in (r"(?:tỉnh|thành phố|tp\.?|tinh|thanh pho)\s+", ""):
        met = {
            name
            for line in lines
            for words, name in _known().items()
            if words in line and re.search(rf"(?<!\w){before}{re.escape(words)}(?!\w)", line)
        }
        longest = {n for n in met if not any(n != o and n in o for o in met)}
        if longest:
            return longest.pop() if len(longest) == 1 else ""
    return ""


def _readings(text: str) -> Iterator[str]:
    """A text in lower case; one without any accent, as of a file, as words without accents."""
    yield clean(text).casefold()
    if text.isascii():
        apart = re.sub(r"(?<=[a-z])(?=[A-Z])|[\W_\d]+", " ", text)
        yield " ".join(apart.casefold().split())


@cache
def _known() -> Mapping[str, str]:
    """Names of all lists, with accents and without, and what they stand for."""
    names = {one.name.vi for each in boundaries() for one in provinces(each.id).values()}
    return {name.casefold(): name for name in names} | {fold(name): name for name in names}


def check_breakdown(table: Table, entries: Iterable[Entry]) -> Iterator[Issue]:
    """Ask whether the total row is the figure of the province, and where it is not the sum.

    Sums are compared where the indicator is one that adds up.
    """
    if not table.total:
        return

    def what(entry: Entry) -> tuple[int, str, str]:
        return entry.column, entry.indicator, entry.period

    for _, group in groupby(sorted(entries, key=what), key=what):
        column = list(group)
        for total in (one for one in column if one.row.kind == RowKind.PROVINCE):
            if total.value is not None:
                found, about = f"{total.value:.12g}", total.row.name
                yield Issue("issue.breakdown", total.place, found, table.total, about)
                yield from _sum_differs(table, total, total.value, column)


def _sum_differs(
    table: Table, total: Entry, value: float, column: Iterable[Entry]
) -> Iterator[Issue]:
    """Compare a total with the sum of its rows: of all, of the first level, or of two levels."""
    if indicators()[total.indicator].merge != "total":
        return
    parts = [one for one in column if one.row.kind == RowKind.PART and one.value is not None]
    every = sum(one.value or 0.0 for one in parts)
    upper = sum(one.value or 0.0 for one in parts if _is_upper(table, one.row))
    near = _ROUNDING * abs(value)
    if parts and not any(abs(one - value) <= near for one in (every, every / 2, upper)):
        yield Issue("issue.sum_differs", total.place, f"{value:.12g}", f"{every:.12g}", table.total)


def _is_upper(table: Table, row: Row) -> bool:
    """Whether the number of a row is of the first level: "I", "B."."""
    cells = table.sheet.rows[row.index][: table.names + 1]
    return any(isinstance(cell, str) and _UPPER.fullmatch(cell.strip()) for cell in cells)
