"""Which province each row means, and on which list of provinces a table stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.ingest import headings
from data.ingest.issues import Issue
from data.ingest.table import Row, RowKind, Table
from data.reference import (
    Province,
    Resolved,
    boundaries,
    boundary_of,
    nearest,
    provinces,
    resolve,
)

_MANY = 3
_NAMED = 20
_NEARLY = 0.2  # a table of nearly all provinces tells its list by its names


@dataclass(frozen=True, slots=True)
class Places:
    """The list of a table and the province code of each row of it, by row index.

    ``doubtful`` holds the rows with an unknown name: the code of the nearest province, or "".
    """

    boundary: str
    codes: Mapping[int, str]
    doubtful: Mapping[int, str]
    issues: tuple[Issue, ...]


def find_places(
    table: Table, code_column: int | None, periods: frozenset[str], hint: str | None
) -> Places:
    """Resolve every name on the list that fits the table; each doubt is an issue."""
    boundary = hint or _fitting_list(table, periods)
    names = _Names(boundary)
    codes: dict[int, str] = {}
    doubtful: dict[int, str] = {}
    issues: list[Issue] = []
    for row in table.rows:
        if row.kind in (RowKind.TOTAL, RowKind.REGION):
            continue
        found = names.resolve(row.name)
        if found:
            codes[row.index] = found.code
            issues += _matched(table, row, found, boundary)
            issues += _compare_code(table, row, code_column, found.code, boundary)
        else:
            near = names.nearest(row) if row.kind == RowKind.UNKNOWN else None
            doubtful[row.index] = near.code if near else ""
            issues.append(_unknown(table, row, near, boundary))
    issues = _grouped(_mixed(issues, boundary), boundary)
    issues += _list_differs(table, boundary, periods, hint)
    return Places(boundary, codes, doubtful, tuple(issues))


class _Names:
    """The names of one table on one list, each looked up once.

    A suggestion is costly to find: it is looked for only for the first unknown names.
    """

    def __init__(self, boundary: str) -> None:
        self._boundary = boundary
        self._found: dict[str, Resolved | None] = {}
        self._near: dict[str, Province | None] = {}

    def resolve(self, name: str) -> Resolved | None:
        if name not in self._found:
            self._found[name] = resolve(name, self._boundary)
        return self._found[name]

    def nearest(self, row: Row) -> Province | None:
        if row.name not in self._near and len(self._near) < _NAMED:
            self._near[row.name] = nearest(row.name, self._boundary)
        return self._near.get(row.name)


def _fitting_list(table: Table, periods: frozenset[str]) -> str:
    """Decide the list by the set of names, then by the title, then by the periods."""
    names = {row.name for row in table.rows if row.kind == RowKind.PROVINCE}
    misfits = {one.id: _misfits(names, one.id) for one in boundaries()}
    best = min(misfits, key=lambda one: sum(misfits[one]))
    if sum(misfits[best]) <= _NEARLY * len(provinces(best)):
        return best
    fewest = min(unknown for unknown, _ in misfits.values())
    fitting = [one for one, (unknown, _) in misfits.items() if unknown == fewest]
    in_force = {boundary_of(period).id for period in periods}
    by_period = in_force.pop() if len(in_force) == 1 else None
    wanted = table.by_title(headings.list_in) or by_period
    return wanted if wanted in fitting else fitting[0]


def _misfits(names: set[str], boundary: str) -> tuple[int, int]:
    """How many names are not on a list, and how many of the list are not among the names."""
    found = {name: resolve(name, boundary) for name in names}
    codes = {one.code for one in found.values() if one}
    return sum(one is None for one in found.values()), len(provinces(boundary)) - len(codes)


def _matched(table: Table, row: Row, found: Resolved, boundary: str) -> Iterator[Issue]:
    """Tell of a name that is written otherwise than on the list."""
    if not found.exact:
        right = provinces(boundary)[found.code].name.vi
        yield Issue("issue.name_matched", table.place(row.index, table.names), row.name, right)


def _unknown(table: Table, row: Row, near: Province | None, boundary: str) -> Issue:
    cell = table.place(row.index, table.names)
    if row.kind == RowKind.FORMER:
        return Issue("issue.former_province", cell, row.name, about=boundary)
    if row.kind == RowKind.PROVINCE:
        return Issue("issue.wrong_list", cell, row.name, about=boundary)
    return Issue("issue.unknown_province", cell, row.name, near.name.vi if near else "", boundary)


def _compare_code(
    table: Table, row: Row, column: int | None, code: str, boundary: str
) -> Iterator[Issue]:
    """Compare the code that stands beside a name; a lost leading zero is no difference."""
    cell = table.sheet.at(row.index, column) if column is not None else None
    if column is None or cell is None:
        return
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    beside = resolve(text, boundary)
    if beside is None or beside.code != code:
        place = table.place(row.index, column)
        yield Issue("issue.code_differs", place, text, code, row.name)


def _mixed(issues: list[Issue], boundary: str) -> list[Issue]:
    """Many names of the other list are one question: two lists are mixed."""
    strangers = [one for one in issues if one.code == "issue.wrong_list"]
    if len(strangers) <= _MANY:
        return issues
    names = ", ".join(one.found for one in strangers[:_MANY])
    mixed = Issue("issue.mixed_boundary", strangers[0].cell, names, str(len(strangers)), boundary)
    return [mixed, *(one for one in issues if one.code != "issue.wrong_list")]


def _grouped(issues: list[Issue], boundary: str) -> list[Issue]:
    """Name the first unknown names one by one and the rest together."""
    strange = [one for one in issues if one.code == "issue.unknown_province"]
    rest = strange[_NAMED:]
    if not rest:
        return issues
    names = ", ".join(one.found for one in rest[:_MANY])
    kept = [one for one in issues if one.code != "issue.unknown_province"]
    more = Issue("issue.unknown_provinces", rest[0].cell, names, str(len(rest)), boundary)
    return [*kept, *strange[:_NAMED], more]


def _list_differs(
    table: Table, boundary: str, periods: frozenset[str], hint: str | None
) -> Iterator[Issue]:
    """Ask when a table stands on another list than its period's, unless somebody says so."""
    if hint or table.by_title(headings.list_in) == boundary:
        return
    for period in sorted(periods):
        right = boundary_of(period).id
        if right != boundary:
            place = table.place(table.header, table.names)
            yield Issue("issue.list_differs", place, boundary, right, period)
            return
