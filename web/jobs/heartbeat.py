"""The sign of life of a run while the engine works."""

from threading import Event as Flag
from threading import Thread
from typing import Any, Self

from solver.result import Progress
from web.store import runs
from web.store.database import Database
from web.store.runs import Run

SECONDS = 0.5


class Heartbeat:
    """Writes the progress of `run` while the block lasts, and learns when it must stop."""

    def __init__(self, database: Database, run: Run, seconds: float = SECONDS) -> None:
        self._database, self._run, self._seconds = database, run, seconds
        self._progress: dict[str, Any] = {}
        self._cancelled, self._over = Flag(), Flag()
        self._thread = Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Self:
        """Start to beat."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Beat a last time and stop."""
        self._over.set()
        self._thread.join()

    def report(self, progress: Progress) -> None:
        """Take what the engine reports; written with the next beat."""
        self._progress = {
            "stage": progress.stage,
            "value": progress.value,
            "bound": progress.bound,
            "seconds": progress.seconds,
        }

    def enter(self, stage: str) -> None:
        """Take the name of a stage that comes after the engine's."""
        self._progress = {**self._progress, "stage": stage}

    def is_cancelled(self) -> bool:
        """Tell whether the organiser, or another worker that has the run, wants an end."""
        return self._cancelled.is_set()

    def _beat(self) -> None:
        while not self._over.wait(self._seconds):
            self._write()
        self._write()

    def _write(self) -> None:
        with self._database.writing() as connection:
            if runs.beat(connection, self._run, self._progress):
                self._cancelled.set()
