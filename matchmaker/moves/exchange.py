"""What a move takes out of a timetable, and what it puts in instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TypeVar

from matchmaker.moves.move import Move
from matchmaker.moves.occupancy import Occupancy, Seat
from matchmaker.timetable import Guest, Meeting, Timetable

Item = TypeVar("Item", Meeting, Guest)


@dataclass(frozen=True)
class Exchange:
    """Meetings and guests that go, and those that come in their places, in the same order."""

    out: tuple[Meeting, ...] = ()
    into: tuple[Meeting, ...] = ()
    guests_out: tuple[Guest, ...] = ()
    guests_into: tuple[Guest, ...] = ()

    @property
    def displaced(self) -> tuple[Meeting, ...]:
        """The meeting that makes way, as it would be."""
        return self.into[1:]

    @property
    def dropped(self) -> tuple[Guest, ...]:
        """The guests who would join nobody any more."""
        return self.guests_out[len(self.guests_into) :]

    @cached_property
    def balance(self) -> dict[Seat, int]:
        """How many engagements more each has in each slot that differs."""
        found: dict[Seat, int] = {}
        for sign, meetings in ((1, self.into), (-1, self.out)):
            for each in meetings:
                one, other = (each.participant_a, each.slot), (each.participant_b, each.slot)
                found[one] = found.get(one, 0) + sign
                found[other] = found.get(other, 0) + sign
        for visit in self.dropped:
            seat = visit.participant, visit.slot
            found[seat] = found.get(seat, 0) - 1
        return found


NOTHING = Exchange()


def exchanged(occupancy: Occupancy, move: Move) -> Exchange:
    """Return what `move` does: a meeting at the target changes places with the one that moves.

    Interpreters stay with their meeting where they can, else another takes their place. Guests
    follow to another table; of a meeting that goes to another slot, or to whose table others come,
    they are guests no longer, nor is whoever gets a meeting in the slot of their visit.
    """
    before = occupancy.meetings.get(move.pair)
    if move.slot is None or move.table is None:
        return NOTHING if before is None else _removed(occupancy, before)
    if before is None:
        return _added(occupancy, move, move.slot, move.table)
    if (before.slot, before.table) == (move.slot, move.table):
        return NOTHING
    return _moved(occupancy, before, move.slot, move.table)


def timetable_after(timetable: Timetable, exchange: Exchange) -> Timetable:
    """Return `timetable` with what comes in the places of what goes."""
    return timetable.model_copy(
        update={
            "meetings": _replaced(timetable.meetings, exchange.out, exchange.into),
            "guests": _replaced(timetable.guests, exchange.guests_out, exchange.guests_into),
        }
    )


def _removed(occupancy: Occupancy, meeting: Meeting) -> Exchange:
    return Exchange(out=(meeting,), guests_out=occupancy.guests_of(meeting))


def _added(occupancy: Occupancy, move: Move, slot: str, table: str) -> Exchange:
    helper = occupancy.helper(move.participants, slot)
    one, other = move.participants
    new = _meeting(one, other, slot, table, helper)
    guests = dict.fromkeys((*_own_visits(occupancy, new), *occupancy.guests_of(new)))
    return Exchange(into=(new,), guests_out=tuple(guests))


def _moved(occupancy: Occupancy, before: Meeting, slot: str, table: str) -> Exchange:
    held = occupancy.at.get((slot, table))
    after = _put(occupancy, before, slot, table, held)
    out: tuple[Meeting, ...] = (before,)
    into: tuple[Meeting, ...] = (after,)
    if held is not None:
        out = (before, held)
        into = (after, _put(occupancy, held, before.slot, before.table, before))
    if not occupancy.has_guests:
        return Exchange(out, into)
    if slot == before.slot:
        return Exchange(out, into, *_following(occupancy, out, into))
    return Exchange(out, into, tuple(_leaving(occupancy, out, into)))


def _put(
    occupancy: Occupancy, meeting: Meeting, slot: str, table: str, leaving: Meeting | None
) -> Meeting:
    """Return `meeting` there, with an interpreter who is free once `leaving` has left."""
    helper = meeting.interpreter
    if slot != meeting.slot:
        released = None if leaving is None else leaving.interpreter
        helper = occupancy.helper(meeting.participants, slot, helper, released)
    return _meeting(meeting.participant_a, meeting.participant_b, slot, table, helper)


def _meeting(one: str, other: str, slot: str, table: str, helper: str | None) -> Meeting:
    return Meeting(
        participant_a=one, participant_b=other, slot=slot, table=table, interpreter=helper
    )


def _following(
    occupancy: Occupancy, out: tuple[Meeting, ...], into: tuple[Meeting, ...]
) -> tuple[tuple[Guest, ...], tuple[Guest, ...]]:
    """Return the guests of meetings that change tables, and the same guests at the new tables."""
    pairs = list(zip(out, into, strict=True))
    old = [(guest, new) for was, new in pairs for guest in occupancy.guests_of(was)]
    moved = (guest.model_copy(update={"table": new.table}) for guest, new in old)
    return tuple(guest for guest, _ in old), tuple(moved)


def _leaving(
    occupancy: Occupancy, out: tuple[Meeting, ...], into: tuple[Meeting, ...]
) -> Iterator[Guest]:
    guests = dict.fromkeys(guest for each in out for guest in occupancy.guests_of(each))
    yield from guests
    for each in into:
        yield from (guest for guest in _own_visits(occupancy, each) if guest not in guests)


def _own_visits(occupancy: Occupancy, meeting: Meeting) -> Iterator[Guest]:
    """Yield the visits elsewhere of the two, in the slot of their meeting."""
    for person in meeting.participants:
        yield from occupancy.visits.get((person, meeting.slot), ())


def _replaced(
    items: tuple[Item, ...], out: Sequence[Item], into: Sequence[Item]
) -> tuple[Item, ...]:
    new: list[Item] = list(items)
    for old, fresh in zip_longest(out, into):
        if old is None:
            new.append(fresh)
        elif fresh is None:
            new.remove(old)
        else:
            new[new.index(old)] = fresh
    return tuple(new)
