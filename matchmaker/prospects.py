"""What an event would reach with other numbers of what its organisers book."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, product, takewhile

from matchmaker.resources import Kind, Resource
from matchmaker.score import total

Amounts = tuple[int, ...]
"""How many of each resource, in the order of the survey."""
MOST_IN_GRID = 60
"""The most combinations of two resources that are all tried."""


@dataclass(frozen=True)
class Prospect:
    """What the event reaches with `amounts`.

    `bound` is proven to be the most that `value` can be; `missing` counts the meetings that are
    missing to everybody's minimum. The other figures are those of `matchmaker.score.Score`.
    """

    amounts: Amounts
    wishes_met: int
    value: float
    bound: float
    meetings: int
    idle_slots: int
    workshop_value: int = 0
    missing: int = 0


@dataclass(frozen=True)
class Gain:
    """What is gained between two numbers of a resource; `minimums` fewer meetings are missing."""

    before: int
    after: int
    wishes: int
    value: float
    minimums: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether both numbers are equally good."""
        return not (self.wishes or self.value or self.minimums)


@dataclass(frozen=True)
class Survey:
    """The prospects that are known, around the event as it is (`now`), of `wishes_total` wishes."""

    resources: tuple[Resource, ...]
    now: Amounts
    wishes_total: int
    prospects: tuple[Prospect, ...] = ()

    @cached_property
    def by_amounts(self) -> dict[Amounts, Prospect]:
        """The prospects by their amounts."""
        return {each.amounts: each for each in self.prospects}

    def series(self, index: int) -> list[Prospect]:
        """Return the prospects in which only resource `index` is not as now, by rising number."""
        others = _without(self.now, index)
        found = (each for each in self.prospects if _without(each.amounts, index) == others)
        return sorted(found, key=lambda each: each.amounts[index])

    @property
    def has_series(self) -> bool:
        """Whether anything is known of a single resource."""
        return any(self.series(index) for index in range(len(self.resources)))

    def gains(self, index: int) -> list[Gain]:
        """Return what each step of `series` gains."""
        return [
            Gain(
                before=one.amounts[index],
                after=other.amounts[index],
                wishes=other.wishes_met - one.wishes_met,
                value=total((other.value, -one.value)),
                minimums=one.missing - other.missing,
            )
            for one, other in pairwise(self.series(index))
        ]

    def enough(self, index: int) -> int | None:
        """Return the number beyond which no other of `series` gains; None if the last does."""
        gains = self.gains(index)
        without = list(takewhile(lambda each: each.is_nothing, reversed(gains)))
        return without[-1].before if without else None

    @property
    def axes(self) -> tuple[list[int], list[int]] | None:
        """The numbers of both resources where every combination is known; None elsewhere."""
        if len(self.resources) != 2:
            return None
        rows, columns = (sorted({each.amounts[i] for each in self.prospects}) for i in (0, 1))
        is_full = len(rows) * len(columns) == len(self.by_amounts)
        return (rows, columns) if is_full and min(len(rows), len(columns)) > 1 else None


def tightened(survey: Survey) -> Survey:
    """Return the survey with each bound no larger than that of a case that permits as much.

    More tables or interpreters permit every timetable that fewer permit, so a bound on the larger
    case bounds the smaller one; where both keep minimums and preferences for workshops alike.
    """
    return replace(
        survey,
        prospects=tuple(
            replace(each, bound=min(other.bound for other in _permitting(survey, each)))
            for each in survey.prospects
        ),
    )


def _permitting(survey: Survey, one: Prospect) -> Iterable[Prospect]:
    """Yield the prospects, `one` included, whose bounds hold for it."""
    slots = [i for i, each in enumerate(survey.resources) if each.kind is Kind.SLOTS]
    for other in survey.prospects:
        is_larger = all(a <= b for a, b in zip(one.amounts, other.amounts, strict=True))
        has_same_slots = all(one.amounts[i] == other.amounts[i] for i in slots)
        keeps_alike = (one.missing, one.workshop_value) == (other.missing, other.workshop_value)
        if is_larger and has_same_slots and keeps_alike:
            yield other


def _without(amounts: Amounts, index: int) -> Amounts:
    return amounts[:index] + amounts[index + 1 :]


def cases(now: Amounts, wanted: Sequence[Sequence[int]]) -> list[Amounts]:
    """Return the cases by rising numbers: one resource at a time around `now`, which is included.

    `wanted` holds the numbers of each resource. Of two resources all combinations are included, if
    they are not too many.
    """
    found = {now}
    for index, numbers in enumerate(wanted):
        found |= {(*now[:index], number, *now[index + 1 :]) for number in numbers}
    grid = [sorted({*numbers, here}) for numbers, here in zip(wanted, now, strict=True)]
    if len(grid) == 2 and len(grid[0]) * len(grid[1]) <= MOST_IN_GRID:
        found |= set(product(*grid))
    return sorted(found)
