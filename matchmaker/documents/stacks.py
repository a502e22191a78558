"""Texts set one below the other, with or without labels before them."""

from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.documents.blocks import Block
from matchmaker.documents.sheet import Sheet


@dataclass(frozen=True)
class Placed:
    """A block and where it stands, from the top left corner of its stack."""

    block: Block
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Stack:
    """Blocks placed together."""

    pieces: tuple[Placed, ...] = ()

    @property
    def height(self) -> float:
        """How far down the lowest block reaches, in points."""
        return max((each.y + each.block.height for each in self.pieces), default=0.0)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the blocks with the stack's corner at (x, y); return the bottom."""
        for each in self.pieces:
            sheet.put(each.block, x + each.x, y + each.y)
        return y + self.height


def stack(blocks: Iterable[Block], gap: float = 0) -> Stack:
    """Return blocks below each other, `gap` apart."""
    pieces, y = [], 0.0
    for each in blocks:
        pieces.append(Placed(each, 0, y))
        y += each.height + (gap if each.lines else 0)
    return Stack(tuple(pieces))


def labelled(pairs: Iterable[tuple[Block, Block]], indent: float) -> Stack:
    """Return (label, text) rows below each other, texts `indent` from the left; no text, no row."""
    pieces, y = [], 0.0
    for label, text in pairs:
        if text.lines:
            pieces += [Placed(label, 0, y), Placed(text, indent, y)]
            y += max(label.height, text.height)
    return Stack(tuple(pieces))
