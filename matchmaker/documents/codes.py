"""QR codes: what a phone reads from a paper, drawn as tiles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import segno

from matchmaker.documents.sheet import Sheet
from matchmaker.event import Event

QUIET_ZONE = 4
"""Light tiles about a code, without which some phones do not find it."""
MASK = 3
"""The pattern laid over the code. Any is valid; choosing the best takes most of the time."""
DARK = re.compile(b"\x01+")
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 16


@dataclass(frozen=True)
class Code:
    """A code: how many tiles it is wide, its quiet zone left out, and the dark ones."""

    size: int
    tiles: str

    def draw(self, sheet: Sheet, x: float, y: float, side: float) -> None:
        """Draw the code in a square of `side`, its quiet zone within."""
        unit = side / (self.size + 2 * QUIET_ZONE)
        sheet.tiles(self.tiles, x + QUIET_ZONE * unit, y + side - QUIET_ZONE * unit, unit)


@lru_cache(maxsize=64)
def code(text: str) -> Code:
    """Return the QR code of `text`."""
    rows = segno.make_qr(text, error="m", mask=MASK, boost_error=False).matrix
    return Code(len(rows), " ".join(_dark(rows)))


def _dark(rows: tuple[bytearray, ...]) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        for run in DARK.finditer(row):
            yield f"{run.start()} {len(rows) - number} {run.end() - run.start()} 1 re"


def opaque_id(event: Event, participant: str) -> str:
    """Return an id that tells the participants of an event apart and says nothing about them."""
    what = f"{sorted(event.name.items())} {event.slots[0].start} {participant}"
    number = int.from_bytes(sha256(what.encode()).digest())
    digits = ((number >> 5 * place) % 32 for place in range(LENGTH))
    return "".join(LETTERS[each] for each in digits)
