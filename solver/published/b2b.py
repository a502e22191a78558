"""The business-to-business meeting scheduling problem of Bofill et al.: its files.

"Solving the B2B Scheduling Problem" (CP 2014) and "Constraint Solving Approaches to the
Business-to-Business Meeting Scheduling Problem" (JAIR 74, 2022). The files are MiniZinc data.
"""

import re
from dataclasses import dataclass

from matchmaker.errors import MatchmakerError

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
    return tuple(
        Request(one, other, half, slot)
        for (one, other, half), slot in zip(rows, slots, strict=True)
    )


def _sets(row: str | None, count: int) -> tuple[frozenset[int], ...]:
    """Return the sets of an array; 0 in a set stands for nothing."""
    if row is None:
        return (frozenset(),) * count
    return tuple(_set(*found.groups()) - {0} for found in SET.finditer(row))


def _set(members: str | None, first: str, last: str) -> frozenset[int]:
    return frozenset(range(int(first), int(last) + 1) if members is None else _numbers(members))


def _numbers(text: str) -> list[int]:
    return [int(each) for each in NUMBERS.findall(text)]
