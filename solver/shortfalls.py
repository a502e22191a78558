"""Who stays below their minimum of meetings, and why."""

from collections.abc import Iterator

from matchmaker.certificate import Shortfall
from matchmaker.people import Participant
from solver.placement import Placement


def shortfalls(placement: Placement) -> tuple[Shortfall, ...]:
    """Return a Shortfall for everybody whose minimum is not reached."""
    people = enumerate(placement.instance.event.participants)
    return tuple(
        _shortfall(placement, person, participant)
        for person, participant in people
        if placement.degree[person] < participant.min_meetings
    )


def _shortfall(placement: Placement, person: int, participant: Participant) -> Shortfall:
    reason, values = next(_reasons(placement, person, participant))
    return Shortfall(
        participant=participant.id,
        meetings=placement.degree[person],
        minimum=participant.min_meetings,
        reason=reason,
        values={"name": participant.name, "minimum": participant.min_meetings} | values,
    )


def _reasons(
    placement: Placement, person: int, participant: Participant
) -> Iterator[tuple[str, dict[str, str | int]]]:
    """Yield the reasons that hold, the most telling first; the last one always holds."""
    instance, minimum = placement.instance, participant.min_meetings
    slots = instance.free[person].bit_count()
    if slots < minimum:
        text = "{name} has {count} free slots for a minimum of {minimum} meetings."
        yield text, {"count": slots}
    partners = len(instance.candidates_of[person])
    if partners < minimum:
        text = "{name} can meet {count} people for a minimum of {minimum} meetings: others are not wished, vetoed, of the same side or organisation, already met, never free together, or share no language and no interpreter."  # noqa: E501
        yield text, {"count": partners}
    text = "The people whom {name} can meet, the tables or the interpreters are taken in all their common slots; a minimum of {minimum} meetings does not fit beside the minimums of the others."  # noqa: E501
    yield text, {}
