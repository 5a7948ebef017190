"""Proposals that wait for a second person, and the decision that ends each of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, Select, func, insert, select

from data.errors import AlreadyDecided, UnknownName
from data.store.engine import writing
from data.store.releases import BEYOND, GivenAnswer, Release, ReleaseKind, now_utc, number_of
from data.store.schema import decision, proposal
from data.store.write import SourceFile, keep_file

Verdict = Literal["approved", "returned"]


@dataclass(frozen=True, slots=True)
class Decision:
    """How a proposal ended; ``release_id`` is what its approval put to use."""

    at: datetime
    by: str
    verdict: Verdict
    reason: str
    release_id: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person proposes; ``hints`` are flow, period and list as given with the file."""

    file: SourceFile
    by: str
    kind: ReleaseKind
    note: str
    reason: str
    base: Release | None
    hints: Mapping[str, str]
    accepted: tuple[str, ...]
    answers: tuple[GivenAnswer, ...]
    request: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft as it is kept; ``decided`` is ``None`` while it waits."""

    id: int
    at: datetime
    by: str
    kind: ReleaseKind
    note: str
    reason: str
    base_id: int | None
    file: str
    file_sha256: str
    flow: str | None
    period: str | None
    boundary: str | None
    accepted: tuple[str, ...]
    answers: tuple[GivenAnswer, ...]
    decided: Decision | None


def add(engine: Engine, draft: Draft) -> Proposal:
    """Keep a proposal with its file; the same one again, while it waits, is kept once."""
    with writing(engine) as connection:
        asked = _selected().where(
            proposal.c.request == draft.request, decision.c.proposal_id.is_(None)
        )
        if twin := connection.execute(asked).first():
            return _from_row(twin)
        last = connection.execute(select(func.coalesce(func.max(proposal.c.id), 0))).scalar_one()
        connection.execute(insert(proposal), _values(connection, last + 1, draft))
        return by_id(connection, last + 1)


def _values(connection: Connection, number: int, draft: Draft) -> dict[str, Any]:
    return {
        "id": number,
        "created_at": now_utc(),
        "proposed_by": draft.by,
        "kind": draft.kind,
        "note": draft.note,
        "reason": draft.reason,
        "base_id": number_of(draft.base),
        "file_sha256": keep_file(connection, draft.file),
        "file_name": draft.file.name,
        "hints": dict(draft.hints),
        "accepted": list(draft.accepted),
        "answers": [asdict(answer) for answer in draft.answers],
        "request": draft.request,
    }


def newest_first(engine: Engine) -> list[Proposal]:
    """Give all proposals, newest first."""
    with engine.connect() as connection:
        return [_from_row(row) for row in connection.execute(_selected())]


def find(engine: Engine, number: int) -> Proposal:
    """Give one proposal; ``UnknownName`` when there is none with that number."""
    with engine.connect() as connection:
        return by_id(connection, number)


def by_id(connection: Connection, number: int) -> Proposal:
    """Give one proposal on an open connection."""
    asked = _selected().where(proposal.c.id == number)
    row = connection.execute(asked).first() if 0 < number < BEYOND else None
    if row is None:
        raise UnknownName(f"There is no proposal {number}.")
    return _from_row(row)


def send_back(engine: Engine, number: int, *, by: str, reason: str) -> Proposal:
    """End a proposal without a release; ``AlreadyDecided`` when another decision is there."""
    with writing(engine) as connection:
        found = by_id(connection, number)
        if not (found.decided and found.decided.verdict == "returned"):
            refuse_decided(found)
            decide(connection, number, by=by, verdict="returned", reason=reason, release_id=None)
        return by_id(connection, number)


def refuse_decided(found: Proposal) -> None:
    """Refuse to decide twice."""
    if found.decided:
        raise AlreadyDecided(f"Proposal {found.id} was {found.decided.verdict} already.")


def decide(
    connection: Connection,
    number: int,
    *,
    by: str,
    verdict: Verdict,
    reason: str = "",
    release_id: int | None,
) -> None:
    """Write the decision, in the transaction of the release that it makes."""
    values = {
        "proposal_id": number,
        "decided_at": now_utc(),
        "decided_by": by,
        "verdict": verdict,
        "reason": reason,
        "release_id": release_id,
    }
    connection.execute(insert(decision), values)


def _selected() -> Select[Any]:
    ends = [decision.c[name] for name in ("decided_at", "decided_by", "verdict", "release_id")]
    why = decision.c.reason.label("decision_reason")
    return (
        select(proposal, *ends, why)
        .join_from(proposal, decision, isouter=True)
        .order_by(proposal.c.id.desc())
    )


def _from_row(row: Row[Any]) -> Proposal:
    decided = None
    if row.verdict is not None:
        decided = Decision(
            row.decided_at, row.decided_by, row.verdict, row.decision_reason, row.release_id
        )
    return Proposal(
        id=row.id,
        at=row.created_at,
        by=row.proposed_by,
        kind=row.kind,
        note=row.note,
        reason=row.reason,
        base_id=row.base_id,
        file=row.file_name,
        file_sha256=row.file_sha256,
        flow=row.hints.get("flow"),
        period=row.hints.get("period"),
        boundary=row.hints.get("boundary"),
        accepted=tuple(row.accepted),
        answers=tuple(GivenAnswer(**each) for each in row.answers),
        decided=decided,
    )
