"""The application in the process of a benchmark, with secrets that are none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from flask import Flask
from pydantic import SecretStr
from waitress import create_server, wasyncore  # type: ignore[import-untyped]

from web.app import create_app
from web.registrations.handles import keys_of
from web.services import Services
from web.settings import Settings

NAME, PASSWORD = "organiser", "known to everybody"
SECRET = "known to everybody who reads this: 0123456789"
FIRST_EVENT = 1


def person(code: str) -> str:
    """Return what stands in forms for that person of the first event."""
    return keys_of(SECRET, FIRST_EVENT)("participant", code)


def application(database: Path) -> Flask:
    """Return the application on `database`."""
    settings = Settings(
        demo=True,
        secret_key=SecretStr(SECRET),
        organiser_name=NAME,
        organiser_password=SecretStr(PASSWORD),
        organiser_password_hash="",
        database_url=f"sqlite:///{database}",
        cookie_secure=False,
    )
    return create_app(settings)


def services_of(app: Flask) -> Services:
    """Return the store of `app`."""
    found: Services = app.extensions["services"]
    return found


@contextmanager
def listening_at(app: Flask) -> Iterator[str]:
    """Let `app` answer on a port of this machine until the end of the block."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # Closed by its own loop: closing from here would pull the sockets away while it waits on them.
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join()
    server.task_dispatcher.shutdown()
