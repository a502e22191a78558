"""An event with the record of somebody in the place of what there was of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock
from matchmaker.people import Organisation, Participant, Wish
from matchmaker.programme import Session
from matchmaker.sameness import folded
from matchmaker.twosome import Twosome
from matchmaker.variations import changed

AnyTwosome = TypeVar("AnyTwosome", bound=Twosome)


def with_person(
    event: Event, person: Participant, firm: Organisation, needed: Collection[str] = ()
) -> Event:
    """Return `event` with `person` of `firm` in the place of whoever has their id, or at its end.

    An organisation of that name stays one; one that nobody is of any more goes, unless its id is
    `needed` all the same.
    """
    known = {folded(each.name): each for each in event.organisations}
    own = known.get(folded(firm.name)) or _unlike(firm, event.organisation_by_id)
    member = changed(person, organisation=own.id)
    people = {**event.participant_by_id, person.id: member}.values()
    staying = {*needed, *(each.organisation for each in people)}
    before = {each.organisation for each in event.participants}
    every = {**event.organisation_by_id, own.id: own}.values()
    return changed(
        event,
        participants=tuple(people),
        organisations=tuple(each for each in every if each.id in staying or each.id not in before),
    )


def with_wishes(event: Event, wisher: str, wishes: Iterable[Wish]) -> Event:
    """Return `event` in which `wishes` are all those of `wisher`."""
    others = (each for each in event.wishes if each.wisher != wisher)
    return changed(event, wishes=(*others, *wishes))


def renamed(event: Event, old: str, new: str) -> Event:
    """Return `event` in which whoever had the id `old` has the id `new`, wherever it stands."""
    ids = {old: new}
    return changed(
        event,
        participants=tuple(
            changed(each, id=new) if each.id == old else each for each in event.participants
        ),
        wishes=tuple(_wish(each, ids) for each in event.wishes),
        sessions=tuple(_session(each, ids) for each in event.sessions),
        already_met=tuple(_two(each, ids) for each in event.already_met),
        locked_meetings=tuple(_two(each, ids) for each in event.locked_meetings),
        locked_attendances=tuple(_seat(each, ids) for each in event.locked_attendances),
    )


def next_id(taken: Iterable[str]) -> str:
    """Return an id that continues the numbers of most of those `taken`."""
    ids = frozenset(taken)
    numbered = [found for each in ids if (found := re.fullmatch(r"([^\d]*)(\d{1,9})", each))]
    prefixes = Counter(each[1] for each in numbered)
    prefix = max(prefixes, key=lambda each: (prefixes[each], each), default="")
    numbers = [each[2] for each in numbered if each[1] == prefix]
    width = max(map(len, numbers), default=1)
    return f"{prefix}{max(map(int, numbers), default=0) + 1:0{width}}"


def _unlike(firm: Organisation, taken: Mapping[str, Organisation]) -> Organisation:
    """Return `firm` with an id that no other organisation has."""
    key = firm.id
    while key in taken:
        key += "+"
    return Organisation(id=key, name=firm.name)


def _wish(wish: Wish, ids: Mapping[str, str]) -> Wish:
    who, whom = (ids.get(each, each) for each in (wish.wisher, wish.wished))
    return changed(wish, wisher=who, wished=whom)


def _session(session: Session, ids: Mapping[str, str]) -> Session:
    return changed(
        session, facilitators=tuple(ids.get(each, each) for each in session.facilitators)
    )


def _two(two: AnyTwosome, ids: Mapping[str, str]) -> AnyTwosome:
    one, other = (ids.get(each, each) for each in two.participants)
    return changed(two, participant_a=one, participant_b=other)


def _seat(lock: AttendanceLock, ids: Mapping[str, str]) -> AttendanceLock:
    return changed(lock, participant=ids.get(lock.participant, lock.participant))
