"""What each kind of reason states, looked up anew in the event and its timetable."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations, product

from matchmaker.event import Event
from matchmaker.people import Participant, Wish
from matchmaker.reasons.reason import Obstacle
from matchmaker.rules.checker import violations
from matchmaker.score import pair_values, total
from matchmaker.timetable import Meeting, Timetable
from tests import factories
from tests.matchmaker.reasons.situations import exchanged

MOST_GIVING_WAY = 4
"""Two of the two people, one for a table, one for an interpreter."""


class Facts:
    """One wish before a timetable, for asking what is the case."""

    def __init__(self, event: Event, timetable: Timetable, wish: Wish) -> None:
        self.event, self.timetable, self.wish = event, timetable, wish
        self.one = event.participant_by_id[wish.wisher]
        self.other = event.participant_by_id[wish.wished]
        self.both = {wish.wisher, wish.wished}

    @property
    def people(self) -> tuple[Participant, Participant]:
        return self.one, self.other

    def meetings_of(self, person: str) -> list[Meeting]:
        return [each for each in self.timetable.meetings if person in each.participants]

    def sits(self, person: str, slot: str) -> bool:
        attending = {a.session for a in self.timetable.attendances if a.participant == person}
        return any(
            slot in session.slots
            for session in self.event.sessions
            if session.id in attending or person in session.facilitators
        )

    def open_slots(self) -> list[str]:
        """Return the slots in which both are there and neither sits in a session."""
        return [
            slot
            for slot in self.event.slot_by_id
            if not any(slot in w.unavailable or self.sits(w.id, slot) for w in self.people)
        ]

    def idle_slots(self) -> list[str]:
        busy = {each.slot for who in self.both for each in self.meetings_of(who)}
        return [slot for slot in self.open_slots() if slot not in busy]

    def joining(self) -> list[str]:
        languages = self.one.languages, self.other.languages
        return [each.id for each in self.event.interpreters if each.joins(*languages)]

    def serves(self, interpreter: str, slot: str) -> bool:
        who = self.event.interpreter_by_id[interpreter]
        sessions = [s for s in self.event.sessions if interpreter in s.interpreters]
        meetings = [m for m in self.timetable.meetings if m.interpreter == interpreter]
        return (
            slot in who.unavailable
            or any(slot in each.slots for each in sessions)
            or any(slot == each.slot for each in meetings)
        )

    def usable_tables(self) -> set[str]:
        """Return their own tables, else the shared ones; where one of the two stays, that one."""
        own = {each.table for each in self.people if each.table}
        fixed = {each.table for each in self.event.participants}
        usable = own or set(self.event.table_by_id) - fixed
        for who in self.people:
            if who.stays and self.meetings_of(who.id):
                usable &= {each.table for each in self.meetings_of(who.id)}
        return usable

    def taken_tables(self, slot: str) -> set[str]:
        return {each.table for each in self.timetable.meetings if each.slot == slot}

    def exchanges(self) -> Iterator[tuple[float, tuple[Meeting, ...]]]:
        """Yield each way to meet in place of meetings of the same slot, with what it loses."""
        values = pair_values(self.event)
        for gone in chain.from_iterable(map(self.ways_in, self.event.slot_by_id)):
            worth = (values.get(each.pair, 0.0) for each in gone)
            yield total((*worth, -values[frozenset(self.both)])), gone

    def ways_in(self, slot: str, forgiven: str = "") -> Iterator[tuple[Meeting, ...]]:
        """Yield what may go together so that the two meet, one rule `forgiven`."""
        there = [each for each in self.timetable.meetings if each.slot == slot]
        own = tuple(each for each in there if each.pair & self.both)
        others = [each for each in there if each not in own]
        for count in range(MOST_GIVING_WAY + 1 - len(own)):
            for more in combinations(others, count):
                left = [each for each in others if each not in more]
                if self._works(slot, (*own, *more), left, forgiven):
                    yield (*own, *more)

    def _works(
        self, slot: str, gone: tuple[Meeting, ...], left: list[Meeting], forgiven: str
    ) -> bool:
        tables = set(self.event.table_by_id) - {each.table for each in left}
        helpers = {None, *self.event.interpreter_by_id} - {
            each.interpreter for each in left if each.interpreter
        }
        return any(
            self.keeps_rules(slot, table, helper, gone, forgiven)
            for table, helper in product(tables, helpers)
        )

    def keeps_rules(
        self,
        slot: str,
        table: str,
        helper: str | None,
        gone: tuple[Meeting, ...] = (),
        forgiven: str = "",
    ) -> bool:
        meeting = factories.meeting(self.one.id, self.other.id, slot, table, interpreter=helper)
        after = exchanged(self.timetable, meeting, gone)
        rules = {each.rule for each in violations(self.event, after)}
        rules -= {"min_meetings", forgiven}
        return not rules and not self._are_lower(after)

    def _are_lower(self, after: Timetable) -> bool:
        """Tell whether anybody is further below their minimum."""
        now, then = ([m.participants for m in each.meetings] for each in (self.timetable, after))
        return any(
            sum(who.id in each for each in then)
            < min(who.min_meetings, sum(who.id in each for each in now))
            for who in self.event.participants
        )


def veto(facts: Facts) -> bool:
    pairs = [{each.wisher, each.wished} for each in facts.event.wishes if each.rank == "never"]
    return facts.both in pairs


def same_side(facts: Facts) -> bool:
    return facts.one.side is not None and facts.one.side == facts.other.side


def same_organisation(facts: Facts) -> bool:
    return facts.one.organisation == facts.other.organisation


def already_met(facts: Facts) -> bool:
    return facts.both in [{e.participant_a, e.participant_b} for e in facts.event.already_met]


def two_tables(facts: Facts) -> bool:
    return None not in (facts.one.table, facts.other.table) and facts.one.table != facts.other.table


def no_language(facts: Facts) -> bool:
    return set(facts.one.languages).isdisjoint(facts.other.languages) and not facts.joining()


def never_free_together(facts: Facts) -> bool:
    return not facts.open_slots()


def locked(facts: Facts) -> bool:
    pairs = [{each.participant_a, each.participant_b} for each in facts.event.locked_meetings]
    slots = {m.slot for who in facts.both for m in facts.meetings_of(who) if m.pair in pairs}
    return set(facts.open_slots()) <= slots


def stays_elsewhere(facts: Facts) -> bool:
    staying = [facts.meetings_of(each.id) for each in facts.people if each.stays]
    return any(staying) and not list(facts.exchanges())


def at_maximum(facts: Facts) -> bool:
    return any(len(facts.meetings_of(who.id)) == who.max_meetings for who in facts.people)


def no_interpreter_free(facts: Facts) -> bool:
    return all(facts.serves(each, slot) for each in facts.joining() for slot in facts.open_slots())


def no_table_free(facts: Facts) -> bool:
    if facts.idle_slots() and facts.usable_tables():
        return all(facts.usable_tables() <= facts.taken_tables(s) for s in facts.idle_slots())
    return not list(facts.exchanges())


def nothing_gives_way(facts: Facts) -> bool:
    return not list(facts.exchanges())


def too_few_across(facts: Facts) -> bool:
    """Tell whether the quota is kept only where meetings go that do not stand in the way."""
    slots = facts.event.slot_by_id
    making_room = {slot: [*map(set, facts.ways_in(slot, "cross_border_quota"))] for slot in slots}
    return any(making_room.values()) and all(
        any(fewer < set(gone) for fewer in making_room[slot])
        for slot in slots
        for gone in facts.ways_in(slot)
    )


STATES: dict[Obstacle, Callable[[Facts], bool]] = {
    Obstacle.VETO: veto,
    Obstacle.SAME_SIDE: same_side,
    Obstacle.SAME_ORGANISATION: same_organisation,
    Obstacle.ALREADY_MET: already_met,
    Obstacle.TWO_TABLES: two_tables,
    Obstacle.NO_LANGUAGE: no_language,
    Obstacle.NEVER_FREE_TOGETHER: never_free_together,
    Obstacle.LOCKED: locked,
    Obstacle.STAYS_ELSEWHERE: stays_elsewhere,
    Obstacle.AT_MAXIMUM: at_maximum,
    Obstacle.NO_INTERPRETER_FREE: no_interpreter_free,
    Obstacle.NO_TABLE_FREE: no_table_free,
    Obstacle.CANNOT_GIVE_WAY: nothing_gives_way,
    Obstacle.CROSS_BORDER_QUOTA: too_few_across,
}
"""What is the case where a wish is said to be unmet for this reason, exchanges apart."""
