"""Bringing a database to the shape that this version of the program expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from web.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database, revision: str = "head") -> None:
    """Bring `database` up to `revision`, wholly or not at all."""
    with database.writing() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
