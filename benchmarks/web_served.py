"""A server of its own, started as an organiser starts it: pages, worker, one SQLite file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.web_app import SECRET
from matchmaker.event import Event
from web.store.database import Database
from web.store.events import EventStore
from web.store.migrate import migrate

ROOT = Path(__file__).parents[1]
KEY, NAME, PASSWORD = "day", "organiser", "a password of benchmarks"
MATCHMAKER = "from web.cli import main; main()"
SETTINGS = """
secret_key = "{secret}"
organiser_password = "{password}"
database_url = "sqlite:///{file}"
cookie_secure = false
stale_seconds = 5
"""


@dataclass(frozen=True)
class Served:
    """A running server, with its database to look into."""

    address: str
    process: "subprocess.Popen[str]"
    database: Database


def database_in(folder: Path) -> Database:
    """Return the database of servers in `folder`, of the present shape."""
    made = Database(f"sqlite:///{folder / 'store.sqlite3'}")
    migrate(made)
    return made


def add_event(database: Database, event: Event) -> int:
    """Keep `event` under KEY and return its id."""
    with database.writing() as connection:
        return EventStore().add(connection, event, KEY).id


@contextmanager
def served(folder: Path, database: Database) -> Iterator[Served]:
    """Serve the database of `folder` until the end of the block."""
    settings = folder / "settings.toml"
    settings.write_text(
        SETTINGS.format(secret=SECRET, password=PASSWORD, file=folder / "store.sqlite3")
    )
    command = [
        sys.executable,
        "-c",
        MATCHMAKER,
        "serve",
        "--port",
        "0",
        "--settings",
        str(settings),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with (
        (folder / "log.txt").open("a") as log,
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        try:
            yield Served(_address(process), process, database)
        finally:
            process.terminate()


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("Serving on "):
            return line.split()[2].rstrip("/")
    raise RuntimeError("the server did not start")
