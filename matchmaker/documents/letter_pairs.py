"""Two letters that stand for a name."""

from collections.abc import Iterator
from itertools import combinations, count


def letter_pairs(name: str, stand_in: str) -> Iterator[str]:
    """Yield pairs of letters for `name`, the most natural first; there is always another.

    `stand_in` is the letter of a name that has none.
    """
    own = [each.upper() for each in name if each.isalnum() and len(each.upper()) == 1]
    if len(own) > 1:
        yield from ("".join(pair) for pair in combinations(own, 2))
    yield from (f"{own[0] if own else stand_in}{number}" for number in count(1))
