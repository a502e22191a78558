r"""Lists in one cell: `|` separates, and where there is none, what else can only separate.

A backslash before `|` or before another backslash makes it part of the item.
"""

import re
from collections.abc import Callable, Iterable

PIECE = re.compile(r"\\[\\|]|\|")
LINES = re.compile(r"[;\n]")
MARKS = re.compile(r"[,;\n]")
SLASHES = re.compile(r"[,;\n]|\s/\s")
SPACES = re.compile(r"(?:[,;\s]|(?<=\s)/(?=\s))+")


def joined(items: Iterable[str], *, loose: bool = False) -> str:
    r"""Return one cell for `items`; `loose` when reading would split at `;` and line breaks."""
    escaped = [each.replace("\\", r"\\").replace("|", r"\|") for each in items]
    needs_mark = loose and len(escaped) == 1 and LINES.search(escaped[0])
    return f"{escaped[0]}|" if needs_mark else "|".join(escaped)


def terms(text: str) -> list[str]:
    """Return the terms of a cell, separated by `|`, else by `;` or line breaks."""
    return _filled(at_bars(text) if has_bar(text) else map(unescaped, LINES.split(text)))


def references(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the ids of a cell: the first way to split it in which all of them are known.

    Where none is, `|` separates, else commas, semicolons, spaces, and slashes between spaces.
    """
    if has_bar(text):
        return _filled(at_bars(text))
    marks = (MARKS, SLASHES, SPACES)
    ways = [[unescaped(text)], *(_filled(map(unescaped, by.split(text))) for by in marks)]
    return next((way for way in ways if all(map(is_known, way))), ways[-1])


def has_bar(text: str) -> bool:
    """Tell whether `|` separates items in `text`."""
    return any(each == "|" for each in PIECE.findall(text))


def at_bars(text: str) -> list[str]:
    """Return what stands between the separating bars of `text`, blanks included."""
    items, begin = [], 0
    for mark in PIECE.finditer(text):
        if mark.group() == "|":
            items.append(text[begin : mark.start()])
            begin = mark.end()
    return [unescaped(each).strip() for each in [*items, text[begin:]]]


def unescaped(text: str) -> str:
    """Return `text` with its escaped bars and backslashes as they are meant."""
    return re.sub(r"\\([\\|])", r"\1", text).strip()


def _filled(items: Iterable[str]) -> list[str]:
    return [each for each in items if each]
