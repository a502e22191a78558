"""A timetable mended by the engine when others come than were awaited: few hear of it.

Whoever is not to hear of it is held still: their meetings are locked, and they take no others.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from matchmaker.errors import MatchmakerError
from matchmaker.event import Event
from matchmaker.locks import AttendanceLock
from matchmaker.moves.turnout import Turnout
from matchmaker.people import Participant
from matchmaker.rules.checker import violations
from matchmaker.rules.violation import engagements
from matchmaker.timetable import Guest, Meeting, Timetable
from matchmaker.variations import changed
from solver.appraisal import appraise
from solver.clock import Clock
from solver.collecting import without_collecting
from solver.crews import crews
from solver.reached import Rank, reached
from solver.result import Limits, Progress, Report, Result
from solver.solve import USUAL, solve

TRIALS = 4
"""Into how many parts the time is shared: three searches and the certificate."""


def mend(
    turnout: Turnout,
    limits: Limits = USUAL,
    report: Report = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Return the plan mended for those who come after all, with its certificate.

    Beside those who lose something and those who are new, at most `turnout.others` people have
    another agenda. It reaches no less than new meetings in free places do; places in workshops
    stay. Raises BrokenRuleError where what is left breaks a rule, as without somebody who leads a
    session.
    """
    clock = Clock(limits.seconds, is_cancelled)
    with without_collecting():
        best = _Mending(turnout, limits, clock, report).best()
    rest = replace(limits, seconds=max(1.0, clock.left))
    return appraise(turnout.left.event, best, rest, _later(report, clock), is_cancelled)


class _Mending:
    """Searches with more and with fewer people held still, for the best that concerns few."""

    def __init__(self, turnout: Turnout, limits: Limits, clock: Clock, report: Report) -> None:
        self._turnout, self._event = turnout, turnout.left.event
        self._limits, self._clock = limits, clock
        self._report = _later(report, clock)
        self._start = turnout.mended.timetable

    def best(self) -> Timetable:
        """Return the best of what is found; new meetings in free places are found at once."""
        found = [self._start]
        everybody = frozenset(self._event.participant_by_id)
        free = self._searched(everybody)
        if free is not None and self._is_told_to_few(free):
            return max((self._start, free), key=self._rank)
        for few in crews(self._turnout, free):
            after = None if self._clock.is_over else self._searched(few)
            if after is not None and self._is_told_to_few(after):
                found.append(after)
        return max(found, key=self._rank)

    def _rank(self, timetable: Timetable) -> tuple[Rank, int]:
        return reached(self._event, timetable).rank, -len(self._turnout.told(timetable))

    def _is_told_to_few(self, timetable: Timetable) -> bool:
        return len(self._turnout.others_told(timetable)) <= self._turnout.others

    def _searched(self, few: frozenset[str]) -> Timetable | None:
        """Return what the engine finds where only `few` have another day; None where nothing."""
        asked = _held_still(self._turnout, self._start, few)
        alone = self._start.model_copy(update={"guests": ()})
        limits = replace(self._limits, seconds=self._limits.seconds / TRIALS)
        try:
            found = solve(asked, limits, alone, self._report, self._clock.is_cancelled).timetable
        except MatchmakerError:
            return None
        after = _with_guests(found, self._start)
        broken = violations(self._event, after)
        return None if any(each.rule != "min_meetings" for each in broken) else after


def _held_still(turnout: Turnout, start: Timetable, few: Collection[str]) -> Event:
    """Return the event in which only `few` can have another day than in `start`, from now on."""
    event = turnout.left.event
    settled = [e for e in start.meetings if e.slot in turnout.past or not e.pair <= frozenset(few)]
    pairs = {each.pair for each in settled}
    others = (each for each in event.locked_meetings if each.pair not in pairs)
    seats = ((each.participant, each.session) for each in dict.fromkeys(start.attendances))
    # Guests sit out here: what they join is put back afterwards.
    busy = set(engagements(event, start.model_copy(update={"guests": ()})))
    return changed(
        event,
        participants=tuple(_resting(each, turnout, few, busy) for each in event.participants),
        locked_meetings=(*others, *(each.lock for each in settled)),
        locked_attendances=tuple(AttendanceLock(participant=p, session=s) for p, s in seats),
        rules=changed(event.rules, trios=False),
    )


def _resting(
    who: Participant, turnout: Turnout, few: Collection[str], busy: Collection[tuple[str, str]]
) -> Participant:
    """Return them with nothing new in what is past; at no time, unless they are of the `few`."""
    closed = turnout.past if who.id in few else tuple(turnout.plan.event.slot_by_id)
    resting = frozenset(slot for slot in closed if (who.id, slot) not in busy)
    least = who.min_meetings if who.id in few else 0
    return changed(who, unavailable=who.unavailable | resting, min_meetings=least)


def _with_guests(timetable: Timetable, before: Timetable) -> Timetable:
    """Return `timetable` with the guests of `before` who can still join the two whom they joined.

    Others who wait could join somebody, but then more people would hear of it.
    """
    busy = {(person, each.slot) for each in timetable.meetings for person in each.participants}
    hosts = {(each.slot, each.table, each.pair) for each in timetable.meetings}

    def stays(guest: Guest, joined: Meeting) -> bool:
        is_held = (joined.slot, joined.table, joined.pair) in hosts
        return is_held and (guest.participant, guest.slot) not in busy

    kept = tuple(guest for guest, joined in before.visits if stays(guest, joined))
    return timetable.model_copy(update={"guests": kept})


def _later(report: Report, clock: Clock) -> Report:
    """Return `report` for a search of many: with no bound, which would be of its event only."""

    def said(progress: Progress) -> None:
        report(Progress(progress.stage, progress.value, None, clock.elapsed))

    return said
