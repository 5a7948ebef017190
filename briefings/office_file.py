"""What Office files of ours have in common: theme, no author, no clock.

The same figures give the same bytes, whenever and by whomever they are written.
"""

import struct
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import count
from typing import Any

from pptx.opc.packuri import PackURI

from briefings.plain_words import plain

_DAY = (1 << 5) | 1  # 1 January 1980, the first day that a zip file knows
_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
# Relations of a package that say who made it with what, or show another file's first page.
_TELLING = ("extended-properties", "custom-properties", "metadata/thumbnail")


def settle_properties(package: Any, properties: Any, title: str, made: date) -> None:
    """Set title and day of making; take away everything else that tells of people and programs."""
    for name in ("author", "last_modified_by", "comments", "category", "keywords", "subject"):
        setattr(properties, name, "")
    for name in ("content_status", "identifier", "language", "version"):
        setattr(properties, name, "")
    moment = datetime(made.year, made.month, made.day)
    properties.title = plain(title)[:255]
    properties.created = properties.modified = moment
    properties.revision = 1
    printed = properties.last_printed
    if printed is not None:
        properties.last_printed = moment
    drop_relations(package, _TELLING)


def count_parts(package: Any) -> None:
    """Number the parts that are added by counting on; python-pptx would look at all for each."""
    taken = {str(part.partname) for part in package.iter_parts()}
    numbers: dict[str, Iterator[int]] = {}

    def next_partname(form: str) -> PackURI:
        names = (form % number for number in numbers.setdefault(form, count(1)))
        return PackURI(next(name for name in names if name not in taken))

    package.next_partname = next_partname


def drop_relations(source: Any, endings: tuple[str, ...]) -> None:
    """Drop the relations of a package or part whose type ends so; the parts go with them."""
    if hasattr(source, "rels"):
        for name in [key for key, rel in source.rels.items() if rel.reltype.endswith(endings)]:
            source.rels.pop(name)
        return
    for rel in [one for one in source.iter_rels() if one.reltype.endswith(endings)]:
        source.drop_rel(rel.rId)


def without_clock(content: bytes) -> bytes:
    """Give the file with the same day in every entry of its zip: writing it took no time."""
    found = bytearray(content)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        place = archive.start_dir
    for entry in entries:
        _set_day(found, entry.header_offset, _LOCAL, 10)
        _set_day(found, place, _CENTRAL, 12)
        name, extra, comment = struct.unpack_from("<HHH", found, place + 28)
        place += 46 + name + extra + comment
    return bytes(found)


def _set_day(found: bytearray, start: int, mark: bytes, offset: int) -> None:
    if found[start : start + 4] != mark:
        raise ValueError("No header of a zip entry where one must be.")
    struct.pack_into("<HH", found, start + offset, 0, _DAY)
