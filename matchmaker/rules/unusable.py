"""What a timetable uses although by now it is not there: tables, rooms, interpreters."""

from collections.abc import Collection, Iterator

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.rules.vanished import vanished
from matchmaker.timetable import Timetable

THINGS = ("slot", "table", "interpreter", "session")
"""What may be gone beside people, who are told of apart."""


def unusable(
    event: Event, timetable: Timetable, present: Event, past: Collection[str] = ()
) -> tuple[Message, ...]:
    """Return what a timetable of `event` cannot use as the event is at `present`, each once.

    What is in the slots `past` is over.
    """
    open_sessions = {e.id for e in event.sessions if not frozenset(past).issuperset(e.slots)}
    left = Timetable(
        meetings=tuple(each for each in timetable.meetings if each.slot not in past),
        attendances=tuple(e for e in timetable.attendances if e.session in open_sessions),
    )
    gone = (each.message for each in vanished(event, left, present, THINGS))
    return (*gone, *dict.fromkeys(_away(left, present)))


def _away(timetable: Timetable, present: Event) -> Iterator[Message]:
    """Yield who cannot interpret any more when they are to."""
    for each in timetable.meetings:
        helper = present.interpreter_by_id.get(each.interpreter or "")
        if helper is not None and each.slot in helper.unavailable:
            yield message("{name} cannot interpret everything any more", name=helper.name)
