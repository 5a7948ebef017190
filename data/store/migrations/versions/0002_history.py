"""Reasons, answers and approvals of releases; taught headings; proposals and their decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# The same triggers as in 0001, for the new tables; each has one key.
KEYS = {"lesson": "id", "proposal": "id", "decision": "proposal_id"}

SQLITE_GUARD = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
SQLITE_NO_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON "{table}"
WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_GUARD = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def upgrade() -> None:
    tell_more_of_releases()
    create_lessons()
    create_proposals()
    create_decisions()
    guard()


def tell_more_of_releases() -> None:
    for name in ("reason", "approved_by"):
        op.add_column("release", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("release", sa.Column("answers", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("release", sa.Column("request", sa.String(64)))
    # Alembic gives SQLite no column with a foreign key; both databases know this line.
    op.execute("ALTER TABLE release ADD COLUMN undoes_id INTEGER REFERENCES release (id)")


def create_lessons() -> None:
    op.create_table(
        "lesson",
        number(),
        sa.Column("heading_key", sa.Text, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("indicator_id", sa.Text),
        sa.Column("taught_by", sa.Text, nullable=False),
        moment("taught_at"),
    )


def create_proposals() -> None:
    op.create_table(
        "proposal",
        number(),
        moment("created_at"),
        sa.Column("proposed_by", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("base_id", sa.Integer, sa.ForeignKey("release.id")),
        sa.Column("file_sha256", sa.String(64), sa.ForeignKey("file.sha256"), nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("hints", sa.JSON, nullable=False),
        sa.Column("accepted", sa.JSON, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("request", sa.String(64), nullable=False),
    )


def create_decisions() -> None:
    target = sa.ForeignKey("proposal.id")
    op.create_table(
        "decision",
        sa.Column("proposal_id", sa.Integer, target, primary_key=True, autoincrement=False),
        moment("decided_at"),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("release_id", sa.Integer, sa.ForeignKey("release.id")),
    )


def number() -> sa.Column:
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=False)


def moment(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def guard() -> None:
    """Refuse every change of what is written, also one typed into a database console."""
    is_postgres = op.get_bind().dialect.name == "postgresql"
    for table, key in KEYS.items():
        if is_postgres:
            op.execute(POSTGRES_GUARD.format(table=table))
            continue
        for event in ("UPDATE", "DELETE"):
            op.execute(SQLITE_GUARD.format(table=table, event=event))
        op.execute(SQLITE_NO_REPLACE.format(table=table, key=key))


def downgrade() -> None:
    raise NotImplementedError("The store is append-only: go back with a backup.")
