"""Somebody who is away for some slots, as the form says, and what the programme is without them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import abort

from matchmaker.amendments import Amendment, amendment
from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.moves.plan import Plan
from matchmaker.moves.refilling import lost, refilled
from matchmaker.moves.repairs import without
from matchmaker.people import Participant

USUAL_OTHERS = 4
MOST_OTHERS = 999


@dataclass(frozen=True)
class Absence:
    """Who is away in the slots `gone` of `plan`; what is in the slots `past` stays as it is.

    Beside those who lose a meeting by it, `others` people at most may get a new one.
    """

    plan: Plan
    who: Participant
    past: tuple[str, ...]
    gone: tuple[str, ...]
    others: int = USUAL_OTHERS

    @cached_property
    def left(self) -> Plan:
        """What is left of the plan."""
        return without(self.plan, self.who.id, self.gone, self.past)

    @cached_property
    def losers(self) -> Counter[str]:
        """How many meetings each of the others loses."""
        found = lost(self.plan.timetable, self.left.timetable)
        return Counter({each: count for each, count in found.items() if each != self.who.id})

    @cached_property
    def mended(self) -> Plan:
        """What is left, with new meetings in free places."""
        return refilled(self.left, self.losers, self.past, self.others)

    @cached_property
    def added(self) -> int:
        """How many new meetings there are."""
        return len(self.mended.timetable.meetings) - len(self.left.timetable.meetings)

    @cached_property
    def amendment(self) -> Amendment:
        """What differs from the plan."""
        return amendment(self.plan.timetable, self.mended.timetable)

    @property
    def concerned(self) -> list[Participant]:
        """Those whose agenda differs, in the order of the event; whoever is away knows already."""
        people = self.amendment.participants - {self.who.id}
        return [each for each in self.plan.event.participants if each.id in people]

    @property
    def sentence(self) -> Message:
        """What the history says of it."""
        return message("Without {name}", name=self.who.name)


def absence_of(plan: Plan, asked: Mapping[str, str]) -> Absence:
    """Return what the form asks for."""
    who = plan.event.participant_by_id.get(asked.get("who", "")) or abort(400)
    past, gone = slots_of(plan.event, asked)
    others = asked.get("others", "")
    is_number = others.isdecimal() and len(others) < 9
    limit = min(int(others), MOST_OTHERS) if is_number else USUAL_OTHERS
    return Absence(plan, who, past, gone, limit)


def slots_of(event: Event, asked: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the slots that are past, and those in which somebody is away.

    They are away from the slot `since` on; until the slot `until`, where it is given.
    """
    order = tuple(event.slot_by_id)
    since, until = asked.get("since", ""), asked.get("until", "")
    if since not in order or until not in ("", *order):
        abort(400)
    first = order.index(since)
    last = order.index(until) if until else len(order)
    return order[:first], order[first:last]
