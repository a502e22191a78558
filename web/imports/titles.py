"""What the ids that records name are called, before or after."""

from collections.abc import Mapping

from matchmaker.event import Event
from web.languages import clock, local_text

Titles = Mapping[str, Mapping[str, str]]
"""By the field that holds the ids."""


def titles(before: Event, after: Event) -> Titles:
    """Return what is meant by ids in the fields of records; what is there after goes first."""
    one, other = _of(before), _of(after)
    return {field: {**one[field], **other[field]} for field in one}


def _of(event: Event) -> Titles:
    workshops = {each.id: local_text(each.title) for each in event.workshops}
    return {
        "workshop": workshops,
        "workshops": workshops,
        "organisation": {each.id: each.name for each in event.organisations},
        "interpreters": {each.id: each.name for each in event.interpreters},
        "facilitators": {each.id: each.name for each in event.participants},
        "session": {each.id: _sitting(event, each.id, workshops) for each in event.sessions},
    }


def _sitting(event: Event, key: str, workshops: Mapping[str, str]) -> str:
    """Return the workshop of a sitting and when it begins."""
    session = event.session_by_id[key]
    begin = event.slot_by_id[session.slots[0]].start
    return f"{workshops[session.workshop]} · {clock(begin)}"
