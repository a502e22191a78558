"""The pulse of a worker at a row: signs of life, and whether it must stop."""

import time
from collections.abc import Callable
from threading import Event as Flag

from sqlalchemy import Connection

from web.store.database import Database

SECONDS = 1.0


class Pulse:
    """Says by `beat` from time to time that the worker lives, and learns whether it must stop."""

    def __init__(
        self, database: Database, beat: Callable[[Connection], bool], stopping: Flag
    ) -> None:
        self._database, self._beat, self._stopping = database, beat, stopping
        self._last = time.monotonic()
        self.is_cancelled = False

    def must_stop(self) -> bool:
        """Tell whether to end; asked often."""
        if time.monotonic() - self._last > SECONDS and not self.is_cancelled:
            self._last = time.monotonic()
            with self._database.writing() as connection:
                self.is_cancelled = self._beat(connection)
        return self.is_cancelled or self._stopping.is_set()
