"""A published version as agendas need it, worked out once for everybody."""

from dataclasses import dataclass, field
from functools import lru_cache

from matchmaker.documents.facts import mutual_pairs
from matchmaker.documents.floor import Floor, floors
from matchmaker.event import Event
from matchmaker.timetable import Agenda, agendas
from web.store.contents import Content
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
    """A version of a database, which never changes."""

    url: str
    edition: Edition
    version: Version = field(compare=False)


def published(url: str, version: Version) -> Published:
    """Return `version`, of the database at `url`, as agendas need it."""
    return _published(_Key(url, version.edition, version))


@lru_cache(MOST_REMEMBERED)
def _published(key: _Key) -> Published:
    return as_published(key.version.content, key.edition)


def as_published(content: Content, edition: Edition) -> Published:
    """Return what agendas would be, were `content` published as `edition`."""
    event = content.event
    views = agendas(event, content.timetable)
    return Published(edition, event, views, mutual_pairs(event), floors(event))
