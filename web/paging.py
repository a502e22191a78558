"""Long lists, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
LONGEST_NUMBER = 6


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The rows of one page: it is page `number` of `pages`, which have `total` rows together."""

    shown: Sequence[Row]
    number: int
    pages: int
    total: int


def number_of(said: Mapping[str, str]) -> int:
    """Return the number of the page in an address, the first where it says nothing sensible."""
    number = said.get("page", "")
    is_number = number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER
    return max(1, int(number)) if is_number else 1


def pages_of(total: int, size: int) -> int:
    """Return how many pages of `size` rows hold `total` rows; there is always one."""
    return max(1, -(-total // size))


def page_of(rows: Sequence[Row], number: int, size: int) -> Page[Row]:
    """Return page `number` of `rows`, the last where there are fewer."""
    number = min(number, pages_of(len(rows), size))
    shown = rows[(number - 1) * size : number * size]
    return Page(shown, number, pages_of(len(rows), size), len(rows))
