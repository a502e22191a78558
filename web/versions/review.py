"""What organisers look at before they publish: the gate, what changes, whom it concerns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from matchmaker.event import Event
from web.agenda.published import Published, as_published, published
from web.languages import local_text
from web.mails.programme import Notice, written
from web.store import notices as store
from web.store import versions
from web.store.contents import Content
from web.store.mails import Letter
from web.store.moments import now
from web.store.versions import Edition, Version
from web.versions.concerned import Known, notices
from web.versions.gate import Verdict, verdict
from web.versions.rows import Difference, difference

Heard = Mapping[str, list[store.Told]]

LINK = "…"
"""What stands in the place of a private link in a preview."""


@dataclass(frozen=True)
class Review:
    """A timetable before it is published, beside the version that is published now."""

    verdict: Verdict
    latest: Version | None
    difference: Difference | None
    notices: tuple[Notice, ...]

    @property
    def reached(self) -> tuple[Notice, ...]:
        """Those whom a mail reaches."""
        return tuple(each for each in self.notices if each.reader.participant.email)

    @property
    def unreached(self) -> tuple[Notice, ...]:
        """Those of whom no address is known."""
        return tuple(each for each in self.notices if not each.reader.participant.email)

    def samples(self) -> list[Letter]:
        """Return the first mail in each language."""
        first: Mapping[str, Notice] = {
            each.reader.words.language: each for each in reversed(self.reached)
        }
        return [written(each, LINK) for _, each in sorted(first.items())]


def review(connection: Connection, event_id: int, content: Content, present: Event) -> Review:
    """Return the review of `content`, of the event that is by now as `present`."""
    latest = versions.latest(connection, event_id)
    text = local_text
    return Review(
        verdict(content, present),
        latest,
        difference(latest.content, content, text) if latest else None,
        needed(all_notices(connection, provisional(event_id, content), present)),
    )


def needed(found: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices without those that would tell nothing new."""
    return tuple(each for each in found if not each.is_needless)


def all_notices(
    connection: Connection, after: Published, present: Event, told: Heard | None = None
) -> tuple[Notice, ...]:
    """Return who does not know what is published then, those included who need not hear of it.

    Nobody who has left the event, which by now is as `present`, is among them. `told` is what
    people were told, where that was read before.
    """
    event_id, url = after.edition.event_id, str(connection.engine.url)
    heard = store.told(connection, event_id) if told is None else told
    numbers = {each.number for every in heard.values() for each in every}
    found = versions.several(connection, event_id, numbers)
    latest = versions.latest(connection, event_id)
    before = Known(
        heard,
        {number: published(url, each) for number, each in found.items()},
        published(url, latest) if latest else None,
    )
    return tuple(_of_those_who_stay(notices(after, before), present))


def _of_those_who_stay(found: Iterable[Notice], present: Event) -> Iterator[Notice]:
    """Yield the notices of people of the event, with whether they still come."""
    for each in found:
        own = present.participant_by_id.get(each.reader.participant.id)
        if own is not None:
            is_gone = own.unavailable >= present.slot_by_id.keys()
            yield replace(each, is_away=is_gone and not each.engagements)


def provisional(event_id: int, content: Content) -> Published:
    """Return `content` as if it were published."""
    edition = Edition(0, event_id, 0, None, "", "", now())
    return as_published(content, edition)
