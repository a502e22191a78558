"""What forbids an id or an address that organisers typed."""

from sqlalchemy import Connection

from matchmaker.messages import message
from web.current import Current
from web.records.record import Record
from web.registrations.form import Errors
from web.store import versions
from web.store.registrations import email_key
from web.store.traces import traces


def objections(now: Current, record: Record | None, key: str, email: str) -> Errors:
    """Return an error for an id or address that somebody else has."""
    own = record.person.names if record else frozenset[str]()
    before = (record.said.participant.email if record else None) or ""
    errors: Errors = {}
    if key in _ids(now) - own:
        errors["id"] = message("Somebody else has this code.")
    is_new = email_key(email) not in ("", email_key(before))
    # Two people of the files may share an address, and keep it.
    if is_new and email_key(email) in _addresses(now, own):
        errors["email"] = message("Somebody else is registered with this address already.")
    return errors


def is_tied(connection: Connection, now: Current, record: Record) -> bool:
    """Tell whether something outside of the event knows the person by their id."""
    if record.person.answered is not None:
        return True
    version = versions.latest(connection, now.stored.id)
    is_published = version and record.id in version.content.event.participant_by_id
    return bool(is_published or not traces(connection, now.stored.id, record.person.names).is_empty)


def _ids(now: Current) -> frozenset[str]:
    answered = (each.registration.participant.id for each in now.registrations)
    return frozenset({*now.merged.event.participant_by_id, *answered})


def _addresses(now: Current, own: frozenset[str]) -> set[str]:
    answered = (each.registration.participant for each in now.registrations)
    everybody = (*now.merged.event.participants, *now.stored.event.participants, *answered)
    return {email_key(each.email) for each in everybody if each.email and each.id not in own}
