"""What a person does with a delivery: check it, publish it, undo a release."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from data.errors import NotAccepted
from data.ingest import Delivery, Issue, Severity, read_delivery
from data.service.rights import Person, require_writer
from data.store import Changes, Release, ReleaseKind, SourceFile, Store, key_of
from indicators.model import Observation, Status

# Accepting does not say which of two figures is meant: the file must be mended.
WITHOUT_ANSWER = {"issue.duplicate"}


@dataclass(frozen=True, slots=True)
class Report:
    """What a file would do, and to which state; nothing is stored yet."""

    delivery: Delivery
    changes: Changes
    base: Release | None
    file: SourceFile

    @property
    def questions(self) -> tuple[str, ...]:
        """Give the codes that a person must accept, each once, in the order of the file."""
        codes = (x.code for x in self.delivery.issues if x.severity == Severity.REVIEW)
        return tuple(dict.fromkeys(codes))


def check(
    store: Store,
    content: bytes,
    name: str,
    *,
    flow: str | None = None,
    period: str | None = None,
    boundary: str | None = None,
) -> Report:
    """Read a file and compare it with the current release. A refused file changes nothing."""
    delivery = read_delivery(content, name, flow=flow, period=period, boundary=boundary)
    if not store.illustrative:
        delivery = without_illustrative(delivery)
    base = store.current()
    changes = Changes((), 0)
    if delivery.outcome != "refused":
        changes = store.compare(unambiguous(delivery), base)
    return Report(delivery, changes, base, SourceFile(name, content))


def without_illustrative(delivery: Delivery) -> Delivery:
    """Refuse a delivery with invented figures: they never stand beside official ones."""
    invented = next((x for x in delivery.observations if x.status == Status.X), None)
    if invented is None:
        return delivery
    issue = Issue("issue.illustrative", f"{invented.sheet}!{invented.cell}", delivery.name)
    issues = (issue, *delivery.issues)
    return replace(delivery, outcome="refused", observations=(), issues=issues)


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
    accept: Collection[str] = (),
    kind: ReleaseKind = "delivery",
) -> Release:
    """Publish what was checked, as one release; the current one when nothing would change.

    Raises
    ------
    NotAllowed
        If the person may only read.
    NotAccepted
        If the file was refused, or asks something that is not in ``accept``. Nothing is stored.
    StaleBase
        If somebody published since the check.
    """
    require_writer(person)
    require_answers(report, accept)
    return store.publish(
        report.delivery.observations,
        file=report.file,
        by=person.name,
        note=note,
        accepted=[code for code in report.questions if code in accept],
        base=report.base,
        kind=kind,
    )


def require_answers(report: Report, accept: Collection[str]) -> None:
    """Refuse a delivery with an open question; a refused one has no answer that helps."""
    if report.delivery.outcome == "refused":
        codes = tuple(x.code for x in report.delivery.issues if x.severity == Severity.REFUSE)
        raise NotAccepted(f"{report.delivery.name} was refused: {', '.join(codes)}.", codes)
    answered = set(accept) - WITHOUT_ANSWER
    if still_open := tuple(code for code in report.questions if code not in answered):
        names = ", ".join(still_open)
        raise NotAccepted(f"{report.delivery.name} needs answers: {names}.", still_open)


def undo(
    store: Store, release_id: int, *, person: Person, note: str = "", base: Release | None
) -> Release:
    """Publish the state before a release again, as a new release; later ones go back too.

    ``base`` is the current release that the person saw. ``StaleBase`` when it no longer is: a
    release that nobody knew of would go back unseen.
    """
    require_writer(person)
    return store.undo(store.release(release_id), by=person.name, note=note, base=base)


def going_back(release_id: int, base: Release) -> tuple[int, ...]:
    """Give the numbers of the releases after one that its undo takes back too, oldest first."""
    return tuple(range(release_id + 1, base.id + 1))
