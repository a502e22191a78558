"""Random small events with every feature of the domain, for whatever reads or solves an event.

Each event has a seating order that works: nobody facilitates, and no interpreter serves, where
they are away or twice at a time, for then no timetable could keep the rules.
"""

from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation, Pair, Participant, Wish
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.timetable import Attendance, Meeting, Timetable
from tests import factories

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Settings of tests that fail for what is wrong, never for how long it takes."""
LANGUAGES = ("fr", "nl", "en")
SPOKEN = ((), ("fr",), ("nl",), ("fr", "nl"), ("en",))
REGIONS = ("FR", "WAL", "VLG", "")
FIRMS = ("mill", "dairy", "forge", "bakery", "nursery", "brewery")
WORKSHOPS = ("export", "energy")
ROOMS = ("hall", "loft")
MOST_WISHES = 40


def some(values: Iterable[str], most: int | None = None) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw some of `values`, each at most once, in any order."""
    known = list(values)
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), max_size=most, unique=True).map(tuple)


def one_or_none(values: Iterable[str]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *values])


def mostly_many(least: int, most: int) -> st.SearchStrategy[int]:
    """Draw a number from `least` to `most`, more often from the upper half than evenly."""
    middle = (least + most + 1) // 2
    return st.one_of(st.integers(least, most), *[st.integers(middle, most)] * 2)


@st.composite
def slots(draw: st.DrawFn, most: int) -> tuple[Slot, ...]:
    count = draw(mostly_many(1, most))
    return factories.slots(count, minutes=draw(st.integers(5, 30)), pause=draw(st.integers(0, 15)))


@st.composite
def tables(draw: st.DrawFn, most: int) -> tuple[Table, ...]:
    count = draw(mostly_many(0, most))
    rooms = (draw(one_or_none(ROOMS)) for _ in range(count))
    return tuple(Table(id=str(number), room=room) for number, room in enumerate(rooms, start=1))


@st.composite
def interpreters(draw: st.DrawFn, slot_ids: list[str]) -> tuple[Interpreter, ...]:
    return tuple(
        Interpreter(
            id=f"i{number}",
            name=f"Interpreter {number}",
            languages=draw(st.permutations(LANGUAGES))[: draw(st.integers(2, 3))],
            unavailable=draw(some(slot_ids, most=1)),
        )
        for number in range(draw(mostly_many(0, 2)))
    )


@st.composite
def people(
    draw: st.DrawFn, slot_ids: list[str], table_ids: list[str], most: int
) -> tuple[Participant, ...]:
    sided = draw(st.integers(0, 3)) == 3
    return tuple(
        draw(person(f"p{number}", slot_ids, table_ids, sided))
        for number in range(draw(mostly_many(0, most)))
    )


@st.composite
def person(
    draw: st.DrawFn, name: str, slot_ids: list[str], table_ids: list[str], sided: bool
) -> Participant:
    most = draw(st.sampled_from([None, None, None, None, 0, 1, 2, 3]))
    least = draw(st.sampled_from([0, 0, 0, 0, 1, 2]))
    return factories.person(
        name,
        organisation=draw(st.sampled_from(FIRMS)),
        region=draw(st.sampled_from(REGIONS)),
        languages=draw(st.sampled_from(SPOKEN)),
        side=draw(one_or_none(["buyer", "seller"])) if sided else None,
        unavailable=draw(some(slot_ids, most=2)),
        min_meetings=least if most is None else min(least, most),
        max_meetings=most,
        table=draw(one_or_none(table_ids)) if draw(st.integers(0, 7)) == 7 else None,
        workshops=draw(some(WORKSHOPS)),
    )


@st.composite
def sessions(
    draw: st.DrawFn,
    slot_ids: list[str],
    leaders: tuple[Participant, ...],
    helpers: tuple[Interpreter, ...],
) -> tuple[Session, ...]:
    busy: dict[str, set[str]] = {each.id: set(each.unavailable) for each in leaders}
    busy |= {each.id: set(each.unavailable) for each in helpers}
    found = []
    for number in range(draw(mostly_many(0, 3))):
        start = draw(st.integers(0, len(slot_ids) - 1))
        taken = slot_ids[start : start + draw(st.integers(1, 2))]
        free = {each for each, away in busy.items() if away.isdisjoint(taken)}
        leading = draw(some([each.id for each in leaders if each.id in free], most=2))
        serving = draw(some([each.id for each in helpers if each.id in free], most=1))
        for each in (*leading, *serving):
            busy[each].update(taken)
        found.append(_session(f"s{number}", draw(sitting()), taken, leading, serving))
    return tuple(found)


