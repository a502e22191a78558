"""What a run changed against the timetable from which it started, and whom it concerns."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from matchmaker.amendments import amendment
from matchmaker.event import Event
from matchmaker.moves.absence import Absence
from matchmaker.moves.plan import Plan
from matchmaker.people import Participant
from matchmaker.timetable import Timetable
from web.languages import local_text
from web.store.mendings import Mending
from web.store.runs import Task
from web.versions.rows import Difference, difference


@dataclass(frozen=True)
class Outcome:
    """A timetable beside the one from which the engine started.

    Where somebody is away, `absence` says who, and how many others were to hear of it.
    """

    event: Event
    before: Timetable
    after: Timetable
    absence: Absence | None

    @cached_property
    def difference(self) -> Difference:
        """What differs, line by line."""
        return difference(Plan(self.event, self.before), Plan(self.event, self.after), local_text)

    @cached_property
    def concerned(self) -> list[Participant]:
        """Those whose agenda differs, in the order of the event; whoever is away knows already."""
        people = amendment(self.before, self.after).participants
        return self._named(people - {self.absence.who.id} if self.absence else people)

    @cached_property
    def others(self) -> list[Participant]:
        """Those of them who lost nothing by the absence."""
        return self._named(self.absence.others_told(self.after)) if self.absence else []

    @cached_property
    def is_nothing_better(self) -> bool:
        """Whether the engine found no more than new meetings in free places."""
        return (
            self.absence is not None
            and not amendment(self.absence.mended.timetable, self.after).meetings
        )

    def _named(self, people: Collection[str]) -> list[Participant]:
        return [each for each in self.event.participants if each.id in people]


def outcome_of(task: Task, mending: Mending | None, after: Timetable) -> Outcome | None:
    """Return what a run made of its task; None where it started from nothing."""
    if task.hint is None:
        return None
    absence = mending.of(task.event, task.hint) if mending else None
    return Outcome(task.event, task.hint, after, absence)
