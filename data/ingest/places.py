"""Which province each row means, and on which list of provinces a table stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.ingest.answers import SKIP
from data.ingest.issues import Issue
from data.ingest.lists import fitting_list, list_differs
from data.ingest.meant import Rows
from data.ingest.questions import Given
from data.ingest.table import Row, Table

Doubt = tuple[Row, Issue]
_MANY = 3
_NAMED = 20
_FOR_MANY = frozenset(("issue.mixed_boundary", "issue.unknown_provinces"))


@dataclass(frozen=True, slots=True)
class Places:
    """The list of a table and the province code of each row of it, by row index.

    ``doubtful`` holds the rows that nobody has decided on: the code of the nearest province, or
    "". A row that a person leaves out is neither here nor there: its province has no figure.
    """

    boundary: str
    codes: Mapping[int, str]
    doubtful: Mapping[int, str]
    issues: tuple[Issue, ...]


def find_places(
    table: Table,
    code_column: int | None,
    periods: frozenset[str],
    hint: str | None,
    given: Given,
) -> Places:
    """Resolve every name on the list that fits the table; each doubt is an issue."""
    boundary = hint or fitting_list(table, periods)
    rows = Rows(table, code_column, boundary)
    mixed = _mixed((one for _, one in rows.doubts), boundary)
    chosen = given.choice(mixed) if mixed else None
    if chosen and chosen != boundary:
        boundary, rows = chosen, Rows(table, code_column, chosen)
    asking = _asking(rows.doubts, mixed, boundary)
    codes, doubtful = _settled(rows, asking, given)
    asked = dict.fromkeys([*([mixed] if mixed else []), *(one for _, one in asking)])
    differs = list_differs(table, boundary, periods, hint)
    return Places(boundary, codes, doubtful, (*asked, *rows.notes, *differs))


def _asking(doubts: Iterable[Doubt], mixed: Issue | None, boundary: str) -> list[Doubt]:
    """Say for every doubtful row which question stands for it.

    Names of the other list are one question where there are many; the first unknown names are
    asked one by one, and the rest together.
    """
    listed = list(doubts)
    unknown = [one for _, one in listed if one.code == "issue.unknown_province"]
    first = list(dict.fromkeys(one.found for one in unknown))[:_NAMED]
    rest = [one for one in unknown if one.found not in first]
    more = _more(rest, boundary) if rest else None
    return [
        (row, mixed)
        if mixed and one.code == "issue.wrong_list"
        else (row, more)
        if more and one.code == "issue.unknown_province" and one.found not in first
        else (row, one)
        for row, one in listed
    ]


def _settled(
    rows: Rows, asking: list[Doubt], given: Given
) -> tuple[dict[int, str], dict[int, str]]:
    """Give the code of every row, and the rows that nobody has decided on."""
    codes: dict[int, str] = dict(rows.codes)
    doubtful: dict[int, str] = {}
    held = given.settle(dict.fromkeys(one for _, one in asking))
    for row, issue in asking:
        choice = SKIP if issue.code in _FOR_MANY else held[issue.cell]
        if choice and choice != SKIP:
            codes[row.index] = choice
            continue
        codes.pop(row.index, None)
        if not given.is_answered(issue):
            doubtful[row.index] = rows.near.get(row.index, "")
    return codes, doubtful


def _mixed(doubts: Iterable[Issue], boundary: str) -> Issue | None:
    """Many names of the other list are one question: two lists are mixed."""
    strangers = [one for one in doubts if one.code == "issue.wrong_list"]
    if len(strangers) <= _MANY:
        return None
    names = ", ".join(one.found for one in strangers[:_MANY])
    count = str(len(strangers))
    return Issue("issue.mixed_boundary", strangers[0].cell, names, count, boundary)


def _more(rest: list[Issue], boundary: str) -> Issue:
    names = ", ".join(one.found for one in rest[:_MANY])
    return Issue("issue.unknown_provinces", rest[0].cell, names, str(len(rest)), boundary)
