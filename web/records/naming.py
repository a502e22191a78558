"""Whom a choice is about, as organisers read it."""

from dataclasses import dataclass
from typing import Literal

from matchmaker.event import Event
from matchmaker.people import Wish
from web.registration import Choice


@dataclass(frozen=True)
class Chosen:
    """Somebody chosen: their name, what they are of, how much they are wanted.

    `participant_id` is empty for an organisation, and `name` for what the event does not know.
    """

    name: str
    organisation: str
    rank: int | Literal["never"]
    participant_id: str = ""


def chosen(event: Event, choice: Choice) -> Chosen:
    """Return whom `choice` is about."""
    if choice.kind == "organisation":
        firm = event.organisation_by_id.get(choice.id)
        return Chosen("", firm.name if firm else "", choice.rank)
    return _person(event, choice.id, choice.rank)


def wishers(event: Event, participant_id: str) -> list[Chosen]:
    """Return who wishes to meet that person, most eagerly first, then who never does."""
    found = [_person(event, each.wisher, each.rank) for each in _about(event, participant_id)]
    return sorted(found, key=lambda each: (each.rank == "never", each.rank))


def _about(event: Event, participant_id: str) -> list[Wish]:
    return [each for each in event.wishes if each.wished == participant_id]


def _person(event: Event, key: str, rank: int | Literal["never"]) -> Chosen:
    person = event.participant_by_id.get(key)
    if person is None:
        return Chosen("", "", rank)
    return Chosen(person.name, event.organisation_of(person).name, rank, person.id)
