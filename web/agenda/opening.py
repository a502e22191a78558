"""What a link to an agenda opens: whose it is, and what is published."""

from dataclasses import dataclass

from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.people import Participant
from web.audit import acts_as
from web.current import stored_of
from web.links import desk, opened_or_404
from web.registrations.mine import answers_of
from web.services import services
from web.store import versions
from web.store.events import StoredEvent
from web.store.links import Link, Scope
from web.store.registrations import StoredRegistration, email_key
from web.store.versions import Version


@dataclass(frozen=True)
class Opened:
    """A link with its event, and the version published last, if any.

    `person` is the participant as published, None for somebody who is not, and `mine` is what they
    answered on the form. `token` opens the agenda and nothing else; None where there is no such
    link that can be told.
    """

    stored: StoredEvent
    link: Link
    mine: StoredRegistration | None
    version: Version | None
    person: Participant | None
    token: str | None

    @property
    def is_own(self) -> bool:
        """Whether the link opens all that is the participant's own."""
        return self.link.scope is Scope.OWN

    @property
    def name(self) -> str:
        """What the participant is called; empty for somebody whom nobody knows any more."""
        filed = self.stored.event.participant_by_id.get(self.link.participant)
        known = self.person or filed or (self.mine and self.mine.registration.participant)
        return known.name if known else ""


def opened(connection: Connection, token: str) -> Opened:
    """Return what `token` opens; what opens nothing is answered so."""
    link = opened_or_404(connection, token, [*Scope])
    stored = stored_of(connection, link.event_id)
    acts_as(link.participant)
    mine = answers_of(connection, stored, link.participant)
    latest = versions.latest(connection, stored.id)
    person = _person(latest.content.event, link, mine) if latest else None
    plain = token if link.scope is Scope.AGENDA else _told(connection, link, person)
    return Opened(stored, link, mine, latest, person, plain)


def _person(event: Event, link: Link, mine: StoredRegistration | None) -> Participant | None:
    """Return the participant of `event` who holds the link, known by id or e-mail address."""
    known = event.participant_by_id.get(link.participant)
    if known or mine is None:
        return known
    own = email_key(mine.registration.participant.email or "")
    if not own:
        return None
    return next((each for each in event.participants if email_key(each.email or "") == own), None)


def _told(connection: Connection, link: Link, person: Participant | None) -> str | None:
    """Return the secret part of a link to the agenda of the same person, if there is one."""
    names = {link.participant, person.id if person else link.participant}
    known = desk(link.event_id, Scope.AGENDA).known(connection, names)
    return next(iter(known.values()), None)


def recent(connection: Connection, latest: Version, most: int) -> tuple[Version, ...]:
    """Return the last versions up to `latest`, at most so many, in order."""
    number, event_id = latest.edition.number, latest.edition.event_id
    earlier = range(max(1, number - most + 1), number)
    found = versions.several(connection, event_id, earlier) if earlier else {}
    return (*(found[each] for each in earlier if each in found), latest)


def database_url() -> str:
    """Return by which versions of this installation are told from those of another."""
    return services().database.url
