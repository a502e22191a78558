"""Texts set one below the other, with or without labels before them."""

from collections.abc import Iterable
from typing import NamedTuple

from matchmaker.documents.blocks import Block
from matchmaker.documents.sheet import Sheet


class Placed(NamedTuple):
    """A block and where it stands, from the top left corner of its stack."""

    block: Block
    x: float = 0
    y: float = 0


class Stack(NamedTuple):
    """Blocks placed together, and how far down they reach, in points."""

    pieces: tuple[Placed, ...] = ()
    height: float = 0

    @property
    def width(self) -> float:
        """How far right the widest block reaches, in points."""
        return max((each.x + each.block.width for each in self.pieces), default=0.0)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of any block was broken or left out."""
        return all(each.block.is_whole for each in self.pieces)

    def above(self, other: "Stack", gap: float = 0) -> "Stack":
        """Return this stack with `other` below it."""
        if not other.pieces:
            return self
        low = self.height + gap
        lower = [Placed(text, x, y + low) for text, x, y in other.pieces]
        return Stack((*self.pieces, *lower), low + other.height)

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the blocks with the stack's corner at (x, y); return the bottom."""
        for text, right, down in self.pieces:
            sheet.put(text, x + right, y + down)
        return y + self.height


def stack(blocks: Iterable[Block], gap: float = 0) -> Stack:
    """Return blocks below each other, `gap` apart."""
    pieces, y, height = [], 0.0, 0.0
    for each in blocks:
        pieces.append(Placed(each, 0, y))
        height = y + each.height
        y = height + (gap if each.lines else 0)
    return Stack(tuple(pieces), height)


def labelled(pairs: Iterable[tuple[Block, Block]], indent: float) -> Stack:
    """Return (label, text) rows below each other, texts `indent` from the left; no text, no row.

    A label stands on the line of its text, whatever their sizes.
    """
    pieces, y = [], 0.0
    for label, text in pairs:
        if text.lines:
            lower = max(0.0, text.style.baseline - label.style.baseline)
            pieces += [Placed(label, 0, y + lower), Placed(text, indent, y)]
            y += max(lower + label.height, text.height)
    return Stack(tuple(pieces), y)
