"""How large tables can be drawn where the organiser places them, without touching each other."""

from collections.abc import Iterable

Point = tuple[float, float]


def clearance(points: Iterable[Point], wider: float) -> float:
    """Return how high places may be so that no two around `points` overlap; inf around one.

    Places are `wider` times as wide as they are high.
    """
    ordered = sorted(points)
    least = float("inf")
    for number, (x, y) in enumerate(ordered):
        for other_x, other_y in ordered[number + 1 :]:
            beside = (other_x - x) / wider
            if beside >= least:
                break
            least = min(least, max(beside, abs(other_y - y)))
    return least


def corners(points: Iterable[Point]) -> tuple[Point, Point]:
    """Return the corners of the least rectangle around `points`: top left and bottom right."""
    across, down = zip(*points, strict=True)
    return (min(across), min(down)), (max(across), max(down))
