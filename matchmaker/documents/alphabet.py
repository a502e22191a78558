"""Alphabetical order as a reader expects it: É beside E, D’Hondt beside Dhondt, word by word."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import TypeVar

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that no decomposition brings to those of the alphabet."""
SIGNS = str.maketrans(dict.fromkeys("'’‘ʼ`´", "") | dict.fromkeys("-‐‑–", " "))
"""Signs that no reader looks for: those within a word, and those between words."""

Item = TypeVar("Item")
Named = Callable[[Item], str]


def sorting_key(*names: str) -> tuple[str, ...]:
    """Return what things with these names are sorted by; names that differ have different keys."""
    return (*map(_folded, names), *names)


def split(items: Sequence[Item], name: Named[Item], most: int) -> list[list[Item]]:
    """Return sorted `items` in as few parts of about `most` as there can be, all about as long.

    Items whose names are sorted alike stay together.
    """
    count = max(1, ceil(len(items) / most))
    ideal = [round(len(items) * number / count) for number in range(1, count)]
    places = [i for i in range(1, len(items)) if _differ(name(items[i - 1]), name(items[i]))]
    cuts = {min(places, key=lambda place: abs(place - each)) for each in ideal if places}
    ends = [0, *sorted(cuts), len(items)]
    return [list(items[a:b]) for a, b in pairwise(ends)]


def ranges(parts: Sequence[Sequence[Item]], name: Named[Item]) -> list[tuple[str, str]]:
    """Return from where to where each part reaches, in as few letters as tell it from the others.

    The first begins with the first letter of its first name, the last ends with that of its last.
    """
    edges = [(name(part[0]), name(part[-1])) for part in parts]
    befores = ["", *(last for _, last in edges)]
    afters = [*(first for first, _ in edges[1:]), ""]
    return [
        (_apart(first, before), _apart(last, after))
        for (first, last), before, after in zip(edges, befores, afters, strict=False)
    ]


def _apart(name: str, other: str) -> str:
    """Return the shortest beginning of `name` that `other` does not share."""
    for length in range(1, len(name) + 1):
        beginning = name[:length].rstrip()
        if not _folded(other).startswith(_folded(beginning)):
            return beginning
    return name


def _differ(one: str, other: str) -> bool:
    return _folded(one) != _folded(other)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    split_up = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS | SIGNS))
    return "".join(each for each in split_up if not unicodedata.combining(each))
