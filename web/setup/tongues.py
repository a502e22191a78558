"""The languages that can be ticked."""

from collections.abc import Iterable

from web.languages import language_name

USUAL = ("fr", "nl", "en", "de")


def spoken_of(*used: Iterable[str]) -> tuple[str, ...]:
    """Return the languages in use, as they are ordered there, then the usual ones."""
    return tuple(dict.fromkeys([*(each for some in used for each in some), *USUAL]))


def named(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return each language with what it is called in the language of the page."""
    return [(each, language_name(each)) for each in codes]
