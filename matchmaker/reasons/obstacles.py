"""What forbids a meeting, whatever other meetings are worth."""

from collections.abc import Iterator

from matchmaker.messages import Message, message
from matchmaker.reasons.case import Case
from matchmaker.reasons.reason import Obstacle

Finding = tuple[Obstacle, Message]


def obstacles(case: Case) -> Iterator[Finding]:
    """Yield everything that forbids the meeting, the hardest first; nothing if only meetings do."""
    yield from _bans(case)
    yield from _tables_of_their_own(case)
    yield from _languages(case)
    yield from _times(case)
    yield from _locks(case)
    yield from _tables_they_stay_at(case)
    yield from _limits(case)
    yield from _interpreters(case)
    yield from _tables(case)


def _bans(case: Case) -> Iterator[Finding]:
    event, one, other = case.event, case.one, case.other
    if case.pair in case.occupancy.vetoes:
        yield Obstacle.VETO, message("One of the two asked not to meet the other.")
    if one.side is not None and one.side == other.side:
        yield Obstacle.SAME_SIDE, message("{name} is on the same side.", name=other.name)
    if one.organisation == other.organisation and not event.rules.same_organisation:
        text = message("{name} is of the same organisation.", name=other.name)
        yield Obstacle.SAME_ORGANISATION, text
    if case.pair in {each.key for each in event.already_met} and not event.rules.already_met:
        text = message("{name} was met at an earlier event already.", name=other.name)
        yield Obstacle.ALREADY_MET, text


def _tables_of_their_own(case: Case) -> Iterator[Finding]:
    one, other = case.one.table, case.other.table
    if one is not None and other is not None and one != other:
        text = message("Both have a table of their own: {one} and {other}.", one=one, other=other)
        yield Obstacle.TWO_TABLES, text


def _languages(case: Case) -> Iterator[Finding]:
    languages = case.one.languages, case.other.languages
    joined = any(each.joins(*languages) for each in case.event.interpreters)
    if case.needs_interpreter and not joined:
        text = message(
            "There is no common language with {name}, and no interpreter for the two languages.",
            name=case.other.name,
        )
        yield Obstacle.NO_LANGUAGE, text


def _times(case: Case) -> Iterator[Finding]:
    if not case.common_slots:
        text = message("{name} is never there at the same time.", name=case.other.name)
        yield Obstacle.NEVER_FREE_TOGETHER, text
    elif not case.open_slots:
        yield Obstacle.NEVER_FREE_TOGETHER, _in_workshops(case)


def _in_workshops(case: Case) -> Message:
    """Return the sentence on workshops, which says so where no other choice of them would help."""
    name, for_good = case.other.name, case.occupancy.sitting_for_good
    if all(any((who.id, s) in for_good for who in case.both) for s in case.common_slots):
        return message(
            "Whenever both are there, {name} or the wisher leads a workshop or has a locked place "
            "in one.",
            name=name,
        )
    return message("Whenever both are there, {name} or the wisher is in a workshop.", name=name)


def _locks(case: Case) -> Iterator[Finding]:
    def is_locked(slot: str) -> bool:
        return any(map(case.is_locked, case.in_the_way(slot)))

    if case.open_slots and all(map(is_locked, case.open_slots)):
        text = message(
            "In every slot in which both are there, {name} or the wisher has a locked meeting: "
            "{times}.",
            name=case.other.name,
            times=", ".join(map(case.time, case.open_slots)),
        )
        yield Obstacle.LOCKED, text


def _tables_they_stay_at(case: Case) -> Iterator[Finding]:
    """Yield the table that one keeps to, where that leaves the two no table in any slot."""
    tables_for, station_of = case.occupancy.tables_for, case.occupancy.station_of
    apart = (not tables_for(*case.both, case.in_the_way(slot)) for slot in case.open_slots)
    staying = [who for who in case.both if station_of(who)]
    if staying and case.open_slots and all(apart):
        text = message(
            "{name} keeps to table {table} all day, and the two cannot meet there.",
            name=staying[0].name,
            table=station_of(staying[0]),
        )
        yield Obstacle.STAYS_ELSEWHERE, text


def _limits(case: Case) -> Iterator[Finding]:
    for who in filter(case.is_at_maximum, case.both):
        text = message(
            "{name} has reached the maximum of meetings ({limit}).",
            name=who.name,
            limit=who.max_meetings,
        )
        yield Obstacle.AT_MAXIMUM, text


def _interpreters(case: Case) -> Iterator[Finding]:
    free = case.occupancy.free_interpreters
    if case.needs_interpreter and not any(free(*case.both, slot) for slot in case.open_slots):
        text = message(
            "In every slot in which both are there, each interpreter for their languages is "
            "away or serves others."
        )
        yield Obstacle.NO_INTERPRETER_FREE, text


def _tables(case: Case) -> Iterator[Finding]:
    free, staying = case.occupancy.free_tables, any(map(case.occupancy.station_of, case.both))
    if staying and not case.occupancy.tables_for(*case.both):
        return
    if case.idle_slots and not any(free(*case.both, slot) for slot in case.idle_slots):
        text = message(
            "All tables are taken in the slots in which both are free: {times}.",
            times=", ".join(map(case.time, case.idle_slots)),
        )
        yield Obstacle.NO_TABLE_FREE, text
