"""Working copies of timetables: every change is a step, and no step is ever lost.

A draft stands at one of its steps, its `position`. Undoing goes to the step before, redoing to a
step after it; a change made after undoing is a new step beside those undone. Numbers of steps are
never given twice, so whoever names the step that they saw says exactly what they saw.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, insert, select, update

from matchmaker import formats
from matchmaker.messages import Message
from matchmaker.moves.plan import Plan, with_locks
from web.store import sentences
from web.store.contents import event_in
from web.store.keys import new_key
from web.store.moments import now
from web.store.step_contents import are_alike, packed, unpacked
from web.store.tables.programmes import draft_steps, drafts

FIRST = 0
MOST_REMEMBERED = 16


class Overtaken(Exception):  # noqa: N818 -- an answer to the organiser, not a fault
    """Somebody else changed the draft since it was read."""


@dataclass(frozen=True)
class Draft:
    """A working copy of the timetable of a run, as it stands at the step `position`."""

    id: int
    key: str
    event_id: int
    run_id: int
    position: int
    created_at: datetime


@dataclass(frozen=True)
class Step:
    """What was done to a draft, by whom and when, and from which step on."""

    number: int
    parent: int | None
    sentence: Message
    made_by: str
    made_at: datetime


class Current(NamedTuple):
    """A draft as it stands: its plan, and which step made it so."""

    plan: Plan
    step: int


_DRAFT = [drafts.c[name] for name in Draft.__dataclass_fields__]
# By key of the draft and content of the step: reading a large one takes longer than all that is
# done with it. Neither ever stands for another plan, even where what wrote it was rolled back.
_plans: OrderedDict[tuple[str, bytes], Plan] = OrderedDict()
_STEP = [draft_steps.c[name] for name in Step.__dataclass_fields__]


def begin(
    connection: Connection,
    event_id: int,
    run_id: int,
    plan: Plan,
    sentence: Message,
    made_by: str,
) -> str:
    """Make a draft of the timetable of a run; return its key."""
    row = {
        "key": new_key(),
        "event_id": event_id,
        "run_id": run_id,
        "event_content": formats.to_json(plan.event),
        "position": FIRST,
        "created_at": now(),
    }
    draft_id = connection.execute(insert(drafts).values(**row).returning(drafts.c.id)).scalar_one()
    _write(connection, draft_id, Step(FIRST, None, sentence, made_by, now()), plan)
    return str(row["key"])


def find(connection: Connection, event_id: int, key: str) -> Draft | None:
    """Return the draft of that key, if it is of that event, or None."""
    query = select(*_DRAFT).where(drafts.c.key == key, drafts.c.event_id == event_id)
    row = connection.execute(query).first()
    return None if row is None else Draft(**row._mapping)


def open_of(
    connection: Connection, event_id: int, run_id: int | None, since: datetime
) -> Draft | None:
    """Return the last draft of the timetable of that run that was begun since, or None."""
    query = select(*_DRAFT).where(drafts.c.event_id == event_id, drafts.c.run_id == run_id)
    return _last(connection, query.where(drafts.c.created_at >= since))


def untouched(connection: Connection, event_id: int, run_id: int) -> Draft | None:
    """Return the last draft of the timetable of that run in which nothing was done, or None."""
    done = select(draft_steps.c.draft_id).where(draft_steps.c.number > FIRST)
    mine = (drafts.c.event_id == event_id) & (drafts.c.run_id == run_id)
    return _last(connection, select(*_DRAFT).where(mine, drafts.c.id.not_in(done)))


def newest(connection: Connection, event_id: int, count: int = 20) -> list[Draft]:
    """Return the last drafts of the event, the newest first."""
    query = select(*_DRAFT).where(drafts.c.event_id == event_id)
    rows = connection.execute(query.order_by(drafts.c.id.desc()).limit(count))
    return [Draft(**row._mapping) for row in rows]


def _last(connection: Connection, query: Select[Any]) -> Draft | None:
    row = connection.execute(query.order_by(drafts.c.id.desc()).limit(1)).first()
    return None if row is None else Draft(**row._mapping)


def current(connection: Connection, draft: Draft) -> Current:
    """Return the draft as it stands.

    The event of the plan is that of the run from which the draft was begun, or what a step made of
    it, with the draft's locks of meetings in place of its own. `step` is the number to give back as
    `seen` with whatever is made of this.
    """
    return at(connection, draft, draft.position)


def at(connection: Connection, draft: Draft, number: int) -> Current:
    """Return the draft as it stood at that step, as `current` does."""
    step = select(draft_steps.c.content).where(
        draft_steps.c.draft_id == draft.id, draft_steps.c.number == number
    )
    content = connection.execute(step).scalar_one()
    plan = _plans.get((draft.key, content)) or _read(connection, draft, content)
    _remember(draft.key, content, plan)
    return Current(plan, number)


def change(
    connection: Connection, draft: Draft, seen: int, plan: Plan, sentence: Message, made_by: str
) -> int:
    """Make `plan` the state of the draft, by a step after the step `seen`; return its number.

    Raises Overtaken, and changes nothing, where the draft does not stand at `seen` any more.
    """
    most = select(func.max(draft_steps.c.number)).where(draft_steps.c.draft_id == draft.id)
    number = int(connection.execute(most).scalar_one()) + 1
    _advance(connection, draft, seen, number)
    before = at(connection, draft, seen).plan.event
    source = _source(connection, draft, seen) if are_alike(before, plan.event) else number
    step = Step(number, seen, sentence, made_by, now())
    content = _write(connection, draft.id, step, plan, source)
    _remember(draft.key, content, plan)
    return number


def go(connection: Connection, draft: Draft, seen: int, number: int) -> None:
    """Let the draft stand at the step `number`; raises Overtaken as `change` does."""
    _advance(connection, draft, seen, number)


def steps_of(connection: Connection, draft: Draft) -> list[Step]:
    """Return every step of the draft, the first first."""
    query = select(*_STEP).where(draft_steps.c.draft_id == draft.id)
    return [_step(row) for row in connection.execute(query.order_by(draft_steps.c.number))]


def last_steps(connection: Connection, found: Sequence[Draft]) -> dict[int, Step]:
    """Return the step at which each of these drafts stands, by the id of the draft."""
    chosen = drafts.c.id.in_([each.id for each in found])
    here = (draft_steps.c.draft_id == drafts.c.id) & (draft_steps.c.number == drafts.c.position)
    query = select(drafts.c.id, *_STEP).select_from(drafts.join(draft_steps, here)).where(chosen)
    return {row[0]: _step(row) for row in connection.execute(query)}


def _advance(connection: Connection, draft: Draft, seen: int, number: int) -> None:
    unchanged = (drafts.c.id == draft.id) & (drafts.c.position == seen)
    moved = connection.execute(update(drafts).where(unchanged).values(position=number))
    if moved.rowcount == 0:
        raise Overtaken


def _source(connection: Connection, draft: Draft, number: int) -> int:
    """Return the step that holds the event of that step; the first is of the draft's own."""
    step = select(draft_steps.c.content).where(
        draft_steps.c.draft_id == draft.id, draft_steps.c.number == number
    )
    return unpacked(connection.execute(step).scalar_one()).source


