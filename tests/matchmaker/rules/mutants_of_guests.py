"""Ways to spoil visits. Each breaks the rule of its name."""

from collections.abc import Iterator

from matchmaker.timetable import Guest, Meeting, Timetable
from tests.matchmaker.rules.mutation import Bench


def trios_permitted(bench: Bench) -> Timetable:
    bench.any_of([] if bench.event.rules.trios else [bench])
    return bench.joined(bench.any_of(_strangers(bench)))


def guest_at_meeting(bench: Bench) -> Timetable:
    held = {(each.slot, each.table) for each in bench.meetings}
    places = ((s.id, t.id) for s in bench.event.slots for t in bench.event.tables)
    slot, table = bench.any_of(each for each in places if each not in held)
    return bench.joined(Guest(participant=_anybody(bench), slot=slot, table=table))


def one_guest_per_meeting(bench: Bench) -> Timetable:
    guest = bench.any_of(bench.timetable.guests)
    others = [each for each in _strangers(bench) if each.place == guest.place]
    return bench.joined(bench.any_of(each for each in others if each != guest))


def guest_language(bench: Bench) -> Timetable:
    bench.any_of([] if bench.event.rules.without_common_language else [bench])
    mute = (guest for guest, meeting in _visits(bench) if not _talk(bench, guest, meeting))
    return bench.joined(bench.any_of(mute))


def _talk(bench: Bench, guest: Guest, meeting: Meeting) -> bool:
    """Tell whether some language is spoken by all three, or all that speak any speak it."""
    people = bench.event.participant_by_id
    spoken = [people[each].languages for each in (guest.participant, *meeting.participants)]
    every = {each for languages in spoken for each in languages} or {"any"}
    return any(all(not each or one in each for each in spoken) for one in every)


def guest_wished(bench: Bench) -> Timetable:
    wishes = {(w.wisher, w.wished) for w in bench.event.wishes if w.rank != "never"}
    unwanted = [
        guest
        for guest, meeting in _visits(bench)
        if not any(
            (guest.participant, each) in wishes or (each, guest.participant) in wishes
            for each in meeting.participants
        )
    ]
    return bench.joined(bench.any_of(unwanted))


def _anybody(bench: Bench) -> str:
    return bench.any_of(bench.event.participants).id


def _strangers(bench: Bench) -> list[Guest]:
    return [guest for guest, _ in _visits(bench)]


def _visits(bench: Bench) -> Iterator[tuple[Guest, Meeting]]:
    """Yield everybody at every meeting of two others."""
    for meeting in bench.meetings:
        for who in bench.event.participants:
            if who.id not in meeting.participants:
                place = {"slot": meeting.slot, "table": meeting.table}
                yield Guest(participant=who.id, **place), meeting


OPERATORS = (
    trios_permitted,
    guest_at_meeting,
    one_guest_per_meeting,
    guest_language,
    guest_wished,
)
