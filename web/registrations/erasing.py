"""Deleting everything that is stored of somebody, but for what was published."""

from sqlalchemy import Connection

from matchmaker.departures import without
from web.current import Current
from web.services import services
from web.store import arrivals, links, mails, registrations
from web.store.registrations import StoredRegistration


def erase(connection: Connection, now: Current, mine: StoredRegistration, gone: set[str]) -> None:
    """Delete the answers `mine`, and whatever is kept under one of the ids `gone`."""
    event = now.stored.event
    mails.forget(connection, now.stored.id, mine.id, gone)
    links.revoke(connection, now.stored.id, gone)
    for each in gone:
        arrivals.take_back(connection, now.stored.id, each)
    if mine.is_kept:
        registrations.delete(connection, mine.id)
    if gone & event.participant_by_id.keys():
        others = (each for each in now.merged.event.participants if each.id not in gone)
        # Others of the organisation may be known from the form only.
        needed = {each.organisation for each in others}
        services().events.replace(connection, now.stored.id, without(event, gone, needed))
