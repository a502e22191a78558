"""Who is where in a plan, looked up without walking through the timetable."""

from collections import Counter, defaultdict

from matchmaker.moves.plan import Plan
from matchmaker.people import Interpreter
from matchmaker.rules.violation import engagements, interpreting
from matchmaker.timetable import Guest, Meeting
from matchmaker.values import share_a_language

Seat = tuple[str, str]
"""The ids of a person and a slot."""


class Occupancy:
    """What a plan has in each slot, at each table and for each person.

    `meetings` are by pair, `at` by slot and table; `engaged` counts the engagements of a person in
    a slot, `held` the meetings at a table in a slot, `serving` the services of an interpreter in a
    slot; `visits` are the guests by person and slot; `hosts` are those whose table it is.
    """

    def __init__(self, plan: Plan) -> None:
        event, timetable = plan.event, plan.timetable
        self.event = event
        self.meetings: dict[frozenset[str], Meeting] = {}
        self.at: dict[tuple[str, str], Meeting] = {}
        for each in timetable.meetings:
            self.meetings.setdefault(each.pair, each)
            self.at.setdefault((each.slot, each.table), each)
        self.engaged: Counter[Seat] = Counter(engagements(event, timetable))
        self.held = Counter((each.table, each.slot) for each in timetable.meetings)
        self.serving: Counter[Seat] = Counter(interpreting(event, timetable))
        self.hosts: dict[str, set[str]] = defaultdict(set)
        for who in event.participants:
            if who.table is not None:
                self.hosts[who.table].add(who.id)
        self.has_guests = bool(timetable.guests)
        self._guests: dict[tuple[str, str], list[Guest]] = defaultdict(list)
        self.visits: dict[Seat, list[Guest]] = defaultdict(list)
        for guest in timetable.guests:
            self._guests[guest.place].append(guest)
            self.visits[guest.participant, guest.slot].append(guest)
        self._joining: dict[tuple[str, str], list[Interpreter] | None] = {}

    def guests_of(self, meeting: Meeting) -> tuple[Guest, ...]:
        """Return those who join `meeting`."""
        return tuple(self._guests.get((meeting.slot, meeting.table), ()))

    def helper(
        self,
        two: tuple[str, str],
        slot: str,
        present: str | None = None,
        released: str | None = None,
    ) -> str | None:
        """Return who interprets for the two in `slot`, in which `released` is no longer needed.

        That is `present` if they are free; else the first who is and joins the two, if they need
        one; else `present`, who is then missed elsewhere.
        """
        if present is not None and self._is_free(present, slot, released):
            return present
        joining = self._joining_of(two)
        if joining is None:
            return None
        free = (each.id for each in joining if self._is_free(each.id, slot, released))
        return next(free, present)

    def _is_free(self, interpreter: str, slot: str, released: str | None) -> bool:
        services = self.serving[interpreter, slot] - (interpreter == released)
        return services == 0 and slot not in self.event.interpreter_by_id[interpreter].unavailable

    def _joining_of(self, two: tuple[str, str]) -> list[Interpreter] | None:
        """Return the interpreters who join the two; None where they need none."""
        if two not in self._joining:
            self._joining[two] = self._joining_anew(two)
        return self._joining[two]

    def _joining_anew(self, two: tuple[str, str]) -> list[Interpreter] | None:
        one, other = (self.event.participant_by_id[each].languages for each in two)
        if self.event.rules.without_common_language or share_a_language(one, other):
            return None
        return [each for each in self.event.interpreters if each.joins(one, other)]
