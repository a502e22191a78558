"""What is not as it was in somebody's agenda: new, moved, otherwise changed, or gone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from matchmaker.documents.timeline import Encounter, Entry, Sitting, Visit


class News(StrEnum):
    """What became of an engagement; `changed`: it is when and where it was."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Changes:
    """What became of the entries of an agenda, what those were, and which earlier ones are gone.

    `news` and `before` hold entries by their place in the agenda.
    """

    news: Mapping[int, News]
    before: Mapping[int, Entry]
    gone: tuple[Entry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether all is as it was."""
        return not self.news and not self.gone


NONE = Changes({}, {}, ())


def changes(before: Iterable[Entry], after: Iterable[Entry], me: str) -> Changes:
    """Return what differs between two agendas of the participant `me`."""
    old, new = (dict(_known(entries, me)) for entries in (before, after))
    was = {place: old[key][1] for key, (place, _) in new.items() if key in old}
    news = {place: _news(was.get(place), entry) for place, entry in new.values()}
    found = {place: each for place, each in news.items() if each is not None}
    gone = (entry for key, (_, entry) in old.items() if key not in new)
    return Changes(found, {place: was[place] for place in found if place in was}, tuple(gone))


def _known(entries: Iterable[Entry], me: str) -> Iterable[tuple[Hashable, tuple[int, Entry]]]:
    """Yield each engagement with what it is known by, whenever and wherever it is."""
    seen = Counter[Hashable]()
    for place, entry in enumerate(entries):
        about = _about(entry, me)
        if about is not None:
            seen[about] += 1
            yield (about, seen[about]), (place, entry)


def _about(entry: Entry, me: str) -> Hashable:
    if isinstance(entry, Encounter):
        return "meeting", entry.meeting.partner_of(me)
    if isinstance(entry, Visit):
        return "visit", entry.meeting.pair
    return ("session", entry.session.id) if isinstance(entry, Sitting) else None


def _news(old: Entry | None, new: Entry) -> News | None:
    if old is None:
        return News.NEW
    if _place(old) != _place(new):
        return News.MOVED
    return News.CHANGED if _company(old) != _company(new) else None


def _place(entry: Entry) -> Hashable:
    if isinstance(entry, Encounter | Visit):
        return entry.start, entry.end, entry.meeting.table
    return entry.start, entry.end, entry.session.room if isinstance(entry, Sitting) else None


def _company(entry: Entry) -> Hashable:
    """Return who is there besides those by whom the engagement is known."""
    if isinstance(entry, Encounter):
        return entry.meeting.interpreter, entry.guest
    if isinstance(entry, Visit):
        return entry.meeting.interpreter
    return (
        (entry.session.interpreters, entry.session.facilitators)
        if isinstance(entry, Sitting)
        else None
    )
