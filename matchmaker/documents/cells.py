"""Text in cells that no spreadsheet takes for a formula.

`matchmaker.registrations` reads such cells back as they were: an apostrophe before one of these
beginnings protects the text and is no part of it.
"""

PROTECTION = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#NOM?", "#VALEUR!")


def protected(text: str) -> str:
    """Return `text` with an apostrophe before it where a spreadsheet could run or change it."""
    return PROTECTION + text if is_risky(text) else text


def is_risky(text: str) -> bool:
    """Tell whether `text` needs protection, or begins as if it were protected already."""
    rest = text.removeprefix(PROTECTION)
    looks_protected = rest != text and (rest.startswith(PROTECTION) or _is_live(rest))
    return _is_live(text) or looks_protected


def _is_live(text: str) -> bool:
    return text.startswith(RISKY) or text in ERRORS
