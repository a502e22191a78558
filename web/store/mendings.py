"""What a run that mends a timetable is asked: who is away and when, how many may hear of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.moves.turnout import Turnout
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Mending:
    """Who is away, by id in which slots, and who is new; what is in the slots `past` stays.

    At most `others` people may hear of it beside those and those who lose something. It was asked
    for at the step `step` of the draft of the key `draft`, if it was in a draft.
    """

    away: Mapping[str, tuple[str, ...]]
    past: tuple[str, ...]
    others: int
    new: tuple[str, ...] = ()
    draft: str = ""
    step: int = 0

    def of(self, event: Event, before: Timetable) -> Turnout:
        """Return what it means for the timetable `before` of `event`, as it is without them."""
        plan = Plan(event, before)
        return Turnout(plan, self.away, self.past, self.others, frozenset(self.new))


def mending_of(turnout: Turnout, draft: str = "", step: int = 0) -> Mending:
    """Return what a run is asked that mends for `turnout`."""
    away = {who: tuple(slots) for who, slots in turnout.away.items()}
    new = tuple(each.id for each in turnout.arrived)
    return Mending(away, turnout.past, turnout.others, new, draft, step)


def written(mending: Mending | None) -> str | None:
    """Return `mending` as text, None where there is none."""
    return None if mending is None else json.dumps(asdict(mending))


def read(text: str | None) -> Mending | None:
    """Return what `written` was given."""
    if text is None:
        return None
    fields = json.loads(text)
    if "who" in fields:  # of the time when it was of one person
        fields["away"] = {fields.pop("who"): fields.pop("gone")}
    fields["away"] = {who: tuple(slots) for who, slots in fields["away"].items()}
    fields |= {name: tuple(fields[name]) for name in ("past", "new") if name in fields}
    return Mending(**fields)
