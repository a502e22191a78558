"""Runs of the engine: what is known of each, and what it works on."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from matchmaker import formats
from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.timetable import Timetable
from web.store import mendings, sentences
from web.store.contents import event_in
from web.store.mendings import Mending
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
COLUMNS = [column for column in runs.c if column.name not in _LARGE]


def find(connection: Connection, event_id: int, key: str) -> Run | None:
    """Return the run of that key, if it is of that event, or None."""
    return first(connection, (runs.c.key == key) & (runs.c.event_id == event_id))


def by_id(connection: Connection, event_id: int, run_id: int) -> Run | None:
    """Return the run of that id, if it is of that event, or None."""
    return first(connection, (runs.c.id == run_id) & (runs.c.event_id == event_id))


def newest(connection: Connection, event_id: int, count: int = 20) -> list[Run]:
    """Return the last runs of the event, the newest first."""
    query = select(*COLUMNS).where(runs.c.event_id == event_id)
    query = query.order_by(runs.c.id.desc()).limit(count)
    return [_run(row) for row in connection.execute(query)]


def newest_with_result(connection: Connection, event_id: int) -> Run | None:
    """Return the last run of the event that gave a timetable, or None."""
    given = runs.c.id.in_(select(results.c.run_id))
    over = (runs.c.event_id == event_id) & runs.c.state.not_in(UNDER_WAY)
    query = select(*COLUMNS).where(over, given).order_by(runs.c.id.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else _run(row)


def chosen(connection: Connection, event_id: int, keys: Sequence[str]) -> list[Run]:
    """Return those runs of the event that `keys` name, in their order."""
    query = select(*COLUMNS).where(runs.c.event_id == event_id, runs.c.key.in_(keys))
    found = {row.key: _run(row) for row in connection.execute(query)}
    return [found[each] for each in keys if each in found]


def several(connection: Connection, event_id: int, ids: Collection[int]) -> dict[int, Run]:
    """Return by id those runs of the event that `ids` name."""
    query = select(*COLUMNS).where(runs.c.event_id == event_id, runs.c.id.in_(ids))
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


def call(connection: Connection, key: str, title: str) -> None:
    """Give the run another title."""
    connection.execute(update(runs).where(runs.c.key == key).values(title=title))


def first(connection: Connection, condition: ColumnElement[bool]) -> Run | None:
    """Return the run that meets `condition`, or None."""
    row = connection.execute(select(*COLUMNS).where(condition)).first()
    return None if row is None else _run(row)


def _read(text: str | None) -> Timetable | None:
    return None if text is None else formats.timetable_from_json(text)


def _run(row: Any) -> Run:
    state, failure = State(row.state), sentences.read(row.failure)
    fields = {**row._mapping, "state": state, "failure": failure}
    fields |= {"forms": json.loads(row.forms), "mending": mendings.read(row.mending)}
    return Run(**fields)
