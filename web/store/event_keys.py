"""Keys by which events are found in addresses: short, readable, and each once."""

import re
import unicodedata
from collections.abc import Container, Mapping
from itertools import accumulate, count, islice

LONGEST = 48
USUAL = 32
PLAIN = "event"


def proposed(name: Mapping[str, str], taken: Container[str]) -> str:
    """Return a key made of the first of the names, with a number behind it if it is taken."""
    plain = _plain(next(iter(name.values()), "")) or PLAIN
    numbered = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(each for each in numbered if each not in taken)


def is_key(text: str) -> bool:
    """Tell whether `text` may be the key of an event."""
    return len(text) <= LONGEST and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only.lower())
    ends = accumulate((len(each) + 1 for each in words), initial=-1)
    fitting = sum(end <= USUAL for end in islice(ends, 1, None))
    return "-".join(words[:fitting]) or "".join(words[:1])[:USUAL]
