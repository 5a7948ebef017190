"""What a person does with a delivery: check it, publish it, undo a release."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from data.errors import NotAccepted, NothingLeft, ReasonNeeded, UnknownChoice
from data.ingest import Delivery, Issue, Severity, read_delivery
from data.ingest.answers import Answer, Question
from data.ingest.issues import codes_asked
from data.ingest.jumps import with_jumps
from data.service import preview, taught
from data.service.former import former_values
from data.service.preview_model import Differences
from data.service.rights import Person, require_alone, require_name, require_writer
from data.store import Changes, GivenAnswer, Release, ReleaseKind, SourceFile, Store, key_of
from indicators.model import Observation, Status

Progress = Callable[[str], None]
"""Called with each of ``STEPS`` as it begins."""
STEPS = ("reading", "checking", "comparing")


def silent(_step: str) -> None:
    """Show no progress."""


class Hints(NamedTuple):
    """What the person said of a file as a whole; ``None`` for what the file says itself."""

    flow: str | None = None
    period: str | None = None
    boundary: str | None = None


@dataclass(frozen=True)
class Report:
    """What a file would do, and to which state; nothing is stored yet.

    ``kind`` is what its release will be: the ``delivery`` of a file, or a figure entered by hand.
    ``document`` is the note of its release when the person gives none.
    """

    delivery: Delivery
    changes: Changes
    base: Release | None
    file: SourceFile
    hints: Hints
    store: Store = field(repr=False, compare=False)
    kind: ReleaseKind = "delivery"
    document: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Give every open question; an optional one keeps nothing out."""
        return self.delivery.questions

    @property
    def open_codes(self) -> tuple[str, ...]:
        """Give the codes of the questions that must be answered, in the order of the file."""
        return tuple(dict.fromkeys(one.code for one in self.questions if not one.optional))

    @cached_property
    def differences(self) -> Differences:
        """Compare figure by figure with the release that the file was checked against."""
        return preview.differences(self.store, unambiguous(self.delivery), self.changes, self.base)

    @property
    def answered(self) -> tuple[Answer, ...]:
        """Give the answers that were used."""
        return self.delivery.answered

    @property
    def corrects(self) -> bool:
        """Tell whether figures that are in use would be replaced or removed."""
        return self.changes.changed + self.changes.removed > 0


def check(
    store: Store,
    content: bytes,
    name: str,
    *,
    flow: str | None = None,
    period: str | None = None,
    boundary: str | None = None,
    answers: Collection[Answer] = (),
    progress: Progress = silent,
) -> Report:
    """Read a file and compare it with the current release. A refused file changes nothing.

    ``answers`` are those of a person to the questions of an earlier check of the same file; one
    that fits no question is ignored. ``progress`` is told of each of ``STEPS`` as it begins.
    """
    progress(STEPS[0])
    delivery = read_delivery(
        content,
        name,
        flow=flow,
        period=period,
        boundary=boundary,
        answers=answers,
        taught=taught.taught(store),
    )
    if not store.illustrative:
        delivery = without_illustrative(delivery)
    progress(STEPS[1])
    base = store.current()
    former = former_values(store, delivery.observations, base)
    delivery = with_jumps(delivery, former, answers)
    progress(STEPS[2])
    changes = Changes((), 0)
    if delivery.outcome != "refused":
        changes = store.compare(unambiguous(delivery), base)
    hints = Hints(flow, period, boundary)
    return Report(delivery, changes, base, SourceFile(name, content), hints, store)


def again(store: Store, report: Report) -> Report:
    """Check the same file with the same answers against what is in use now."""
    content, name = report.file.content, report.file.name
    fresh = check(store, content, name, **report.hints._asdict(), answers=report.answered)
    return replace(fresh, kind=report.kind, document=report.document)


def without_illustrative(delivery: Delivery) -> Delivery:
    """Refuse a delivery with invented figures: they never stand beside official ones."""
    invented = next((x for x in delivery.observations if x.status == Status.X), None)
    if invented is None:
        return delivery
    issue = Issue("issue.illustrative", f"{invented.sheet}!{invented.cell}", delivery.name)
    issues = (issue, *delivery.issues)
    return replace(
        delivery, outcome="refused", observations=(), issues=issues, questions=(), answered=()
    )


def unambiguous(delivery: Delivery) -> list[Observation]:
    """Give the figures that the file states once: of two, nobody knows which would be stored."""
    times = Counter(key_of(found) for found in delivery.observations)
    return [found for found in delivery.observations if times[key_of(found)] == 1]


