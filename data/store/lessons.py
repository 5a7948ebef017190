"""What people taught about headings: one row for each lesson, the newest of a heading counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, insert, select

from data.store.engine import writing
from data.store.releases import now_utc
from data.store.schema import lesson


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a heading means since a moment; ``indicator_id`` is ``None`` for a withdrawn one."""

    key: str
    heading: str
    indicator_id: str | None
    by: str
    at: datetime


def add(engine: Engine, *, key: str, heading: str, indicator_id: str | None, by: str) -> Lesson:
    """Write one lesson; the same one again, from a second click, is not written twice."""
    with writing(engine) as connection:
        newest = next((one for one in _all(connection) if one.key == key), None)
        if newest and (newest.indicator_id, newest.heading) == (indicator_id, heading):
            return newest
        last = connection.execute(select(func.coalesce(func.max(lesson.c.id), 0))).scalar_one()
        new = Lesson(key, heading, indicator_id, by, now_utc())
        values = {
            "id": last + 1,
            "heading_key": key,
            "heading": heading,
            "indicator_id": indicator_id,
            "taught_by": by,
            "taught_at": new.at,
        }
        connection.execute(insert(lesson), values)
        return new


def newest_first(engine: Engine) -> list[Lesson]:
    """Give every lesson, newest first, also those that a later one replaced."""
    with engine.connect() as connection:
        return _all(connection)


def _all(connection: Connection) -> list[Lesson]:
    names = ("heading_key", "heading", "indicator_id", "taught_by", "taught_at")
    asked = select(*(lesson.c[name] for name in names)).order_by(lesson.c.id.desc())
    return [Lesson(*row) for row in connection.execute(asked)]
