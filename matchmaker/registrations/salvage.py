"""The event that is left of a draft when all that is unsound in it is put aside."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.registrations.assembly import KINDS, fields_of
from matchmaker.registrations.drafts import Draft
from matchmaker.terms import Rules
from matchmaker.values import Value

AnyValue = TypeVar("AnyValue", bound=Value)
Known = dict[str, set[str]]
REFERENCES: dict[str, dict[str, str]] = {
    "interpreters": {"unavailable": "slots"},
    "participants": {"unavailable": "slots", "table": "tables", "workshops": "workshops"},
    "sessions": {
        "workshop": "workshops",
        "slots": "slots",
        "facilitators": "participants",
        "interpreters": "interpreters",
    },
    "wishes": {"wisher": "participants", "wished": "participants"},
    "already_met": {"participant_a": "participants", "participant_b": "participants"},
    "locked_meetings": {
        "participant_a": "participants",
        "participant_b": "participants",
        "slot": "slots",
        "table": "tables",
    },
    "locked_attendances": {"participant": "participants", "session": "sessions"},
}
"""For each table the fields that name ids, and of which table; in the order of what needs what."""


def salvaged(draft: Draft) -> Event | None:
    """Return the event of the sound rows of `draft`, without rooms; None where no slot is sound.

    Unsound is what its own value refuses, what comes a second time, a slot before the one before
    it has ended, and whatever refers to something unsound.
    """
    found: dict[str, Any] = {
        table: _each_once(_sound(draft, table, kind)) for table, kind in KINDS.items()
    }
    found["slots"] = _in_order(found["slots"])
    found["rooms"] = []
    found["tables"] = [each.model_copy(update={"room": None}) for each in found["tables"]]
    found["sessions"] = [each.model_copy(update={"room": None}) for each in found["sessions"]]
    known = {
        table: {each.id for each in found[table]} for table in ("slots", "tables", "workshops")
    }
    for table, fields in REFERENCES.items():
        found[table] = [each for each in found[table] if _refers_to(each, fields, known)]
        known[table] = {getattr(each, "id", "") for each in found[table]}
    firms = dict.fromkeys(each.organisation for each in found["participants"])
    found["organisations"] = [Organisation(id=each, name=each) for each in firms]
    rules = next(iter(_sound(draft, "rules", Rules)), Rules())
    return Event(**found, name="salvaged", rules=rules) if found["slots"] else None


def _sound(draft: Draft, table: str, kind: type[AnyValue]) -> list[AnyValue]:
    values = []
    for row in draft[table]:
        try:
            values.append(kind.model_validate(fields_of(kind, row)))
        except ValidationError:
            continue
    return values


def _each_once(values: Iterable[Any]) -> list[Any]:
    """Return the first of each id; what has none, such as a wish, is there once already."""
    first: dict[Any, Any] = {}
    for number, each in enumerate(values):
        first.setdefault(getattr(each, "id", number), each)
    return list(first.values())


def _in_order(slots: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for slot in sorted(slots, key=lambda each: each.start):
        if not kept or kept[-1].end <= slot.start:
            kept.append(slot)
    return kept


def _refers_to(value: Any, fields: dict[str, str], known: Known) -> bool:
    """Tell whether all that `value` names in `fields` is among `known`."""
    return all(_named(getattr(value, name)) <= known[table] for name, table in fields.items())


def _named(ids: str | Iterable[str] | None) -> set[str]:
    return set() if ids is None else {ids} if isinstance(ids, str) else set(ids)
