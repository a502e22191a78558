"""What an event would reach with more or fewer tables, slots and interpreters.

Cases are solved by rising numbers, first from nothing. Then the engine goes on from the best that
is known, which may be of a case below if it still fits: so more of something is never worse.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matchmaker.certificate import Certificate
from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.prospects import Amounts, Prospect
from matchmaker.resources import Resource, amount, varied
from matchmaker.rules.checker import violations
from matchmaker.score import wish_weight
from matchmaker.timetable import Timetable
from solver.reached import Rank, Reached, reached
from solver.result import Limits
from solver.solve import BrokenRuleError, solve

ALONE = 0.6
"""The share of the time in which a case is solved from nothing."""


def now(event: Event, resources: Iterable[Resource]) -> Amounts:
    """Return how many of each resource the event has."""
    return tuple(amount(event, each) for each in resources)


def explore(
    event: Event,
    resources: Sequence[Resource],
    wanted: Iterable[Amounts],
    limits: Limits,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[Amounts, Prospect | Message]]:
    """Yield each case with its prospect as soon as it is known, by rising numbers.

    Where no timetable can keep the rules, there is a sentence on what is broken instead. `limits`
    are those of each case. Ends early once cancelled, without the case that was being solved.
    """
    known: dict[Amounts, _Found] = {}
    for amounts in sorted(wanted):
        below = [known[each] for each in _just_below(amounts, known)]
        try:
            found = _solved(_with(event, resources, amounts), below, limits, is_cancelled)
        except BrokenRuleError as error:
            yield amounts, error.violations[0].message
            continue
        if is_cancelled():
            return
        known[amounts] = found
        yield amounts, _prospect(amounts, found)


@dataclass(frozen=True)
class _Found:
    """A timetable of a case, what it reaches, and a bound that the engine proved for it.

    Where `holds_for_all`, the bound is one for every other timetable of the case, too.
    """

    timetable: Timetable
    reached: Reached
    bound: float
    holds_for_all: bool

    @property
    def rank(self) -> tuple[Rank, int, int]:
        """The larger, the better: as the engine ranks timetables, and then by wishes met."""
        figures = self.reached.score
        return self.reached.rank, figures.wishes_met, -figures.idle_slots


def _with(event: Event, resources: Sequence[Resource], amounts: Amounts) -> Event:
    for resource, number in zip(resources, amounts, strict=True):
        event = varied(event, resource, number).event
    return event


def _just_below(amounts: Amounts, known: Iterable[Amounts]) -> list[Amounts]:
    """Return for each resource the next smaller known case in which only that one differs."""
    found = []
    for index in range(len(amounts)):
        others = amounts[:index], amounts[index + 1 :]
        line = (each for each in known if (each[:index], each[index + 1 :]) == others)
        nearest = max((each for each in line if each[index] < amounts[index]), default=None)
        found += [] if nearest is None else [nearest]
    return found


def _solved(
    event: Event, below: Sequence[_Found], limits: Limits, is_cancelled: Callable[[], bool]
) -> _Found:
    """Solve `event` from nothing; go on from the best that is known where more may be had."""
    first = replace(limits, seconds=limits.seconds * ALONE)
    result = solve(event, first, is_cancelled=is_cancelled)
    new = _found(event, result.timetable, result.certificate)
    fitting = (each.timetable for each in below if _fits(event, each.timetable))
    old = [_carried(event, each, new) for each in fitting]
    best = max((new, *old), key=lambda each: each.rank)
    if is_cancelled() or best.reached.score.value >= best.bound:
        return best
    rest = replace(limits, seconds=limits.seconds - first.seconds)
    result = solve(event, rest, best.timetable, is_cancelled=is_cancelled)
    again = _found(event, result.timetable, result.certificate)
    best = max((best, again), key=lambda each: each.rank)
    general = (each.bound for each in (new, again) if each.holds_for_all)
    return replace(best, bound=min((best.bound, *general)))


def _fits(event: Event, timetable: Timetable) -> bool:
    """Tell whether `timetable` keeps every rule of `event`, minimums apart."""
    return {each.rule for each in violations(event, timetable)} <= {"min_meetings"}


def _found(event: Event, timetable: Timetable, certificate: Certificate) -> _Found:
    holds_for_all = not certificate.sittings_fixed
    return _Found(timetable, reached(event, timetable), certificate.bound, holds_for_all)


def _carried(event: Event, timetable: Timetable, new: _Found) -> _Found:
    """Return a timetable of a case below; a bound for the sittings of `new` is none for its own."""
    bound = new.bound if new.holds_for_all else _everything(event)
    return _Found(timetable, reached(event, timetable), bound, new.holds_for_all)


def _everything(event: Event) -> float:
    """Return what the event would be worth if every wish were met across a border."""
    most = sum(wish_weight(event, each) for each in event.wishes if not each.is_veto)
    return most * (1 + event.objective.cross_border_bonus)


def _prospect(amounts: Amounts, found: _Found) -> Prospect:
    figures = found.reached.score
    return Prospect(
        amounts=amounts,
        wishes_met=figures.wishes_met,
        value=figures.value,
        bound=found.bound,
        meetings=figures.meetings,
        idle_slots=figures.idle_slots,
        workshop_value=figures.workshop_value,
        missing=sum(found.reached.lacks),
    )
