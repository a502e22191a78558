"""The queue of runs: the rows are the queue, so that no run can be lost between two stores."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from matchmaker import formats
from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.timetable import Timetable
from web.store import mendings, sentences
from web.store.keys import new_key
from web.store.mendings import Mending
from web.store.moments import now
from web.store.runs import ENGINE, UNDER_WAY, Run, State, first
from web.store.tables.runs import runs

_FRESH: dict[str, Any] = {
    "cancel_requested": False,
    "stage": "",
    "value": None,
    "bound": None,
    "seconds": 0.0,
    "failure": "",
    "heartbeat_at": None,
    "finished_at": None,
}


@dataclass(frozen=True)
class Wanted:
    """What is asked of a run: at most how many seconds, from which timetable on, by whom.

    With `mending` the timetable is the one to be mended.
    """

    seconds: float
    seed: int = 0
    hint: Timetable | None = None
    title: str = ""
    started_by: str = ""
    origin: str = ENGINE
    mending: Mending | None = None


def add(connection: Connection, event_id: int, event: Event, wanted: Wanted) -> str:
    """Queue a run on `event` as it is now and return its key."""
    key = new_key()
    row = {
        "key": key,
        "event_id": event_id,
        "event_content": formats.to_json(event),
        "limit_seconds": wanted.seconds,
        "seed": wanted.seed,
        "state": State.QUEUED,
        "attempt": 0,
        "title": wanted.title,
        "started_by": wanted.started_by,
        "origin": wanted.origin,
        "hint": None if wanted.hint is None else formats.to_json(wanted.hint),
        "mending": mendings.written(wanted.mending),
        "created_at": now(),
    }
    connection.execute(insert(runs).values(**row, **_FRESH))
    return key


def claim(connection: Connection) -> Run | None:
    """Take the oldest queued run for the calling worker; None when there is none."""
    query = (
        select(runs.c.id, runs.c.attempt)
        .where(runs.c.state == State.QUEUED)
        .order_by(runs.c.id)
        .limit(1)
    )
    # SKIP LOCKED matters on PostgreSQL only: on SQLite the writing block has the lock.
    row = connection.execute(query.with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    taken = {"state": State.RUNNING, "attempt": row.attempt + 1, "heartbeat_at": now()}
    _change(connection, runs.c.id == row.id, **taken)
    return first(connection, runs.c.id == row.id)


def beat(connection: Connection, run: Run, progress: Mapping[str, Any]) -> bool:
    """Note that the worker of `run` lives and how far it is; tell whether it must stop."""
    _change(connection, _held(run), heartbeat_at=now(), **progress)
    query = select(runs.c.cancel_requested).where(_held(run))
    row = connection.execute(query).first()
    return row is None or row.cancel_requested


def is_held(connection: Connection, run: Run) -> bool:
    """Tell whether the worker that claimed `run` still has it."""
    return connection.execute(select(runs.c.id).where(_held(run))).first() is not None


def finish(connection: Connection, run: Run, state: State, failure: Message | None = None) -> bool:
    """End the run in `state`; False, and nothing changed, when another worker has it by now."""
    ended = {"state": state, "failure": sentences.written(failure), "finished_at": now()}
    return _change(connection, _held(run), **ended) == 1


def hand_back(connection: Connection, run: Run, best: Timetable) -> None:
    """Put a run that its worker cannot end back into the queue, with what it has reached."""
    kept = {**_FRESH, "best": formats.to_json(best)}
    _change(connection, _held(run), state=State.QUEUED, **kept)


def request_cancel(connection: Connection, key: str) -> None:
    """Ask the worker to stop; a run without worker that has nothing to keep is cancelled at once.

    One that was interrupted is still given to a worker, which hands out the best so far.
    """
    mine, waits = runs.c.key == key, runs.c.state == State.QUEUED
    over = {"state": State.CANCELLED, "finished_at": now()}
    _change(connection, mine & waits & runs.c.best.is_(None), **over)
    _change(connection, mine & runs.c.state.in_(UNDER_WAY), cancel_requested=True)


def restart(connection: Connection, key: str) -> None:
    """Queue a run again that failed, to go on from its best; any other stays as it is."""
    failed = (runs.c.key == key) & (runs.c.state == State.FAILED)
    _change(connection, failed, state=State.QUEUED, interruptions=0, **_FRESH)


def reprint(connection: Connection, key: str, forms: Mapping[str, str]) -> None:
    """Queue a run again that has ended, to print its documents in other forms."""
    over = runs.c.state.not_in(UNDER_WAY)
    again = {name: _FRESH[name] for name in ("cancel_requested", "stage", "failure")}
    again |= {"heartbeat_at": None, "finished_at": None, "interruptions": 0}
    again["forms"] = json.dumps(dict(forms))
    _change(connection, (runs.c.key == key) & over, state=State.QUEUED, **again)


def _held(run: Run) -> ColumnElement[bool]:
    return (runs.c.id == run.id) & (runs.c.state == State.RUNNING) & (runs.c.attempt == run.attempt)


def _change(connection: Connection, which: ColumnElement[bool], **values: Any) -> int:
    return connection.execute(update(runs).where(which).values(**values)).rowcount
