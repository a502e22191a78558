"""`matchmaker serve`: pages and worker on one machine, with one command."""

import gc
import logging
import secrets
import signal
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from pydantic import SecretStr

from matchmaker.errors import InputError, Severity
from matchmaker.registrations.reader import read_event
from web.app import create_app
from web.jobs.supervisor import Supervisor
from web.listening import bound, listening
from web.services import Services
from web.settings import LOOPBACK, Settings, SettingsError, read_settings
from web.store import imports

SOURCE_SAMPLE = Path(__file__).parent.parent / "fixtures" / "eurometropolis"
Say = Callable[[str], None]


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    demo: bool = False,
    settings: Path | None = None,
    say: Say = print,
) -> None:
    """Serve the pages and run the worker until interrupted; `say` is told the address.

    `settings` is a file of them, beside the environment. Raises SettingsError before anything
    starts when they are unsafe. A demo holds the sample event in a folder that vanishes with it,
    and is reached from this machine only.
    """
    if not demo:
        _serve(read_settings(settings), host, port, say)
        return
    if host not in ("localhost", "127.0.0.1", "::1"):
        raise SettingsError("The demo can be served to this machine only: leave out --host.")
    with TemporaryDirectory(prefix="matchmaker-demo-") as folder:
        password = secrets.token_urlsafe(9)
        say(f"The organiser's password of this demo: {password}")
        _serve(_demo_settings(Path(folder), password), host, port, say)


def _demo_settings(folder: Path, password: str) -> Settings:
    return read_settings(
        demo=True,
        secret_key=SecretStr(secrets.token_hex()),
        organiser_password=SecretStr(password),
        organiser_password_hash="",
        database_url=f"sqlite:///{folder / 'demo.sqlite3'}",
        trusted_hosts=LOOPBACK,
        cookie_secure=False,
    )


def _serve(settings: Settings, host: str, port: int, say: Say) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    listener = bound(host, port)
    app = create_app(settings)
    if settings.demo:
        _load_sample(app)
    server = listening(app, listener, settings)
    supervisor = Supervisor(settings)
    # A service manager's stop ends everything in order, as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    supervisor.start()
    say(f"Serving on http://{_shown(host)}:{server.effective_port}/  (Ctrl-C ends it)")
    sys.stdout.flush()
    # Nothing of what is there by now becomes garbage: each look through it stops all pages.
    gc.freeze()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        supervisor.stop()
        services: Services = app.extensions["services"]
        services.database.close()


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _load_sample(app: Flask) -> None:
    services: Services = app.extensions["services"]
    path = sample_event()
    read = read_event(path)
    if read.event is None or any(each.severity is Severity.ERROR for each in read.problems):
        raise InputError(read.problems)
    with services.database.writing() as connection:
        made = services.events.add(connection, read.event)
        names = sorted(each.name for each in path.iterdir() if each.is_file())
        imports.add(connection, made.id, names, read.problems, accepted=True)


def sample_event() -> Path:
    """Return the folder of the sample event: of the source checkout, else the packaged copy."""
    if SOURCE_SAMPLE.is_dir():
        return SOURCE_SAMPLE
    return Path(str(files("web") / "sample_event"))
