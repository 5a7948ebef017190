"""Provinces that have several rows each: the whole and its parts, by town and country, sex or bank.

The words for the parts stand in a column of their own, or below each name. The row of the whole is
the figure of the province; the others are left out and named. Where no row says that it is the
whole, one question for the table asks which rows count.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.ingest import headings
from data.ingest.answers import Option
from data.ingest.book import Cell, text_of
from data.ingest.header import Heading
from data.ingest.issues import Issue
from data.ingest.named import NAMED
from data.ingest.numerals import is_figure, is_said
from data.ingest.questions import Given
from data.ingest.table import Row, RowKind, Table
from language.bilingual import Words

_OPEN_ROLES = frozenset(("", "region", "value", "indicator"))
_TELLING_APART = frozenset(("period", "month", "quarter", "indicator"))
_MOST_PARTS, _NAMED, _LONGEST = 200, 5, 80
_LOOKED_AT = 50
_FEW = 3  # provinces, before words below their names are taken for their parts


@dataclass(frozen=True, slots=True)
class _Parts:
    """What part each row is of, by row index; "" is the row that bears the name of the province.

    ``place`` is where the words for the parts begin, ``heading`` what stands there.
    """

    place: str
    heading: str
    of: Mapping[int, str]


def whole_rows(table: Table, given: Given) -> tuple[Table, list[Issue]]:
    """Keep the rows of whole provinces, and say what was left out; the table itself without parts.

    Rows of a part that a person chooses count where no row is of the whole.
    """
    told: list[Issue] = []
    table, below = _with_names_above(table)
    if below:
        table, issue = _only_whole(table, below, given)
        told.append(issue)
    if not _are_several(table):
        return table, told
    for heading in table.headings:
        if (parts := _in_column(table, heading)) and _are_several(table):
            table, issue = _only_whole(table, parts, given)
            told.append(issue)
    return table, told


def _are_several(table: Table) -> bool:
    """Whether provinces have several rows."""
    names = [row.name for row in table.rows if row.kind == RowKind.PROVINCE]
    return len(set(names)) < len(names)


def _only_whole(table: Table, parts: _Parts, given: Given) -> tuple[Table, Issue]:
    """Keep the rows of one part: the whole, else the one that a person names."""
    labels = list(dict.fromkeys(parts.of[row.index] for row in table.rows if row.index in parts.of))
    whole = next((one for one in labels if _is_whole(one)), None)
    others = ", ".join(f'"{one}"' for one in labels if one and one != whole)
    if whole is not None:
        issue = Issue("issue.parts_left_out", parts.place, parts.heading, whole, _short(others))
    else:
        options = tuple(Option(one, Words(one, one)) for one in labels if not _is_of_people(one))
        issue = Issue(
            "issue.parts_unsure", parts.place, _short(others), about=parts.heading, options=options
        )
        whole = given.choice(issue)
    kept = tuple(row for row in table.rows if parts.of.get(row.index, whole) == whole)
    return replace(table, rows=kept), issue


def _is_whole(label: str) -> bool:
    return not label or headings.is_whole_row(label)


def _is_of_people(label: str) -> bool:
    """Whether a part is one of which nobody can say that it is the whole."""
    return headings.is_part_of_people(label) or headings.is_of_men(label)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _in_column(table: Table, heading: Heading) -> _Parts | None:
    """Read a column as the parts of provinces, if it tells their rows apart.

    Alone, or together with others that hold a whole too: by town and country, and by sex.
    """
    of = _of(table, heading)
    if not of or not _may_be_parts(set(of.values())):
        return None
    others = (_of(table, one) for one in table.headings if one.column != heading.column)
    crossed = [one for one in others if any(map(headings.is_whole_row, set(one.values())))]
    if not (_are_parts(table, of, []) or (crossed and _are_parts(table, of, crossed))):
        return None
    return _Parts(table.place(table.header, heading.column), heading.text, of)


def _of(table: Table, heading: Heading) -> dict[int, str]:
    """Give the words of a column that nothing else is known of, by row."""
    is_open = heading.column != table.names and _role(heading) in _OPEN_ROLES
    return _labels(table, heading.column) if is_open else {}


def _may_be_parts(met: set[str]) -> bool:
    """Whether words can be parts: there are not too many, no remarks, and no indicators."""
    is_remark = "" in met and not all(map(_is_of_people, met - {""}))
    return 1 < len(met) <= _MOST_PARTS and not is_remark and not any(map(headings.candidates, met))


def _are_parts(table: Table, of: Mapping[int, str], crossed: list[dict[int, str]]) -> bool:
    """Whether the rows of most provinces are each of another part, one of them of the whole."""
    met = set(of.values())
    groups = [labels for labels in _groups(table, of, crossed) if len(labels) > 1]
    apart = sum(len(set(labels)) == len(labels) for labels in groups)
    if not groups or apart * 10 < len(groups) * 9:
        return False
    wholes = {one for one in met if _is_whole(one)}
    having = sum(len(wholes & set(labels)) == 1 for labels in groups)
    return having * 2 > len(groups) if wholes else len(met) * 2 <= sum(map(len, groups))


def _groups(
    table: Table, of: Mapping[int, str], crossed: list[dict[int, str]]
) -> Iterator[list[str]]:
    """Yield the labels of the rows of one province, period and indicator, and one crossed part."""
    columns = [one.column for one in table.headings if _role(one) in _TELLING_APART]
    found: dict[Hashable, list[str]] = {}
    for row in table.rows:
        if row.kind == RowKind.PROVINCE:
            said = [text_of(table.sheet.at(row.index, one)) for one in columns]
            said += [one[row.index] for one in crossed]
            # A column "Chỉ tiêu" that holds the parts themselves does not tell provinces apart.
            key = row.name, *(words for words in said if words != of[row.index])
            found.setdefault(key, []).append(of[row.index])
    yield from found.values()


def _role(heading: Heading) -> str:
    return next((role for part in heading.parts[::-1] if (role := headings.role(part))), "")


def _labels(table: Table, column: int) -> dict[int, str]:
    """Give the words of a column by row; none where it holds figures or anything but words.

    Words of a merged cell, and of a column in front of the names, hold for the rows below too.
    """
    rows = table.indexes
    first = next((c for c in table.sheet.down(rows[:_LOOKED_AT], column) if c is not None), None)
    if not isinstance(first, str):
        return {}  # nearly every column of a long table
    cells = dict(zip(rows, table.cells(column), strict=True))
    for top, left, bottom, right in table.sheet.merged:
        if left <= column <= right and top < bottom:
            word = table.sheet.at(top, column)
            cells |= {one: word for one in rows if top < one <= bottom and cells[one] is None}
    found: dict[int, str] = {}
    last = ""
    for row, cell in cells.items():
        if cell is not None and (not isinstance(cell, str) or is_figure(cell) or is_said(cell)):
            return {}
        word = text_of(cell)
        last = word or (last if column < table.names else "")
        found[row] = last
    return found


def _with_names_above(table: Table) -> tuple[Table, _Parts | None]:
    """Give rows that stand below the name of each province ("Thành thị", "Nông thôn") its name."""
    words = Counter(headings.key(row.name) for row in table.rows if row.kind in _BELOW)
    provinces = sum(row.kind == RowKind.PROVINCE for row in table.rows)
    parts = {word for word, n in words.items() if n >= _FEW and n * 5 >= provinces * 4}
    if not parts:
        return table, None
    rows: list[Row] = []
    of: dict[int, str] = {}
    holder: Row | None = None
    for row in table.rows:
        if row.kind in _BELOW and headings.key(row.name) in parts:
            if holder is not None:
                rows.append(replace(row, name=holder.name, kind=holder.kind))
                of[row.index] = row.name
            continue
        holder = row if row.kind in NAMED else None
        if holder is None or any(is_said(cell) for cell in _behind(table, row)):
            rows.append(row)
            of[row.index] = ""
    first = next((index for index, label in of.items() if label), table.header)
    place = table.place(first, table.names)
    return replace(table, rows=tuple(rows)), _Parts(place, "", of)


_BELOW = frozenset((RowKind.UNKNOWN, RowKind.TOTAL))


def _behind(table: Table, row: Row) -> tuple[Cell, ...]:
    return table.sheet.rows[row.index][table.names + 1 :]
