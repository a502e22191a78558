"""What organisers are asked about a person, and the words for it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Side
from web.imports.labels import field_name
from web.languages import language_name, local_text, mark, say
from web.regions import region_name
from web.registration import Registration
from web.registrations.conflict import said

PROFILE = (
    "id",
    "first_name",
    "last_name",
    "email",
    "organisation",
    "region",
    "cluster",
    "languages",
    "understands",
    "offers",
    "seeks",
    "unavailable",
    "workshops",
    "stays",
    "needs",
    "suggestions",
    "listed",
    "described",
    "side",
    "table",
    "min_meetings",
    "max_meetings",
)
"""In the order of the form."""
OWN: Mapping[str, Message] = {
    "needs": message("What the organisers should know"),
    "listed": message("Shown to others by name"),
    "described": message("Shown to others with the profile"),
    "papers": message("Documents and mails in"),
}
SIDES: Mapping[str, Message] = {Side.BUYER: message("Buyer"), Side.SELLER: message("Seller")}


def label(name: str) -> Message:
    """Return what the answer of that name is called."""
    return OWN.get(name) or field_name(name)


def shown(registration: Registration, name: str, event: Event) -> str:
    """Return the answer of that name in words; empty where nothing is said."""
    return _words(said(registration, name), name, event)


def _words(value: Any, name: str, event: Event) -> str:
    if isinstance(value, bool):
        return say(message("Yes") if value else message("No"))
    if name == "region":
        return region_name(value)
    if name == "side":
        return say(SIDES[value]) if value else ""
    if name == "unavailable":
        return ", ".join(_times(event, value))
    if isinstance(value, tuple):
        return f"{mark(';')} ".join(_item(each, name, event) for each in value)
    return "" if value is None else str(value)


def _times(event: Event, slots: Collection[str]) -> Iterator[str]:
    has_days = len({each.start.date() for each in event.slots}) > 1
    for each in event.slots:
        if each.id in slots:
            yield f"{each.start:%d/%m %H:%M}" if has_days else f"{each.start:%H:%M}"


def _item(value: str, name: str, event: Event) -> str:
    if name == "workshops":
        known = event.workshop_by_id.get(value)
        return local_text(known.title) if known else value
    return language_name(value) if name in ("languages", "understands") else value
