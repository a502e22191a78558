"""What was noted of the coming of people keeps up with files that are taken over."""

from contextlib import suppress

from sqlalchemy import Connection

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.variations import changed
from web.merging import DECIDED
from web.registration import Registration, of_participant
from web.store import registrations as store
from web.store.registrations import AddressTaken, StoredRegistration


def follow(connection: Connection, event_id: int, before: Event, after: Event) -> None:
    """Let answers that say nothing but whether people come be those of `after` from now on.

    `after` takes the place of `before`. Whoever is not in it any more has no such answer either.
    """
    for row in store.all_of(connection, event_id):
        if is_mere_presence(before, row.registration):
            _follow(connection, row, after.participant_by_id.get(_id(row)), after)


def is_mere_presence(event: Event, said: Registration) -> bool:
    """Tell whether `said` adds nothing to what `event` says of the person but whether they come."""
    filed = event.participant_by_id.get(said.participant.id)
    if filed is None:
        return False
    decided = {name: getattr(filed, name) for name in DECIDED}
    person = changed(said.participant, **decided)
    return said.model_copy(update={"participant": person}) == _noted(event, filed, said)


def _follow(
    connection: Connection, row: StoredRegistration, filed: Participant | None, event: Event
) -> None:
    if filed is None:
        store.delete(connection, row.id)
        return
    said = _noted(event, filed, row.registration)
    # An address that somebody registered with meanwhile stays theirs.
    with suppress(AddressTaken):
        store.change(connection, row.id, said)
        store.vouch_for(connection, row.id)


def _noted(event: Event, filed: Participant, said: Registration) -> Registration:
    presence = {"absent": said.absent, "arrives": said.arrives}
    return of_participant(event, filed).model_copy(update=presence)


def _id(row: StoredRegistration) -> str:
    return row.registration.participant.id
