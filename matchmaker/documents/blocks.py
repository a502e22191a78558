"""Breaking a text into lines of a given width, whatever it holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.documents.style import Style, Weight
from matchmaker.documents.typefaces import advance, width
from matchmaker.documents.writing import printable

LONELY = re.compile(r" (?=[/–—|·:;!?»&](?: |$))")
ELLIPSIS = "…"
PIECE = re.compile(r"[^ ]*?[-/–—@_](?=[^ ]{3})|[^ ]+ ?| ")
"""What may stand on a line together: a word, or a part of one that ends in a hyphen or the like."""


@dataclass(frozen=True)
class Block:
    """Lines of text in one style; `is_whole` tells that no word was broken or left out."""

    lines: tuple[str, ...]
    style: Style
    is_whole: bool = True

    @property
    def height(self) -> float:
        """The height in points."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """The width of the longest line in points."""
        style = self.style
        return max((width(each, style.weight, style.size) for each in self.lines), default=0.0)


@lru_cache(maxsize=8192)
def block(text: str, style: Style, measure: float, limit: int | None = None) -> Block:
    """Return `text` in lines no wider than `measure`; beyond `limit` lines it ends in “…”."""
    em = measure / style.size
    lines, is_whole = _lines(_glued(printable(text, style.weight)), style.weight, em)
    if limit is not None and len(lines) > limit:
        last = _shortened(lines[limit - 1], style.weight, em)
        return Block((*lines[: limit - 1], last), style, is_whole=False)
    return Block(tuple(lines), style, is_whole)


def fitted(text: str, style: Style, measure: float, height: float, sizes: Sequence[float]) -> Block:
    """Return `text` in the largest of `sizes` (descending) at which it fits the box.

    A smaller size is preferred to a broken word; what does not fit at the smallest is shortened.
    """
    blocks = [block(text, style.at(size), measure) for size in sizes]
    within = [each for each in blocks if each.height <= height]
    whole = (each for each in within if each.is_whole)
    smallest = style.at(sizes[-1])
    limit = max(1, int(height / smallest.leading))
    fallback = within[0] if within else block(text, smallest, measure, limit)
    return next(whole, fallback)


def _glued(text: str) -> str:
    """Return `text` with signs that may not begin a line tied to the word before them."""
    return LONELY.sub("\u00a0", text)


def _lines(text: str, weight: Weight, em: float) -> tuple[list[str], bool]:
    lines: list[str] = []
    line, used, is_whole = "", 0.0, True
    for piece in _pieces(text, weight, em):
        size = _ems(piece.rstrip(), weight)
        if line and used + size > em:
            is_whole = is_whole and (line.endswith(" ") or line[-1] in "-/–—@_")
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += _ems(piece, weight)
    return [*lines, line.rstrip()] if line.strip() else lines, is_whole


def _pieces(text: str, weight: Weight, em: float) -> Iterator[str]:
    for piece in PIECE.findall(text):
        if _ems(piece.rstrip(), weight) <= em:
            yield piece
        else:
            yield from _chopped(piece, weight, em)


def _chopped(piece: str, weight: Weight, em: float) -> Iterator[str]:
    part, used = "", 0.0
    for character in piece:
        size = advance(character, weight)
        if part and character != " " and used + size > em:
            yield part
            part, used = "", 0.0
        part += character
        used += size
    yield part


def _shortened(line: str, weight: Weight, em: float) -> str:
    room = em - advance(ELLIPSIS, weight)
    while line and _ems(line, weight) > room:
        line = line[:-1]
    return line.rstrip(" ,;·") + ELLIPSIS


def _ems(text: Iterable[str], weight: Weight) -> float:
    return sum(advance(each, weight) for each in text)
