"""What differs between two timetables: which meetings, seats and visits; whom it concerns."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from typing import Self

from pydantic import model_validator

from matchmaker.event import Event
from matchmaker.timetable import Attendance, Guest, Meeting, Timetable
from matchmaker.values import Value


class Kind(StrEnum):
    """What became of a meeting; `interpreted`: it stays, with another interpreter or none."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    INTERPRETED = "interpreted"


class Change(Value):
    """A meeting of two people as it was and as it is; None where there was or is none."""

    before: Meeting | None = None
    after: Meeting | None = None

    @model_validator(mode="after")
    def _is_a_change_of_one_pair(self) -> Self:
        if self.before == self.after:
            raise ValueError("nothing has changed")
        if len({each.pair for each in self.meetings}) > 1:
            raise ValueError("these are meetings of different people")
        return self

    @property
    def kind(self) -> Kind:
        """What became of it."""
        if self.before is None:
            return Kind.ADDED
        if self.after is None:
            return Kind.DROPPED
        is_there = self.before.slot == self.after.slot and self.before.table == self.after.table
        return Kind.INTERPRETED if is_there else Kind.MOVED

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meeting as it was, then as it is, where there was or is one."""
        return tuple(each for each in (self.before, self.after) if each is not None)

    @property
    def participants(self) -> frozenset[str]:
        """The ids of the two."""
        return self.meetings[0].pair


class SeatChange(Value):
    """A place in a session that somebody has got, or has no more."""

    attendance: Attendance
    is_added: bool


class VisitChange(Value):
    """Somebody who joins a meeting of two others now, or does so no more."""

    guest: Guest
    meeting: Meeting
    is_added: bool

    @property
    def participants(self) -> tuple[str, ...]:
        """The ids of the three."""
        return self.guest.participant, *self.meeting.participants


class Amendment(Value):
    """All that differs between two timetables; without changes they are alike for everybody."""

    meetings: tuple[Change, ...] = ()
    seats: tuple[SeatChange, ...] = ()
    visits: tuple[VisitChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.meetings and not self.seats and not self.visits

    @cached_property
    def participants(self) -> frozenset[str]:
        """The ids of those whose agendas differ."""
        in_meetings = (one for each in self.meetings for one in each.participants)
        in_visits = (one for each in self.visits for one in each.participants)
        in_seats = (each.attendance.participant for each in self.seats)
        return frozenset((*in_meetings, *in_visits, *in_seats))

    @cached_property
    def tables(self) -> frozenset[str]:
        """The ids of the tables at which somebody else sits, or at another time."""
        return frozenset(one.table for one in self._held)

    @cached_property
    def slots(self) -> frozenset[str]:
        """The ids of the slots in which meetings differ, or who joins them."""
        return frozenset(one.slot for one in self._held)

    @property
    def _held(self) -> Iterator[Meeting]:
        """The meetings that differ, and those that others join."""
        yield from (one for each in self.meetings for one in each.meetings)
        yield from (each.meeting for each in self.visits)

    @cached_property
    def sessions(self) -> frozenset[str]:
        """The ids of the sessions that are attended by others."""
        return frozenset(each.attendance.session for each in self.seats)

    @cached_property
    def interpreters(self) -> frozenset[str]:
        """The ids of the interpreters whose day differs."""
        served = (one.interpreter for each in self.meetings for one in each.meetings)
        return frozenset(each for each in served if each is not None)

    def rooms(self, event: Event) -> frozenset[str]:
        """Return the ids of the rooms in which meetings or sessions differ."""
        tables = (event.table_by_id[each].room for each in self.tables if each in event.table_by_id)
        known = event.session_by_id
        sessions = (known[each].room for each in self.sessions if each in known)
        return frozenset(each for each in (*tables, *sessions) if each is not None)

    def workshops(self, event: Event) -> frozenset[str]:
        """Return the ids of the workshops of which sessions are attended by others."""
        known = event.session_by_id
        return frozenset(known[each].workshop for each in self.sessions if each in known)

    def of_kind(self, kind: Kind) -> tuple[Change, ...]:
        """Return the changes of this kind."""
        return tuple(each for each in self.meetings if each.kind is kind)


def amendment(before: Timetable, after: Timetable) -> Amendment:
    """Return what differs between two timetables, whatever the order of what they hold.

    Changes are in the order of the pairs in `before`, then of those that are new in `after`.
    """
    return Amendment(
        meetings=tuple(_changes(before, after)),
        seats=tuple(_seats(before, after)),
        visits=tuple(_visits(before, after)),
    )


def _changes(before: Timetable, after: Timetable) -> Iterator[Change]:
    old, new = _by_pair(before), _by_pair(after)
    for pair in dict.fromkeys((*old, *new)):
        yield from _of_pair(old.get(pair, []), new.get(pair, []))


def _of_pair(old: Sequence[Meeting], new: Sequence[Meeting]) -> Iterator[Change]:
    """Yield what became of the meetings of a pair; timetables that break rules may hold many."""
    was = {_essence(each): each for each in old}
    is_now = {_essence(each): each for each in new}
    gone = [each for key, each in was.items() if key not in is_now]
    come = [each for key, each in is_now.items() if key not in was]
    for one, other in zip_longest(gone, come):
        yield Change(before=one, after=other)


def _essence(meeting: Meeting) -> tuple[str, str, str | None]:
    """Return what of a pair's meeting makes a difference: not who of the two comes first."""
    return meeting.slot, meeting.table, meeting.interpreter


def _by_pair(timetable: Timetable) -> dict[frozenset[str], list[Meeting]]:
    found: dict[frozenset[str], list[Meeting]] = defaultdict(list)
    for each in timetable.meetings:
        found[each.pair].append(each)
    return found


def _seats(before: Timetable, after: Timetable) -> Iterator[SeatChange]:
    old, new = (dict.fromkeys(each.attendances) for each in (before, after))
    for each in dict.fromkeys((*old, *new)):
        if (each in old) != (each in new):
            yield SeatChange(attendance=each, is_added=each in new)


def _visits(before: Timetable, after: Timetable) -> Iterator[VisitChange]:
    """Yield the visits that are in one only; which host comes first makes no difference."""
    old, new = ({(g, m.pair): m for g, m in each.visits} for each in (before, after))
    for key, meeting in {**old, **new}.items():
        if (key in old) != (key in new):
            yield VisitChange(guest=key[0], meeting=meeting, is_added=key in new)
