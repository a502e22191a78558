"""What a run changed against the timetable from which it started, and whom it concerns."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from matchmaker.amendments import amendment
from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.moves.turnout import Turnout
from matchmaker.people import Participant
from matchmaker.timetable import Timetable
from web.languages import local_text
from web.store.mendings import Mending
from web.store.runs import Task
from web.versions.rows import Difference, difference


@dataclass(frozen=True)
class Outcome:
    """A timetable beside the one from which the engine started.

    Where it was mended, `turnout` says for whom, and how many others were to hear of it.
    """

    event: Event
    before: Timetable
    after: Timetable
    turnout: Turnout | None

    @cached_property
    def difference(self) -> Difference:
        """What differs, line by line."""
        return difference(Plan(self.event, self.before), Plan(self.event, self.after), local_text)

    @cached_property
    def concerned(self) -> list[Participant]:
        """Those whose agenda differs, in the order of the event; whoever is away knows already."""
        if self.turnout is not None:
            return self.turnout.told(self.after)
        return self._named(amendment(self.before, self.after).participants)

    @cached_property
    def others(self) -> list[Participant]:
        """Those of them who lost nothing and are not new."""
        return self._named(self.turnout.others_told(self.after)) if self.turnout else []

    @cached_property
    def is_nothing_better(self) -> bool:
        """Whether the engine found no more than new meetings in free places."""
        return (
            self.turnout is not None
            and not amendment(self.turnout.mended.timetable, self.after).meetings
        )

    def _named(self, people: Collection[str]) -> list[Participant]:
        return [each for each in self.event.participants if each.id in people]


def outcome_of(task: Task, mending: Mending | None, after: Timetable) -> Outcome | None:
    """Return what a run made of its task; None where it started from nothing."""
    if task.hint is None:
        return None
    turnout = mending.of(task.event, task.hint) if mending else None
    return Outcome(task.event, task.hint, after, turnout)
