"""Keeps one worker process alive beside the server."""

import logging
import os
import subprocess
import sys
from threading import Event as Flag
from threading import Thread

from web.settings import PREFIX, Settings

LOG = logging.getLogger(__name__)
RESTART_SECONDS = 2.0
GRACE_SECONDS = 15.0


class Supervisor:
    """Starts the worker, starts another when it dies, and ends it with the server.

    The worker notices a server that died without a word by the end of its standard input; it
    then finishes the run it has and ends.
    """

    def __init__(self, settings: Settings) -> None:
        self._environment = {**os.environ, **_told(settings)}
        self._stopping = Flag()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._watch, daemon=True)

    @property
    def process_id(self) -> int | None:
        """The worker's process id, or None between two workers."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the worker and the watch over it."""
        self._thread.start()

    def stop(self) -> None:
        """End the worker; a run under way goes back into the queue."""
        self._stopping.set()
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopping.is_set():
            self._process = self._spawn()
            self._wait_for(self._process)
            if not self._stopping.wait(RESTART_SECONDS):
                LOG.warning("the worker ended; starting another")

    def _wait_for(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            if self._stopping.wait(0.2):
                _end(process)
        if process.stdin is not None:
            process.stdin.close()

    def _spawn(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "web.jobs.worker"]
        return subprocess.Popen(  # noqa: S603 -- our own module, no input of users
            command, env=self._environment, stdin=subprocess.PIPE
        )


def _told(settings: Settings) -> dict[str, str]:
    """Return what the worker needs to know, also where it stands in a file of settings."""
    smtp = settings.smtp
    told = {
        "DATABASE_URL": settings.database_url,
        "STALE_SECONDS": str(settings.stale_seconds),
        "LOOK_FOLDER": settings.look_folder,
        "PUBLIC_URL": settings.public_url,
        "SECRET_KEY": settings.secret_key.get_secret_value(),
        "SMTP_HOST": smtp.host,
        "SMTP_PORT": str(smtp.port),
        "SMTP_SECURITY": smtp.security,
        "SMTP_USER": smtp.user,
        "SMTP_PASSWORD": smtp.password.get_secret_value(),
    }
    if smtp.sender is not None:
        told["SMTP_SENDER"] = smtp.sender
    return {f"{PREFIX}{name}": each for name, each in told.items()}


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
