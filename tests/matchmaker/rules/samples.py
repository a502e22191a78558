"""Events in which every rule of the checker has something to forbid, and their timetables."""

from collections import Counter
from functools import cache
from math import floor
from pathlib import Path
from random import Random

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.people import Interpreter, Pair, Participant, Wish
from matchmaker.programme import Session, Workshop
from matchmaker.registrations.reader import read_event
from matchmaker.score import score
from matchmaker.timetable import Meeting, Timetable
from solver.result import Limits
from solver.solve import solve
from solver.trios import with_trios
from tests import factories

Solved = tuple[Event, Timetable]
SMALL = Path(__file__).parents[3] / "fixtures" / "small"
PEOPLE = 30
SLOTS = 6
SPOKEN = [("fr",), ("fr",), ("nl",), ("nl", "fr"), ("en",), ("en",), ()]
TRADES = ["linen", "wool", "looms", "dyes", "felt", "yarn", "lace"]

SESSIONS = [
    Session(
        id="x1",
        workshop="export",
        slots=("2", "3"),
        capacity=4,
        languages=("fr", "nl"),
        facilitators=("p0",),
    ),
    Session(id="x2", workshop="export", slots=("5",), capacity=4, languages=("nl",)),
    Session(
        id="e1",
        workshop="energy",
        slots=("4",),
        capacity=4,
        languages=("nl",),
        interpreters=("i1",),
    ),
]
INTERPRETERS = [
    Interpreter(id="i0", name="I0", languages=("fr", "nl"), unavailable={"1"}),
    Interpreter(id="i1", name="I1", languages=("nl", "fr"), unavailable={"6"}),
    Interpreter(id="i2", name="I2", languages=("en", "fr", "nl")),
]


@cache
def solved() -> tuple[Solved, ...]:
    """Return the small event of the fixtures and a busy one, each with the engine's timetable.

    The busy one comes again with the same timetable and all that the organisers may settle, and
    with guests at its meetings.
    """
    small = read_event(SMALL).event
    assert small is not None
    alone, busy = ((e, solve(e, Limits(2)).timetable) for e in (small, busy_day()))
    return alone, busy, settled(*busy), with_guests(*busy)


def with_guests(event: Event, timetable: Timetable) -> Solved:
    """Return the event in which trios are permitted, and `timetable` with guests."""
    rules = event.rules.model_copy(update={"trios": True})
    permitting = event.model_copy(update={"rules": rules})
    return permitting, with_trios(permitting, timetable)


def settled(event: Event, timetable: Timetable) -> Solved:
    """Return the event in which the organisers have settled part of `timetable`, and that.

    Every third meeting is locked, by turns with its slot, its table, both or neither, and every
    second sitting; sessions need all their attendees but one; the share of meetings across the
    border is as it is; whoever is at one table stays there.
    """
    meetings, seats = timetable.meetings[::3], timetable.attendances[::2]
    attendees = Counter(each.session for each in timetable.attendances)
    content = {name: getattr(event, name) for name in Event.model_fields}
    content |= {
        "locked_meetings": [_locked(number, each) for number, each in enumerate(meetings)],
        "locked_attendances": [AttendanceLock(**each.model_dump()) for each in seats],
        "sessions": [
            each.model_copy(update={"minimum": max(0, attendees[each.id] - 1)})
            for each in event.sessions
        ],
        "participants": [
            each.model_copy(update={"stays": len(_tables_of(each, timetable)) == 1})
            for each in event.participants
        ],
        "rules": event.rules.model_copy(
            update={
                "cross_border_share": floor(score(event, timetable).cross_border_share * 1000)
                / 1000
            }
        ),
    }
    return Event(**content), timetable


def _locked(number: int, meeting: Meeting) -> MeetingLock:
    return MeetingLock(
        participant_a=meeting.participant_b,
        participant_b=meeting.participant_a,
        slot=meeting.slot if number & 1 else None,
        table=meeting.table if number & 2 else None,
    )


def _tables_of(who: Participant, timetable: Timetable) -> set[str]:
    return {each.table for each in timetable.meetings if who.id in each.participants}


def busy_day() -> Event:
    """Return an event with every feature, in which all minimums can be reached."""
    random = Random(5)
    people = [_person(random, number) for number in range(PEOPLE)]
    names = [each.id for each in people]
    return factories.event(
        people,
        slots=factories.slots(SLOTS),
        tables=factories.tables(9),
        workshops=[Workshop(id=each, title=each) for each in ("export", "energy")],
        sessions=SESSIONS,
        interpreters=INTERPRETERS,
        wishes=_wishes(random, names),
        already_met=[
            Pair(participant_a=one, participant_b=other)
            for one, other in (random.sample(names, 2) for _ in range(8))
        ],
        objective={"cross_border_bonus": 0.25},
    )


def _person(random: Random, number: int) -> Participant:
    return factories.person(
        f"p{number}",
        organisation=f"o{number % 12}",
        region=random.choice(["FR", "WAL", "VLG", ""]),
        languages=random.choice(SPOKEN),
        side=random.choice(["buyer", "seller", None, None]),
        unavailable=random.sample([str(i) for i in range(1, SLOTS + 1)], random.choice([0, 0, 1])),
        min_meetings=random.choice([0, 1, 2]),
        max_meetings=random.choice([None, None, 2, 3]),
        table={3: "1", 7: "2", 11: "2"}.get(number),
        workshops=random.sample(["export", "energy"], random.choice([0, 1, 2])),
        offers=(TRADES[number % 5],),
        seeks=(TRADES[number % 7].upper(),),
        suggestions=number % 2 == 0,
    )


def _wishes(random: Random, names: list[str]) -> list[Wish]:
    return [
        factories.wish(name, other, rank if random.random() < 0.85 else "never")
        for name in names
        for rank, other in enumerate(random.sample([n for n in names if n != name], 8), 1)
    ]
