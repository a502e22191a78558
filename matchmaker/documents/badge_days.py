"""What stands on the back of a badge: the owner's engagements, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.documents.facts import joined, room_of
from matchmaker.documents.timeline import Encounter, Entry, Sitting, Visit, by_day, timeline
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda


@dataclass(frozen=True)
class Row:
    """A time, where to go, and whom or what for; what of that text is `kept` begins it.

    Only what comes after may be cut, where there is no room for all.
    """

    time: str
    place: str
    text: str
    kept: str


@dataclass(frozen=True)
class Day:
    """The engagements of a day in order of time; it has a name where there are several."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Diary:
    """The days of somebody, in their own language; where there is room, all names and the firm."""

    event: Event
    agenda: Agenda
    words: Words
    is_roomy: bool = False

    def days(self) -> tuple[Day, ...]:
        """Return the days on which there is something."""
        days = by_day(timeline(self.event, self.agenda))
        found = ((day[0], tuple(row for each in day for row in self._row(each))) for day in days)
        return tuple(
            Day(self.words.day(first.start) if len(days) > 1 else "", rows)
            for first, rows in found
            if rows
        )

    def _row(self, entry: Entry) -> Iterator[Row]:
        time = self.words.time(entry.start)
        if isinstance(entry, Encounter):
            partner = entry.meeting.partner_of(self.agenda.participant.id)
            yield self._encounter(entry, time, self.event.participant_by_id[partner])
        elif isinstance(entry, Visit):
            hosts = (self.event.participant_by_id[each] for each in entry.meeting.participants)
            names = " + ".join(each.last_name or each.name for each in hosts)
            yield Row(time, entry.meeting.table, names, names)
        elif isinstance(entry, Sitting):
            yield self._sitting(entry, time)

    def _encounter(self, entry: Encounter, time: str, person: Participant) -> Row:
        """Return a row with the last name, which is short; where there is more room, with all."""
        table, name = entry.meeting.table, person.last_name or person.name
        if not self.is_roomy:
            return Row(time, table, name, name)
        firm = self.event.organisation_of(person).name
        return Row(time, table, joined((person.name, firm)), person.name)

    def _sitting(self, entry: Sitting, time: str) -> Row:
        """Return a row with the room before the title."""
        title = self.words.marked(self.event.workshop_by_id[entry.session.workshop].title)
        room = room_of(self.event, entry.session, self.words)
        return Row(time, "", joined((room, title)), room)
