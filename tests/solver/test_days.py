import numpy as np
import pytest

from solver.days import gaps


def row(marks: str) -> np.ndarray:
    return np.array([mark == "x" for mark in marks], np.uint8)


@pytest.mark.parametrize(
    ("busy", "free", "slots", "periods"),
    [
        ("...", "xxx", 0, 0),
        (".x.", "xxx", 0, 0),
        ("x.x", "xxx", 1, 1),
        ("x.x", "x.x", 0, 0),
        ("x..x.x", "xxxxxx", 3, 2),
        ("x...x", "xx.xx", 2, 2),
        (".x..x..", "xxxxxxx", 2, 1),
        ("x" + "." * 68 + "x", "x" * 70, 68, 1),
    ],
)
def test_gaps_are_idle_slots_and_their_runs(busy: str, free: str, slots: int, periods: int) -> None:
    assert gaps(row(busy), row(free), 1, 0) == slots
    assert gaps(row(busy), row(free), 0, 1) == periods
    assert gaps(row(busy), row(free), 3, 2) == 3 * slots + 2 * periods
