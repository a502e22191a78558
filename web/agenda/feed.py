"""The calendar to subscribe to: numbered on from version to version, what is gone cancelled."""

from dataclasses import dataclass, field
from functools import lru_cache

from matchmaker.documents.calendar_updates import Stamp
from matchmaker.documents.calendars import calendar_of, without_engagements
from matchmaker.timetable import Agenda
from web.agenda.published import published
from web.store.versions import Version

MOST_VERSIONS = 5
"""How many versions are counted on from; what was gone before them is told no more."""
MOST_REMEMBERED = 2048


@dataclass(frozen=True)
class _Key:
    """Versions of one database, known by their numbers, since they never change."""

    url: str
    ids: tuple[int, ...]
    participant: str
    versions: tuple[Version, ...] = field(compare=False)


def feed(url: str, versions: tuple[Version, ...], participant: str) -> bytes | None:
    """Return the calendar of `participant` after `versions` of the database at `url`, in order.

    It is in their own language. Of whoever is no longer in a version everything is cancelled;
    there is None of somebody who was in none.
    """
    ids = tuple(each.edition.id for each in versions)
    return _feed(_Key(url, ids, participant, versions))


@lru_cache(MOST_REMEMBERED)
def _feed(key: _Key) -> bytes | None:
    made: bytes | None = None
    view: Agenda | None = None
    for each in key.versions:
        known = published(key.url, each)
        view = known.agendas.get(key.participant) or _emptied(view)
        if view is not None:
            stamp = Stamp(each.edition.number, each.edition.published_at)
            made = calendar_of(known.event, view, stamp=stamp, earlier=made)
    return made


def _emptied(view: Agenda | None) -> Agenda | None:
    return view and without_engagements(view.participant)
