"""Four eyes: one person proposes, another one approves or sends back (``DTI_APPROVAL=on``).

An undo needs nobody else: the state that it brings back was approved already.
"""

from collections.abc import Collection
from dataclasses import replace

from data.errors import NotAccepted, ReasonNeeded
from data.ingest.answers import Answer
from data.service import deliveries
from data.service.deliveries import Report
from data.service.rights import (
    Person,
    needs_approval,
    require_another,
    require_name,
    require_writer,
)
from data.store import Decision, Draft, Proposal, Release, Store
from data.store import proposals as kept
from data.store.requests import of_delivery

__all__ = ["Decision", "Proposal"]


def required() -> bool:
    """Tell whether this installation wants a second person."""
    return needs_approval()


def submit(
    store: Store,
    report: Report,
    *,
    person: Person,
    note: str = "",
    reason: str = "",
    accept: Collection[str] = (),
) -> Release | Proposal:
    """Do what the one button does: publish, or propose where a second person must approve.

    The same faults as ``deliveries.publish``; a proposal with an open question is not kept. Nothing
    is proposed where nothing would change: the current release comes back.
    """
    if not required():
        return deliveries.publish(
            store, report, person=person, note=note, reason=reason, accept=accept
        )
    require_writer(person)
    require_name(person)
    deliveries.require_answers(report, accept)
    deliveries.require_reason(report, reason)
    if report.base and not report.changes.items:
        return report.base
    return kept.add(store.engine, _draft(report, person.name, note, reason, accept))


def _draft(report: Report, by: str, note: str, reason: str, accept: Collection[str]) -> Draft:
    accepted = deliveries.accepted(report, accept)
    answers = deliveries.given(report)
    figures = report.delivery.observations
    return Draft(
        file=report.file,
        by=by,
        kind=report.kind,
        note=note or report.document,
        reason=reason.strip(),
        base=report.base,
        hints={name: value for name, value in report.hints._asdict().items() if value},
        accepted=accepted,
        answers=answers,
        request=of_delivery(by, report.file.sha256, figures, accepted, answers),
    )


def proposals(store: Store) -> tuple[Proposal, ...]:
    """Give all proposals, newest first."""
    return tuple(kept.newest_first(store.engine))


def waiting(store: Store) -> tuple[Proposal, ...]:
    """Give the proposals that nobody has decided, oldest first."""
    return tuple(one for one in reversed(proposals(store)) if one.decided is None)


def proposal(store: Store, number: int) -> Proposal:
    """Give one proposal; ``UnknownName`` when there is none with that number."""
    return kept.find(store.engine, number)


def is_stale(store: Store, found: Proposal) -> bool:
    """Tell whether somebody published since it was made: what it changes is computed anew."""
    now = store.current()
    return (now.id if now else None) != found.base_id


def review(store: Store, number: int) -> Report:
    """Check the proposed file with its answers against what is in use now."""
    found = proposal(store, number)
    answers = [Answer(one.code, one.cell, one.choice, one.reason) for one in found.answers]
    report = deliveries.check(
        store,
        store.file(found.file_sha256),
        found.file,
        flow=found.flow,
        period=found.period,
        boundary=found.boundary,
        answers=answers,
    )
    return replace(report, kind=found.kind)


def approve(store: Store, number: int, report: Report, *, person: Person) -> Release:
    """Put a proposal to use, with both names; ``report`` is the ``review`` that the person saw.

    A second click gives the release of the first.

    Raises
    ------
    NotAllowed
        If the person may only read, has no name, or is who proposed it.
    NotAccepted
        If checking against today's figures asks what the proposer has not answered.
    StaleBase
        If somebody published since the person looked.
    AlreadyDecided
        If it was sent back.
    """
    require_writer(person)
    found = proposal(store, number)
    require_another(person, found.by)
    if report.file.sha256 != found.file_sha256:
        raise NotAccepted(f"That is not the file of proposal {number}.")
    return deliveries.put(
        store,
        report,
        by=found.by,
        note=found.note,
        reason=found.reason,
        accept=found.accepted,
        approved_by=person.name,
        proposal=number,
    )


def send_back(store: Store, number: int, *, person: Person, reason: str) -> Proposal:
    """End a proposal with a reason that the proposer can read; they may take it back themselves."""
    require_writer(person)
    require_name(person)
    if not reason.strip():
        raise ReasonNeeded(f"Proposal {number} is sent back with a reason only.")
    return kept.send_back(store.engine, number, by=person.name, reason=reason.strip())
