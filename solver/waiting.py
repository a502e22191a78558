"""Waiting for library code that cannot be stopped, but not beyond a cancellation."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")
LOOK = 0.05
"""Seconds between two looks at whether to wait no longer."""


def unless_cancelled(work: Callable[[], Answer], is_cancelled: Callable[[], bool]) -> Answer | None:
    """Return what `work` returns, or None as soon as `is_cancelled` answers True.

    Then `work` goes on in the background until it ends, and its answer is lost. What it raises is
    raised here.
    """
    answers: list[Answer] = []
    errors: list[Exception] = []
    worker = Thread(target=_noting, args=(work, answers, errors), daemon=True)
    worker.start()
    while worker.is_alive() and not is_cancelled():
        worker.join(LOOK)
    if errors:
        raise errors[0]
    return answers[0] if answers else None


def _noting(work: Callable[[], Answer], answers: list[Answer], errors: list[Exception]) -> None:
    try:
        answers.append(work())
    except Exception as error:
        errors.append(error)
