"""What the names of a table's rows mean on one list of provinces, and what is doubtful."""

from collections.abc import Iterator

from data.ingest.choices import province_option
from data.ingest.issues import Issue
from data.ingest.table import Row, RowKind, Table
from data.reference import Province, Resolved, nearest, provinces, resolve

_CHECKS = (RowKind.TOTAL, RowKind.REGION, RowKind.PART)
_NAMED = 20
"""A suggestion is costly to find: it is looked for only for the first unknown names."""


class Rows:
    """The rows of a table on one list.

    ``codes`` by row index; ``doubts`` are rows with a question of their own, in the order of the
    sheet; ``near`` is the code of the nearest province of an unknown name; ``notes`` need no
    answer.
    """

    def __init__(self, table: Table, code_column: int | None, boundary: str) -> None:
        self._table, self._boundary = table, boundary
        self._found: dict[str, Resolved | None] = {}
        self._near: dict[str, Province | None] = {}
        self.codes: dict[int, str] = {}
        self.near: dict[int, str] = {}
        self.notes: list[Issue] = []
        self.doubts: list[tuple[Row, Issue]] = []
        rows = [row for row in table.rows if row.kind not in _CHECKS]
        for row in rows:
            if found := self._resolve(row.name):
                self.codes[row.index] = found.code
                self.notes += self._matched(row, found)
                self.doubts += self._code_differs(row, code_column, found.code)
        self.doubts += [(row, self._unknown(row)) for row in rows if row.index not in self.codes]
        self.doubts.sort(key=lambda doubt: doubt[0].index)

    def _resolve(self, name: str) -> Resolved | None:
        if name not in self._found:
            self._found[name] = resolve(name, self._boundary)
        return self._found[name]

    def _nearest(self, row: Row) -> Province | None:
        """Suggest a province; none that has a row, or is suggested for another name, already."""
        if row.kind != RowKind.UNKNOWN:
            return None
        if row.name not in self._near and len(self._near) < _NAMED:
            self._near[row.name] = nearest(row.name, self._boundary)
        return self._near.get(row.name)

    def _is_taken(self, near: Province, name: str) -> bool:
        others = (one.code for other, one in self._near.items() if one and other != name)
        return near.code in self.codes.values() or near.code in others

    def _matched(self, row: Row, found: Resolved) -> Iterator[Issue]:
        """Tell of a name that is written otherwise than on the list."""
        if not found.exact:
            right = provinces(self._boundary)[found.code].name.vi
            place = self._table.place(row.index, self._table.names)
            yield Issue("issue.name_matched", place, row.name, right)

    def _unknown(self, row: Row) -> Issue:
        """Ask about a name; ``alike`` says that the suggested province is taken already."""
        cell = self._table.place(row.index, self._table.names)
        if row.kind == RowKind.FORMER:
            return Issue("issue.former_province", cell, row.name, about=self._boundary)
        if row.kind == RowKind.PROVINCE:
            return Issue("issue.wrong_list", cell, row.name, about=self._boundary)
        near = self._nearest(row)
        if near is None:
            return Issue("issue.unknown_province", cell, row.name, about=self._boundary)
        self.near[row.index] = near.code
        taken = near.code if self._is_taken(near, row.name) else ""
        name = near.name.vi
        return Issue("issue.unknown_province", cell, row.name, name, self._boundary, alike=taken)

    def _code_differs(self, row: Row, column: int | None, code: str) -> Iterator[tuple[Row, Issue]]:
        """Compare the code that stands beside a name; a lost leading zero is no difference."""
        cell = self._table.sheet.at(row.index, column) if column is not None else None
        if column is None or cell is None:
            return
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
        beside = self._resolve(text)
        if beside is None or beside.code != code:
            place = self._table.place(row.index, column)
            meant = [code, *([beside.code] if beside else [])]
            options = tuple(province_option(one, self._boundary) for one in meant)
            found = Issue("issue.code_differs", place, text, code, row.name, options=options)
            yield row, found
