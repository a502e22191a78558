"""Surveys of what other numbers would bring: the rows are the queue, and hold what is known."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from matchmaker import formats
from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.prospects import Amounts, Prospect, Survey, tightened
from matchmaker.resources import Kind, Resource
from web.store import queues, sentences
from web.store.keys import new_key
from web.store.moments import now
from web.store.runs import UNDER_WAY, State
from web.store.tables.runs import surveys


@dataclass(frozen=True)
class Question:
    """What is asked: these cases of these resources, each solved for so many seconds."""

    resources: tuple[Resource, ...]
    now: Amounts
    cases: tuple[Amounts, ...]
    seconds: float
    wishes_total: int


@dataclass(frozen=True)
class Findings:
    """What is known so far; `impossible` are cases in which no timetable keeps the rules."""

    prospects: tuple[Prospect, ...] = ()
    impossible: Mapping[Amounts, Message] | None = None

    def with_case(self, amounts: Amounts, found: Prospect | Message) -> "Findings":
        """Return the findings with one case more."""
        if isinstance(found, Message):
            return Findings(self.prospects, {**(self.impossible or {}), amounts: found})
        return Findings((*self.prospects, found), self.impossible)


@dataclass(frozen=True)
class Study:
    """A survey with its place in the store."""

    id: int
    key: str
    event_id: int
    question: Question
    state: State
    attempt: int
    cancel_requested: bool
    findings: Findings
    failure: Message | None
    started_by: str
    created_at: datetime

    @property
    def is_under_way(self) -> bool:
        """Whether it waits or works."""
        return self.state in UNDER_WAY

    @property
    def done(self) -> int:
        """How many cases are known."""
        return len(self.findings.prospects) + len(self.findings.impossible or {})

    @property
    def survey(self) -> Survey:
        """What is known, in the words of the domain."""
        asked = self.question
        found = Survey(asked.resources, asked.now, asked.wishes_total, self.findings.prospects)
        return tightened(found)


_COLUMNS = [column for column in surveys.c if column.name not in ("event_content", "heartbeat_at")]


def add(
    connection: Connection, event_id: int, event: Event, question: Question, started_by: str
) -> str:
    """Queue a survey of `event` as it is now and return its key."""
    key = new_key()
    row = {
        "key": key,
        "event_id": event_id,
        "event_content": formats.to_json(event),
        "question": json.dumps(asdict(question)),
        "state": State.QUEUED,
        "attempt": 0,
        "cancel_requested": False,
        "findings": _written(Findings()),
        "failure": "",
        "started_by": started_by,
        "created_at": now(),
    }
    connection.execute(insert(surveys).values(**row))
    return key


def find(connection: Connection, event_id: int, key: str) -> Study | None:
    """Return the survey of that key, if it is of that event, or None."""
    return _first(connection, (surveys.c.key == key) & (surveys.c.event_id == event_id))


def newest(connection: Connection, event_id: int, count: int = 20) -> list[Study]:
    """Return the last surveys of the event, the newest first."""
    query = select(*_COLUMNS).where(surveys.c.event_id == event_id)
    rows = connection.execute(query.order_by(surveys.c.id.desc()).limit(count))
    return [_study(row) for row in rows]


def event_of(connection: Connection, study_id: int) -> Event:
    """Return the event as it was when the survey was asked for."""
    query = select(surveys.c.event_content).where(surveys.c.id == study_id)
    return formats.event_from_json(connection.execute(query).scalar_one())


def is_any_due(connection: Connection, stale_seconds: float) -> bool:
    """Tell whether a survey waits for a worker or has lost its own."""
    return queues.is_any_due(connection, surveys, stale_seconds)


def claim(connection: Connection, stale_seconds: float) -> Study | None:
    """Take the oldest survey that waits, or whose worker died, to begin it anew."""
    taken = queues.take(connection, surveys, stale_seconds, findings=_written(Findings()))
    return None if taken is None else _first(connection, surveys.c.id == taken)


def beat(connection: Connection, study: Study) -> bool:
    """Note that the worker of `study` lives; tell whether it must stop."""
    _change(connection, study, heartbeat_at=now())
    query = select(surveys.c.cancel_requested).where(_held(study))
    row = connection.execute(query).first()
    return row is None or row.cancel_requested


def keep(connection: Connection, study: Study, findings: Findings) -> None:
    """Keep what is known by now, unless another worker has the survey."""
    _change(connection, study, findings=_written(findings), heartbeat_at=now())


def finish(
    connection: Connection, study: Study, state: State, failure: Message | None = None
) -> None:
    """Put the survey into `state`, unless another worker has it."""
    _change(connection, study, state=state, failure=sentences.written(failure))


def request_cancel(connection: Connection, key: str) -> None:
    """End a survey that waits; ask the worker of one that works to stop with what is known."""
    mine = surveys.c.key == key
    waits = update(surveys).where(mine, surveys.c.state == State.QUEUED)
    connection.execute(waits.values(state=State.CANCELLED))
    works = update(surveys).where(mine, surveys.c.state == State.RUNNING)
    connection.execute(works.values(cancel_requested=True))


def _held(study: Study) -> ColumnElement[bool]:
    return queues.held(surveys, study.id, study.attempt)


def _change(connection: Connection, study: Study, **values: Any) -> None:
    connection.execute(update(surveys).where(_held(study)).values(**values))


def _first(connection: Connection, condition: ColumnElement[bool]) -> Study | None:
    row = connection.execute(select(*_COLUMNS).where(condition)).first()
    return None if row is None else _study(row)


def _written(findings: Findings) -> str:
    impossible = (findings.impossible or {}).items()
    return json.dumps(
        {
            "prospects": [asdict(each) for each in findings.prospects],
            "impossible": [[k, *sentences.packed(m)] for k, m in impossible],
        }
    )


def _study(row: Any) -> Study:
    fields = {**row._mapping, "state": State(row.state)}
    fields["failure"] = sentences.read(row.failure)
    fields["question"] = _question(json.loads(row.question))
    fields["findings"] = _findings(json.loads(row.findings))
    return Study(**fields)


def _question(plain: dict[str, Any]) -> Question:
    resources = (Resource(Kind(r["kind"]), tuple(r["languages"])) for r in plain["resources"])
    cases = tuple(tuple(each) for each in plain["cases"])
    rest = {name: plain[name] for name in ("seconds", "wishes_total")}
    return Question(tuple(resources), tuple(plain["now"]), cases, **rest)


def _findings(plain: dict[str, Any]) -> Findings:
    prospects = (Prospect(**{**p, "amounts": tuple(p["amounts"])}) for p in plain["prospects"])
    impossible = {tuple(k): Message(text, values) for k, text, values in plain["impossible"]}
    return Findings(tuple(prospects), impossible)
