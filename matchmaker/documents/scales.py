"""From figures to places on an axis, with round figures to mark it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

ROUND = (1, 2, 5, 10)
ROOM = 0.08
"""The share of an axis that is left free at either end."""
LEAST_ROOM = 0.02
"""The least of it as a share of the largest figure, so that small differences look small."""


@dataclass(frozen=True)
class Scale:
    """Maps figures from `low` to `high` to places from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, figure: float) -> float:
        """Return the place of `figure`; the middle where there is but one figure."""
        if self.low == self.high:
            return (self.start + self.end) / 2
        return self.start + (self.end - self.start) * (figure - self.low) / (self.high - self.low)

    def marks(self, most: int) -> list[float]:
        """Return round figures within the scale, `most` at most."""
        step = _step((self.high - self.low) / most)
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return [step * each for each in range(first, last + 1)]


def roomy(figures: Sequence[float], start: float, end: float) -> Scale:
    """Return a scale for `figures` that leaves room at both ends, and nothing below 0."""
    low, high = min(figures), max(figures)
    room = max(ROOM * (high - low), LEAST_ROOM * abs(high), 1.0)
    return Scale(max(0.0, low - room) if low >= 0 else low - room, high + room, start, end)


def _step(least: float) -> float:
    """Return the smallest round step that is not below `least`, and 1 at least."""
    if least <= 1:
        return 1.0
    magnitude = 10 ** floor(log10(least))
    return float(next(each * magnitude for each in ROUND if each * magnitude >= least - 1e-9))
