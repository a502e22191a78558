"""Of which programme a draft is the copy, and how far it is from what is published."""

from dataclasses import dataclass

from flask import abort
from sqlalchemy import Connection

from matchmaker.amendments import amendment
from web import here
from web.grid.opening import Opened
from web.store import runs, versions
from web.store.runs import Run
from web.store.versions import Version


@dataclass(frozen=True)
class Origin:
    """The run from which a draft was begun; `published`, what is published now, if anything is.

    There are `changes` between that and the draft as it stands, for so many `people`.
    """

    run: Run
    published: Version | None
    changes: int = 0
    people: int = 0

    @property
    def is_published(self) -> bool:
        """Whether what is published now is of that run."""
        return self.published is not None and self.published.edition.run_id == self.run.id


def origin(connection: Connection, opened: Opened) -> Origin:
    """Return the origin of the draft of a page."""
    run = runs.by_id(connection, here.event_id(), opened.draft.run_id) or abort(404)
    latest = versions.latest(connection, here.event_id())
    if latest is None:
        return Origin(run, None)
    found = amendment(latest.content.timetable, opened.plan.timetable)
    count = len(found.meetings) + len(found.seats) + len(found.visits)
    return Origin(run, latest, count, len(found.participants))
