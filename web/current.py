"""The event of the page as it stands now: the files with the registrations of the form."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, g
from sqlalchemy import Connection

from web import here
from web.merging import Merged
from web.services import services
from web.store import registrations
from web.store.events import StoredEvent
from web.store.registrations import StoredRegistration


@dataclass(frozen=True)
class Current:
    """The stored event, the registrations, and the event with those that count."""

    stored: StoredEvent
    registrations: list[StoredRegistration]
    merged: Merged


def current_or_404(connection: Connection) -> Current:
    """Return the event in whose pages the reader is, as it stands."""
    return whole(connection, stored_or_404(connection))


def of_event(connection: Connection, event_id: int) -> Current:
    """Return that event as it stands; the page is one of its pages from now on."""
    return whole(connection, stored_of(connection, event_id))


def stored_or_404(connection: Connection) -> StoredEvent:
    """Return the event in whose pages the reader is, without the answers of the form."""
    return _known(services().events.by_key(connection, here.event_key() or ""))


def stored_of(connection: Connection, event_id: int) -> StoredEvent:
    """Return that event without the answers; the page is one of its pages from now on."""
    return _known(services().events.by_id(connection, event_id))


def _known(stored: StoredEvent | None) -> StoredEvent:
    if stored is None:
        abort(404)
    here.is_about(stored.key, stored.id)
    g.stored = stored
    return stored


def whole(connection: Connection, stored: StoredEvent) -> Current:
    """Return `stored` with the answers of the form."""
    return _together(stored, registrations.all_of(connection, stored.id))


def wholes(connection: Connection, events: Sequence[StoredEvent]) -> list[Current]:
    """Return each of `events` with the answers of its form, in one look however many they are."""
    answers: defaultdict[int, list[StoredRegistration]] = defaultdict(list)
    for each in registrations.of_events(connection, [stored.id for stored in events]):
        answers[each.event_id].append(each)
    return [_together(stored, answers[stored.id]) for stored in events]


def _together(stored: StoredEvent, answers: list[StoredRegistration]) -> Current:
    counted = [each.registration for each in answers if counts(stored, each)]
    merged = services().merger_of(stored.id).merge(stored.event, counted)
    return Current(stored, answers, merged)


def counts(stored: StoredEvent, row: StoredRegistration) -> bool:
    """Tell whether the answers of `row` are part of the event."""
    return row.is_confirmed or not stored.confirmed_only
