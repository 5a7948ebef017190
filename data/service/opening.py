"""Open the store of an installation; a fresh one is filled from the published workbooks."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.errors import BadReference
from data.service.deliveries import check, publish
from data.service.rights import Person
from data.settings import ROOT, Settings
from data.store import Store
from language import text

PUBLISHED = ROOT / "data" / "published"
PROGRAM = Person("dti", may_write=True)

Progress = Callable[[str, int, int], None]
"""Called as ``progress(name of the workbook, which one from 1, of how many)``."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """One published workbook and the questions of its check that were answered beforehand."""

    path: Path
    flow: str
    note: str
    accept: tuple[str, ...]


def silent(_text: str, _number: int, _count: int) -> None:
    """Show no progress."""


def open_store(settings: Settings, progress: Progress = silent) -> Store:
    """Open the store; migrate it, and fill it when it is fresh. Safe for processes that race.

    Raises
    ------
    BadReference
        If a workbook that ships with the program does not load: a fault of ours.
    """
    store = Store(settings.store_url(), illustrative=settings.demo)
    with store.exclusive():
        store.migrate()
        if settings.published == "on":
            fill(store, workbooks(settings.demo), progress)
    return store


def workbooks(demo: bool, folder: Path = PUBLISHED) -> list[Workbook]:
    """Give the workbooks of the official store, or those of the illustrative one.

    The illustrative store holds the illustrative payments and, because counts are shown for 1,000
    people, the official population: nothing else official stands beside invented figures.
    """
    rows = tomllib.loads((folder / "manifest.toml").read_text("utf-8"))["workbook"]
    official = [
        Workbook(folder / row["file"], row["flow"], row["note"], tuple(row.get("accept", ())))
        for row in rows
    ]
    if not demo:
        return official
    invented = sorted((folder / "illustrative").glob("*.xlsx"))
    people = [book for book in official if book.flow == "population"]
    return people + [Workbook(path, "qr", text("status.X"), ()) for path in invented]


def fill(store: Store, books: list[Workbook], progress: Progress = silent) -> None:
    """Publish the workbooks that are not there yet, one release each.

    Only while nobody else has published: a store that a person has written to is theirs. A start
    that was cut off goes on where it stopped.
    """
    if any(release.kind != "shipped" for release in store.releases()):
        return
    missing = [book for book in books if not store.has_file(digest(book))]
    for number, book in enumerate(missing, start=1):
        progress(book.path.name, number, len(missing))
        load(store, book)


def digest(book: Workbook) -> str:
    """Give the sha256 of a workbook."""
    return sha256(book.path.read_bytes()).hexdigest()


def load(store: Store, book: Workbook) -> None:
    """Publish one workbook by the same steps as any upload."""
    report = check(store, book.path.read_bytes(), book.path.name, flow=book.flow)
    still_open = set(report.open_codes) - set(book.accept)
    if report.delivery.outcome == "refused" or still_open:
        issues = "; ".join(f"{x.code} {x.cell} {x.found!r}" for x in report.delivery.issues)
        raise BadReference(f"The published workbook {book.path.name} does not load: {issues}.")
    publish(store, report, person=PROGRAM, note=book.note, accept=book.accept, kind="shipped")
    store.keep(report.file)  # a workbook that was only laid out anew is not read at every start
