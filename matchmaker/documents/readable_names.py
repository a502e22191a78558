"""Names that no font can draw: something to find and to call the person by stands beside them."""

from matchmaker.documents.typefaces import MISSING
from matchmaker.documents.writing import printable
from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.values import NAME_LENGTH, fields_of

MOST_DRAWN = 8
"""How many letters of a name that cannot be read are drawn at most."""


def with_readable_names(event: Event) -> Event:
    """Return `event` with something readable in the name of everybody who has nothing such."""
    people = tuple(map(_readable, event.participants))
    if people == event.participants:
        return event
    return Event.model_construct(**fields_of(event) | {"participants": people})


def _readable(person: Participant) -> Participant:
    """Return `person`, with the name before the @ of their address, or their id, for last name."""
    called = printable(person.email.partition("@")[0] if person.email else person.id)
    if _is_readable(person.name) or not _is_readable(called):
        return person
    last = f"[{called[: NAME_LENGTH - MOST_DRAWN - 3]}]"
    return person.model_copy(
        update={"first_name": person.name[:MOST_DRAWN].strip(), "last_name": last}
    )


def _is_readable(name: str) -> bool:
    text = printable(name)
    return MISSING not in text or any(each.isalnum() for each in text)
