"""The plan after a move, and after locks are set or lifted."""

from collections.abc import Collection, Iterable, Iterator

from matchmaker.locks import MeetingLock
from matchmaker.moves.exchange import Exchange, exchanged, timetable_after
from matchmaker.moves.move import Move
from matchmaker.moves.occupancy import Occupancy
from matchmaker.moves.plan import Plan, with_locks
from matchmaker.rules.pairs import wished

Pairs = Collection[frozenset[str]]


def applied(plan: Plan, move: Move) -> Plan:
    """Return `plan` after `move`; the meeting is locked where it is put, and not when it goes."""
    return carried_out(plan, move, exchanged(Occupancy(plan), move))


def carried_out(plan: Plan, move: Move, exchange: Exchange) -> Plan:
    """Return `plan` after `move`, which does what `exchange` says."""
    after = Plan(plan.event, timetable_after(plan.timetable, exchange))
    locks = (each for each in plan.event.locked_meetings if each.pair != move.pair)
    if move.slot is None:
        return with_locks(after, locks)
    one, other = move.participants
    new = MeetingLock(participant_a=one, participant_b=other, slot=move.slot, table=move.table)
    return with_locks(after, (*locks, new))


def locked(plan: Plan, pairs: Pairs) -> Plan:
    """Return `plan` with the meetings of these pairs locked where they are."""
    wanted = frozenset(pairs)
    others = (each for each in plan.event.locked_meetings if each.pair not in wanted)
    stand = (each.lock for each in plan.timetable.meetings if each.pair in wanted)
    return with_locks(plan, (*others, *stand))


def all_locked(plan: Plan) -> Plan:
    """Return `plan` with every meeting locked where it is."""
    return locked(plan, [each.pair for each in plan.timetable.meetings])


def unlocked(plan: Plan, pairs: Pairs) -> Plan:
    """Return `plan` without the locks of these pairs."""
    gone = frozenset(pairs)
    return with_locks(plan, (e for e in plan.event.locked_meetings if e.pair not in gone))


def all_unlocked(plan: Plan) -> Plan:
    """Return `plan` with no locks but those of meetings that are there for them only."""
    bare = with_locks(plan, ())
    unwished = (frozenset(each.subjects) for each in wished(bare.event, bare.timetable))
    return with_locks(plan, _of(plan.event.locked_meetings, unwished))


def _of(locks: Iterable[MeetingLock], pairs: Iterable[frozenset[str]]) -> Iterator[MeetingLock]:
    kept = frozenset(pairs)
    return (each for each in locks if each.pair in kept)
