"""What a timetable has that the event no longer has, by the names that the event had for it."""

from collections.abc import Callable, Collection, Mapping

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.rules.checker import mentioned
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Timetable

KINDS = ("participant", "slot", "table", "interpreter", "session")
"""The kinds of things that a timetable mentions."""


def vanished(
    event: Event, timetable: Timetable, present: Event, kinds: Collection[str] = KINDS
) -> tuple[Violation, ...]:
    """Return what of `kinds` a timetable of `event` has that is not in `present`, each once."""
    found = {
        (kind, each): Violation("known", (each,), _GONE[kind](event, each))
        for kind, ids in mentioned(timetable)
        if kind in kinds
        for each in ids
        if each not in _directory(present, kind)
    }
    return tuple(found.values())


def still_there(timetable: Timetable, present: Event) -> Timetable:
    """Return what of `timetable` has nothing that is not there in `present`."""
    people, tables = present.participant_by_id, present.table_by_id
    helpers = (None, *present.interpreter_by_id)
    return Timetable(
        meetings=tuple(
            each
            for each in timetable.meetings
            if all(one in people for one in each.participants)
            and each.slot in present.slot_by_id
            and each.table in tables
            and each.interpreter in helpers
        ),
        attendances=tuple(
            each
            for each in timetable.attendances
            if each.participant in people and each.session in present.session_by_id
        ),
        guests=tuple(
            guest
            for guest, joined in timetable.visits
            if {guest.participant, *joined.participants} <= people.keys()
            and guest.slot in present.slot_by_id
            and guest.table in tables
            and joined.interpreter in helpers
        ),
    )


def _directory(event: Event, kind: str) -> Mapping[str, object]:
    directory: Mapping[str, object] = getattr(event, f"{kind}_by_id")
    return directory


_GONE: dict[str, Callable[[Event, str], Message]] = {
    "participant": lambda event, id_: message(
        "{name} is no longer in the event", name=event.participant_by_id[id_].name
    ),
    "slot": lambda event, id_: message("there is no {time} slot any more", time=event.hours(id_)),
    "table": lambda _, id_: message("there is no table {table} any more", table=id_),
    "interpreter": lambda event, id_: message(
        "{name} no longer interprets", name=event.interpreter_by_id[id_].name
    ),
    "session": lambda event, id_: message(
        "there is no session at {time} any more",
        time=event.start(event.session_by_id[id_].slots[0]),
    ),
}
"""What to say of an id that is no longer known, by the kind of thing it was."""
