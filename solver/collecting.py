"""Keeping Python's search for circular garbage out of the engine's way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no circular garbage meanwhile.

    Among the millions of objects of a large event there is none, and each look takes longer.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
