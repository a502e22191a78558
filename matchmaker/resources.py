"""What an organiser books, and the event with another number of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Interpreter
from matchmaker.variations import changed, with_interpreters, with_slots, with_tables


class Kind(StrEnum):
    """The kinds of resource."""

    TABLES = "tables"
    SLOTS = "slots"
    INTERPRETERS = "interpreters"


@dataclass(frozen=True)
class Resource:
    """Tables, slots, or the interpreters between the two `languages` and no others."""

    kind: Kind
    languages: tuple[str, ...] = ()

    @property
    def pair(self) -> str:
        """The two languages as people write them; empty but for interpreters."""
        return "–".join(each.upper() for each in self.languages)


TABLES, SLOTS = Resource(Kind.TABLES), Resource(Kind.SLOTS)


@dataclass(frozen=True)
class Variation:
    """An event with another number of something, and what was lost with what it has no longer."""

    event: Event
    losses: tuple[Message, ...] = field(default=())


def amount(event: Event, resource: Resource) -> int:
    """Return how many of `resource` the event has."""
    if resource.kind is Kind.TABLES:
        return len(event.tables)
    return len(event.slots) if resource.kind is Kind.SLOTS else len(_joining(event, resource))


def least(event: Event, resource: Resource) -> int:
    """Return how few of `resource` the event can have."""
    if resource.kind is Kind.TABLES:
        return len(_bound_tables(event))
    return 1 if resource.kind is Kind.SLOTS else 0


def varied(event: Event, resource: Resource, number: int) -> Variation:
    """Return the event with `number` of `resource`, which is not below the least.

    What is dropped comes last in the event: shared tables that no lock names, slots, interpreters
    (those whom no session needs go first). People and interpreters are there in slots that are
    added; new interpreters are there in all slots. Of two events made from one, the one with more
    has all that the other has.
    """
    more = number - amount(event, resource)
    if resource.kind is Kind.TABLES:
        return Variation(with_tables(event, more)) if more > 0 else _fewer_tables(event, -more)
    if resource.kind is Kind.SLOTS:
        return Variation(with_slots(event, more)) if more > 0 else _fewer_slots(event, -more)
    if more > 0:
        one, other = resource.languages
        return Variation(with_interpreters(event, more, (one, other)))
    return _fewer_interpreters(event, resource, -more)


def _joining(event: Event, resource: Resource) -> list[Interpreter]:
    pair = set(resource.languages)
    return [each for each in event.interpreters if set(each.languages) == pair]


def _bound_tables(event: Event) -> set[str]:
    """Return the tables that somebody has for themselves, and those that locks name."""
    own = {each.table for each in event.participants if each.table is not None}
    return own | {each.table for each in event.locked_meetings if each.table is not None}


def _fewer_tables(event: Event, count: int) -> Variation:
    bound = _bound_tables(event)
    free = [each.id for each in event.tables if each.id not in bound]
    gone = set(free[len(free) - count :])
    return Variation(
        changed(event, tables=tuple(each for each in event.tables if each.id not in gone))
    )


def _fewer_slots(event: Event, count: int) -> Variation:
    """Drop the last slots, the absences in them, and the sessions that need one of them."""
    slots = event.slots[: len(event.slots) - count]
    gone = frozenset(event.slot_by_id) - {each.id for each in slots}
    sessions = tuple(each for each in event.sessions if gone.isdisjoint(each.slots))
    held = {each.id for each in sessions}
    smaller = changed(
        event,
        slots=slots,
        sessions=sessions,
        participants=tuple(
            each.model_copy(update={"unavailable": each.unavailable - gone})
            for each in event.participants
        ),
        interpreters=tuple(
            each.model_copy(update={"unavailable": each.unavailable - gone})
            for each in event.interpreters
        ),
        locked_meetings=tuple(
            each.model_copy(update={"slot": None if each.slot in gone else each.slot})
            for each in event.locked_meetings
        ),
        locked_attendances=tuple(each for each in event.locked_attendances if each.session in held),
    )
    return Variation(smaller, tuple(_lost_with_slots(event, gone)))


def _lost_with_slots(event: Event, gone: frozenset[str]) -> Iterator[Message]:
    for session in event.sessions:
        if not gone.isdisjoint(session.slots):
            yield message("Session {session} is left out with its slots.", session=session.id)
    for lock in event.locked_meetings:
        if lock.slot in gone:
            names = " & ".join(event.participant_by_id[each].name for each in lock.participants)
            yield message("The locked meeting of {names} may be in any slot.", names=names)


def _fewer_interpreters(event: Event, resource: Resource, count: int) -> Variation:
    needed = {each for session in event.sessions for each in session.interpreters}
    joining = sorted(_joining(event, resource), key=lambda each: each.id not in needed)
    gone = {each.id for each in joining[len(joining) - count :]}
    sessions = tuple(
        each.model_copy(
            update={"interpreters": tuple(i for i in each.interpreters if i not in gone)}
        )
        for each in event.sessions
    )
    kept = tuple(each for each in event.interpreters if each.id not in gone)
    losses = (
        message("{name} does not interpret in session {session}.", name=i.name, session=s.id)
        for s in event.sessions
        for i in joining
        if i.id in gone and i.id in s.interpreters
    )
    return Variation(changed(event, interpreters=kept, sessions=sessions), tuple(losses))
