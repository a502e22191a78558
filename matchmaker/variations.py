"""Other events: the same one with something added, taken away or changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.programme import Slot, Table
from matchmaker.values import Value, fields_of

AnyValue = TypeVar("AnyValue", bound=Value)


def changed(value: AnyValue, **fields: object) -> AnyValue:
    """Return `value` with other `fields`, checked anew and without what it had looked up.

    What is not given is taken as it is, so that large events are not made anew piece by piece.
    """
    return type(value).model_validate(fields_of(value) | fields)


def with_people(event: Event, people: Iterable[Participant]) -> Event:
    """Return `event` with each of `people` in place of whoever has their id."""
    by_id = {each.id: each for each in people}
    return changed(
        event, participants=tuple(by_id.get(each.id, each) for each in event.participants)
    )


def with_tables(event: Event, count: int) -> Event:
    """Return `event` with `count` more tables, which have the next free numbers as ids."""
    new = (Table(id=each) for each in _numbers(event.table_by_id, count))
    return changed(event, tables=(*event.tables, *new))


def with_interpreters(
    event: Event, count: int, languages: tuple[str, str], slots: Collection[str] | None = None
) -> Event:
    """Return `event` with `count` more interpreters, there in `slots`, by default in all."""
    away = frozenset() if slots is None else frozenset(event.slot_by_id) - frozenset(slots)
    numbers = _numbers(event.interpreter_by_id, count)
    new = (Interpreter(id=n, name=f"+{n}", languages=languages, unavailable=away) for n in numbers)
    return changed(event, interpreters=(*event.interpreters, *new))


def with_slots(event: Event, count: int) -> Event:
    """Return `event` with `count` more slots at its end, as long and as far apart as the last."""
    slots = list(event.slots)
    length = slots[-1].end - slots[-1].start
    pause = slots[-1].start - slots[-2].end if len(slots) > 1 else slots[-1].end - slots[-1].end
    for number in _numbers(event.slot_by_id, count):
        start = slots[-1].end + pause
        slots.append(Slot(id=number, start=start, end=start + length))
    return changed(event, slots=tuple(slots))


def _numbers(taken: Mapping[str, object], count: int) -> list[str]:
    """Return the next `count` numbers that are no ids yet."""
    found: list[str] = []
    number = len(taken)
    while len(found) < count:
        number += 1
        if str(number) not in taken:
            found.append(str(number))
    return found
