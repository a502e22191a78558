"""What a new event begins with."""

from collections.abc import Sequence
from datetime import date

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.planning.copying import without_people
from matchmaker.planning.pattern import moved
from matchmaker.planning.templates import templates
from matchmaker.variations import changed
from web.languages import language
from web.setup.about import about
from web.setup.fields import Fields
from web.store.event_keys import LONGEST, is_key, proposed
from web.store.events import StoredEvent

FROM_TEMPLATE, FROM_EVENT = "template:", "event:"
DEFAULT = f"{FROM_TEMPLATE}{next(iter(templates()))}"


def made(fields: Fields, known: Sequence[StoredEvent]) -> tuple[str, Event] | None:
    """Return key and event as typed, None where something is wrong; `known` are those there are."""
    spoken = tuple(language for each in known for language in each.event.languages)
    values = about(fields, spoken)
    day = fields.day("day")
    key = _key(fields, {each.key for each in known}, values["name"])
    beginnings = {f"{FROM_EVENT}{each.key}": each.event for each in known}
    begin = fields.chosen(
        "begin", (*beginnings, *(f"{FROM_TEMPLATE}{each}" for each in templates()))
    )
    if begin is None:
        fields.errors["begin"] = message("Choose what the event begins with.")
    if fields.errors or begin is None:
        return None
    if begin in beginnings:
        return key, _copied(beginnings[begin], day, values)
    return key, templates()[begin.removeprefix(FROM_TEMPLATE)].event(day, **values)


def _copied(event: Event, day: date, values: dict[str, object]) -> Event:
    return changed(without_people(event), slots=moved(event.slots, day), **values)


def _readers_first(names: dict[str, str]) -> dict[str, str]:
    """Return the names, that in the language of the page before the others."""
    own = {key: text for key, text in names.items() if key == language()}
    return {**own, **names}


def _key(fields: Fields, taken: set[str], name: object) -> str:
    key = fields.answers.get("key", "").strip()
    if not key:
        return proposed(_readers_first(name) if isinstance(name, dict) else {}, taken)
    if not is_key(key):
        fields.errors["key"] = message(
            "Write small letters, digits and single hyphens, at most {most}.", most=LONGEST
        )
    elif key in taken:
        fields.errors["key"] = message("Another event has this address. Choose another one.")
    return key
