"""`python -m benchmarks.joint`: sittings chosen with the meetings against sittings chosen first.

For random events with workshops, the same stages place the meetings beside both choices of
sittings, which meet as many preferences and mix as many sessions. Writes the table to
benchmarks/results/joint.md, too.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from random import Random

from benchmarks.generator import one_pool
from matchmaker.event import Event
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Attendance
from solver.clock import Clock
from solver.first_plan import fill
from solver.improvement import improve
from solver.insertion import insert
from solver.instance import Instance, instance
from solver.placement import Placement
from solver.places import Places
from solver.selection import select
from solver.workshops import assign_sessions, possible_sittings, ruled

RESULTS = Path(__file__).parent / "results" / "joint.md"
HEADER = (
    "| people | seed | value, sittings first | value, joint | gain | joint / bound |\n"
    "|---|---|---|---|---|---|"
)
WORKSHOPS, SITTINGS, LENGTH = 3, 3, 2
"""How many workshops, how many sittings of each, and how many slots a sitting takes."""
SECONDS = 5.0


def main() -> None:
    """Measure random events of 60 and 120 people."""
    rows = [HEADER, *(_row(people, seed) for people in (60, 120) for seed in range(1, 7))]
    print("\n".join(rows))
    RESULTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _row(people: int, seed: int) -> str:
    event = with_workshops(one_pool(seed, people, 10), seed)
    before = instance(event)
    joint = assign_sessions(before, SECONDS)
    first, together = (
        value_beside(event, each) for each in (sittings_first(before), joint.attendances)
    )
    gain, share = together / first - 1, together / (joint.bound or 1)
    return f"| {people} | {seed} | {first} | {together} | {gain:+.2%} | {share:.4f} |"


def with_workshops(event: Event, seed: int) -> Event:
    """Return `event` with workshops of which everybody wants two; sittings are small and random."""
    random = Random(seed)
    names = [f"w{number}" for number in range(WORKSHOPS)]
    sessions = [_session(event, random, name, each) for name in names for each in range(SITTINGS)]
    people = [
        each.model_copy(update={"workshops": tuple(random.sample(names, 2))})
        for each in event.participants
    ]
    fields = {name: getattr(event, name) for name in Event.model_fields}
    workshops = tuple(Workshop(id=name, title=name) for name in names)
    changed = {"participants": people, "sessions": sessions, "workshops": workshops}
    return Event.model_validate(fields | changed)


def _session(event: Event, random: Random, workshop: str, number: int) -> Session:
    start = random.randrange(len(event.slots) - LENGTH + 1)
    slots = tuple(each.id for each in event.slots[start : start + LENGTH])
    capacity = len(event.participants) // 10
    return Session(id=f"{workshop}-{number}", workshop=workshop, slots=slots, capacity=capacity)


def sittings_first(before: Instance) -> tuple[Attendance, ...]:
    """Return the sittings of which the meetings have no say."""
    places = ruled(Places(before, possible_sittings(before.event), Clock(SECONDS)))
    places.settle(places.preferences())
    places.settle(places.mixed_sessions())
    return places.taken or ()


def value_beside(event: Event, attendances: Collection[Attendance]) -> int:
    """Return the value of the meetings that the engine finds beside `attendances`."""
    problem = instance(event, attendances)
    selection, placement, random = select(problem, SECONDS), Placement(problem), Random(0)
    _insert_all(placement, selection.candidates, random)
    for _ in improve(placement, selection.bound, 0, Clock(SECONDS)):
        pass
    return placement.value


def _insert_all(placement: Placement, candidates: Iterable[int], random: Random) -> None:
    for candidate in candidates:
        insert(placement, candidate, random)
    fill(placement, 0)


if __name__ == "__main__":
    main()
