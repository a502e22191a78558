"""The reasons of all unmet wishes of a timetable, and how they are kept to be shown later."""

import json
from collections.abc import Iterable, Iterator

from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.people import Wish
from matchmaker.reasons.explain import diagnosis, unmet_wishes
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Obstacle, Reason
from matchmaker.timetable import Timetable


def diagnoses(event: Event, timetable: Timetable) -> Iterator[Reason]:
    """Yield why each unmet wish is so, in the order of the event, without looking for fixes."""
    occupancy = Occupancy(event, timetable)
    for wish in unmet_wishes(event, timetable):
        yield diagnosis(occupancy, wish)


def to_json(reasons: Iterable[Reason]) -> str:
    """Return what a list of reasons shows, as JSON: not what would be displaced."""
    return json.dumps([_plain(each) for each in reasons], ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> tuple[Reason, ...]:
    """Return the reasons written in `text`."""
    return tuple(
        Reason(
            Wish.model_validate(each["wish"]),
            Obstacle(each["obstacle"]),
            Message(each["reason"], each["values"]),
        )
        for each in json.loads(text)
    )


def _plain(reason: Reason) -> dict[str, object]:
    return {
        "wish": reason.wish.model_dump(by_alias=True),
        "obstacle": reason.obstacle,
        "reason": reason.message.template,
        "values": dict(reason.message.values),
    }
