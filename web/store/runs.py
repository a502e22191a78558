"""Runs of the engine: the rows are the queue, so that no run can be lost between two stores."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from matchmaker import formats
from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.timetable import Timetable
from web.store import mendings, sentences
from web.store.contents import event_in
from web.store.keys import new_key
from web.store.mendings import Mending
from web.store.moments import now
from web.store.tables.runs import results, runs


class State(StrEnum):
    """Where a run stands. One whose worker died is queued again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


UNDER_WAY = (State.QUEUED, State.RUNNING)
ENGINE, HAND = "engine", "hand"
"""Who makes the timetable of a run; one made by hand is only certified and printed."""


@dataclass(frozen=True)
class Run:
    """One run; `attempt` counts how often a worker took it, `interruptions` how many died over it.

    `failure` says why it failed, `forms` by kind of document on which paper it is printed.
    """

    id: int
    key: str
    event_id: int
    title: str
    origin: str
    started_by: str
    state: State
    limit_seconds: float
    seed: int
    attempt: int
    cancel_requested: bool
    stage: str
    value: float | None
    bound: float | None
    seconds: float
    failure: Message | None
    created_at: datetime
    heartbeat_at: datetime | None
    finished_at: datetime | None
    forms: Mapping[str, str]
    interruptions: int
    mending: Mending | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether it waits or works."""
        return self.state in UNDER_WAY


_LARGE = ("event_content", "hint", "best")
_COLUMNS = [column for column in runs.c if column.name not in _LARGE]


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


def find(connection: Connection, event_id: int, key: str) -> Run | None:
    """Return the run of that key, if it is of that event, or None."""
    return _first(connection, (runs.c.key == key) & (runs.c.event_id == event_id))


def by_id(connection: Connection, event_id: int, run_id: int) -> Run | None:
    """Return the run of that id, if it is of that event, or None."""
    return _first(connection, (runs.c.id == run_id) & (runs.c.event_id == event_id))


def newest(connection: Connection, event_id: int, count: int = 20) -> list[Run]:
    """Return the last runs of the event, the newest first."""
    query = select(*_COLUMNS).where(runs.c.event_id == event_id)
    query = query.order_by(runs.c.id.desc()).limit(count)
    return [_run(row) for row in connection.execute(query)]


def newest_with_result(connection: Connection, event_id: int) -> Run | None:
    """Return the last run of the event that gave a timetable, or None."""
    given = runs.c.id.in_(select(results.c.run_id))
    over = (runs.c.event_id == event_id) & runs.c.state.not_in(UNDER_WAY)
    query = select(*_COLUMNS).where(over, given).order_by(runs.c.id.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else _run(row)


def chosen(connection: Connection, event_id: int, keys: Sequence[str]) -> list[Run]:
    """Return those runs of the event that `keys` name, in their order."""
    query = select(*_COLUMNS).where(runs.c.event_id == event_id, runs.c.key.in_(keys))
    found = {row.key: _run(row) for row in connection.execute(query)}
    return [found[each] for each in keys if each in found]


def several(connection: Connection, event_id: int, ids: Collection[int]) -> dict[int, Run]:
    """Return by id those runs of the event that `ids` name."""
    query = select(*_COLUMNS).where(runs.c.event_id == event_id, runs.c.id.in_(ids))
    return {row.id: _run(row) for row in connection.execute(query)}


@dataclass(frozen=True)
class Task:
    """What a run works on: its event, a timetable to stay near, the best of broken attempts."""

    event: Event
    hint: Timetable | None
    best: Timetable | None


def task_of(connection: Connection, run_id: int) -> Task:
    """Return what the run works on."""
    query = select(runs.c.event_content, runs.c.hint, runs.c.best).where(runs.c.id == run_id)
    row = connection.execute(query).one()
    return Task(event_in(row.event_content), _read(row.hint), _read(row.best))


def event_of(connection: Connection, run_id: int) -> Event:
    """Return the event as it was when the run was started."""
    query = select(runs.c.event_content).where(runs.c.id == run_id)
    return event_in(connection.execute(query).scalar_one())


def claim(connection: Connection) -> Run | None:
    """Take the oldest queued run for the calling worker; None when there is none."""
    query = select(*_COLUMNS).where(runs.c.state == State.QUEUED).order_by(runs.c.id).limit(1)
    # SKIP LOCKED matters on PostgreSQL only: on SQLite the writing block has the lock.
    row = connection.execute(query.with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    taken = {"state": State.RUNNING, "attempt": row.attempt + 1, "heartbeat_at": now()}
    _change(connection, runs.c.id == row.id, **taken)
    return _first(connection, runs.c.id == row.id)


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


def call(connection: Connection, key: str, title: str) -> None:
    """Give the run another title."""
    _change(connection, runs.c.key == key, title=title)


def reprint(connection: Connection, key: str, forms: Mapping[str, str]) -> None:
    """Queue a run again that has ended, to print its documents in other forms."""
    over = runs.c.state.not_in(UNDER_WAY)
    again = {name: _FRESH[name] for name in ("cancel_requested", "stage", "failure")}
    again |= {"heartbeat_at": None, "finished_at": None, "interruptions": 0}
    again["forms"] = json.dumps(dict(forms))
    _change(connection, (runs.c.key == key) & over, state=State.QUEUED, **again)


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


def _first(connection: Connection, condition: ColumnElement[bool]) -> Run | None:
    row = connection.execute(select(*_COLUMNS).where(condition)).first()
    return None if row is None else _run(row)


def _read(text: str | None) -> Timetable | None:
    return None if text is None else formats.timetable_from_json(text)


def _held(run: Run) -> ColumnElement[bool]:
    return (runs.c.id == run.id) & (runs.c.state == State.RUNNING) & (runs.c.attempt == run.attempt)


def _change(connection: Connection, which: ColumnElement[bool], **values: Any) -> int:
    return connection.execute(update(runs).where(which).values(**values)).rowcount


def _run(row: Any) -> Run:
    state, failure = State(row.state), sentences.read(row.failure)
    fields = {**row._mapping, "state": state, "failure": failure}
    fields |= {"forms": json.loads(row.forms), "mending": mendings.read(row.mending)}
    return Run(**fields)
