"""What may be published: what a run gave, or an earlier version."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from web.store import results, runs, versions
from web.store.contents import Content
from web.store.runs import Run


@dataclass(frozen=True)
class Candidate:
    """A timetable with its event and certificate; `run` printed its documents.

    `source` is what names it in addresses and forms; `again` is the number of the version that
    would be published a second time.
    """

    content: Content
    source: Mapping[str, str]
    run: Run | None
    again: int | None = None

    @property
    def run_id(self) -> int | None:
        """The id of its run."""
        return None if self.run is None else self.run.id


def candidate(connection: Connection, event_id: int, wanted: Mapping[str, str]) -> Candidate | None:
    """Return what `wanted` names: a `run` by its key, or a `version` by its number."""
    if wanted.get("version", "").isdecimal():
        return _of_version(connection, event_id, int(wanted["version"][:9]))
    return _of_run(connection, event_id, wanted.get("run", ""))


def _of_run(connection: Connection, event_id: int, key: str) -> Candidate | None:
    run = runs.find(connection, event_id, key)
    whole = None if run is None or run.is_under_way else results.whole_of(connection, run.id)
    return None if whole is None else Candidate(whole, {"run": key}, run)


def _of_version(connection: Connection, event_id: int, number: int) -> Candidate | None:
    found = versions.find(connection, event_id, number)
    if found is None:
        return None
    run = None
    if found.edition.run_id is not None:
        run = runs.by_id(connection, event_id, found.edition.run_id)
    return Candidate(found.content, {"version": str(number)}, run, number)
