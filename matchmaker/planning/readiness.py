"""What an event still lacks before a timetable can be made, and what would make it poor."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.people import Participant
from matchmaker.rules.contradictions import contradictions
from matchmaker.values import share_a_language

FEWEST_PEOPLE = 2


class Lack(StrEnum):
    """What can be lacking."""

    TABLES = "tables"
    PEOPLE = "people"
    WISHES = "wishes"
    CONTRADICTION = "contradiction"
    UNWISHED = "unwished"
    LANGUAGE = "language"
    SITTING = "sitting"
    SEATS = "seats"
    UNDERSTANDING = "understanding"
    PLACES = "places"


STOPPING = frozenset({Lack.TABLES, Lack.PEOPLE, Lack.WISHES, Lack.CONTRADICTION})
"""Without these no timetable is of any use; the others only make it poorer."""
EMPTY = frozenset({Lack.TABLES, Lack.PEOPLE})
"""Without these every timetable is empty."""


@dataclass(frozen=True)
class Finding:
    """One thing that is lacking: of whom or what, by id, or with the rule's own words."""

    lack: Lack
    subjects: tuple[str, ...] = ()
    words: Message | None = None

    @property
    def is_stopping(self) -> bool:
        """Whether it must be settled first."""
        return self.lack in STOPPING


def lacking(event: Event) -> list[Finding]:
    """Return that without which there is nothing to plan: tables, and people to sit at them."""
    return [each for each in _essentials(event) if each.lack in EMPTY]


def findings(event: Event) -> list[Finding]:
    """Return everything that is lacking, what must be settled first in front."""
    found = [*_essentials(event), *_contradictions(event), *_advice(event)]
    return sorted(found, key=lambda each: not each.is_stopping)


def _essentials(event: Event) -> Iterator[Finding]:
    if not event.tables:
        yield Finding(Lack.TABLES)
    if len(event.participants) < FEWEST_PEOPLE:
        yield Finding(Lack.PEOPLE)
    elif all(each.is_veto for each in event.wishes):
        yield Finding(Lack.WISHES)


def _contradictions(event: Event) -> Iterator[Finding]:
    for each in contradictions(event):
        yield Finding(Lack.CONTRADICTION, each.subjects, each.message)


def _advice(event: Event) -> Iterator[Finding]:
    wishing = {each.wisher for each in event.wishes if not each.is_veto}
    silent = tuple(each.id for each in event.participants if each.id not in wishing)
    if silent and wishing:
        yield Finding(Lack.UNWISHED, silent)
    if alone := tuple(_not_understood(event)):
        yield Finding(Lack.LANGUAGE, alone)
    yield from _about_workshops(event)
    placed = sum(each.x is not None for each in event.tables)
    if 0 < placed < len(event.tables):
        yield Finding(Lack.PLACES, tuple(each.id for each in event.tables if each.x is None))


def _not_understood(event: Event) -> Iterator[str]:
    """Yield who shares a language with nobody of another organisation, with or without help."""
    groups = Counter((each.organisation, each.languages) for each in event.participants)
    tongues = {
        (who.organisation, who.languages): _reached(event, who) for who in event.participants
    }
    for who in event.participants:
        theirs = tongues[who.organisation, who.languages]
        others = (key for key in groups if key[0] != who.organisation)
        if len(event.participants) >= FEWEST_PEOPLE and not any(
            share_a_language(theirs, languages) for _, languages in others
        ):
            yield who.id


def _reached(event: Event, who: Participant) -> tuple[str, ...]:
    """Return the languages in which they can meet somebody, interpreters included."""
    helped = (
        each.languages
        for each in event.interpreters
        if share_a_language(each.languages, who.languages)
    )
    own = who.languages
    return (*own, *(language for each in helped for language in each)) if own else ()


def _about_workshops(event: Event) -> Iterator[Finding]:
    held = {each.workshop for each in event.sessions}
    for each in event.workshops:
        if each.id not in held:
            yield Finding(Lack.SITTING, (each.id,))
    if event.sessions and (short := _lacking_seats(event)):
        yield Finding(Lack.SEATS, (str(short),))
    for session in event.sessions:
        if session.languages and not set(session.languages) & set(event.languages):
            yield Finding(Lack.UNDERSTANDING, (session.id,))


def _lacking_seats(event: Event) -> int:
    wanting = sum(bool(each.workshops) for each in event.participants)
    return max(0, wanting - sum(each.capacity for each in event.sessions))
