"""Who comes on the day after all, as the form says; before it is sent, as is known by now."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flask import abort
from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.moves.present import as_present, newcomers
from matchmaker.moves.turnout import USUAL_OTHERS, Turnout
from matchmaker.people import Participant
from matchmaker.programme import Session
from matchmaker.stranded import Stranded, stranded
from web.wall_clock import begun, time_at

MOST_OTHERS = 999
MORE = "more"
"""In place of an id, where the form asks who else is away."""


@dataclass(frozen=True)
class Line:
    """Somebody who may be away: from the slot `since` on, until the slot `until`, if any."""

    who: Participant
    since: str
    until: str
    is_chosen: bool


class Asked:
    """What the form says of `plan`, of the event that is by now as `present`."""

    def __init__(self, plan: Plan, present: Event, sent: "MultiDict[str, str]") -> None:
        self.plan, self._present, self._sent = plan, present, sent
        self.is_sent = "since" in sent
        self.since = self._slot("since", next_slot(plan.event))
        self.new = newcomers(plan.event, present)

    @cached_property
    def others(self) -> int:
        """How many others may be concerned; nobody can be seated without others at first."""
        typed = self._sent.get("others", "")
        if typed.isdecimal() and len(typed) < 9:
            return min(int(typed), MOST_OTHERS)
        return USUAL_OTHERS * (1 + len(self.chosen_new))

    @cached_property
    def lines(self) -> list[Line]:
        """Those on whom the plan counts in vain, then those whom the form names beside them."""
        event = self.plan.event
        known = stranded(event, self.plan.timetable, self._present, begun(event))
        first = {each.participant.id: self._of_stranded(each) for each in known}
        return [*first.values(), *(e for e in self._added() if e.who.id not in first)]

    @property
    def chosen_new(self) -> frozenset[str]:
        """The ids of the new people who are to be seated."""
        every = frozenset(each.id for each in self.new)
        return every & set(self._sent.getlist("new")) if self.is_sent else every

    @property
    def rest(self) -> list[Participant]:
        """Those who can be named beside."""
        named = {each.who.id for each in self.lines}
        return [each for each in self.plan.event.participants if each.id not in named]

    @cached_property
    def turnout(self) -> Turnout | None:
        """What it means for the plan; None where nobody is away or new."""
        chosen = (each for each in self.lines if each.is_chosen)
        away = {each.who.id: gone for each in chosen if (gone := self._without(each))}
        if not away and not self.chosen_new:
            return None
        plan = as_present(self.plan, self._present, self.chosen_new)
        order = list(plan.event.slot_by_id)
        past = tuple(order[: order.index(self.since)])
        return Turnout(plan, away, past, self.others, self.chosen_new)

    @cached_property
    def leading(self) -> list[tuple[Participant, Session]]:
        """Who of those away leads a session meanwhile: that stays so, since no other is known."""
        return [
            (line.who, session)
            for line in self.lines
            if line.is_chosen
            for session in self.plan.event.sessions
            if line.who.id in session.facilitators
            and not set(session.slots).isdisjoint(self._gone(line))
        ]

    def fields(self) -> Iterator[tuple[str, str]]:
        """Yield what a form sends that asks for the same."""
        yield "since", self.since
        yield "others", str(self.others)
        yield from (("new", each) for each in sorted(self.chosen_new))
        for each in self.lines:
            if each.is_chosen:
                yield "who", each.who.id
                yield f"since-{each.who.id}", each.since
                yield f"until-{each.who.id}", each.until

    def _gone(self, line: Line) -> tuple[str, ...]:
        """Return the slots in which they are away; what has begun is past by now."""
        order = list(self.plan.event.slot_by_id)
        first = max(order.index(line.since), order.index(self.since))
        return tuple(order[first : order.index(line.until) if line.until else len(order)])

    def _without(self, line: Line) -> tuple[str, ...]:
        """Return the slots in which the plan does without them: they lead what they led."""
        led = {slot for who, each in self.leading if who == line.who for slot in each.slots}
        return tuple(each for each in self._gone(line) if each not in led)

    def _of_stranded(self, one: Stranded) -> Line:
        who, chosen = one.participant, self._sent.getlist("who")
        since = self._slot(f"since-{who.id}", one.since)
        until = self._slot(f"until-{who.id}", one.until or "", is_open=True)
        return Line(who, since, until, not self.is_sent or who.id in chosen)

    def _added(self) -> Iterator[Line]:
        people = self.plan.event.participant_by_id
        more = self._sent.get(MORE, "")
        names = [
            *((each, each) for each in self._sent.getlist("who")),
            *([(more, MORE)] if more else []),
        ]
        for key, name in names:
            since = self._slot(f"since-{name}", self.since)
            until = self._slot(f"until-{name}", "", is_open=True)
            yield Line(people.get(key) or abort(400), since, until, is_chosen=True)

    def _slot(self, name: str, usual: str, is_open: bool = False) -> str:
        said = self._sent.get(name, usual)
        if said not in self.plan.event.slot_by_id and not (is_open and said == ""):
            abort(400)
        return said


def next_slot(event: Event) -> str:
    """Return the first slot that has not begun, of the day; the first of all on other days."""
    now = time_at(event)
    is_today = event.slots[0].start.date() == now.date()
    later = (each.id for each in event.slots if each.start >= now)
    return next(later, event.slots[-1].id) if is_today else event.slots[0].id
