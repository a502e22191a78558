"""The business-to-business meeting scheduling problem of Bofill et al.: its files.

"Solving the B2B Scheduling Problem" (CP 2014) and "Constraint Solving Approaches to the
Business-to-Business Meeting Scheduling Problem" (JAIR 74, 2022). The files are MiniZinc data.
"""

import re
from dataclasses import dataclass

from matchmaker.errors import MatchmakerError
from solver.gap_problem import GapProblem, Weights
from solver.instance import Pool

MORNING, AFTERNOON = 1, 2
SPREAD = 2
"""By how much the numbers of idle periods of two people may differ."""
NUMBERS = re.compile(r"\d+")
SET = re.compile(r"\{([^}]*)\}|(\d+)\s*\.\.\s*(\d+)")


class UnreadableFileError(MatchmakerError):
    """The text is no data of this problem."""


@dataclass(frozen=True)
class Request:
    """A meeting that must take place: its two people, its half of the day, its slot or 0."""

    one: int
    other: int
    half: int
    fixed: int


@dataclass(frozen=True)
class B2B:
    """One instance, as its file has it: everything counts from 1.

    `forbidden[p - 1]` are slots without person p; `earlier[m - 1]` the meetings before meeting m.
    """

    people: int
    slots: int
    morning: int
    tables: int
    requests: tuple[Request, ...]
    forbidden: tuple[frozenset[int], ...]
    earlier: tuple[frozenset[int], ...]

    @property
    def problem(self) -> GapProblem:
        """The same as the engine sees it: every slot between two meetings counts as idle."""
        everything = (1 << self.slots) - 1
        return GapProblem(
            slots=self.slots,
            people=self.people,
            open=tuple(self._open(each) for each in self.requests),
            resources=tuple((each.one - 1, each.other - 1) for each in self.requests),
            seated=(0,) * self.people,
            idle=(everything,) * self.people,
            pools=(Pool(tuple(range(len(self.requests))), (self.tables,) * self.slots),),
            weights=Weights(per_slot=0, per_period=1),
            earlier=tuple((e - 1, m) for m, before in enumerate(self.earlier) for e in before),
            spread=SPREAD,
        )

    def _open(self, request: Request) -> int:
        away = self.forbidden[request.one - 1] | self.forbidden[request.other - 1]
        slots = {request.fixed} if request.fixed else self._half(request.half)
        return sum(1 << slot - 1 for slot in slots & self._half(request.half) - away)

    def _half(self, half: int) -> set[int]:
        first = self.morning + 1 if half == AFTERNOON else 1
        last = self.morning if half == MORNING else self.slots
        return set(range(first, last + 1))


def read(text: str) -> B2B:
    """Return the instance of a .dzn file; raises UnreadableFileError where there is none."""
    entries = dict(re.findall(r"(\w+)\s*=\s*([^;]*);", text))
    try:
        return _instance(entries)
    except (KeyError, ValueError, IndexError) as error:
        raise UnreadableFileError(f"no B2B instance: {error!r}") from error


def _instance(entries: dict[str, str]) -> B2B:
    people, meetings = int(entries["nBusiness"]), int(entries["nMeetings"])
    found = B2B(
        people=people,
        slots=int(entries["nTotalSlots"]),
        morning=int(entries["nMorningSlots"]),
        tables=int(entries["nTables"]),
        requests=_requests(entries["requested"], _numbers(entries.get("fixed", "")), meetings),
        forbidden=_sets(entries.get("forbidden"), people),
        earlier=_sets(entries.get("precedences"), meetings),
    )
    counts = (len(found.requests), len(found.forbidden), len(found.earlier))
    if counts != (meetings, people, meetings):
        raise ValueError(f"{counts} lines")
    return found


def _requests(table: str, fixed: list[int], meetings: int) -> tuple[Request, ...]:
    rows = [_numbers(row) for row in table.split("|") if NUMBERS.search(row)]
    slots = fixed or [0] * meetings
    return tuple(Request(*row, slot) for row, slot in zip(rows, slots, strict=True))


def _sets(row: str | None, count: int) -> tuple[frozenset[int], ...]:
    """Return the sets of an array; 0 in a set stands for nothing."""
    if row is None:
        return (frozenset(),) * count
    return tuple(_set(*found.groups()) - {0} for found in SET.finditer(row))


def _set(members: str | None, first: str, last: str) -> frozenset[int]:
    return frozenset(range(int(first), int(last) + 1) if members is None else _numbers(members))


def _numbers(text: str) -> list[int]:
    return [int(each) for each in NUMBERS.findall(text)]
