"""Searches for what makes room for a wish: the rows are the queue, and hold what was found."""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from matchmaker import formats
from matchmaker.messages import Message
from matchmaker.reasons.reason import Fix
from matchmaker.timetable import Meeting
from web.store import queues, sentences
from web.store.moments import now
from web.store.runs import UNDER_WAY, State
from web.store.tables.runs import searches


@dataclass(frozen=True)
class Findings:
    """What mends a wish, or what was `tried` in vain; `is_complete` where that is all there is."""

    fix: Fix | None
    tried: tuple[Message, ...] = ()
    is_complete: bool = True


@dataclass(frozen=True)
class Search:
    """A search for what makes room for a wish in the timetable of a run."""

    id: int
    event_id: int
    run_id: int
    wisher: str
    wished: str
    state: State
    attempt: int
    findings: Findings | None
    failure: Message | None
    started_by: str
    created_at: datetime

    @property
    def is_under_way(self) -> bool:
        """Whether it waits or works."""
        return self.state in UNDER_WAY

    @property
    def fix(self) -> Fix | None:
        """What it found."""
        return self.findings.fix if self.findings else None


_COLUMNS = [column for column in searches.c if column.name != "heartbeat_at"]


def add(
    connection: Connection, event_id: int, run_id: int, wish: tuple[str, str], started_by: str
) -> None:
    """Queue a search for the wish of the first of the two for the second."""
    row = {
        "event_id": event_id,
        "run_id": run_id,
        "wisher": wish[0],
        "wished": wish[1],
        "state": State.QUEUED,
        "attempt": 0,
        "failure": "",
        "started_by": started_by,
        "created_at": now(),
    }
    connection.execute(insert(searches).values(**row))


def last(connection: Connection, run_id: int, wish: tuple[str, str]) -> Search | None:
    """Return the last search for that wish in the timetable of that run, or None."""
    wisher, wished = wish
    same = (searches.c.wisher == wisher) & (searches.c.wished == wished)
    return _first(connection, (searches.c.run_id == run_id) & same)


def is_any_due(connection: Connection, stale_seconds: float) -> bool:
    """Tell whether a search waits for a worker or has lost its own."""
    return queues.is_any_due(connection, searches, stale_seconds)


def claim(connection: Connection, stale_seconds: float) -> Search | None:
    """Take the oldest search that waits, or whose worker died, to begin it anew."""
    taken = queues.take(connection, searches, stale_seconds)
    return None if taken is None else _first(connection, searches.c.id == taken)


def beat(connection: Connection, search: Search) -> bool:
    """Note that the worker of `search` lives; tell whether another has it by now."""
    return _change(connection, search, heartbeat_at=now()) == 0


def finish(
    connection: Connection,
    search: Search,
    state: State,
    findings: Findings | None = None,
    failure: Message | None = None,
) -> None:
    """Put the search into `state` with what it found, unless another worker has it."""
    packed = None if findings is None else _packed(findings)
    values = {"state": state, "findings": packed, "failure": sentences.written(failure)}
    _change(connection, search, **values)


def _change(connection: Connection, search: Search, **values: Any) -> int:
    mine = queues.held(searches, search.id, search.attempt)
    return connection.execute(update(searches).where(mine).values(**values)).rowcount


def _first(connection: Connection, condition: ColumnElement[bool]) -> Search | None:
    query = select(*_COLUMNS).where(condition).order_by(searches.c.id.desc()).limit(1)
    row = connection.execute(query).first()
    if row is None:
        return None
    fields = {**row._mapping, "state": State(row.state)}
    fields["failure"] = sentences.read(row.failure)
    fields["findings"] = None if row.findings is None else _unpacked(row.findings)
    return Search(**fields)


def _packed(findings: Findings) -> bytes:
    parts = {
        "tried": [sentences.packed(each) for each in findings.tried],
        "is_complete": findings.is_complete,
        "fix": None if findings.fix is None else _plain(findings.fix),
    }
    return zlib.compress(json.dumps(parts).encode())


def _plain(fix: Fix) -> dict[str, object]:
    return {
        "steps": [sentences.packed(each) for each in fix.steps],
        "meeting": fix.meeting.model_dump(),
        "event": formats.to_json(fix.event),
        "timetable": formats.to_json(fix.timetable),
        "moved": fix.moved,
    }


def _unpacked(content: bytes) -> Findings:
    parts = json.loads(zlib.decompress(content))
    tried = tuple(Message(*each) for each in parts["tried"])
    fix = None if parts["fix"] is None else _fix(parts["fix"])
    return Findings(fix, tried, parts["is_complete"])


def _fix(plain: dict[str, Any]) -> Fix:
    return Fix(
        steps=tuple(Message(*each) for each in plain["steps"]),
        meeting=Meeting(**plain["meeting"]),
        event=formats.event_from_json(plain["event"]),
        timetable=formats.timetable_from_json(plain["timetable"]),
        moved=plain["moved"],
    )
