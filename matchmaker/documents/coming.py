"""Who comes at all: somebody who is away in every slot is not expected."""

from collections.abc import Collection, Mapping

from matchmaker.documents.facts import by_last_name
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.timetable import Agenda


def is_expected(event: Event, person: Participant, agenda: Agenda | None = None) -> bool:
    """Tell whether somebody is there in any slot, or has an engagement all the same."""
    if agenda is not None and (agenda.meetings or agenda.sessions or agenda.visits):
        return True
    return not event.slot_by_id.keys() <= person.unavailable


def wanted(
    event: Event, agendas: Mapping[str, Agenda], only: Collection[str] | None
) -> list[Participant]:
    """Return by last name whose papers are printed: those of `only`, else of all who come."""
    people = by_last_name(event.participants)
    if only is not None:
        return [each for each in people if each.id in only]
    return [each for each in people if is_expected(event, each, agendas.get(each.id))]
