"""How long the engine may still work, and whether somebody asked it to stop."""

import time
from collections.abc import Callable


class Clock:
    """Counts seconds since it was made; over when `seconds` are up or `is_cancelled()` says so."""

    def __init__(self, seconds: float, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        self._start = time.monotonic()
        self._seconds = seconds
        self._is_cancelled = is_cancelled

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._start

    @property
    def share(self) -> float:
        """The share of the time that has gone by, in 0…1."""
        return min(1.0, self.elapsed / self._seconds) if self._seconds > 0 else 1.0

    @property
    def left(self) -> float:
        """Seconds until the end, not below 0."""
        return max(0.0, self._seconds - self.elapsed)

    @property
    def is_over(self) -> bool:
        """Whether to stop now."""
        return self.left == 0 or self.is_cancelled()

    def is_cancelled(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._is_cancelled()

    def progress(self, done: float) -> float:
        """Return how far work is of which the share `done` is done: by time if that ends it first.

        So work that has time enough goes the same way every time.
        """
        return self.share if self.share > done + 0.05 else done

    def without(self, seconds: float) -> "Clock":
        """Return this clock with its end brought forward by `seconds`."""
        shorter = Clock(self._seconds - seconds, self._is_cancelled)
        shorter._start = self._start
        return shorter

    def part(self, share: float) -> "Clock":
        """Return a clock that is over after `share` of the time that is left, or with this one."""
        return Clock(self.left * share, self._is_cancelled)
