"""Write one release: the file, where the figures come from, and only those that changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.store.changes import Changes, Key, key_of
from data.store.schema import coverage, file, observation, origin
from indicators.model import Observation


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A delivered file as it came; the store keeps it, so that every figure can be traced."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Give the sha256 of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()


def keep_file(connection: Connection, source: SourceFile) -> str:
    """Keep a file once, whatever its name; give its sha256."""
    digest = source.sha256
    known = select(file.c.sha256).where(file.c.sha256 == digest)
    if connection.execute(known).first() is None:
        values = {"sha256": digest, "name": source.name, "content": source.content}
        connection.execute(insert(file), {**values, "size": len(source.content)})
    return digest


Place = tuple[str, str, str]


def place_of(found: Observation) -> Place:
    """Give what the cells of one column share beside the file: sheet, source, unit."""
    return found.sheet, found.source_id, found.unit


def keep_origins(
    connection: Connection, digest: str, observations: Iterable[Observation]
) -> Mapping[Place, int]:
    """Give a number for each place in this file; places that are known keep theirs."""
    table = origin.c
    known = connection.execute(
        select(table.sheet, table.source_id, table.unit, table.id).where(
            table.file_sha256 == digest
        )
    )
    numbers: dict[Place, int] = {(row.sheet, row.source_id, row.unit): row.id for row in known}
    new = sorted({place_of(found) for found in observations} - numbers.keys())
    last = connection.execute(select(func.coalesce(func.max(table.id), 0))).scalar_one()
    for number, place in enumerate(new, start=last + 1):
        numbers[place] = number
        values = dict(zip(("sheet", "source_id", "unit"), place, strict=True))
        connection.execute(insert(origin), {**values, "id": number, "file_sha256": digest})
    return numbers


def changed_rows(
    observations: Sequence[Observation], changes: Changes, origins: Mapping[Place, int]
) -> list[dict[str, Any]]:
    """Give the rows for those observations that changed, without their release."""
    keys = {change.key for change in changes.items}
    return [
        {
            **key_of(found)._asdict(),
            "value": found.value,
            "status": str(found.status),
            "origin_id": origins[place_of(found)],
            "cell": found.cell,
        }
        for found in observations
        if key_of(found) in keys
    ]


def append(connection: Connection, release_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows of ``observation`` and what they cover."""
    connection.execute(insert(observation), [{**row, "release_id": release_id} for row in rows])
    names = ("indicator_id", "period", "boundary")
    counts = Counter(tuple(row[name] for name in names) for row in rows)
    covered = [
        dict(zip(names, slice_, strict=True), release_id=release_id, written=written)
        for slice_, written in counts.items()
    ]
    connection.execute(insert(coverage), covered)


def restoring_rows(now: Mapping[Key, Any], former: Mapping[Key, Any]) -> list[dict[str, Any]]:
    """Give the rows that turn one state into a former one; what was not there has no origin."""
    again = [
        stored(key, row)
        for key, row in former.items()
        if key not in now or now[key].release_id != row.release_id
    ]
    gone = {"value": None, "status": "M", "origin_id": None, "cell": ""}
    return again + [{**key._asdict(), **gone} for key in now if key not in former]


def stored(key: Key, row: Any) -> dict[str, Any]:
    """Give a row that was read back as one to write."""
    return {
        **key._asdict(),
        "value": row.value,
        "status": row.status,
        "origin_id": row.origin_id,
        "cell": row.cell,
    }