def _write(
    connection: Connection, draft_id: int, step: Step, plan: Plan, source: int = FIRST
) -> bytes:
    """Keep a step; where it is its own `source`, its event is kept with it."""
    content = packed(plan, source, is_whole=source == step.number != FIRST)
    row = {
        "draft_id": draft_id,
        "number": step.number,
        "parent": step.parent,
        "content": content,
        "sentence": sentences.written(step.sentence),
        "made_by": step.made_by,
        "made_at": step.made_at,
    }
    connection.execute(insert(draft_steps).values(**row))
    return content


def _step(row: Any) -> Step:
    fields = {name: row._mapping[name] for name in Step.__dataclass_fields__}
    return Step(**fields | {"sentence": sentences.read(row.sentence)})


def _read(connection: Connection, draft: Draft, content: bytes) -> Plan:
    parts = unpacked(content)
    event = parts.event or _event_of(connection, draft, parts.source)
    return with_locks(Plan(event_in(event), parts.timetable), parts.locks)


def _event_of(connection: Connection, draft: Draft, source: int) -> str:
    """Return the event that the step `source` holds, in the format of the files."""
    if source == FIRST:
        event = select(drafts.c.event_content).where(drafts.c.id == draft.id)
        return str(connection.execute(event).scalar_one())
    step = select(draft_steps.c.content).where(
        draft_steps.c.draft_id == draft.id, draft_steps.c.number == source
    )
    return unpacked(connection.execute(step).scalar_one()).event or ""


def _remember(key: str, content: bytes, plan: Plan) -> None:
    _plans[key, content] = plan
    _plans.move_to_end((key, content))
    while len(_plans) > MOST_REMEMBERED:
        _plans.popitem(last=False)
