"""The rules that a move breaks, found from nothing but what it changes.

What is found is what the checker finds in the whole timetable before and after; a test compares.
"""

from collections.abc import Iterator

from matchmaker.moves.exchange import Exchange
from matchmaker.moves.move import Move
from matchmaker.moves.occupancy import Occupancy
from matchmaker.people import Participant
from matchmaker.rules import breaches
from matchmaker.rules.locks import keeps
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Guest, Meeting, Timetable


def broken_places(
    occupancy: Occupancy, timetable: Timetable, exchange: Exchange
) -> Iterator[Violation]:
    """Yield the breaches of rules on times, tables and interpreters, known ones among them."""
    for meeting in exchange.into:
        for person in meeting.participants:
            yield from _of_person(occupancy, exchange, person, meeting)
        yield from _of_table(occupancy, exchange, meeting)
        yield from _of_interpreter(occupancy, exchange, meeting)
    yield from _of_tables_kept(occupancy, timetable, exchange)


def broken_locks(occupancy: Occupancy, move: Move, exchange: Exchange) -> Iterator[Violation]:
    """Yield the locks on meetings that make way; the lock of the one that moves goes with it."""
    locks = occupancy.event.lock_by_pair
    for old, new in zip(exchange.out[1:], exchange.into[1:], strict=True):
        lock = locks.get(old.pair)
        if lock is not None and old.pair != move.pair and not keeps(new, lock):
            yield breaches.lock_broken(occupancy.event, lock)


def _of_person(
    occupancy: Occupancy, exchange: Exchange, person: str, meeting: Meeting
) -> Iterator[Violation]:
    who, slot = occupancy.event.participant_by_id[person], meeting.slot
    if slot in who.unavailable:
        yield breaches.unavailable(occupancy.event, who, slot)
    if occupancy.engaged[person, slot] + exchange.balance[person, slot] > 1:
        yield breaches.engaged_twice(occupancy.event, who, slot)
    if who.table not in (None, meeting.table):
        yield breaches.elsewhere(who, meeting)


def _of_table(occupancy: Occupancy, exchange: Exchange, meeting: Meeting) -> Iterator[Violation]:
    place = (meeting.table, meeting.slot)
    come = sum((each.table, each.slot) == place for each in exchange.into)
    gone = sum((each.table, each.slot) == place for each in exchange.out)
    if occupancy.held[place] + come - gone > 1:
        yield breaches.crowded(occupancy.event, *place)
    hosts = occupancy.hosts.get(meeting.table)
    if hosts is not None and hosts.isdisjoint(meeting.participants):
        yield breaches.unwelcome(occupancy.event, meeting)


def _of_interpreter(
    occupancy: Occupancy, exchange: Exchange, meeting: Meeting
) -> Iterator[Violation]:
    if meeting.interpreter is None:
        return
    who, service = occupancy.event.interpreter_by_id[meeting.interpreter], meeting.slot
    if service in who.unavailable:
        yield breaches.interpreter_away(occupancy.event, who, service)
    come = sum((each.interpreter, each.slot) == (who.id, service) for each in exchange.into)
    gone = sum((each.interpreter, each.slot) == (who.id, service) for each in exchange.out)
    if occupancy.serving[who.id, service] + come - gone > 1:
        yield breaches.interprets_twice(occupancy.event, who, service)


def _of_tables_kept(
    occupancy: Occupancy, timetable: Timetable, exchange: Exchange
) -> Iterator[Violation]:
    """Yield those who stay at one table and would not, guests at other tables among them."""
    people = occupancy.event.participant_by_id
    meetings, guests = (*exchange.out, *exchange.into), exchange.guests_out
    changed = {each for meeting in meetings for each in meeting.participants}
    changed |= {each.participant for each in guests}
    for person in sorted(changed):
        who = people[person]
        if who.stays:
            tables = _tables_of(who, timetable, exchange)
            if len(tables) > 1:
                yield breaches.restless(who, tables)
    for guest in exchange.guests_into:
        who = people[guest.participant]
        if who.table not in (None, guest.table):
            yield breaches.elsewhere(who, guest)


def _tables_of(who: Participant, timetable: Timetable, exchange: Exchange) -> list[str]:
    """Return the tables of all meetings and visits of `who` after the exchange, each once."""
    now: dict[Meeting | Guest, Meeting | Guest | None] = dict.fromkeys(exchange.out)
    now |= zip(exchange.out, exchange.into, strict=False)
    now |= dict.fromkeys(exchange.guests_out)
    now |= zip(exchange.guests_out, exchange.guests_into, strict=False)
    added = exchange.into[len(exchange.out) :]
    meetings = [*(now.get(each, each) for each in timetable.meetings), *added]
    visits = [now.get(each, each) for each in timetable.guests]
    tables = (m.table for m in meetings if isinstance(m, Meeting) and who.id in m.participants)
    others = (g.table for g in visits if isinstance(g, Guest) and g.participant == who.id)
    return list(dict.fromkeys((*tables, *others)))
