"""A published version as agendas need it, worked out once for everybody."""

from dataclasses import dataclass, field
from functools import lru_cache

from matchmaker.documents.facts import mutual_pairs
from matchmaker.documents.floor import Floor, floors
from matchmaker.event import Event
from matchmaker.timetable import Agenda, agendas
from web.store.versions import Edition, Version

MOST_REMEMBERED = 8


@dataclass(frozen=True)
class Published:
    """What is published: the event, everybody's agenda, who asked for each other, the rooms."""

    edition: Edition
    event: Event
    agendas: dict[str, Agenda]
    mutual: frozenset[frozenset[str]]
    floors: tuple[Floor, ...]


@dataclass(frozen=True)
class _Key:
    """A version, known by its number in its database, since it never changes."""

    url: str
    id: int
    version: Version = field(compare=False)


def published(url: str, version: Version) -> Published:
    """Return `version`, of the database at `url`, as agendas need it."""
    return _published(_Key(url, version.edition.id, version))


@lru_cache(MOST_REMEMBERED)
def _published(key: _Key) -> Published:
    event = key.version.content.event
    return Published(
        key.version.edition,
        event,
        agendas(event, key.version.content.timetable),
        mutual_pairs(event),
        floors(event),
    )
