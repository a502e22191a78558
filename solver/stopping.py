"""Stopping CP-SAT from outside."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from ortools.sat.python import cp_model

LOOK = 0.05
"""Seconds between two looks at whether the search was cancelled."""


@contextmanager
def stopping(solver: cp_model.CpSolver, is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """Stop `solver` once `is_cancelled` answers True, asking from a thread of its own."""
    is_done = Event()

    def watch() -> None:
        while not is_done.wait(LOOK):
            if is_cancelled():
                solver.stop_search()

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_done.set()
        watcher.join()
