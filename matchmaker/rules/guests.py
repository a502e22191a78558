"""Who may join a meeting of two others."""

from collections import Counter
from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.rules.violation import Violation, names
from matchmaker.timetable import Guest, Meeting, Timetable


def trios_permitted(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody joins a meeting of two others, unless the event's rules permit it."""
    for each in () if event.rules.trios else timetable.guests:
        text = message(
            "{name} joins a meeting in the {time} slot, but this event has no trios",
            name=event.participant_by_id[each.participant].name,
            time=event.hours(each.slot),
        )
        yield Violation("trios_permitted", _subjects(each), text)


def guest_at_meeting(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Whoever is a guest finds two others who meet at that table in that slot."""
    welcome = {guest for guest, _ in timetable.visits}
    for each in timetable.guests:
        if each not in welcome:
            text = message(
                "{name} finds no two others who meet at table {table} in the {time} slot",
                name=event.participant_by_id[each.participant].name,
                table=each.table,
                time=event.hours(each.slot),
            )
            yield Violation("guest_at_meeting", _subjects(each), text)


def one_guest_per_meeting(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No meeting has two guests."""
    for (slot, table), count in Counter(each.place for each in timetable.guests).items():
        if count > 1:
            text = message(
                "the meeting at table {table} in the {time} slot has {count} guests",
                table=table,
                time=event.hours(slot),
                count=count,
            )
            yield Violation("one_guest_per_meeting", (table, slot), text)


def guest_language(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """A guest and the two they join have one language that all three speak, or need none."""
    for guest, meeting in () if event.rules.without_common_language else timetable.visits:
        three = (guest.participant, *meeting.participants)
        spoken = [set(event.participant_by_id[each].languages) for each in three]
        if not _shared([each for each in spoken if each]):
            text = message(
                "{names} have no language that all three speak", names=names(event, three)
            )
            yield Violation("guest_language", three, text)


def guest_wished(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """A guest wished for one of the two they join, or was wished for by one."""
    if not timetable.guests:
        return
    wishes = {frozenset((w.wisher, w.wished)) for w in event.wishes if not w.is_veto}
    for guest, meeting in timetable.visits:
        if wishes.isdisjoint(_pairs(guest, meeting)):
            text = message(
                "{name} joins {names}, though neither they nor the two wished it",
                name=event.participant_by_id[guest.participant].name,
                names=names(event, meeting.participants),
            )
            yield Violation("guest_wished", (guest.participant, *meeting.participants), text)


def _subjects(guest: Guest) -> tuple[str, ...]:
    return guest.participant, guest.slot, guest.table


def _pairs(guest: Guest, meeting: Meeting) -> list[frozenset[str]]:
    return [frozenset((guest.participant, each)) for each in meeting.participants]


def _shared(spoken: list[set[str]]) -> bool:
    """Tell whether all have something in common; no language given is all languages."""
    return not spoken or bool(set.intersection(*spoken))
