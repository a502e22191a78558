"""Changes that make room for a wish, found by solving the changed event anew.

`matchmaker.reasons` finds the changes after which a meeting can simply be added. Here all other
meetings may move: the engine is asked for a timetable of the changed event in which the two meet.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from matchmaker.errors import MatchmakerError
from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.messages import Message, message
from matchmaker.reasons.case import Case
from matchmaker.reasons.explain import BEYOND_REPAIR
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Fix, Obstacle, Reason
from matchmaker.rules.checker import violations
from matchmaker.timetable import Meeting, Timetable
from matchmaker.variations import changed, with_interpreters, with_people, with_tables
from solver.clock import Clock
from solver.reached import reached
from solver.result import Limits, Progress
from solver.solve import solve

TRIAL = 1.5
"""The most seconds in which one change is tried."""


def sought(
    event: Event,
    timetable: Timetable,
    reasons: Sequence[Reason],
    seconds: float,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Reason]:
    """Yield the reasons; each that has no fix and can have one with the first that is verified.

    A fix is verified where a timetable of the changed event is found that meets the wish, breaks no
    rule that `timetable` kept, misses no more meetings to minimums, and is worth as much: in
    preferences for workshops, and in wishes. What is not found within `seconds` stays without.
    """
    clock = Clock(seconds, is_cancelled)
    search = _Search(Occupancy(event, timetable), clock)
    yield from map(search.mended, reasons)


@dataclass(frozen=True)
class Search:
    """What a search for one wish came to: its fix, or what was `tried` in vain.

    `is_complete` where there was time for all that could help.
    """

    fix: Fix | None
    tried: tuple[Message, ...]
    is_complete: bool


def searched(
    event: Event,
    timetable: Timetable,
    reason: Reason,
    seconds: float,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Search:
    """Search for the fix of one wish, as `sought` does."""
    clock = Clock(seconds, is_cancelled)
    search = _Search(Occupancy(event, timetable), clock)
    found = search.mended(reason)
    return Search(found.fix, tuple(search.tried), not clock.is_over)


@dataclass(frozen=True)
class _Change:
    """A step that people could take, the event after it, and the table that is new in it."""

    step: Message
    event: Event
    table: str | None = None


class _Search:
    """Tries one change after the other until the time is over."""

    def __init__(self, occupancy: Occupancy, clock: Clock) -> None:
        self._occupancy, self._clock = occupancy, clock
        self._standard = _Standard(occupancy.event, occupancy.timetable)
        self.tried: list[Message] = []

    def mended(self, reason: Reason) -> Reason:
        """Return `reason` with a verified fix, if one is missing and found."""
        if reason.fix or reason.obstacle in BEYOND_REPAIR | {Obstacle.OVERLOOKED}:
            return reason
        case = Case(self._occupancy, reason.wish)
        for change in _changes(case, reason.obstacle):
            if self._clock.is_over:
                break
            found = self._tried(case, change)
            if found:
                return replace(reason, fix=found)
            if not self._clock.is_over:
                self.tried.append(change.step)
        return reason

    def _tried(self, case: Case, change: _Change) -> Fix | None:
        """Return the change as a fix, if the engine finds a timetable that verifies it."""
        one, other = case.wish.wisher, case.wish.wished
        lock = MeetingLock(participant_a=one, participant_b=other)
        locks = (*change.event.locked_meetings, lock)
        asked = changed(change.event, locked_meetings=locks)
        solved = self._solved(asked, _with_room(case)) or self._solved(asked, None)
        if solved is None:
            return None
        after = _sparing(change, solved)
        if not self._standard.is_met(change.event, after):
            return None
        [meeting] = [each for each in after.meetings if each.pair == case.pair]
        moved = _moved(case.occupancy.timetable, after)
        return Fix((_step(case, change, after),), meeting, change.event, after, moved)

    def _solved(self, event: Event, hint: Timetable | None) -> Timetable | None:
        """Return a timetable of `event`; None if the engine finds none that keeps its locks."""
        limits = Limits(min(TRIAL, self._clock.left))
        goal = _Goal(self._standard.value, self._clock)
        try:
            return solve(event, limits, hint, goal.note, goal.is_over).timetable
        except MatchmakerError:
            return None


def _with_room(case: Case) -> Timetable:
    """Return the timetable without the meetings of the two, which leaves room for theirs."""
    before = case.occupancy.timetable
    kept = tuple(each for each in before.meetings if each.pair.isdisjoint(case.pair))
    return before.model_copy(update={"meetings": kept})


def _sparing(change: _Change, timetable: Timetable) -> Timetable:
    """Return `timetable` with the new table used only in slots in which no other is free."""
    occupancy = Occupancy(change.event, timetable)
    people = change.event.participant_by_id

    def spared(meeting: Meeting) -> Meeting:
        one, other = (people[each] for each in meeting.participants)
        free = occupancy.free_tables(one, other, meeting.slot)
        is_new = meeting.table == change.table
        return meeting.model_copy(update={"table": free[0]}) if is_new and free else meeting

    return timetable.model_copy(update={"meetings": tuple(map(spared, timetable.meetings))})


def _step(case: Case, change: _Change, after: Timetable) -> Message:
    """Return the step; that of a new table with its slot where only one needs it."""
    slots = {each.slot for each in after.meetings if each.table == change.table}
    times = [case.time(slot) for slot in case.event.slot_by_id if slot in slots]
    if len(times) == 1:
        return message("Set up one more table in the {time} slot.", time=times[0])
    return change.step


class _Goal:
    """Ends a run as soon as the value is reached, is proven out of reach, or the time is over."""

    def __init__(self, value: float, clock: Clock) -> None:
        self._value, self._clock = value, clock
        self._is_settled = False

    def note(self, progress: Progress) -> None:
        """Take note of how far the engine has come."""
        if progress.bound is not None:
            # What is worth more than the bound still lacks the locked meeting.
            is_reached = self._value <= progress.value <= progress.bound
            self._is_settled = is_reached or progress.bound < self._value

    def is_over(self) -> bool:
        """Tell whether the engine need not go on."""
        return self._is_settled or self._clock.is_over


class _Standard:
    """What a timetable has to reach so that nothing is lost by it."""

    def __init__(self, event: Event, timetable: Timetable) -> None:
        self._before = reached(event, timetable)
        self._broken = _breaches(event, timetable)

    @property
    def value(self) -> float:
        """The value that is needed."""
        return self._before.score.value

    def is_met(self, changed: Event, after: Timetable) -> bool:
        """Tell whether `after`, of the changed event, is as good as the timetable before."""
        is_good = reached(changed, after).is_no_worse_than(self._before)
        return is_good and _breaches(changed, after) <= self._broken


def _breaches(event: Event, timetable: Timetable) -> set[object]:
    """Return the breaches of rules, minimums apart."""
    return {each for each in violations(event, timetable) if each.rule != "min_meetings"}


def _moved(before: Timetable, after: Timetable) -> int:
    """Count the meetings of before that are elsewhere or gone."""
    kept = {(each.pair, each.slot, each.table) for each in after.meetings}
    return sum((each.pair, each.slot, each.table) not in kept for each in before.meetings)


def _changes(case: Case, obstacle: Obstacle) -> Iterator[_Change]:
    """Yield the changes that could help against `obstacle`, in order of what they ask of people."""
    if obstacle is Obstacle.NO_LANGUAGE:
        return _more_interpreters(case)
    if obstacle is Obstacle.AT_MAXIMUM:
        return chain(_none(case), _more_meetings(case))
    return chain(_none(case), _more_slots(case), _more_tables(case), _more_interpreters(case))


def _none(case: Case) -> Iterator[_Change]:
    """Yield no change but the lock, with which all are looked for."""
    if case.common_slots:
        text = message("Lock this meeting and solve again: others move, and nothing is lost.")
        yield _Change(text, case.event)


def _more_meetings(case: Case) -> Iterator[_Change]:
    full = [who for who in case.both if case.is_at_maximum(who)]
    raised = [who.model_copy(update={"max_meetings": (who.max_meetings or 0) + 1}) for who in full]
    text = message("Let {names} accept one meeting more.", names=" & ".join(w.name for w in full))
    yield _Change(text, with_people(case.event, raised))


def _more_slots(case: Case) -> Iterator[_Change]:
    for who in case.both:
        for slot in case.event.slot_by_id:
            if slot in who.unavailable:
                time = case.time(slot)
                text = message("Let {name} accept the {time} slot.", name=who.name, time=time)
                there = who.model_copy(update={"unavailable": who.unavailable - {slot}})
                yield _Change(text, with_people(case.event, [there]))


def _more_tables(case: Case) -> Iterator[_Change]:
    if case.open_slots:
        larger = with_tables(case.event, 1)
        yield _Change(message("Set up one more table."), larger, larger.tables[-1].id)


def _more_interpreters(case: Case) -> Iterator[_Change]:
    if case.needs_interpreter:
        spoken = case.one.languages[0], case.other.languages[0]
        for slot in sorted(case.event.slot_by_id, key=lambda each: each not in case.open_slots):
            text = message(
                "Book one more interpreter {one}–{other} for the {time} slot.",
                one=spoken[0].upper(),
                other=spoken[1].upper(),
                time=case.time(slot),
            )
            yield _Change(text, with_interpreters(case.event, 1, spoken, {slot}))
