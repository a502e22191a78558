"""Phrases one after the other: none is broken over two lines that has room on one."""

from collections.abc import Iterable

from matchmaker.documents.blocks import Block, block
from matchmaker.documents.facts import BETWEEN
from matchmaker.documents.style import Style

DOT = BETWEEN.rstrip()


def phrases(parts: Iterable[str], style: Style, measure: float) -> Block:
    """Return the parts that are not empty, separated by dots."""
    *firsts, last = [part for part in parts if part] or [""]
    lines: tuple[str, ...] = ()
    for each in (*(f"{first}{DOT}" for first in firsts), last):
        lines = _with(lines, each, style, measure)
    return Block(lines, style)


def _with(lines: tuple[str, ...], phrase: str, style: Style, measure: float) -> tuple[str, ...]:
    """Return the lines with a phrase more, on the last of them where it has room there."""
    longer = block(f"{lines[-1]} {phrase}", style, measure).lines if lines else ()
    if len(longer) == 1:
        return (*lines[:-1], *longer)
    return (*lines, *block(phrase, style, measure).lines)
