from alembic import context

from web.store.tables.whole import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    # SQLite can: the database opens its transactions itself.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
