"""The doctor's reports on what was uploaded."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from matchmaker.errors import Problem, Severity
from matchmaker.messages import Message
from web.store.keys import new_key
from web.store.moments import now
from web.store.tables.files import imports


@dataclass(frozen=True)
class Import:
    """One upload: its files, everything the doctor found, and whether it became the event."""

    key: str
    file_names: tuple[str, ...]
    problems: tuple[Problem, ...]
    accepted: bool
    created_at: datetime

    def of(self, severity: Severity) -> list[Problem]:
        """Return the problems of `severity`."""
        return [each for each in self.problems if each.severity == severity]


def add(
    connection: Connection,
    event_id: int | None,
    file_names: Iterable[str],
    problems: Sequence[Problem],
    accepted: bool,
) -> str:
    """Keep a report on files for an event, or for none yet, and return its key."""
    key = new_key()
    row = {
        "key": key,
        "event_id": event_id,
        "file_names": json.dumps(list(file_names)),
        # Values of messages may be of any kind; what is said of them is their text.
        "problems": json.dumps([asdict(each) for each in problems], default=str),
        "accepted": accepted,
        "created_at": now(),
    }
    connection.execute(insert(imports).values(**row))
    return key


def find(connection: Connection, event_id: int | None, key: str) -> Import | None:
    """Return the report of that key, if it is on files for that event, or None."""
    own = (imports.c.key == key) & (imports.c.event_id == event_id)
    return _first(connection, select(imports).where(own))


def latest(connection: Connection, event_id: int) -> Import | None:
    """Return the last report on files for the event, or None."""
    own = select(imports).where(imports.c.event_id == event_id)
    return _first(connection, own.order_by(imports.c.id.desc()).limit(1))


def _first(connection: Connection, query: Any) -> Import | None:
    row = connection.execute(query).first()
    if row is None:
        return None
    problems = tuple(_problem(each) for each in json.loads(row.problems))
    names = tuple(json.loads(row.file_names))
    return Import(row.key, names, problems, row.accepted, row.created_at)


def _problem(fields: dict[str, Any]) -> Problem:
    what, remedy = (Message(**fields[each]) for each in ("what", "remedy"))
    severity = Severity(fields["severity"])
    return Problem(**{**fields, "severity": severity, "what": what, "remedy": remedy})
