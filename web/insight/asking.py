"""What organisers ask of a survey, read from the form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.resources import SLOTS, TABLES, Kind, Resource, amount, least

MOST_NUMBERS = 12
"""The most numbers of one resource: a longer range is taken in larger steps."""
MOST_OF_ONE = 500
SECONDS = (1, 2, 5, 10)
USUAL_SECONDS = 2


@dataclass(frozen=True)
class Variable:
    """A resource as the form has it: under `name`, of which the event has so many `now`."""

    name: str
    resource: Resource
    now: int
    least: int


@dataclass(frozen=True)
class Asked:
    """The numbers of each resource that is varied, the seconds for each case, and what is wrong."""

    numbers: Mapping[Resource, tuple[int, ...]]
    seconds: int
    faults: Mapping[str, Message]


def variables(event: Event) -> list[Variable]:
    """Return what of `event` can be varied: tables, slots, interpreters of two of its languages."""
    spoken = {each for who in event.participants for each in who.languages}
    tongues = [each for each in event.languages if each in spoken]
    pairs = (Resource(Kind.INTERPRETERS, pair) for pair in combinations(tongues, 2))
    named = [("tables", TABLES), ("slots", SLOTS), *((f"{p.kind}-{p.pair}", p) for p in pairs)]
    return [Variable(name, each, amount(event, each), least(event, each)) for name, each in named]


def asked(event: Event, form: Mapping[str, str]) -> Asked:
    """Return what `form` asks of `event`."""
    numbers: dict[Resource, tuple[int, ...]] = {}
    faults: dict[str, Message] = {}
    for each in variables(event):
        first, last = (form.get(f"{each.name}-{end}", "").strip() for end in ("from", "to"))
        if not first and not last:
            continue
        fault = next(_faults(each, first, last), None)
        if fault:
            faults[each.name] = fault
        else:
            numbers[each.resource] = _range(int(first), int(last))
    seconds = form.get("seconds", str(USUAL_SECONDS))
    if not numbers and not faults:
        faults["nothing"] = message("Say of at least one thing from how many to how many.")
    if len(numbers) > 2:
        faults["nothing"] = message("Vary two things at most, so that the chart stays readable.")
    limit = int(seconds) if seconds in map(str, SECONDS) else USUAL_SECONDS
    return Asked(numbers, limit, faults)


def _faults(about: Variable, first: str, last: str) -> Iterator[Message]:
    if not (first.isdecimal() and last.isdecimal() and len(first + last) < 9):
        yield message("Write two whole numbers.")
    elif int(first) < about.least:
        yield message("{least} is the least possible here.", least=about.least)
    elif int(last) < int(first):
        yield message("The second number is not below the first.")
    elif int(last) > MOST_OF_ONE:
        yield message("{most} is the most that can be asked.", most=MOST_OF_ONE)


def _range(first: int, last: int) -> tuple[int, ...]:
    step = -(-(last - first + 1) // MOST_NUMBERS)
    return tuple(range(first, last + 1, step))
