"""Files that wait for the event, with what stands in their way."""

from dataclasses import dataclass

from sqlalchemy import Connection

from matchmaker.errors import Severity
from matchmaker.event import Event
from web.imports.reading import Choices, Reading
from web.store import uploads
from web.store.events import StoredEvent
from web.store.uploads import Upload

MOST = 20
MOST_EXAMINED = 5
MOST_BYTES = 500_000
"""Larger files are examined when they are opened only: it may take seconds."""


@dataclass(frozen=True)
class Waiting:
    """An upload, and how many errors it has; None where that is not known, or nothing else is."""

    upload: Upload
    errors: int | None


def waiting(connection: Connection, stored: StoredEvent) -> list[Waiting]:
    """Return the newest uploads that wait for the event."""
    found = uploads.waiting(connection, stored.id, MOST)
    examined = [each.key for each in found[:MOST_EXAMINED] if each.size <= MOST_BYTES]
    return [
        Waiting(each, _errors(stored.event, each) if each.key in examined else None)
        for each in found
    ]


def _errors(event: Event, upload: Upload) -> int | None:
    outcome = Reading(event, upload, Choices()).outcome
    found = sum(each.severity is Severity.ERROR for each in outcome.problems)
    return None if outcome.sent.is_blank and not found else found
