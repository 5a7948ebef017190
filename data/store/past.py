"""What was: the difference between two releases, and everything ever written for one figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from data.store import state as states
from data.store.changes import Change, Changes, Figure, Key, Kind, kind
from data.store.releases import ReleaseKind
from data.store.schema import file, observation, origin, release


@dataclass(frozen=True, slots=True)
class Writing:
    """One row of the history of a figure; empty ``file`` where an undo took the figure back."""

    release: int
    at: datetime
    by: str
    approved_by: str
    kind: ReleaseKind
    note: str
    reason: str
    value: float | None
    status: str
    source_id: str
    file: str
    file_sha256: str
    sheet: str
    cell: str


def between(connection: Connection, earlier: int, later: int) -> Changes:
    """Say what differs between two releases, as changes that lead from one to the other.

    Either may be the newer one; 0 is the empty state before the first release.
    """
    low, high = sorted((earlier, later))
    touched = connection.execute(states.covered(high, after=low))
    keys = [Key(row.indicator_id, row.period, row.boundary, "") for row in touched]
    return differences(
        states.in_use(connection, earlier, keys), states.in_use(connection, later, keys)
    )


def differences(before: Mapping[Key, Figure], after: Mapping[Key, Figure]) -> Changes:
    """Compare two states; a figure that is not there afterwards is removed."""
    keys = sorted(before.keys() | after.keys())
    pairs = [(key, before.get(key), after.get(key)) for key in keys]
    items = [
        Change(named(old, new), key, old, new or Figure(None, "", "M", ""))
        for key, old, new in pairs
        if old != new
    ]
    return Changes(tuple(items), unchanged=len(pairs) - len(items))


def named(old: Figure | None, new: Figure | None) -> Kind:
    """Name a change between two states, where a figure may be gone altogether."""
    return "removed" if new is None else kind(old, new)


def written(connection: Connection, key: Key) -> list[Writing]:
    """Give every row for one figure, oldest first."""
    return [Writing(*row) for row in connection.execute(rows_of(key))]


def rows_of(key: Key) -> Select[Any]:
    """Select the rows of one figure, one search in the key."""
    told = release.c
    place = (origin.c.source_id, file.c.name, origin.c.file_sha256, origin.c.sheet)
    columns = (told.id, told.created_at, told.published_by, told.approved_by, told.kind)
    said = (told.note, told.reason, observation.c.value, observation.c.status)
    joined = (
        observation.join(release, observation.c.release_id == told.id)
        .outerjoin(origin, observation.c.origin_id == origin.c.id)
        .outerjoin(file, origin.c.file_sha256 == file.c.sha256)
    )
    same = [column == value for column, value in zip(states.KEY, key, strict=True)]
    known = [func.coalesce(column, "") for column in place]  # an undo leaves no origin
    asked = select(*columns, *said, *known, observation.c.cell).select_from(joined)
    return asked.where(*same).order_by(told.id)
