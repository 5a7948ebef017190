"""Releases, files, origins and observations; append-only by triggers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("file", "release", "origin", "observation", "coverage")

SQLITE_GUARD = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
# REPLACE deletes without asking the triggers above, unless the connection sets recursive_triggers:
# ours do, a database console does not. So a row that is there already is refused before that.
SQLITE_KEYS = {
    "file": ("sha256", "rowid"),
    "release": ("id",),
    "origin": ("id", "file_sha256, sheet, source_id, unit"),
    "observation": ("indicator_id, period, boundary, province_code, release_id",),
    "coverage": ("release_id, indicator_id, period, boundary",),
}
SQLITE_NO_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON "{table}" WHEN {exists}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
POSTGRES_GUARD = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def upgrade() -> None:
    create_files_and_releases()
    create_observations()
    guard()


def create_files_and_releases() -> None:
    op.create_table(
        "file",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "release",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("base_id", sa.Integer, sa.ForeignKey("release.id")),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("accepted", sa.JSON, nullable=False),
        sa.Column("file_sha256", sa.String(64), sa.ForeignKey("file.sha256")),
    )
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("file_sha256", sa.String(64), sa.ForeignKey("file.sha256"), nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.UniqueConstraint("file_sha256", "sheet", "source_id", "unit", name="origin_is_unique"),
    )


def create_observations() -> None:
    op.create_table(
        "observation",
        sa.Column("indicator_id", sa.Text, primary_key=True),
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("boundary", sa.String(8), primary_key=True),
        sa.Column("province_code", sa.String(2), primary_key=True),
        release_key(),
        sa.Column("value", sa.Double),
        sa.Column("status", sa.String(1), nullable=False),
        sa.Column("origin_id", sa.Integer, sa.ForeignKey("origin.id")),
        sa.Column("cell", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coverage",
        release_key(),
        sa.Column("indicator_id", sa.Text, primary_key=True),
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("boundary", sa.String(8), primary_key=True),
        sa.Column("written", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def release_key() -> sa.Column:
    target = sa.ForeignKey("release.id")
    return sa.Column("release_id", sa.Integer, target, primary_key=True, autoincrement=False)


def guard() -> None:
    """Refuse every change of what is written, also one typed into a database console."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRES_FUNCTION)
        for table in APPEND_ONLY:
            op.execute(POSTGRES_GUARD.format(table=table))
        return
    for table in APPEND_ONLY:
        for event in ("UPDATE", "DELETE"):
            op.execute(SQLITE_GUARD.format(table=table, event=event))
        op.execute(SQLITE_NO_REPLACE.format(table=table, exists=exists(table)))


def exists(table: str) -> str:
    """Write the condition that a row with one of the new row's keys is there; one search each."""
    keys = [key.split(", ") for key in SQLITE_KEYS[table]]
    same = [" AND ".join(f"{name} = NEW.{name}" for name in key) for key in keys]
    return " OR ".join(f'EXISTS (SELECT 1 FROM "{table}" WHERE {each})' for each in same)  # noqa: S608


def downgrade() -> None:
    raise NotImplementedError("The store is append-only: go back with a backup.")
