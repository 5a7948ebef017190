"""What was published: every release, what it changed, and the whole life of one figure.

The figures as of a release are ``data.service.current.figures(number)``.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from data.service import preview
from data.service.preview_model import Differences
from data.store import Key, Release, ReleaseKind, SourceFile, Store, Writing
from indicators.period import parse


@dataclass(frozen=True, slots=True)
class Written:
    """One release that wrote a figure, and the cell that said it.

    ``old_status`` is empty where there was no such figure before, ``new_status`` where an undo took
    it back; then there is no file either.
    """

    release: int
    at: datetime
    by: str
    approved_by: str
    kind: ReleaseKind
    note: str
    reason: str
    old: float | None
    old_status: str
    new: float | None
    new_status: str
    source_id: str
    file: str
    file_sha256: str
    sheet: str
    cell: str


def releases(store: Store) -> tuple[Release, ...]:
    """Give every release, newest first."""
    return tuple(store.releases())


def compare(store: Store, earlier: int, later: int) -> Differences:
    """Say what leads from one release to another, by number; either may be the newer.

    0 is the empty state before the first. ``UnknownName`` for a number that is not there.
    """
    return preview.between(store, _release(store, earlier), _release(store, later))


def changes(store: Store, number: int) -> Differences:
    """Say what one release changed of the one before it."""
    release = store.release(number)
    return preview.between(store, _release(store, release.base_id or 0), release)


def _release(store: Store, number: int) -> Release | None:
    return store.release(number) if number else None


def figure(
    store: Store, indicator: str, period: str, boundary: str, province: str
) -> tuple[Written, ...]:
    """Give all releases that wrote one published figure, newest first.

    A converted figure has none of its own: ask for each of its origins.
    """
    rows = store.written(Key(indicator, period, boundary, province))
    return tuple(_written(old, new) for old, new in reversed([*pairwise([None, *rows])]) if new)


def ever(store: Store, number: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the periods that were ever published up to a release, by indicator and list.

    Oldest first. What was taken back again is there too: it has a life to tell.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for indicator, period, boundary in store.covered(store.release(number)):
        found.setdefault((indicator, boundary), []).append(period)
    return {table: tuple(sorted(periods, key=parse)) for table, periods in found.items()}


def _written(old: Writing | None, new: Writing) -> Written:
    return Written(
        release=new.release,
        at=new.at,
        by=new.by,
        approved_by=new.approved_by,
        kind=new.kind,
        note=new.note,
        reason=new.reason,
        old=old.value if old else None,
        old_status=_status(old) if old else "",
        new=new.value,
        new_status=_status(new),
        source_id=new.source_id,
        file=new.file,
        file_sha256=new.file_sha256,
        sheet=new.sheet,
        cell=new.cell,
    )


def _status(row: Writing) -> str:
    """Give the status that was said; a row without a file says that there is no such figure."""
    return row.status if row.file_sha256 else ""


def source_file(store: Store, number: int) -> SourceFile | None:
    """Give the file of a release as it came; ``None`` for an undo, which has none."""
    release = store.release(number)
    if release.file_sha256 is None:
        return None
    return SourceFile(release.file or "", store.file(release.file_sha256))
