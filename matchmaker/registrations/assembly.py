"""From a draft without errors to the Event; what the values still refuse becomes a problem."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from matchmaker.event import Event
from matchmaker.locks import AttendanceLock, MeetingLock
from matchmaker.messages import message
from matchmaker.people import Interpreter, Organisation, Pair, Participant, Wish
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, Place, error, shown
from matchmaker.terms import Objective, Rules
from matchmaker.values import Value

KINDS: Mapping[str, type[Value]] = {
    "slots": Slot,
    "rooms": Room,
    "tables": Table,
    "workshops": Workshop,
    "sessions": Session,
    "interpreters": Interpreter,
    "organisations": Organisation,
    "participants": Participant,
    "wishes": Wish,
    "already_met": Pair,
    "locked_meetings": MeetingLock,
    "locked_attendances": AttendanceLock,
}


def assembled(draft: Draft) -> tuple[Event | None, tuple[Finding, ...]]:
    """Return the Event of `draft`, or None with what stands in its way."""
    findings: list[Finding] = []
    content: dict[str, Any] = {
        table: tuple(_value(kind, row, findings) for row in draft[table])
        for table, kind in KINDS.items()
    }
    settings = {name: value for row in draft["event"] for name, value in row.values.items()}
    settings.pop("tables", None)
    for name, kind in (("rules", Rules), ("objective", Objective)):
        for row in draft[name][:1]:
            settings[name] = _value(kind, row, findings)
    if findings:
        return None, tuple(findings)
    content["slots"] = tuple(sorted(content["slots"], key=lambda slot: slot.start))
    try:
        return Event(**content, **settings), ()
    except ValidationError as fault:
        place = next((row.place() for row in draft["event"]), Place(""))
        return None, tuple(_invalid(fault, place))


def _value(kind: type[Value], row: Row, findings: list[Finding]) -> Value | None:
    try:
        return kind.model_validate(fields_of(kind, row))
    except ValidationError as fault:
        findings.extend(_invalid(fault, row.place()))
        return None


def fields_of(kind: type[Value], row: Row) -> dict[str, Any]:
    """Return what `row` holds for the fields of `kind`."""
    names = {name for key, field in kind.model_fields.items() for name in (key, field.alias or key)}
    return {name: value for name, value in row.values.items() if name in names}


def _invalid(fault: ValidationError, place: Place) -> list[Finding]:
    remedy = message("Correct the value; the page on file formats says what is allowed.")
    return [
        error(place, "invalid", _what(each["loc"], each["msg"]), remedy)
        for each in fault.errors(include_url=False, include_context=False, include_input=False)
    ]


def _what(where: tuple[int | str, ...], detail: str) -> Any:
    name = ".".join(map(str, where)) or "event"
    return message("{field} is not valid: {detail}.", field=shown(name), detail=shown(detail))
