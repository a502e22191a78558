"""Who is away for some slots, as the form says."""

from collections.abc import Mapping

from flask import abort

from matchmaker.event import Event
from matchmaker.moves.absence import USUAL_OTHERS, Absence
from matchmaker.moves.plan import Plan

MOST_OTHERS = 999


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
