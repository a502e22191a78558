"""All examinations of a draft, in the order in which a person would make them."""

from collections.abc import Callable, Iterator

from matchmaker.registrations.doctor import (
    cells,
    duplicates,
    lists,
    locks,
    names,
    organisations,
    people,
    places,
    programme,
    sessions,
    wishes,
)
from matchmaker.registrations.drafts import Draft
from matchmaker.registrations.findings import Finding

EXAMINATIONS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    cells.suspicious,
    duplicates.repeated_ids,
    duplicates.repeated_addresses,
    duplicates.similar_people,
    names.whole_names,
    organisations.similar_organisations,
    people.missing_languages,
    people.regions,
    people.limits,
    people.never_available,
    programme.something_to_plan,
    programme.slots_in_order,
    places.half_placed,
    places.same_places,
    places.unplaced,
    lists.repeated_in_lists,
    sessions.minimums,
    sessions.shared_rooms,
    sessions.two_at_once,
    sessions.away,
    programme.interpreters,
    programme.pairs,
    wishes.own_organisation,
    wishes.same_side,
    locks.impossible_locks,
)
CONTRADICTIONS = frozenset({sessions.AWAY, sessions.TWO_AT_ONCE, locks.IMPOSSIBLE})
"""The codes of what breaks a rule in every timetable of the event."""


def examined(draft: Draft) -> tuple[Finding, ...]:
    """Return everything that the examinations find in `draft`."""
    return tuple(finding for each in EXAMINATIONS for finding in each(draft))
