"""Which timetable a page is about: one that is named, else what is published, else the last run."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from web.store import results, runs, versions
from web.store.contents import Content
from web.store.runs import Run
from web.store.versions import Edition


@dataclass(frozen=True)
class Subject:
    """A timetable with its event and certificate, and the run or version that it is of."""

    content: Content
    run: Run | None = None
    edition: Edition | None = None

    @property
    def run_id(self) -> int | None:
        """The id of the run that made it, None where that is gone."""
        if self.run is not None:
            return self.run.id
        return None if self.edition is None else self.edition.run_id

    @property
    def name(self) -> dict[str, str]:
        """What names it in addresses."""
        if self.run is not None:
            return {"run": self.run.key}
        return {} if self.edition is None else {"version": str(self.edition.number)}


def subject(connection: Connection, event_id: int, wanted: Mapping[str, str]) -> Subject | None:
    """Return what `wanted` names by `run` or `version`; None where there is no such timetable."""
    if "run" in wanted:
        return _of_run(connection, runs.find(connection, event_id, wanted["run"]))
    number = wanted.get("version", "")
    if number:
        digits = number.isdecimal() and len(number) < 10
        found = versions.find(connection, event_id, int(number)) if digits else None
        return Subject(found.content, edition=found.edition) if found else None
    latest = versions.latest(connection, event_id)
    if latest is not None:
        return Subject(latest.content, edition=latest.edition)
    return _of_run(connection, runs.newest_with_result(connection, event_id))


def _of_run(connection: Connection, run: Run | None) -> Subject | None:
    whole = None if run is None else results.whole_of(connection, run.id)
    return None if whole is None else Subject(whole, run=run)
