"""Bring a database to the newest shape; no alembic.ini, the steps are part of the program."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from data.errors import NewerStore

MIGRATIONS = Path(__file__).with_name("migrations")


def newest_revision() -> str:
    """Give the number that the newest migration's file name starts with."""
    return max(path.name.split("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*_*.py"))


def revision_of(engine: Engine) -> str | None:
    """Give the revision of a database; ``None`` when it is empty."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine) -> None:
    """Run the missing migrations in one transaction. Call it inside ``lock.exclusive``."""
    found = revision_of(engine)
    if found == newest_revision():
        return  # the usual start: Alembic is not even imported
    if found is not None and found > newest_revision():
        raise NewerStore(
            f"The store has revision {found}; this program knows up to "
            f"{newest_revision()}. Update the program."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
