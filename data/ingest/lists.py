"""On which list of provinces a table stands, and whether that is the list of its period."""

from collections.abc import Iterator

from data.ingest import headings
from data.ingest.issues import Issue
from data.ingest.table import RowKind, Table
from data.reference import boundaries, boundary_of, provinces, resolve

_NEARLY = 0.2  # a table of nearly all provinces tells its list by its names


def fitting_list(table: Table, periods: frozenset[str]) -> str:
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


def list_differs(
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
