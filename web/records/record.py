"""What is known of one person, and where it is kept: in the event, among the answers, in both."""

from dataclasses import dataclass
from hashlib import sha256

from flask import abort

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.variations import changed
from web.current import Current, counts
from web.merging import DECIDED
from web.records.people import Person, somebody
from web.registration import Registration, of_participant
from web.registrations.answers import ELSEWHERE
from web.store.registrations import StoredRegistration


@dataclass(frozen=True)
class Record:
    """Somebody of the event: `filed` as in the event without answers, `row` as they answered.

    `said` is both together: what they answered, and what only organisers decide. What does not
    count, because the address is not confirmed, is left out.
    """

    person: Person
    filed: Participant | None
    row: StoredRegistration | None
    said: Registration

    @property
    def id(self) -> str:
        """The id under which the event knows them."""
        return self.person.participant.id

    @property
    def name(self) -> str:
        """What they are called."""
        return self.person.participant.name

    @property
    def is_of_form(self) -> bool:
        """Whether what counts of them is what they registered with."""
        return self.row is not None and self.row.is_of_form

    @property
    def mark(self) -> str:
        """What changes with the profile, and with where it is kept."""
        return _mark(self.row is not None, self.said.model_dump_json(exclude=ELSEWHERE))

    @property
    def mark_of_wishes(self) -> str:
        """What changes with the wishes, and with where they are kept."""
        return _mark(self.row is not None, self.said.model_dump_json(include={"choices"}))

    @property
    def mark_of_presence(self) -> str:
        """What changes with what is known of their coming."""
        return _mark(self.row is not None, self.said.model_dump_json(include=PRESENCE))


PRESENCE = {"absent", "arrives"}


def record_or_404(now: Current, participant_id: str) -> Record:
    """Return what is known of that person; for anybody else there is no page."""
    return record_of(now, somebody(now, participant_id) or abort(404))


def record_of(now: Current, person: Person) -> Record:
    """Return what is known of `person`."""
    event, answered = now.stored.event, person.answered
    filed = event.participant_by_id.get(person.participant.id)
    row = answered if answered and counts(now.stored, answered) else None
    return Record(person, filed, row, _said(event, filed or person.participant, filed, row))


def _said(
    event: Event, known: Participant, filed: Participant | None, row: StoredRegistration | None
) -> Registration:
    if row is None:
        return of_participant(event, known)
    if filed is None:
        return row.registration
    decided = {name: getattr(filed, name) for name in DECIDED}
    return changed(row.registration, participant=changed(row.registration.participant, **decided))


def _mark(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:16]
