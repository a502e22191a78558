"""What is to be printed again between two timetables: only what does not come out as it was."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from matchmaker.documents.branding import Branding
from matchmaker.documents.calendars import cancelled_calendar
from matchmaker.documents.chapters import Chapter, Volume, bound
from matchmaker.documents.folder import CALENDARS, DOCUMENTS, Document, Order, file_names
from matchmaker.documents.traces import trace
from matchmaker.documents.voices import mute
from matchmaker.event import Event


@dataclass(frozen=True)
class Reprint:
    """A file to print again, made of what has changed only.

    `changed` names the chapters that are in it, `gone` those that are no more, and `total` is how
    many the whole document has; a file without chapters is whole. `content` is None where there is
    nothing to print but something to take back.
    """

    kind: str
    path: str
    content: bytes | None
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    total: int = 0


class _Shown(NamedTuple):
    """What a chapter is called and what it shows."""

    name: str
    trace: bytes


class _Shelf:
    """The chapters of an earlier volume, each made when it is asked for, not before."""

    def __init__(self, volume: Volume, branding: Branding) -> None:
        self._rest = ((each.key, _shown(each, branding)) for each in volume.chapters)
        self._seen: dict[str, _Shown] = {}

    def take(self, key: str) -> _Shown | None:
        """Return what there was under `key`, once."""
        while key not in self._seen:
            following = next(self._rest, None)
            if following is None:
                return None
            self._seen[following[0]] = following[1]
        return self._seen.pop(key)

    def left(self) -> tuple[str, ...]:
        """Return the names of all that was not taken."""
        self._seen.update(self._rest)
        return tuple(each.name for each in self._seen.values())


def reprints(old: Order, new: Order, only: Collection[str] = ()) -> Iterator[Reprint]:
    """Yield what is to be printed again, each made as it is asked for.

    `only` names the kinds wanted, all when empty; raises KeyError for an unknown kind. Calendars
    are compared with those that were sent last, where `new.earlier` holds any; whoever is in the
    event no more gets one that cancels all of theirs.
    """
    for kind in only or DOCUMENTS:
        document = DOCUMENTS[kind]
        if document.volume is not None:
            yield from _chapters(kind, document.volume, old, new)
        elif document.told is None or document.told(old) != document.told(new):
            yield from _files(kind, document, old, new)


def names_of(old: Event, new: Event) -> dict[str, str]:
    """Return the file names of the participants of both, those of `new` as for `new` alone."""
    ids = [[each.id for each in event.participants] for event in (old, new)]
    return file_names(dict.fromkeys(chain(*ids))) | file_names(ids[1])


def _files(kind: str, document: Document, old: Order, new: Order) -> Iterator[Reprint]:
    names = {"": ""} | names_of(old.event, new.event)
    before = _before(kind, document, old, new)
    made = document.make(new)
    for key, content in chain(made, _cancelled(old, new, before)) if kind == CALENDARS else made:
        if before.get(key) != content:
            yield Reprint(kind, document.file.format(names[key]), content)


def _cancelled(old: Order, new: Order, before: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the calendars of those who are in the event no more, by participant."""
    for each in old.event.participants:
        is_wanted = new.people is None or each.id in new.people
        if is_wanted and each.id not in new.event.participant_by_id and each.id in before:
            sent = before[each.id]
            yield each.id, cancelled_calendar(new.event, each, sent, new.language)


def _before(kind: str, document: Document, old: Order, new: Order) -> Mapping[str, bytes]:
    """Return the files of before that may be as they are now; of calendars those that were sent."""
    if kind == CALENDARS and new.earlier:
        return new.earlier
    return {} if document.told else dict(document.make(old))


def _chapters(
    kind: str, make: Callable[[Order], Volume], old: Order, new: Order
) -> Iterator[Reprint]:
    was, volume = make(old), make(new)
    shelf, changed, total = _Shelf(was, old.branding), [], 0
    for each in volume.chapters:
        total += 1
        before, now = shelf.take(each.key), _shown(each, new.branding)
        if before is None or (was.about, before.trace) != (volume.about, now.trace):
            changed.append(each)
    gone = shelf.left()
    if changed or gone:
        content = bound(replace(volume, chapters=changed), new.branding) if changed else None
        names = tuple(mute(each.name) for each in changed)
        yield Reprint(kind, DOCUMENTS[kind].file, content, names, gone, total)


def _shown(chapter: Chapter, branding: Branding) -> _Shown:
    return _Shown(mute(chapter.name), trace(chapter.pages, branding))
