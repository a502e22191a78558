"""The event as it stands now: the files with the registrations of the form."""

from dataclasses import dataclass

from flask import abort
from sqlalchemy import Connection

from web.merging import Merged
from web.services import services
from web.store import registrations
from web.store.events import StoredEvent
from web.store.registrations import StoredRegistration


@dataclass(frozen=True)
class Current:
    """The uploaded event, the registrations, and the event with those that count."""

    stored: StoredEvent
    registrations: list[StoredRegistration]
    merged: Merged


def current(connection: Connection) -> Current | None:
    """Return the event as it stands, None before the first upload."""
    stored = services().events.current(connection)
    if stored is None:
        return None
    answers = registrations.all_of(connection, stored.id)
    counted = [each.registration for each in answers if _counts(stored, each)]
    return Current(stored, answers, services().merger.merge(stored.event, counted))


def current_or_404(connection: Connection) -> Current:
    """Return the event as it stands; without one the page does not exist."""
    return current(connection) or abort(404)


def _counts(stored: StoredEvent, row: StoredRegistration) -> bool:
    return row.is_confirmed or not stored.confirmed_only
