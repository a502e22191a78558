"""Comparing what people typed: case, accents and spaces aside, or nearly the same."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "’": "'"})
SHORTEST_MISSPELT, LONG = 5, 11
WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` without case, accents and superfluous spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(letters.split())


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Return the folded letters and digits of `text` only."""
    return "".join(each for each in fold(text) if each.isalnum())


def words_of(name: str) -> str:
    """Return the folded words of a name in an order of their own: the last name may come first."""
    return " ".join(sorted(WORD.findall(fold(name))))


def misspelt(one: str, other: str) -> bool:
    """Tell whether two folded names differ by a slip of the pen only; digits must agree."""
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_MISSPELT or _digits(one) != _digits(other):
        return False
    slips = 2 if shorter >= LONG else 1
    return bool(OSA.distance(one, other, score_cutoff=slips) <= slips)


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)
