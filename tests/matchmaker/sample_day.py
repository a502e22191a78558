"""A small day that is counted by hand: four people of three regions, four slots."""

from typing import Any

from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Agenda, Meeting, Timetable, agendas
from tests import factories
from tests.factories import person, wish

BORDER = [
    person("a", region="FR", workshops=("w", "v")),
    person("b", region="WAL", workshops=("v",)),
    person("c", region="FR", unavailable={"2"}),
    person("d"),
]
WISHES = (
    wish("a", "b", 1),
    wish("b", "a", 3),
    wish("a", "c", 2),
    wish("c", "b", 20),
    wish("d", "a", "never"),
)
SESSIONS = (
    Session(id="w1", workshop="w", slots=("4",), capacity=3),
    Session(id="v1", workshop="v", slots=("4",), capacity=3, facilitators=("d",)),
)


def day(**fields: Any) -> Event:
    given: dict[str, Any] = {
        "slots": factories.slots(4),
        "wishes": WISHES,
        "workshops": [Workshop(id=each, title=each) for each in "wv"],
        "sessions": SESSIONS,
        "objective": {"cross_border_bonus": 0.5},
    }
    return factories.event(BORDER, **given | fields)


def view(name: str, *meetings: Meeting, event: Event | None = None) -> Agenda:
    return agendas(event or day(), Timetable(meetings=meetings))[name]
