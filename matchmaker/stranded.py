"""Whom a timetable counts on although by now they do not come."""

from collections.abc import Collection
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.rules.violation import planned
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Stranded:
    """Somebody who is planned in slots in which they are not there: `since` the first of them.

    They are there again from the slot `until`; it is None where they are gone for the day.
    """

    participant: Participant
    since: str
    until: str | None


def stranded(
    event: Event, timetable: Timetable, present: Event, past: Collection[str] = ()
) -> tuple[Stranded, ...]:
    """Return those of a timetable of `event` who are not there, as the event is at `present`.

    What they miss in the slots `past` is over.
    """
    engaged = _engaged(event, timetable)
    return tuple(
        Stranded(each, missed[0], _back(event, missed[-1], away | each.unavailable))
        for each in event.participants
        if (away := _away(event, present, each))
        and (missed := [s for s in engaged.get(each.id, ()) if s in away and s not in past])
    )


def _away(event: Event, present: Event, who: Participant) -> frozenset[str]:
    """Return the slots in which they are not there although they were when it was published."""
    now = present.participant_by_id.get(who.id)
    away = frozenset(event.slot_by_id) if now is None else now.unavailable
    return away - who.unavailable


def _engaged(event: Event, timetable: Timetable) -> dict[str, list[str]]:
    """Return by person the slots in which something is planned for them, in order."""
    found: dict[str, set[str]] = {}
    for person, slot in planned(event, timetable):
        found.setdefault(person, set()).add(slot)
    return {
        person: [each for each in event.slot_by_id if each in slots]
        for person, slots in found.items()
    }


def _back(event: Event, last: str, away: frozenset[str]) -> str | None:
    """Return the first slot after `last` in which they are there again."""
    slots = list(event.slot_by_id)
    later = slots[slots.index(last) + 1 :]
    return next((each for each in later if each not in away), None)
