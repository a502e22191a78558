"""Breaking a text into lines of a given width, whatever it holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import combining

from matchmaker.documents.style import Style, Weight
from matchmaker.documents.typefaces import advance, ems, width
from matchmaker.documents.voices import VOICES, carried, is_marked, language_of, mute
from matchmaker.documents.writing import printable

LONELY = re.compile(
    rf" (?=[{VOICES}]*[/–—|·:;!?»&](?:[ {VOICES}]|$))"
    r"|(?<=[0-9]) (?=(?:[^\W\d_]{1,2}|[%°€])(?:\W|$))"
)
"""Spaces before signs that may not begin a line, and between a figure and its unit."""
TRAILING = re.compile(rf"[ ,;·{VOICES}]+$")
LETTER = re.compile(rf"[^{VOICES}]")
ELLIPSIS = "…"
LEAST_LETTERS = 3
"""How many letters of a broken word stand on its last line at least."""
PIECE = re.compile(r"[^ ]*?[-/–—@_](?=[^ ]{3})|[^ ]+ ?| ")
"""What may stand on a line together: a word, or a part of one that ends in a hyphen or the like."""


@dataclass(frozen=True)
class Block:
    """Lines of text in one style; `is_whole` tells that no word was broken or left out.

    The first line begins `indent` points further to the right; it may be empty.
    """

    lines: tuple[str, ...]
    style: Style
    is_whole: bool = True
    indent: float = 0

    @cached_property
    def height(self) -> float:
        """The height in points."""
        return len(self.lines) * self.style.leading

    @cached_property
    def width(self) -> float:
        """How far right the longest line reaches, in points."""
        style = self.style
        widths = [width(each, style.weight, style.size) for each in self.lines]
        return max((self.indent + widths[0], *widths[1:]) if widths else (0.0,))

    @cached_property
    def is_marked(self) -> bool:
        """Whether the language of any part of it is known."""
        return is_marked(self.lines)

    @cached_property
    def language(self) -> str:
        """The language that all of it is known to be in, if any."""
        return language_of(self.lines) if self.is_marked else ""


def block(
    text: str, style: Style, measure: float, limit: int | None = None, indent: float = 0
) -> Block:
    """Return `text` in lines no wider than `measure`; beyond `limit` lines it ends in “…”."""
    whole = _unlimited(text, style, measure, indent)
    if limit is None or len(whole.lines) <= limit:
        return whole
    em = (measure - (indent if limit == 1 else 0)) / style.size
    last = _shortened(whole.lines[limit - 1], style.weight, em)
    return Block((*whole.lines[: limit - 1], last), style, is_whole=False, indent=indent)


@lru_cache(maxsize=16384)
def _unlimited(text: str, style: Style, measure: float, indent: float) -> Block:
    shown = _glued(printable(text, style.weight))
    if shown and width(shown, style.weight, style.size) <= measure - indent:
        return Block((shown,), style, indent=indent)
    lines, is_whole = _lines(shown, style, measure, indent)
    return Block(tuple(carried(lines)), style, is_whole, indent if lines else 0)


def fitted(text: str, style: Style, measure: float, height: float, sizes: Sequence[float]) -> Block:
    """Return `text` in the largest of `sizes` (descending) at which it fits the box.

    A smaller size is preferred to a broken word; what does not fit at the smallest is shortened.
    """
    return _fitted(text, style, measure, height, tuple(sizes))


@lru_cache(maxsize=16384)
def _fitted(
    text: str, style: Style, measure: float, height: float, sizes: tuple[float, ...]
) -> Block:
    blocks = (block(text, style.at(size), measure) for size in sizes)
    within = (each for each in blocks if each.height <= height)
    first = next(within, None)
    if first is None:
        smallest = style.at(sizes[-1])
        return block(text, smallest, measure, max(1, int(height / smallest.leading)))
    return first if first.is_whole else next((each for each in within if each.is_whole), first)


def _glued(text: str) -> str:
    """Return `text` with signs that may not begin a line, and units, tied to what they follow."""
    return LONELY.sub("\u00a0", text)


def _lines(text: str, style: Style, measure: float, indent: float) -> tuple[list[str], bool]:
    weight, em = style.weight, measure / style.size
    lines: list[str] = []
    line, used, is_whole = "", indent / style.size, True
    for piece in _pieces(text, weight, em):
        size = ems(piece.rstrip(), weight)
        if used and used + size > em:
            is_whole = is_whole and (not line or line[-1] in " -/–—@_")
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += ems(piece, weight)
    return [*lines, line.rstrip()] if line.strip() else lines, is_whole


def _pieces(text: str, weight: Weight, em: float) -> Iterator[str]:
    for piece in PIECE.findall(text):
        if ems(piece.rstrip(), weight) <= em:
            yield piece
        else:
            yield from _chopped(piece, weight, em)


def _chopped(piece: str, weight: Weight, em: float) -> Iterator[str]:
    """Yield the parts of a word that is too long for a line; the last is no lonely letter."""
    parts, used = [""], 0.0
    for character in piece:
        size = advance(character, weight)
        if parts[-1] and character != " " and used + size > em:
            parts.append("")
            used = 0.0
        parts[-1] += character
        used += size
    yield from _evened(parts, weight, em)


def _evened(parts: list[str], weight: Weight, em: float) -> list[str]:
    """Return the parts, the last one with letters of the one before where it has too few."""
    *before, last = parts
    lacking = LEAST_LETTERS - len(mute(last).rstrip())
    if not before or lacking <= 0 or len(mute(before[-1])) < 2 * LEAST_LETTERS:
        return parts
    cut = [each.start() for each in LETTER.finditer(before[-1])][-lacking]
    longer = before[-1][cut:] + last
    if combining(longer[0]) or ems(longer, weight) > em:
        return parts
    return [*before[:-1], before[-1][:cut], longer]


def _shortened(line: str, weight: Weight, em: float) -> str:
    room = em - advance(ELLIPSIS, weight)
    while line and ems(line, weight) > room:
        line = line[:-1]
    return TRAILING.sub("", line) + ELLIPSIS
