"""Greek and Cyrillic names in Latin letters, so that everybody can say them.

Greek goes by ELOT 743, Ukrainian by the rule of 2010, other Cyrillic by what passports of most
countries have in common. Hebrew and Arabic write too few vowels for it.
"""

import unicodedata
from collections.abc import Mapping

Table = Mapping[str, str]

GREEK_PAIRS = {
    "ου": "ou", "αυ": "av", "ευ": "ev", "ηυ": "iv", "γγ": "ng", "γξ": "nx", "γχ": "nch", "μπ": "mp",
}  # fmt: skip
FIRST_PAIRS = {"μπ": "b"}
"""What pairs of letters are at the beginning of a name."""
SHARP = "θκξπσςτφχψ"
"""Greek letters before which `αυ` and `ευ` end in f."""
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "w", "ѓ": "gj",
    "ђ": "dj", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ć", "ќ": "kj", "џ": "dž",
}  # fmt: skip
UKRAINIAN = {
    "г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ю": "iu", "я": "ia",
}  # fmt: skip
UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""What these are at the beginning of a name."""
SERBIAN = {"ж": "ž", "х": "h", "ц": "c", "ч": "č", "ш": "š"}
TELLING = ((set("ґєії"), UKRAINIAN), (set("ђјљњћџ"), SERBIAN))
"""Letters that only one language has, and how it differs from the others."""


def romanised(text: str) -> str:
    """Return `text` in Latin letters; empty where it is so already, or where no rule is known."""
    words = text.split()
    table = _table(text.lower())
    found = [each if _is_latin(each) else _word(each, table) for each in words]
    if found == words or not all(_is_latin(each) for each in found):
        return ""
    return " ".join(found)


def _table(text: str) -> Table:
    """Return how the language that `text` seems to be in writes Cyrillic letters."""
    own = (table for letters, table in TELLING if not letters.isdisjoint(text))
    return {**CYRILLIC, **next(own, {})}


def _is_latin(word: str) -> bool:
    letters = (each for each in word if each.isalpha())
    return all(unicodedata.name(each, "").startswith("LATIN") for each in letters)


def _word(word: str, table: Table) -> str:
    """Return the word, each of its parts with a capital where it has one."""
    parts = word.split("-")
    return "-".join(_cased(each, _small(each.lower(), table)) for each in parts)


def _cased(part: str, small: str) -> str:
    if part.isupper() and len(part) > 1:
        return small.upper()
    return small[:1].upper() + small[1:] if part[:1].isupper() else small


def _small(part: str, table: Table) -> str:
    letters = _without_accents(part)
    return _greek(letters) if letters else _cyrillic(part, table)


def _without_accents(part: str) -> str:
    """Return the letters of a Greek word without accents; empty for any other word."""
    apart = unicodedata.normalize("NFD", part)
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    return bare if any(each in GREEK for each in bare) else ""


def _greek(letters: str) -> str:
    found, at = "", 0
    while at < len(letters):
        pair = letters[at : at + 2]
        if pair in GREEK_PAIRS:
            latin = FIRST_PAIRS.get(pair) if not at else None
            found += latin or _voiced(GREEK_PAIRS[pair], letters[at + 2 : at + 3])
            at += 2
        else:
            found += GREEK.get(letters[at], letters[at])
            at += 1
    return found


def _voiced(latin: str, following: str) -> str:
    """Return `av`, `ev` or `iv` as it sounds before the letter that follows."""
    is_sharp = latin.endswith("v") and (not following or following in SHARP)
    return latin[:-1] + "f" if is_sharp else latin


def _cyrillic(part: str, table: Table) -> str:
    first = UKRAINIAN_FIRST.get(part[:1]) if "ї" in table else None
    rest = part[1:] if first else part
    return (first or "") + "".join(table.get(each, each) for each in rest)
