"""Whom a new version concerns: those whose agenda is not what they were told last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matchmaker.documents.timeline import timeline
from matchmaker.documents.wording import words
from matchmaker.people import Participant
from web.agenda.changes import NONE, changes
from web.agenda.engagements import Reader
from web.agenda.published import Published
from web.mails.programme import Notice
from web.store.notices import Told


@dataclass(frozen=True)
class Known:
    """What people were told: of which versions, by participant, and what was published in them.

    Those of whom no address is known are taken to know what was published last, if anything was.
    """

    told: Mapping[str, list[Told]]
    versions: Mapping[int, Published]
    latest: Published | None = None

    def last(self, who: Participant) -> Published | None:
        """Return what the last mail to them is about."""
        return self._of(who, [each.number for each in self.told.get(who.id, [])])

    def last_sent(self, who: Participant) -> Published | None:
        """Return what the last mail that no longer waits is about."""
        sent = (each.number for each in self.told.get(who.id, []) if not each.waits)
        return self._of(who, list(sent))

    def _of(self, who: Participant, numbers: list[int]) -> Published | None:
        if numbers:
            return self.versions.get(numbers[-1])
        return None if who.email else self.latest


def notices(after: Published, before: Known) -> Iterator[Notice]:
    """Yield what is to be told to whom, in the order of the event; nobody hears what they know."""
    for who in after.event.participants:
        heard = before.last(who)
        if heard is None or not _notice(after, who, heard).changes.is_empty:
            yield _notice(after, who, before.last_sent(who))


def _notice(after: Published, who: Participant, heard: Published | None) -> Notice:
    said = words(after.event.language_of(who))
    reader = Reader(after, who, said)
    entries = tuple(timeline(after.event, after.agendas[who.id]))
    own = heard.event.participant_by_id.get(who.id) if heard else None
    if heard is None or own is None:
        return Notice(reader, entries, None, NONE)
    earlier = timeline(heard.event, heard.agendas[who.id])
    found = changes(earlier, entries, who.id)
    return Notice(reader, entries, Reader(heard, own, said), found)
