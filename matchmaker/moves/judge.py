"""Verdicts on many moves of one plan, each from nothing but what the move changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.moves.broken import broken_locks, broken_places
from matchmaker.moves.exchange import NOTHING, Exchange, exchanged, timetable_after
from matchmaker.moves.move import Move
from matchmaker.moves.occupancy import Occupancy
from matchmaker.moves.plan import Plan
from matchmaker.moves.verdict import Verdict
from matchmaker.moves.waiting import Waiting
from matchmaker.people import Wish
from matchmaker.rules import numbers, pairs
from matchmaker.rules.violation import Rule, Violation, names

OF_WHO_MEETS: tuple[Rule, ...] = (
    pairs.veto,
    pairs.opposite_sides,
    pairs.same_organisation,
    pairs.already_met,
    pairs.common_language,
    numbers.min_meetings,
    numbers.max_meetings,
    numbers.cross_border_quota,
)
"""The rules that look at who meets whom; when and where makes no difference to them."""


class Judge:
    """Judges moves of `plan`, in which no two meet twice."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.occupancy = Occupancy(plan)
        self._waiting = Waiting(plan)
        self._known = {(each.rule, each.subjects): each for each in plan.breaches}
        self._of_who_meets: dict[tuple[object, ...], tuple[Violation, ...]] = {}

    def verdict(self, move: Move) -> Verdict:
        """Return what is to be said of `move`."""
        exchange = exchanged(self.occupancy, move)
        if exchange == NOTHING:
            return Verdict()
        breaches = tuple(self._new(self._broken(move, exchange)))
        drawbacks = () if breaches else tuple(self._drawbacks(exchange))
        return Verdict(breaches, drawbacks, exchange)

    def _new(self, found: Iterable[Violation]) -> Iterator[Violation]:
        """Yield the breaches that are not in the plan already, each once."""
        seen = set()
        for each in found:
            # Not the breach itself: hashing its sentence, thousands of times, takes most of all.
            key = each.rule, each.subjects
            if key not in seen and self._known.get(key) != each:
                seen.add(key)
                yield each

    def _broken(self, move: Move, exchange: Exchange) -> Iterator[Violation]:
        yield from broken_places(self.occupancy, self.plan.timetable, exchange)
        yield from broken_locks(self.occupancy, move, exchange)
        if len(exchange.out) != len(exchange.into):
            yield from self._of_pairs(move, exchange)

    def _of_pairs(self, move: Move, exchange: Exchange) -> tuple[Violation, ...]:
        """Return the breaches that come of one meeting more, or less, in whatever place."""
        helped = [each.interpreter for each in exchange.into]
        key = (move.pair, *helped)
        if key not in self._of_who_meets:
            after = timetable_after(self.plan.timetable, exchange)
            found = (each for rule in OF_WHO_MEETS for each in rule(self.plan.event, after))
            self._of_who_meets[key] = tuple(self._new(found))
        return self._of_who_meets[key]

    def _drawbacks(self, exchange: Exchange) -> Iterator[Message]:
        event = self.plan.event
        if len(exchange.out) > len(exchange.into):
            yield from (_unmet(event, each) for each in self._wishes[exchange.out[0].pair])
        if len(exchange.into) > len(exchange.out):
            yield from _unwished(self._wishes[exchange.into[0].pair])
        yield from self._longer_waits(exchange)
        for guest in exchange.dropped:
            host = self.occupancy.at.get(guest.place)
            if host is not None:
                yield message(
                    "{name} no longer joins {names} in the {time} slot",
                    name=event.participant_by_id[guest.participant].name,
                    names=names(event, host.participants),
                    time=event.hours(guest.slot),
                )

    def _longer_waits(self, exchange: Exchange) -> Iterator[Message]:
        meetings = (*exchange.into, *exchange.out)
        for person in dict.fromkeys(one for each in meetings for one in each.participants):
            before, after = self._waiting.before_and_after(person, exchange)
            if after > before:
                yield message(
                    "idle slots of {name}: {after} instead of {before}",
                    name=self.plan.event.participant_by_id[person].name,
                    after=after,
                    before=before,
                )

    @cached_property
    def _wishes(self) -> defaultdict[frozenset[str], list[Wish]]:
        found: defaultdict[frozenset[str], list[Wish]] = defaultdict(list)
        for each in self.plan.event.wishes:
            if not each.is_veto:
                found[frozenset((each.wisher, each.wished))].append(each)
        return found


def _unmet(event: Event, wish: Wish) -> Message:
    return message(
        "{name} wished for this meeting, with rank {rank}",
        name=event.participant_by_id[wish.wisher].name,
        rank=wish.rank,
    )


def _unwished(wishes: list[Wish]) -> Iterator[Message]:
    if not wishes:
        yield message("neither of the two wished for this meeting")
