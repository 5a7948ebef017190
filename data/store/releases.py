"""Releases: immutable published states of all figures, numbered from 1 without gaps."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, insert, select

from data.errors import StaleBase, UnknownName
from data.store.schema import coverage, file, release

ReleaseKind = Literal["shipped", "delivery", "by_hand", "undo"]

BEYOND = 2**31  # no database takes a larger number as the key of a release


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What a person answered to a question of a delivery: which question, where, what, why."""

    code: str
    cell: str
    choice: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What a person does when a release is made, and what they say about it.

    ``reason`` is public: why figures that were in use are corrected. ``approved_by`` is the second
    person, where one was asked. ``request`` is the same when the same click arrives twice.
    """

    by: str
    kind: ReleaseKind
    note: str = ""
    reason: str = ""
    approved_by: str = ""
    accepted: tuple[str, ...] = ()
    answers: tuple[GivenAnswer, ...] = ()
    request: str = ""
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One published state; ``kind`` says whether the program, a person or an undo made it.

    ``undoes`` is the release that an undo took back; ``reason`` and ``approved_by`` are empty where
    there is none.
    """

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
    reason: str = ""
    approved_by: str = ""
    answers: tuple[GivenAnswer, ...] = ()
    undoes: int | None = None


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
        reason=row.reason,
        approved_by=row.approved_by,
        answers=tuple(GivenAnswer(**each) for each in row.answers),
        undoes=row.undoes_id,
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


def refuse_stale(connection: Connection, now: Release | None, base: Release | None) -> None:
    """Refuse to publish on a state that is not the newest any more."""
    if number_of(now) != number_of(base):
        since = newest_first().where(release.c.id > (number_of(base) or 0))
        raise StaleBase(
            f"Release {number_of(now)} by {now.by if now else None} was published after "
            f"the check, which compared with release {number_of(base)}. Check again.",
            tuple(from_row(row) for row in reversed(connection.execute(since).all())),
        )


def made_of(connection: Connection, base: Release | None, request: str) -> Release | None:
    """Give the release that this very request made already; ``None`` when it made none.

    A base has one successor at most, so a second click finds the release of the first there.
    """
    asked = newest_first().where(
        release.c.id == (number_of(base) or 0) + 1, release.c.request == request
    )
    row = connection.execute(asked).first()
    return None if row is None else from_row(row)


def add(
    connection: Connection, base: Release | None, act: Act, *, file_sha256: str | None = None
) -> int:
    """Write the row of the release after ``base`` and give its number."""
    number = (number_of(base) or 0) + 1
    values = {
        "id": number,
        "created_at": now_utc(),
        "published_by": act.by,
        "note": act.note,
        "base_id": number_of(base),
        "kind": act.kind,
        "accepted": list(act.accepted),
        "file_sha256": file_sha256,
        "reason": act.reason,
        "approved_by": act.approved_by,
        "answers": [asdict(answer) for answer in act.answers],
        "request": act.request or None,
        "undoes_id": act.undoes,
    }
    connection.execute(insert(release), values)
    return number


def now_utc() -> datetime:
    """Give the moment, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
