"""Long lists in a sentence: the first few, then how many more there are."""

from collections.abc import Sequence

from matchmaker.messages import message
from web.languages import say

MOST_NAMED = 6


def first_few(words: Sequence[str], between: str = ", ") -> str:
    """Return the words with `between` in between; of many, the first ones and how many more."""
    more = len(words) - MOST_NAMED
    if more <= 1:
        return between.join(words)
    return between.join([*words[:MOST_NAMED], say(message("{number} more", number=more))])
