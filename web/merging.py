"""The event of the organisers' files together with what people answered on the form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.people import Organisation, Participant, Wish
from matchmaker.sameness import folded
from matchmaker.values import fields_of
from web.registration import Choice, Registration, missed

DECIDED = ("side", "table", "min_meetings", "max_meetings")
"""What only organisers decide of a participant."""


@dataclass(frozen=True)
class Merged:
    """The whole event; `dropped` counts answers about slots, workshops or people now gone."""

    event: Event
    dropped: int


def merge(event: Event, registrations: Sequence[Registration]) -> Merged:
    """Put each registration in the place of the same person of the files, else at the end.

    The same person has the same id or e-mail address. What only organisers decide (side, table,
    minimum and maximum) stays as in the files; profile and wishes are those of the form. Of whoever
    cannot come no meeting is asked.
    """
    people = _People(event, registrations)
    # Files uploaded later can make one person of two registrations: the last one counts.
    last = {people.id_of[each.participant.id]: each for each in registrations}
    participants = {each.id: each for each in event.participants}
    participants |= {final: people.participant(each) for final, each in last.items()}
    kept = [each for each in event.wishes if each.wisher not in last]
    wishes = _Wishes(people.id_of, participants)
    added = [wish for each in last.values() for wish in wishes.of(each)]
    whole = {
        **fields_of(event),
        "organisations": (*event.organisations, *people.new_organisations.values()),
        "participants": tuple(participants.values()),
        "wishes": (*kept, *added),
    }
    return Merged(Event.model_validate(whole), people.dropped + wishes.dropped)


class Merger:
    """Merges, and remembers the last event made, since pages are read more often than written."""

    def __init__(self) -> None:
        self._last: tuple[Event, list[Registration], Merged] | None = None

    def merge(self, event: Event, registrations: list[Registration]) -> Merged:
        """Return what `merge` returns."""
        last = self._last
        if last is not None and last[0] is event and last[1] == registrations:
            return last[2]
        merged = merge(event, registrations)
        self._last = event, registrations, merged
        return merged


class _People:
    """Who is who, and which organisation is which."""

    def __init__(self, event: Event, registrations: Sequence[Registration]) -> None:
        self._event = event
        self.dropped = 0
        self.new_organisations: dict[str, Organisation] = {}
        self._known = {folded(each.name): each for each in event.organisations}
        by_email = {folded(each.email or each.id): each.id for each in event.participants}
        self.id_of = {each.id: each.id for each in event.participants}
        for each in registrations:
            own = each.participant
            if own.id not in self.id_of:
                self.id_of[own.id] = by_email.get(folded(own.email or ""), own.id)

    def participant(self, registration: Registration) -> Participant:
        answered = registration.participant
        final = self.id_of[answered.id]
        filed = self._event.participant_by_id.get(final)
        slots = answered.unavailable & self._event.slot_by_id.keys()
        workshops = tuple(each for each in answered.workshops if each in self._event.workshop_by_id)
        self.dropped += len(answered.unavailable) - len(slots)
        self.dropped += len(answered.workshops) - len(workshops)
        table = answered.table if answered.table in self._event.table_by_id else None
        fields = {
            **fields_of(answered),
            "id": final,
            "organisation": self._organisation(registration.organisation).id,
            "unavailable": slots | missed(registration, self._event.slots),
            "workshops": workshops,
            "table": table,
            **(_decided_by_organisers(filed) if filed else {}),
            **({"min_meetings": 0} if registration.absent else {}),
        }
        return Participant.model_validate(fields)

    def _organisation(self, named: Organisation) -> Organisation:
        key = folded(named.name)
        if key in self._known:
            return self._known[key]
        taken = {each.id for each in self._event.organisations}
        fresh = named if named.id not in taken else Organisation(id=f"{named.id}+", name=named.name)
        return self.new_organisations.setdefault(key, fresh)


def _decided_by_organisers(filed: Participant) -> dict[str, object]:
    return {name: getattr(filed, name) for name in DECIDED}


class _Wishes:
    """Choices of the form as wishes between participants."""

    def __init__(self, id_of: dict[str, str], participants: dict[str, Participant]) -> None:
        self._id_of, self._participants = id_of, participants
        self._members: dict[str, list[str]] = {}
        for each in participants.values():
            self._members.setdefault(each.organisation, []).append(each.id)
        self.dropped = 0

    def of(self, registration: Registration) -> Iterator[Wish]:
        wisher = self._id_of[registration.participant.id]
        seen = {wisher}
        for choice in _people_first(registration.choices):
            wished = self._wished(choice)
            self.dropped += not wished
            for each in wished:
                if each not in seen:
                    seen.add(each)
                    yield Wish(wisher=wisher, wished=each, rank=choice.rank)

    def _wished(self, choice: Choice) -> list[str]:
        if choice.kind == "organisation":
            return self._members.get(choice.id, [])
        final = self._id_of.get(choice.id, choice.id)
        return [final] if final in self._participants else []


def _people_first(choices: Iterable[Choice]) -> list[Choice]:
    """Sort so that a word about one person stands before one about their whole organisation."""
    return sorted(choices, key=lambda each: each.kind == "organisation")
