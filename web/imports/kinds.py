"""What the doctor says, put together where it is of one kind and in one column."""

from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.errors import Problem

AT_ONCE = 12
MOST_ROWS = 100


@dataclass(frozen=True)
class Kind:
    """Problems of one kind in one column of a file, in their order."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The first of them."""
        return self.problems[0]

    @property
    def is_same(self) -> bool:
        """Whether all of them say the same, but for the row."""
        return len({(str(each.what), str(each.remedy)) for each in self.problems}) == 1

    @property
    def has_one_remedy(self) -> bool:
        """Whether all of them are mended in the same way."""
        return len({str(each.remedy) for each in self.problems}) == 1

    @property
    def shown(self) -> tuple[Problem, ...]:
        """The first of them, which are shown at once."""
        return self.problems[:AT_ONCE]

    @property
    def more(self) -> tuple[Problem, ...]:
        """The others, which are shown on demand."""
        return self.problems[AT_ONCE:]

    @property
    def rows(self) -> list[str]:
        """The rows that they stand in."""
        return list(dict.fromkeys(str(each.row) for each in self.problems if each.row is not None))

    @property
    def listed(self) -> str:
        """The rows one after the other, not too many."""
        return ", ".join(self.rows[:MOST_ROWS]) + (" …" if len(self.rows) > MOST_ROWS else "")


def kinds(problems: Iterable[Problem]) -> list[Kind]:
    """Return the problems by kind, file and column, in the order of the first of each."""
    found: dict[object, list[Problem]] = {}
    for each in problems:
        found.setdefault((each.file, each.column, each.code, each.what.template), []).append(each)
    return [Kind(tuple(each)) for each in found.values()]
