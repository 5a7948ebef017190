"""What Alembic runs: the migrations on the connection that ``data.store.migrate`` hands over."""

from alembic import context

from data.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
