"""Read the state of a release: for each key, its row with the highest release at most that one."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    and_,
    exists,
    select,
)

from data.store.changes import Figure, Key
from data.store.schema import coverage, file, observation, origin

KEY = tuple(observation.c[name] for name in Key._fields)
READ = (
    *KEY,
    observation.c.value,
    origin.c.unit,
    observation.c.status,
    origin.c.source_id,
    file.c.name.label("file"),
    origin.c.file_sha256,
    origin.c.sheet,
    observation.c.cell,
    observation.c.release_id,
    observation.c.origin_id,
)
READ_BACK = READ[:-1]  # without the number of the origin, which means nothing outside
COLUMNS = tuple(column.name for column in READ_BACK)


def state(
    release_id: int,
    *,
    indicator_ids: Collection[str] | None = None,
    periods: Collection[str] | None = None,
    boundary: str | None = None,
) -> Select[Any]:
    """Select the figures in use at a release; ``None`` asks for all.

    The filters are the first columns of the key, so that both databases search and never scan;
    whether a row was replaced later is one more search in the same index. A row without origin
    (a figure that an undo took back) finds no partner in the join.
    """
    return (
        select(*READ)
        .join_from(observation, origin, observation.c.origin_id == origin.c.id)
        .join(file, origin.c.file_sha256 == file.c.sha256)
        .where(*filters(observation, indicator_ids, periods, boundary))
        .where(observation.c.release_id <= release_id, ~replaced_by(release_id))
        .order_by(*KEY)
    )


def filters(
    table: FromClause,
    indicator_ids: Collection[str] | None,
    periods: Collection[str] | None,
    boundary: str | None,
) -> list[ColumnElement[bool]]:
    """Give the conditions for those choices that were made."""
    conditions: list[ColumnElement[bool]] = []
    if indicator_ids is not None:
        conditions.append(table.c.indicator_id.in_(sorted(indicator_ids)))
    if periods is not None:
        conditions.append(table.c.period.in_(sorted(periods)))
    if boundary is not None:
        conditions.append(table.c.boundary == boundary)
    return conditions


def replaced_by(release_id: int) -> ColumnElement[bool]:
    """Say whether a later row for the same key exists up to that release."""
    later = observation.alias("later")
    same_key = and_(*(later.c[column.name] == column for column in KEY))
    window = and_(later.c.release_id > observation.c.release_id, later.c.release_id <= release_id)
    return exists().where(same_key, window)


def in_use(
    connection: Connection, release_id: int | None, keys: Iterable[Key]
) -> dict[Key, Figure]:
    """Give the figures in use for the indicators, periods and lists of these keys."""
    return {key: figure(row) for key, row in rows(connection, release_id, keys).items()}


def rows(
    connection: Connection, release_id: int | None, keys: Iterable[Key]
) -> dict[Key, Row[Any]]:
    """Give the rows in use around these keys: whole indicators and periods, one search each."""
    keys = list(keys)
    if release_id is None or not keys:
        return {}
    found = connection.execute(
        state(
            release_id,
            indicator_ids={key.indicator_id for key in keys},
            periods={key.period for key in keys},
        )
    )
    return {Key(*row[: len(KEY)]): row for row in found}


def figure(row: Row[Any]) -> Figure:
    """Give what a stored row says."""
    return Figure(row.value, row.unit, row.status, row.source_id)


def covered(release_id: int, after: int = 0) -> Select[Any]:
    """Select which indicators, periods and lists were written after one release up to another."""
    return (
        select(coverage.c.indicator_id, coverage.c.period, coverage.c.boundary)
        .where(coverage.c.release_id > after, coverage.c.release_id <= release_id)
        .distinct()
    )
