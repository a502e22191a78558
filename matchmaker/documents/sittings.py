"""Sessions on paper: who sits in them, when and where they are, what they are called."""

from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.documents.facts import by_last_name, interpreter_names, joined
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.pagination import Row
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.programme import Session, Slot
from matchmaker.timetable import Timetable, seats


@dataclass(frozen=True)
class Company:
    """A session with its attendees by last name, facilitators apart."""

    event: Event
    paper: Paper
    session: Session
    people: tuple[Participant, ...]

    @property
    def titles(self) -> list[str]:
        """The title of the workshop, each language apart."""
        return self.paper.texts(self.event.workshop_by_id[self.session.workshop].title)

    @property
    def title(self) -> str:
        """The title of the workshop in each language, on one line."""
        return self.paper.text(self.event.workshop_by_id[self.session.workshop].title)

    @property
    def stretch(self) -> tuple[Slot, Slot]:
        """The first and the last slot."""
        slots = [self.event.slot_by_id[each] for each in self.session.slots]
        return min(slots, key=lambda s: s.start), max(slots, key=lambda s: s.end)

    @property
    def times(self) -> str:
        """From when to when."""
        first, last = self.stretch
        return self.paper.words[0].times(first.start, last.end)

    @property
    def room(self) -> str:
        """The name of the room, or its id; empty when there is none."""
        if self.session.room is None:
            return ""
        return self.paper.text(self.event.room_by_id[self.session.room].name) or self.session.room

    @property
    def leaders(self) -> str:
        """Who leads it."""
        return joined(self.event.participant_by_id[p].name for p in self.session.facilitators)

    @property
    def interpreters(self) -> str:
        """Who interprets."""
        return interpreter_names(self.event, self.session.interpreters)

    @property
    def is_held(self) -> bool:
        """Whether it takes place."""
        return self.session.is_held(len(self.people))

    @property
    def places(self) -> str:
        """How many places are taken, and how many there are."""
        return f"{len(self.people)} / {self.session.capacity}"

    @property
    def day(self) -> str:
        """The day on which it begins."""
        return self.paper.words[0].day(self.stretch[0].start)

    @property
    def name(self) -> str:
        """Title and time: what the session is called in an outline."""
        return joined((self.title, self.times))


def companies(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Company]:
    """Yield every session with its attendees."""
    attending: dict[str, list[Participant]] = {each.id: [] for each in event.sessions}
    for person, session in seats(event, timetable):
        if person not in session.facilitators:
            attending[session.id].append(event.participant_by_id[person])
    for session in event.sessions:
        yield Company(event, paper, session, tuple(by_last_name(attending[session.id])))


def held(event: Event, timetable: Timetable, paper: Paper) -> Iterator[Company]:
    """Yield every session that takes place with its attendees."""
    yield from (each for each in companies(event, timetable, paper) if each.is_held)


def facts(company: Company) -> list[tuple[str, str]]:
    """Return what the head of a sheet says of a session: label and text."""
    paper = company.paper
    return [
        (paper("Place"), company.room),
        (paper("Led by"), company.leaders),
        (paper("Interpreter"), company.interpreters),
        (paper("Languages"), paper.tongues(company.session.languages)),
        (paper("Places"), company.places),
    ]


def session_head(company: Company, sheet: str) -> Row:
    """Return the head of a sheet about a session."""
    title = Title(sheet, company.titles, company.times, facts(company))
    return list_head(company.event, company.paper, title, company.stretch)


def languages_of(person: Participant) -> str:
    """Return the codes of the languages that somebody speaks, empty where they speak all."""
    return joined(each.upper() for each in person.languages)
