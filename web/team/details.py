"""Details of what was done, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker.event import Event
from matchmaker.messages import Message, message
from web.imports.labels import TABLES
from web.languages import say
from web.records.labels import label
from web.records.people import ORDERS, STATES
from web.regions import region_name
from web.rights import ROLES

OF_RUNS = frozenset({"run"})
HIDDEN = frozenset({"draft", "person", "revision", "step"})
"""What says nothing to people: keys and counters."""
LABELS: Mapping[str, Message] = {
    "act": message("Step"),
    "begin": message("Begun with"),
    "cases": message("Cases"),
    "cluster": message("Cluster"),
    "confirmed": message("Address confirmed"),
    "confirmed_only": message("Only confirmed ones count"),
    "count": message("Count"),
    "days": message("Days"),
    "dropped_wishes": message("Wishes that went with it"),
    "fields": message("Fields"),
    "files": message("Files"),
    "mails": message("Mails"),
    "note": message("Note"),
    "others": message("At most so many others concerned"),
    "people": message("With people and wishes"),
    "order": message("Order"),
    "presence": message("Presence"),
    "region": message("Region"),
    "role": message("Role"),
    "run": message("Programme"),
    "scope": message("Link"),
    "seconds": message("Seconds"),
    "seed": message("Seed"),
    "sentence": message("Change"),
    "state": message("Show"),
    "steps": message("Steps"),
    "title": message("Title"),
    "version": message("Version"),
    "what": message("Fields"),
    "wishes": message("Wishes"),
    "without": message("Without"),
    "words": message("Search"),
    **TABLES,
}
YES_OR_NO = {"True": message("Yes"), "False": message("No")}
VALUES: Mapping[str, Mapping[str, Message]] = {
    "act": {
        "wish": message("wished"),
        "never": message("rather not"),
        "withdraw": message("withdrawn"),
        "up": message("up"),
        "down": message("down"),
        "move": message("moved"),
        "here": message("arrived"),
        "back": message("arrival taken back"),
        "absent": message("cannot come"),
        "late": message("comes later"),
        "planned": message("comes as planned"),
    },
    "presence": {
        "absent": message("cannot come"),
        "late": message("comes later"),
        "planned": message("comes as planned"),
    },
    "order": ORDERS,
    "people": YES_OR_NO,
    "confirmed_only": YES_OR_NO,
    "confirmed": YES_OR_NO,
    "scope": {"own": message("Private page"), "agenda": message("Agenda")},
    "what": {
        "name": message("Name"),
        "password_hash": message("Password"),
        "totp_secret": message("Second factor"),
        "totp_step": message("Second factor"),
    },
    "role": {str(role): name for role, name in ROLES.items()},
    "state": STATES,
}


@dataclass(frozen=True)
class Detail:
    """A name with a value, in words where there are words for them."""

    name: Message | str
    value: Message | str


def details(noted: Mapping[str, Any], event: Event, runs: Mapping[str, str]) -> tuple[Detail, ...]:
    """Return what was noted; `runs` are the names of runs by their keys."""
    shown = ((name, value) for name, value in noted.items() if name not in HIDDEN and value != "")
    return tuple(
        Detail(LABELS.get(name, name), _said(name, value, event, runs)) for name, value in shown
    )


def name_of(key: str, event: Event) -> str:
    """Return the name of the person of that code, or the code of somebody who has left."""
    person = event.participant_by_id.get(key)
    return person.name if person else key


def _said(name: str, value: Any, event: Event, runs: Mapping[str, str]) -> Message | str:
    if name == "sentence" and isinstance(value, list):
        return Message(*value)
    if name == "steps":
        return " ".join(say(Message(*each)) if isinstance(each, list) else each for each in value)
    if not isinstance(value, list):
        return _one(name, str(value), event, runs)
    said = (_one(name, str(each), event, runs) for each in value)
    return ", ".join(dict.fromkeys(each if isinstance(each, str) else say(each) for each in said))


def _one(name: str, text: str, event: Event, runs: Mapping[str, str]) -> Message | str:
    if name == "fields":
        return say(label(text))
    if name == "region":
        return region_name(text)
    if name == "without":
        return name_of(text, event)
    if name in OF_RUNS:
        return runs.get(text, text)
    return VALUES.get(name, {}).get(text, text)
