"""First and last names of a whole name in which the last name stands in capitals."""

import re

from matchmaker.registrations.folding import fold

WRITTEN = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]*)*|['’][^\W\d_]+")
ELIDED = re.compile(r"[dl]['’](?=\w)")
PARTICLES = {
    "da", "de", "del", "della", "dem", "den", "der", "des", "di", "dos", "du", "la", "le", "les",
    "'t", "t'", "te", "ten", "ter", "van", "vander", "vanden", "vom", "von", "zu", "zum", "zur",
}  # fmt: skip
FEWEST_CAPITALS = 2
VOWELS = frozenset("aeiouy")
FIRST_THEN_LAST = re.compile(r"([op]*o)(p*C(?:[pC]*C)?)")
LAST_THEN_FIRST = re.compile(r"(p*C(?:[pC]*C)?)([op]*o)")
"""Of words in capitals (C), particles (p) and others (o)."""


def apart(text: str) -> tuple[str, str] | None:
    """Return first and last name as they are written, or None where capitals do not tell them.

    Either may come first: "Marie DE SMET", "de LANNOY Marie", "D'HAENE, Marie".
    """
    words = text.replace(",", " ").split()
    kinds = "".join(map(_kind, words))
    if found := FIRST_THEN_LAST.fullmatch(kinds):
        return " ".join(words[: found.end(1)]), " ".join(words[found.end(1) :])
    if found := LAST_THEN_FIRST.fullmatch(kinds):
        return " ".join(words[found.end(1) :]), " ".join(words[: found.end(1)])
    return None


def _kind(word: str) -> str:
    if not WRITTEN.fullmatch(word):
        return "?"
    if _is_in_capitals(ELIDED.sub("", word)):
        return "C"
    return "p" if fold(word) in PARTICLES else "o"


def _is_in_capitals(word: str) -> bool:
    """Tell whether it is a name in capitals; letters without a vowel are initials, as in "JP"."""
    letters = [each for each in word if each.isalpha()]
    is_long = len(letters) >= FEWEST_CAPITALS
    return is_long and word == word.upper() and not VOWELS.isdisjoint(fold(word))
