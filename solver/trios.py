"""Guests: who has nothing in a slot joins two who meet, shared out fairly."""

from collections import Counter, defaultdict

from matchmaker.event import Event
from matchmaker.score import is_waiting
from matchmaker.timetable import Agenda, Guest, Meeting, Timetable, agendas
from solver.visits import Visit, trios_permitted, visits

MOST_VISITS = 2
"""How often somebody is a guest at most."""


def with_trios(event: Event, timetable: Timetable, before: Timetable | None = None) -> Timetable:
    """Return `timetable` with guests, where the event permits them; those of `before` come first.

    In each slot, who has joined fewest, waits between two engagements and has fewest engagements
    chooses first: the meeting with the most wished for between the guest and the two. No two sit
    together at two meetings of which one of them is a guest.
    """
    if not trios_permitted(event):
        return timetable
    hosting = _Hosting(event, timetable)
    hosting.renew(before or Timetable())
    for slot in event.slot_by_id:
        hosting.fill(slot)
    return timetable.model_copy(update={"guests": tuple(hosting.guests)})


class _Hosting:
    """The guests so far, and what everybody could still join."""

    def __init__(self, event: Event, timetable: Timetable) -> None:
        self._event = event
        self._views = agendas(event, timetable)
        self._order = {slot: number for number, slot in enumerate(event.slot_by_id)}
        self.guests: list[Guest] = []
        self._count = Counter[str]()
        self._tables = {name: {m.table for m in v.meetings} for name, v in self._views.items()}
        self._busy = set[tuple[str, str]]()
        self._taken = set[tuple[str, str]]()
        self._together = set[frozenset[str]]()
        self._options: dict[str, dict[str, list[Visit]]] = defaultdict(lambda: defaultdict(list))
        for each in visits(event, timetable, _waiting(event, self._views)):
            self._options[each.meeting.slot][each.guest].append(each)

    def renew(self, before: Timetable) -> None:
        """Let those who joined a meeting in `before` do so again, where they can."""
        for guest, earlier in before.visits:
            for each in self._options[guest.slot].get(guest.participant, ()):
                if each.meeting.pair == earlier.pair:
                    self._seat(each)

    def fill(self, slot: str) -> None:
        """Seat whoever can join a meeting in `slot`."""
        for person in sorted(self._options[slot], key=lambda each: self._turn(each, slot)):
            open_to = [each for each in self._options[slot][person] if self._is_open(each)]
            if open_to:
                self._seat(max(open_to, key=lambda each: each.weight))

    def _turn(self, person: str, slot: str) -> tuple[int, bool, int, str]:
        view = self._views[person]
        engagements = len(view.meetings) + len(view.sessions)
        return self._count[person], not self._is_between(view, slot), engagements, person

    def _is_between(self, view: Agenda, slot: str) -> bool:
        here = self._order[slot]
        busy = [self._order[each] for each in (*view.meeting_at, *view.session_at)]
        return min(busy, default=here) < here < max(busy, default=here)

    def _is_open(self, visit: Visit) -> bool:
        return (
            one_guest_per_meeting(visit, self._taken)
            and one_engagement_per_slot(visit, self._busy)
            and stays_at_one_table(visit, self._event, self._tables[visit.guest])
            and self._count[visit.guest] < MOST_VISITS
            and self._together.isdisjoint(_pairs(visit))
        )

    def _seat(self, visit: Visit) -> None:
        if self._is_open(visit):
            slot, table = _place(visit.meeting)
            self.guests.append(Guest(participant=visit.guest, slot=slot, table=table))
            self._count[visit.guest] += 1
            self._tables[visit.guest].add(table)
            self._busy.add((visit.guest, slot))
            self._taken.add((slot, table))
            self._together.update(_pairs(visit))


def one_guest_per_meeting(visit: Visit, taken: set[tuple[str, str]]) -> bool:
    """Nobody else joins the two."""
    return _place(visit.meeting) not in taken


def one_engagement_per_slot(visit: Visit, busy: set[tuple[str, str]]) -> bool:
    """Nobody is a guest twice in a slot; that they have nothing else in it is known before."""
    return (visit.guest, visit.meeting.slot) not in busy


def stays_at_one_table(visit: Visit, event: Event, tables: set[str]) -> bool:
    """Who stays at one table joins meetings there only."""
    return not event.participant_by_id[visit.guest].stays or tables <= {visit.meeting.table}


def _place(meeting: Meeting) -> tuple[str, str]:
    return meeting.slot, meeting.table


def _pairs(visit: Visit) -> list[frozenset[str]]:
    return [frozenset((visit.guest, each)) for each in visit.meeting.participants]


def _waiting(event: Event, views: dict[str, Agenda]) -> dict[str, set[str]]:
    """Return by slot id who is there and has nothing."""
    return {
        slot.id: {name for name, view in views.items() if is_waiting(view, slot)}
        for slot in event.slots
    }
