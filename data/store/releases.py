"""Releases: immutable published states of all figures, numbered from 1 without gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, insert, select

from data.errors import StaleBase, UnknownName
from data.store.schema import coverage, file, release

ReleaseKind = Literal["shipped", "delivery", "undo"]

BEYOND = 2**31  # no database takes a larger number as the key of a release


@dataclass(frozen=True, slots=True)
class Release:
    """One published state; ``kind`` says whether the program, a person or an undo made it."""

    id: int
    created_at: datetime
    by: str
    note: str
    base_id: int | None
    kind: ReleaseKind
    accepted: tuple[str, ...]
    file_sha256: str | None
    file: str | None
    written: int


def newest_first() -> Select[Any]:
    """Select all releases with the name of their file and the number of rows they wrote."""
    written = (
        select(func.coalesce(func.sum(coverage.c.written), 0))
        .where(coverage.c.release_id == release.c.id)
        .scalar_subquery()
        .label("written")
    )
    return (
        select(release, file.c.name.label("file"), written)
        .join_from(release, file, release.c.file_sha256 == file.c.sha256, isouter=True)
        .order_by(release.c.id.desc())
    )


def from_row(row: Row[Any]) -> Release:
    """Make a release of a row of ``newest_first``."""
    return Release(
        id=row.id,
        created_at=row.created_at,
        by=row.published_by,
        note=row.note,
        base_id=row.base_id,
        kind=row.kind,
        accepted=tuple(row.accepted),
        file_sha256=row.file_sha256,
        file=row.file,
        written=row.written,
    )


def current(connection: Connection) -> Release | None:
    """Give the newest release; ``None`` when nothing was published yet."""
    row = connection.execute(newest_first().limit(1)).first()
    return None if row is None else from_row(row)


def by_id(connection: Connection, release_id: int) -> Release:
    """Give one release, or say which exist."""
    asked = newest_first().where(release.c.id == release_id)
    row = connection.execute(asked).first() if 0 < release_id < BEYOND else None
    if row is None:
        last = connection.execute(select(func.max(release.c.id))).scalar() or 0
        raise UnknownName(f"No release {release_id}. The releases are numbered 1 to {last}.")
    return from_row(row)


def number_of(release: Release | None) -> int | None:
    """Give the number of a release; ``None`` for the empty store before the first one."""
    return None if release is None else release.id


def refuse_stale(now: Release | None, base: Release | None) -> None:
    """Refuse to publish on a state that is not the newest any more."""
    if number_of(now) != number_of(base):
        raise StaleBase(
            f"Release {number_of(now)} by {now.by if now else None} was published after "
            f"the check, which compared with release {number_of(base)}. Check again."
        )


def add(
    connection: Connection,
    base: Release | None,
    *,
    by: str,
    note: str,
    kind: ReleaseKind,
    accepted: Sequence[str] = (),
    file_sha256: str | None = None,
) -> int:
    """Write the row of the release after ``base`` and give its number."""
    number = (number_of(base) or 0) + 1
    values = {
        "id": number,
        "created_at": datetime.now(UTC).replace(microsecond=0),
        "published_by": by,
        "note": note,
        "base_id": number_of(base),
        "kind": kind,
        "accepted": list(accepted),
        "file_sha256": file_sha256,
    }
    connection.execute(insert(release), values)
    return number
