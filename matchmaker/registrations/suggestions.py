"""What was probably meant by a word that is not known."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from matchmaker.registrations.folding import fold

NEAR = 65
FEWEST_LETTERS = 3
LONGEST = 200
MOST = 200


class Suggestions:
    """The words that are known; after MOST unknown ones nothing more is suggested.

    A file in which so many are unknown has another fault, and looking for each takes long.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = list(known)
        self._folded = list(map(fold, self._known))
        self._asked: dict[str, str | None] = {}

    def nearest(self, text: str) -> str | None:
        """Return the known word that begins with `text`, or else that looks most like it.

        A mere other number is not like it.
        """
        if text not in self._asked:
            if len(self._asked) >= MOST:
                return None
            folded = fold(text[:LONGEST])
            self._asked[text] = self._begun(folded) or self._found(folded)
        return self._asked[text]

    def _begun(self, text: str) -> str | None:
        """Return the shortest known text of which `text` is the first words."""
        if len(text) < FEWEST_LETTERS:
            return None
        pairs = zip(self._folded, self._known, strict=True)
        begun = [pair for pair in pairs if pair[0].startswith(f"{text} ")]
        return min(begun, key=lambda pair: len(pair[0]))[1] if begun else None

    def _found(self, text: str) -> str | None:
        found = process.extractOne(text, self._folded, scorer=fuzz.ratio, score_cutoff=NEAR)
        if found is None or _is_other_number(text, found[0]):
            return None
        return self._known[found[2]]


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that looks most like `text`, or None when none does."""
    return Suggestions(known).nearest(text)


def _is_other_number(one: str, other: str) -> bool:
    letters = [re.sub(r"\d+", "", each) for each in (one, other)]
    return one != other and letters[0] == letters[1]
