"""Stopping OR-Tools from outside."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

LOOK = 0.05
"""Seconds between two looks at whether the search was cancelled."""


@contextmanager
def stopping(stop: Callable[[], None], is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """Call `stop` once `is_cancelled` answers True, asking from a thread of its own."""
    is_done = Event()

    def watch() -> None:
        while not is_done.wait(LOOK):
            if is_cancelled():
                stop()

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_done.set()
        watcher.join()
