"""The cheapest change that makes room for a meeting, verified by the independent checker."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.reasons.case import Case
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Fix
from matchmaker.rules.checker import violations
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Meeting, Timetable
from matchmaker.variations import with_interpreters, with_people, with_tables


@dataclass(frozen=True)
class _Change:
    """A changed event, the steps that lead to it, and where the meeting would then be."""

    steps: tuple[Message, ...]
    event: Event
    meeting: Meeting


def cheapest_fix(case: Case) -> Fix | None:
    """Return the first change, in order of what it asks of people, that makes room; None if none.

    Asked for are, in this order: that one of the two accepts one more meeting, or one more slot;
    one more table in a slot; one more interpreter in a slot; then the same with one more table.
    Everything else stays as it is: adding the meeting to the timetable breaks no rule of the
    changed event that was kept before.
    """
    before = _breaches(case.event, case.occupancy.timetable)
    for change in (*_changes(case), *_changes_with_a_table(case)):
        after = _with(case, change.meeting)
        if _breaches(change.event, after) <= before:
            return Fix(change.steps, change.meeting, change.event, after)
    return None


def _breaches(event: Event, timetable: Timetable) -> set[Violation]:
    """Return the breaches of rules; but those of minimums, which one more meeting only lessens."""
    return {each for each in violations(event, timetable) if each.rule != "min_meetings"}


def _changes(case: Case) -> Iterator[_Change]:
    yield from _more_meetings(case)
    yield from _more_slots(case)
    yield from _more_tables(case)
    yield from _more_interpreters(case)


def _changes_with_a_table(case: Case) -> Iterator[_Change]:
    larger = Case(Occupancy(with_tables(case.event, 1), case.occupancy.timetable), case.wish)
    for change in (*_more_meetings(larger), *_more_slots(larger), *_more_interpreters(larger)):
        time = case.time(change.meeting.slot)
        step = message("Set up one more table in the {time} slot.", time=time)
        yield replace(change, steps=(*change.steps, step))


def _more_meetings(case: Case) -> Iterator[_Change]:
    full = [who for who in case.both if case.is_at_maximum(who)]
    raised = [who.model_copy(update={"max_meetings": (who.max_meetings or 0) + 1}) for who in full]
    text = message("Let {names} accept one meeting more.", names=" & ".join(w.name for w in full))
    if full:
        event = with_people(case.event, raised)
        yield from (_Change((text,), event, m) for s in case.idle_slots for m in _seats(case, s))


def _more_slots(case: Case) -> Iterator[_Change]:
    for who in case.both:
        for slot in sorted(who.unavailable, key=list(case.event.slot_by_id).index):
            if all(case.occupancy.is_idle(each.id, slot) for each in case.both):
                time = case.time(slot)
                text = message("Let {name} accept the {time} slot.", name=who.name, time=time)
                there = who.model_copy(update={"unavailable": who.unavailable - {slot}})
                event = with_people(case.event, [there])
                yield from (_Change((text,), event, m) for m in _seats(case, slot))


def _more_tables(case: Case) -> Iterator[_Change]:
    event = with_tables(case.event, 1)
    for slot in case.idle_slots:
        text = message("Set up one more table in the {time} slot.", time=case.time(slot))
        new = event.tables[-1].id
        yield from (_Change((text,), event, m) for m in _seats(case, slot, table=new))


def _more_interpreters(case: Case) -> Iterator[_Change]:
    if not case.needs_interpreter:
        return
    spoken = (case.one.languages[0], case.other.languages[0])
    for slot in case.idle_slots:
        event = with_interpreters(case.event, 1, spoken, {slot})
        helper = event.interpreters[-1]
        text = message(
            "Book one more interpreter {one}–{other} for the {time} slot.",
            one=spoken[0].upper(),
            other=spoken[1].upper(),
            time=case.time(slot),
        )
        yield from (_Change((text,), event, m) for m in _seats(case, slot, interpreter=helper.id))


def _seats(
    case: Case, slot: str, table: str | None = None, interpreter: str | None = None
) -> Iterator[Meeting]:
    """Yield the meeting in `slot` at the first free table, with an interpreter where needed."""
    tables = [table] if table else case.occupancy.free_tables(*case.both, slot)
    helpers: list[str | None] = [interpreter]
    if case.needs_interpreter and interpreter is None:
        helpers = [each.id for each in case.occupancy.free_interpreters(*case.both, slot)]
    for place, helper in zip(tables[:1], helpers[:1], strict=False):
        yield Meeting(
            participant_a=case.one.id,
            participant_b=case.other.id,
            slot=slot,
            table=place,
            interpreter=helper,
        )


def _with(case: Case, meeting: Meeting) -> Timetable:
    timetable = case.occupancy.timetable
    return Timetable(meetings=(*timetable.meetings, meeting), attendances=timetable.attendances)
