"""Everything for the day of a release in one archive: decks, briefings, workbook, pictures, page.

Made file by file, so that at no time more than one is held; the archive is there whole or not at
all. The same release on the same day gives the same archive.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from briefings import export, pictures
from briefings.export import File, Maker
from briefings.whole_file import Cancelled, whole
from briefings.wish import TOTAL, Asked
from data import reference
from data.memory import give_back
from data.service.choices import among, newest_period
from data.service.figures import Figures
from language import Lang
from language.folding import fold

Progress = Callable[[str, int, int], None]
"""Called as ``progress(name of the file, which one from 1, of how many)`` before it is made."""
_PACKED = (".pptx", ".docx", ".xlsx", ".png")  # archives and pictures do not get smaller
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the archive, as the manifest names it."""

    file: str
    sha256: str
    kind: str
    title: str
    release: int


@dataclass(frozen=True, slots=True)
class Item:
    """A file that is to be made."""

    name: str
    kind: str
    make: Callable[[], File]


def never() -> bool:
    """Go on to the end."""
    return False


def silent(_name: str, _number: int, _count: int) -> None:
    """Show no progress."""


def make(
    figures: Figures,
    group: str,
    boundary: str,
    lang: Lang,
    made: date,
    out: Path,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
    *,
    period: str | None = None,
    slides: bytes | None = None,
    paper: bytes | None = None,
) -> Path:
    """Write the archive of a group to ``out`` and give its path.

    Parameters
    ----------
    period
        The period of the total that files are about; by default the newest with figures.
    slides, paper
        An office's own .pptx for the decks, .docx for the briefings.

    Raises
    ------
    Cancelled, CannotWrite
        Nothing is left behind then, and a former file is as it was.
    UnknownChoice
        For a group or list that is not there.
    """
    among("boundary", boundary, (one.id for one in reference.boundaries()))
    among("group", group, reference.groups_on(boundary))
    when = period or newest_period(figures, TOTAL, boundary)
    by = export.maker(figures, lang, made, slides=slides, paper=paper)
    plan = list(items(by, group, boundary, when))
    with whole(out) as part, ZipFile(part, "w") as archive:
        entries = []
        for number, item in enumerate(plan, start=1):
            if cancelled():
                raise Cancelled("The release day was stopped.")
            progress(item.name, number, len(plan))
            entries.append(_add(archive, item, figures.release.id, made))
            give_back()  # else the next file lies beside what is left of the former ones
        _write(archive, _MANIFEST, _manifest(figures, group, boundary, when, made, entries), made)
    return out


def items(by: Maker, group: str, boundary: str, period: str) -> Iterator[Item]:
    """Plan the files: those of the group, its pictures, then two for each of its provinces."""
    about = f"{group}-{boundary}"
    asked = _asked("deck", "", group, boundary, period, ".pptx")
    yield _item(by, asked, f"{about}.pptx")
    yield _item(by, _asked("workbook", "", group, boundary, period, ".xlsx"), f"{about}.xlsx")
    yield _item(by, _asked("snapshot", "", group, boundary, period, ".html"), f"{about}.html")
    for number, found in enumerate(export.findings_of(by, asked), start=1):
        name = f"hinh/{number:02}-{found.kind}.png"
        yield Item(name, "picture", lambda f=found: File(pictures.png(f, by.lang), f.title))  # type: ignore[misc]
    for code in reference.group(group).members[boundary]:
        folder = f"{code}-{_plain(code, boundary)}"
        for kind, suffix in (("deck", ".pptx"), ("briefing", ".docx"), ("sheet", ".pdf")):
            asked = _asked(kind, code, group, boundary, period, suffix)
            yield _item(by, asked, f"{folder}/{folder}{'-a4' if kind == 'sheet' else ''}{suffix}")


def _asked(kind: str, province: str, group: str, boundary: str, period: str, suffix: str) -> Asked:
    return Asked(kind, province, group, boundary, period, TOTAL, "", suffix, is_one=False)


def _item(by: Maker, asked: Asked, name: str) -> Item:
    return Item(name, asked.kind, lambda: export.make(by, asked))


def _plain(code: str, boundary: str) -> str:
    """Name a province in letters that every archive program reads: "dak-lak"."""
    name = fold(reference.province(code, boundary).name.vi)
    return "-".join("".join(c if c.isalnum() else " " for c in name).split())


def _add(archive: ZipFile, item: Item, release: int, made: date) -> Entry:
    found = item.make()
    _write(archive, item.name, found.content, made)
    digest = sha256(found.content).hexdigest()
    return Entry(item.name, digest, item.kind, found.title, release)


def _write(archive: ZipFile, name: str, content: bytes, made: date) -> None:
    """Add a file without clock, owner or machine: the day of making is that of all files."""
    entry = ZipInfo(name, (max(made.year, 1980), made.month, made.day, 0, 0, 0))
    entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, content)


def _manifest(
    figures: Figures, group: str, boundary: str, period: str, made: date, entries: list[Entry]
) -> bytes:
    about = {
        "release": figures.release.id,
        "group": group,
        "boundary": boundary,
        "period": period,
        "made": made.isoformat(),
        "files": [asdict(one) for one in entries],
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode()
