"""What a run that mends a timetable is asked: who is away and when, how many may hear of it."""

import json
from dataclasses import asdict, dataclass

from matchmaker.event import Event
from matchmaker.moves.absence import Absence
from matchmaker.moves.plan import Plan
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Mending:
    """Who is away in the slots `gone`; what is in the slots `past` stays.

    At most `others` people may hear of it beside those who lose something.
    """

    who: str
    past: tuple[str, ...]
    gone: tuple[str, ...]
    others: int

    def of(self, event: Event, before: Timetable) -> Absence:
        """Return what it means for the timetable `before` of `event`, as it is without them."""
        who = event.participant_by_id[self.who]
        return Absence(Plan(event, before), who, self.past, self.gone, self.others)


def mending_of(absence: Absence) -> Mending:
    """Return what a run is asked that mends after `absence`."""
    return Mending(absence.who.id, absence.past, absence.gone, absence.others)


def written(mending: Mending | None) -> str | None:
    """Return `mending` as text, None where there is none."""
    return None if mending is None else json.dumps(asdict(mending))


def read(text: str | None) -> Mending | None:
    """Return what `written` was given."""
    if text is None:
        return None
    fields = json.loads(text)
    return Mending(fields["who"], tuple(fields["past"]), tuple(fields["gone"]), fields["others"])
