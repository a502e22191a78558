"""Waiting that ends early when what one waits beside is over."""

from collections.abc import Callable
from threading import Event as Flag

STEP = 0.2


def is_over_within(seconds: float, is_over: Callable[[], bool]) -> bool:
    """Wait for `seconds`, or until `is_over()`; tell whether it is."""
    clock = Flag()
    while seconds > 0 and not is_over():
        clock.wait(STEP)
        seconds -= STEP
    return is_over()