def sitting() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "workshop": st.sampled_from(WORKSHOPS),
            "room": one_or_none(ROOMS),
            "capacity": st.integers(1, 4),
            "languages": some(LANGUAGES, most=2),
        }
    )


def _session(
    name: str,
    fields: dict[str, Any],
    taken: list[str],
    leading: tuple[str, ...],
    serving: tuple[str, ...],
) -> Session:
    return Session(
        id=name, slots=tuple(taken), facilitators=leading, interpreters=serving, **fields
    )


@st.composite
def wishes(draw: st.DrawFn, names: list[str]) -> tuple[Wish, ...]:
    pairs = [(one, other) for one in names for other in names if one != other]
    chosen = draw(st.permutations(pairs))[: draw(mostly_many(0, MOST_WISHES))]
    ranks: st.SearchStrategy[int | str] = st.sampled_from([1, 1, 2, 2, 3, 4, 9, "never"])
    return tuple(factories.wish(one, other, draw(ranks)) for one, other in chosen)


@st.composite
def pairs(draw: st.DrawFn, names: list[str]) -> tuple[Pair, ...]:
    if len(names) < 2:
        return ()
    two = st.permutations(names).map(lambda order: order[:2])
    drawn = draw(st.lists(two, max_size=3))
    return tuple(Pair(participant_a=one, participant_b=other) for one, other in drawn)


RULES = st.fixed_dictionaries(
    {
        "same_organisation": st.booleans(),
        "already_met": st.booleans(),
        "without_common_language": st.sampled_from([False, False, False, True]),
        "sessions_per_participant": st.sampled_from([0, 1, 1, 2, 2]),
        "trios": st.booleans(),
    }
)
OBJECTIVES = st.fixed_dictionaries(
    {
        "rank_weights": st.sampled_from([(10, 8, 6, 5, 4, 3, 2, 1), (3, 1), (1,), (0,)]),
        "cross_border_bonus": st.sampled_from([0.0, 0.1, 0.25, 1.5]),
        "workshop_weights": st.sampled_from([(4, 3, 2, 1), (1,)]),
    }
)


@st.composite
def events(
    draw: st.DrawFn, most_people: int = 10, most_slots: int = 5, most_tables: int = 4
) -> Event:
    """Draw an event that the engine can solve, though not always with all minimums reached."""
    times, seats = draw(slots(most_slots)), draw(tables(most_tables))
    slot_ids = [each.id for each in times]
    everybody = draw(people(slot_ids, [each.id for each in seats], most_people))
    helpers = draw(interpreters(slot_ids))
    names = [each.id for each in everybody]
    return Event(
        name={"fr": "Rencontres", "nl": "Ontmoetingen"},
        slots=times,
        rooms=tuple(Room(id=each) for each in ROOMS),
        tables=seats,
        workshops=tuple(Workshop(id=each, title={"": each}) for each in WORKSHOPS),
        sessions=draw(sessions(slot_ids, everybody, helpers)),
        interpreters=helpers,
        organisations=tuple(Organisation(id=each, name=each) for each in FIRMS),
        participants=everybody,
        wishes=draw(wishes(names)),
        already_met=draw(pairs(names)),
        rules=draw(RULES),
        objective=draw(OBJECTIVES),
    )


IDS = st.text("abé 1-", min_size=1, max_size=4).map(str.strip).filter(bool)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Draw a meeting of two of any event."""
    one, other = draw(st.lists(IDS, min_size=2, max_size=2, unique=True))
    helper = draw(st.one_of(st.none(), IDS))
    return factories.meeting(one, other, draw(IDS), draw(IDS), interpreter=helper)


def timetables() -> st.SearchStrategy[Timetable]:
    """Draw timetables of any event, which break all rules."""
    attendances = st.builds(Attendance, participant=IDS, session=IDS)
    return st.builds(
        Timetable,
        meetings=st.lists(meetings(), max_size=4).map(tuple),
        attendances=st.lists(attendances, max_size=4).map(tuple),
    )