def publish(
    store: Store,
    report: Report,
    *,
    person: Person,
    note: str = "",
    reason: str = "",
    accept: Collection[str] = (),
    kind: ReleaseKind | None = None,
) -> Release:
    """Publish what was checked, as one release; the current one when nothing would change.

    Raises
    ------
    NotAllowed
        If the person may only read; ``NeedsApproval`` where a second person must approve.
    NotAccepted
        If the file was refused, or asks something that is not in ``accept``; ``NothingLeft`` when
        the answers leave every figure out, ``ReasonNeeded`` when a figure entered by hand corrects
        one without a reason. Nothing is stored.
    StaleBase
        If somebody published since the check.
    """
    require_writer(person)
    if kind != "shipped":
        require_name(person)
        require_alone(person)
    made = replace(report, kind=kind or report.kind)
    return put(store, made, by=person.name, note=note, reason=reason, accept=accept)


def put(
    store: Store,
    report: Report,
    *,
    by: str,
    note: str,
    reason: str,
    accept: Collection[str],
    approved_by: str = "",
    proposal: int | None = None,
) -> Release:
    """Publish for somebody whose rights were checked; see ``publish``."""
    require_answers(report, accept)
    require_reason(report, reason)
    return store.publish(
        report.delivery.observations,
        file=report.file,
        by=by,
        note=note or report.document,
        reason=reason.strip(),
        accepted=accepted(report, accept),
        answers=given(report),
        base=report.base,
        kind=report.kind,
        approved_by=approved_by,
        proposal=proposal,
    )


def require_reason(report: Report, reason: str) -> None:
    """Refuse a correction by hand that does not say why; a file speaks for itself."""
    if report.kind == "by_hand" and report.corrects and not reason.strip():
        raise ReasonNeeded(f"{report.delivery.name} corrects a figure in use: say why.")


def accepted(report: Report, accept: Collection[str]) -> tuple[str, ...]:
    """Give the codes of open questions that are accepted as a whole."""
    return tuple(code for code in report.open_codes if code in accept)


def given(report: Report) -> tuple[GivenAnswer, ...]:
    """Give the answers that were used, as the store keeps them."""
    found = report.answered
    return tuple(GivenAnswer(one.code, one.cell, one.choice, one.reason) for one in found)


def require_answers(report: Report, accept: Collection[str]) -> None:
    """Refuse a delivery with an open question; a refused one has no answer that helps."""
    if report.delivery.outcome == "refused":
        codes = tuple(x.code for x in report.delivery.issues if x.severity == Severity.REFUSE)
        raise NotAccepted(f"{report.delivery.name} was refused: {', '.join(codes)}.", codes)
    still_open = [one for one in report.questions if not _is_settled(one, accept)]
    if codes := tuple(dict.fromkeys(one.code for one in still_open)):
        raise NotAccepted(f"{report.delivery.name} needs answers: {', '.join(codes)}.", codes)
    if not report.delivery.observations:
        raise NothingLeft(f"{report.delivery.name} has no figure left.", report.open_codes)


def require_known(report: Report, accept: Collection[str]) -> None:
    """Refuse to accept a code that no question has; ``UnknownChoice`` names those of this file.

    A refused file says first why it is refused.
    """
    asked = tuple(code.removeprefix("issue.") for code in report.open_codes)
    for code in sorted(set(accept) - codes_asked()):
        if report.delivery.outcome != "refused":
            raise UnknownChoice("code", code.removeprefix("issue."), asked)


def _is_settled(question: Question, accept: Collection[str]) -> bool:
    """Whether a question needs no answer, or its code is accepted and it has a default.

    Accepting does not say which of two figures is meant, nor what an impossible one should be.
    """
    return question.optional or (question.code in accept and question.default is not None)


def undo(
    store: Store, release_id: int, *, person: Person, note: str = "", base: Release | None
) -> Release:
    """Publish the state before a release again, as a new release; later ones go back too.

    ``base`` is the current release that the person saw. ``StaleBase`` when it no longer is: a
    release that nobody knew of would go back unseen.
    """
    require_writer(person)
    require_name(person)
    return store.undo(store.release(release_id), by=person.name, note=note, base=base)


def going_back(release_id: int, base: Release) -> tuple[int, ...]:
    """Give the numbers of the releases after one that its undo takes back too, oldest first."""
    return tuple(range(release_id + 1, base.id + 1))
