"""Names of firms without their legal form."""

import re

from matchmaker.registrations.folding import fold

LEGAL_FORMS = re.compile(
    r"\b(s\.?a\.?r\.?l|s\.?p\.?r\.?l|b\.?v\.?b\.?a|s\.?a\.?s\.?u?|e\.?u\.?r\.?l|s\.?r\.?l|s\.?c\.?r\.?l"
    r"|c\.?v\.?b\.?a|v\.?z\.?w|a\.?s\.?b\.?l|gmbh|ltd|inc|s\.?a|n\.?v|b\.?v|c\.?v|s\.?c)\b\.?"
)


def key_of_firm(name: str) -> str:
    """Return the letters and digits of a firm's name without its legal form, folded."""
    folded = fold(name)
    short = "".join(each for each in LEGAL_FORMS.sub(" ", folded) if each.isalnum())
    return short or folded
