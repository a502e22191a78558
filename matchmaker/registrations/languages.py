"""Languages as people write them: codes and words of French, Dutch, English and German."""

import re
from functools import cache

from babel import Locale

from matchmaker.registrations.folding import fold
from matchmaker.registrations.lists import at_bars, has_bar

SPOKEN_OF = ("fr", "nl", "en", "de")
MORE_WORDS = {
    "fr": "f fra fre franc fransman francophone franstalig wallon",
    "nl": "n nld ndl neerl dut flamand vlaams flemish neerlandophone nederlandstalig hollandais"
    " ned",
    "en": "eng ang angl uk gb anglophone engelstalig",
    "de": "deu ger dld germanophone duitstalig",
    "es": "spa esp",
    "it": "ita",
}
LIKELY = "bg cs da de el en es et fi fr ga hr hu it lb lt lv mt nl no pl pt ro ru sk sl sv tr uk"
"""The languages that are suggested for a word that names none."""
SEPARATORS = re.compile(r"\s[-–]\s|[\s,;/+&]+|\bet\b|\band\b")
DASHES = re.compile("[-–_]")
LONGEST_CODE = 3


class UnknownLanguageError(ValueError):
    """A word that names no language; its only argument is the word."""


def languages(text: str) -> tuple[str, ...]:
    """Return the codes of the languages named in `text`; raises UnknownLanguageError."""
    parts = at_bars(text) if has_bar(text) else [text]
    return tuple(dict.fromkeys(code for part in parts for code in _codes(part)))


def language_code(word: str) -> str | None:
    """Return the two-letter code (three where there is none) of a code or name of a language."""
    code = fold(word).strip(".()")
    return words().get(code) or words().get(re.split("[-_]", code)[0])


@cache
def words() -> dict[str, str]:
    """All codes and names of languages that are understood, folded, with the code of each."""
    known = {code: code for code in _names("en")}
    for reader in SPOKEN_OF:
        known |= {fold(name): code for code, name in _names(reader).items()}
    for code, more in MORE_WORDS.items():
        known |= dict.fromkeys(more.split(), code)
    return known


@cache
def likely_names() -> tuple[str, ...]:
    """All names, but no codes, of the languages that are likely, folded."""
    likely = LIKELY.split()
    return tuple(name for name, code in words().items() if code in likely and _is_name(name))


def _is_name(word: str) -> bool:
    return len(word) > LONGEST_CODE


def _codes(part: str) -> list[str]:
    whole = words().get(fold(part))
    return [whole] if whole else [code for word in _split(part) for code in _of_word(word)]


def _of_word(word: str) -> list[str]:
    """Return the codes in `word`: "FR-NL" are two languages, "FR-BE" is one of a country."""
    dashed = [words().get(fold(each).strip(".")) for each in DASHES.split(word)]
    several = [each for each in dashed if each in LIKELY.split()]
    return several if len(several) == len(dashed) else [_code(word)]


def _split(part: str) -> list[str]:
    found = [each for each in SEPARATORS.split(part) if each]
    others = [each for each in found if each.casefold() != "en"]
    if others and all(len(each) > LONGEST_CODE for each in others):
        return others  # "Frans en Nederlands": between words, "en" is Dutch for "and"
    return found


def _code(word: str) -> str:
    code = language_code(word)
    if code is None:
        raise UnknownLanguageError(word)
    return code


def _names(reader: str) -> dict[str, str]:
    names = {str(code): str(name) for code, name in Locale(reader).languages.items()}
    return {code: n for code, n in names.items() if code.isalpha() and len(code) <= LONGEST_CODE}
