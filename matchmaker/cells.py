"""Text in cells that no spreadsheet takes for a formula.

An apostrophe before one of these beginnings protects the text and is no part of it: what is
written with `protected` is read back with `unprotected`.
"""

PROTECTION = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings by which a spreadsheet could take a text for a formula."""
ERRORS = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#NOM?", "#VALEUR!")
)
"""What spreadsheets show in cells whose formula fails, in the languages that we meet."""


def protected(text: str) -> str:
    """Return `text` with an apostrophe before it where a spreadsheet could run or change it."""
    return PROTECTION + text if is_risky(text) else text


def unprotected(text: str) -> str:
    """Return what `protected` was given."""
    return text.removeprefix(PROTECTION) if _looks_protected(text) else text


def is_risky(text: str) -> bool:
    """Tell whether `text` needs protection, or begins as if it were protected already."""
    return _is_live(text) or _looks_protected(text)


def _is_live(text: str) -> bool:
    return text.startswith(RISKY) or text in ERRORS


def _looks_protected(text: str) -> bool:
    rest = text.removeprefix(PROTECTION)
    return rest != text and (rest.startswith(PROTECTION) or _is_live(rest))
