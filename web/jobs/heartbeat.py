"""The sign of life of a run while the engine works."""

import logging
import time
from threading import Event as Flag
from threading import Thread
from typing import Any, Self

from sqlalchemy.exc import SQLAlchemyError

from matchmaker.formats import to_json
from solver.result import Progress
from web.store import run_queue
from web.store.database import Database
from web.store.runs import Run

LOG = logging.getLogger(__name__)
SECONDS = 0.5
KEPT_EVERY = 3.0
"""Seconds between two times that the best so far is kept."""
SHARE = 20
"""How many times as long as keeping it takes nothing is kept: it costs the engine 1/20 at most."""


class Heartbeat:
    """Writes the progress of `run` while the block lasts, and learns when it must stop.

    With it goes the best timetable so far, so that whoever takes over can go on from there.
    """

    def __init__(
        self, database: Database, run: Run, seconds: float = SECONDS, kept_every: float = KEPT_EVERY
    ) -> None:
        self._database, self._run, self._seconds = database, run, seconds
        self._pause, self._kept_at = kept_every, time.monotonic()
        self._progress: dict[str, Any] = {}
        self._latest: Progress | None = None
        self._kept: Progress | None = None
        self._cancelled, self._over = Flag(), Flag()
        if run.cancel_requested:
            self._cancelled.set()
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
        self._latest = progress
        self._progress = {
            "stage": progress.stage,
            "value": progress.value,
            "bound": progress.bound,
            "seconds": progress.seconds,
        }

    def enter(self, stage: str) -> None:
        """Take the name of a stage that comes after the engine's."""
        self._progress = {**self._progress, "stage": stage}
        self._latest = None

    def is_cancelled(self) -> bool:
        """Tell whether the organiser, or another worker that has the run, wants an end."""
        return self._cancelled.is_set()

    def _beat(self) -> None:
        while not self._over.wait(self._seconds):
            self._write(self._progress)
            if time.monotonic() - self._kept_at > self._pause:
                self._keep_best()
        self._write(self._progress)

    def _keep_best(self) -> None:
        latest, begun = self._latest, time.monotonic()
        if latest is None or latest.timetable is None or latest is self._kept:
            return
        self._write({"best": to_json(latest.timetable())})
        self._kept, self._kept_at = latest, time.monotonic()
        self._pause = max(self._pause, SHARE * (self._kept_at - begun))

    def _write(self, values: dict[str, Any]) -> None:
        try:
            with self._database.writing() as connection:
                if run_queue.beat(connection, self._run, values):
                    self._cancelled.set()
        except SQLAlchemyError:
            # One beat that is missed is no end; the next one may come through.
            LOG.exception("the progress of run %s cannot be written now", self._run.key)
