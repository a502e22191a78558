"""The mark of a region before a name; where nobody comes from any, names take its room."""

from matchmaker.documents.list_cells import Cell, Sign
from matchmaker.documents.marks import mark_of
from matchmaker.documents.style import NEAR
from matchmaker.event import Event
from matchmaker.people import Participant


def room_of_sign(event: Event, size: float) -> float:
    """Return how much room a mark of `size` takes before a name."""
    return size + NEAR if event.regions else 0.0


def signed(event: Event, person: Participant, beside: Cell, size: float, line: float = 13) -> Cell:
    """Return what stands `beside` the mark of where somebody comes from, and the mark."""
    return Sign(mark_of(event, person), beside, size, line) if event.regions else beside
