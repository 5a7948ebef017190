"""Tables of the store, as the newest migration leaves them.

Rows are only ever added, triggers refuse the rest:

``release``      one published state: who, when, with which note, on which former release.
``file``         each source file once, by the sha256 of its content.
``origin``       what the cells of one column share: file, sheet, source, unit.
``observation``  one row for each *change* of a figure. Its key order is the order on disk, so that
                 one indicator and period lie together; the state at a release is, for each key,
                 the row with the highest release at most that one.

``lesson``       what somebody taught about a heading; the newest row of a heading counts.
``proposal``     what waits for a second person, with its file and answers; ``decision`` ends it.

``coverage`` counts the rows that a release wrote for each indicator, period and list: small, so
that a menu of periods never walks over ten million observations.

A row of ``observation`` is about 60 bytes, because text that repeats is in ``origin``. A row
without origin says that from this release on there is no such figure (an undone addition).
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its zone; SQLite, which knows no zones, keeps it in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()

file = Table(
    "file",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

release = Table(
    "release",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("published_by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("base_id", Integer, ForeignKey("release.id")),
    Column("kind", String(16), nullable=False),
    Column("accepted", JSON, nullable=False),
    Column("file_sha256", String(64), ForeignKey("file.sha256")),
    Column("reason", Text, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("request", String(64)),
    Column("undoes_id", Integer, ForeignKey("release.id")),
)

origin = Table(
    "origin",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("file_sha256", String(64), ForeignKey("file.sha256"), nullable=False),
    Column("sheet", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("unit", Text, nullable=False),
    UniqueConstraint("file_sha256", "sheet", "source_id", "unit", name="origin_is_unique"),
)

observation = Table(
    "observation",
    metadata,
    Column("indicator_id", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("boundary", String(8), primary_key=True),
    Column("province_code", String(2), primary_key=True),
    Column("release_id", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    Column("value", Double),
    Column("status", String(1), nullable=False),
    Column("origin_id", Integer, ForeignKey("origin.id")),
    Column("cell", Text, nullable=False),
    sqlite_with_rowid=False,
)

coverage = Table(
    "coverage",
    metadata,
    Column("release_id", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    Column("indicator_id", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("boundary", String(8), primary_key=True),
    Column("written", Integer, nullable=False),
    sqlite_with_rowid=False,
)

lesson = Table(
    "lesson",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("heading_key", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("indicator_id", Text),
    Column("taught_by", Text, nullable=False),
    Column("taught_at", UtcDateTime, nullable=False),
)

proposal = Table(
    "proposal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("proposed_by", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("base_id", Integer, ForeignKey("release.id")),
    Column("file_sha256", String(64), ForeignKey("file.sha256"), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("hints", JSON, nullable=False),
    Column("accepted", JSON, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("request", String(64), nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column(
        "proposal_id", Integer, ForeignKey("proposal.id"), primary_key=True, autoincrement=False
    ),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("release_id", Integer, ForeignKey("release.id")),
)

APPEND_ONLY = (file, release, origin, observation, coverage, lesson, proposal, decision)
