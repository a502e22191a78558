"""The marks of clusters: two letters in a shape, outlined where those of regions are filled."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.documents.facts import capitalised, joined
from matchmaker.documents.letter_pairs import letter_pairs
from matchmaker.documents.sheet import Sheet
from matchmaker.documents.style import SMALL, Colour, Weight
from matchmaker.event import Event

Corners = tuple[tuple[float, float], ...]
SHAPES: tuple[Corners, ...] = (
    ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    ((0, 0), (1, 0), (1, 0.7), (0.5, 1), (0, 0.7)),
    ((0, 0), (0.85, 0), (1, 0.5), (0.85, 1), (0, 1)),
    ((0.15, 0), (0.85, 0), (1, 1), (0, 1)),
    ((0.2, 0), (0.8, 0), (1, 0.2), (1, 0.8), (0.8, 1), (0.2, 1), (0, 0.8), (0, 0.2)),
    ((0, 0), (1, 0), (1, 1), (0, 1)),
)
"""Corners, as shares of width and height: hexagon, shield, pennant, lamp, octagon, box."""
GROUNDS = (
    Colour.PALE_BLUE,
    Colour.PALE_AMBER,
    Colour.PALE_GREEN,
    Colour.PALE_ROSE,
    Colour.PALE_GREY,
    Colour.PALE_ORANGE,
)
WIDE = 1.7
"""How many times as wide as high a mark is."""
LETTERS = 0.68
"""The size of the letters, as a share of the height."""


@dataclass(frozen=True)
class ClusterMark:
    """How a cluster is shown."""

    letters: str
    corners: Corners
    ground: Colour

    def width(self, height: float) -> float:
        """Return how wide the mark is at some height."""
        return height * WIDE

    def draw(self, sheet: Sheet, x: float, y: float, height: float) -> None:
        """Draw the mark with its top left corner at (x, y)."""
        width = self.width(height)
        corners = [(x + across * width, y + down * height) for across, down in self.corners]
        sheet.shape(corners, self.ground, Colour.INK)
        size = height * LETTERS
        style = SMALL.at(size).set_close(size).but(Weight.BOLD)
        sheet.write(self.letters, x, y + (height - size) / 2, style, width, "centre")


def cluster_marks(event: Event) -> dict[str, ClusterMark]:
    """Return the mark of each cluster at `event`; no two have the same letters.

    The largest come first: a cluster of one that is new changes the marks of few.
    """
    sizes = Counter(each.cluster for each in event.participants if each.cluster)
    return _marks(tuple(sorted(sizes, key=lambda each: (-sizes[each], each))))


def cluster_legend(event: Event) -> str:
    """Return what the letters of the marks at `event` stand for."""
    found = cluster_marks(event)
    return joined(f"{mark.letters} = {capitalised(name)}" for name, mark in found.items())


@lru_cache(maxsize=64)
def _marks(clusters: tuple[str, ...]) -> dict[str, ClusterMark]:
    found: dict[str, ClusterMark] = {}
    taken: set[str] = set()
    for number, name in enumerate(clusters):
        letters = next(each for each in letter_pairs(name, "C") if each not in taken)
        taken.add(letters)
        shape = number % len(SHAPES)
        found[name] = ClusterMark(letters, SHAPES[shape], GROUNDS[shape])
    return found
